// The way to the private window; where none opens, the same choices in a dialog.
import { useRef, useState } from 'react';
import type { Choices } from './choices/choices.ts';
import { Choosing } from './choices/choosing.tsx';
import { Recording } from './choices/recording.tsx';
import { MapsTable, tableOf } from './maps/maps-table.tsx';
import type { OnStage } from './on-stage.ts';
import { playhead } from '../../state/playhead.ts';
import type { Speaker } from './speaker/use-speaker.ts';

interface StagePanelProps extends OnStage {
  readonly speaker: Speaker;
  readonly choices: Choices;
}

export function StagePanel({ speaker, ...rest }: StagePanelProps) {
  const { isWithout, said, open } = speaker;
  return (
    <>
      <button
        type="button"
        className="stage-private"
        onClick={({ currentTarget }) => {
          open();
          // The keys of a clicker are steps again, and the hall sees no ring.
          currentTarget.closest<HTMLElement>('.stage')?.focus({ preventScroll: true });
        }}
      >
        Private window
      </button>
      {isWithout && <Panel speaker={speaker} {...rest} />}
      <output className="hidden">{said}</output>
    </>
  );
}

/** Over the projector, which a hall should not have to look at: only where the browser opens no second window, or none that answers (a tablet, a page from a disk), for else a presenter could choose nothing at all. */
function Panel({ speaker, choices, maps, at, steps, title, notes }: StagePanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        More
      </button>
      <dialog ref={dialog} className="stage-panel" aria-label="More" onClose={() => setOpen(false)}>
        {isOpen && (
          <>
            <button type="button" className="stage-close" onClick={() => dialog.current?.close()}>
              Close
            </button>
            <Choosing choices={choices} choose={speaker.choose} />
            <Recording
              key={at}
              {...speaker}
              choices={choices}
              title={at === undefined ? title : (steps[at]?.title ?? title)}
              notes={notes}
            />
            <details>
              <summary>This day as a table</summary>
              <MapsTable table={tableOf(maps, playhead.getState().day)} />
            </details>
          </>
        )}
      </dialog>
    </>
  );
}
