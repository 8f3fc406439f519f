// Recording: what is on the screen becomes a step of the story, with a title and notes; stored in this browser with the document.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { playhead } from '../../state/playhead.ts';
import { hasEdits } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { stage, staged } from '../../state/staged.ts';
import { yearsOf } from '../../session/choose-year.ts';
import { isRecorded, keepStory } from './kept-story.ts';
import type { OnStage } from './on-stage.ts';
import { recordStep } from '../../shown/story-steps.ts';
import { kindOfYear } from '../../model/year-by-rank.ts';

interface RecordStepProps extends OnStage {
  readonly daysPerSecond: number;
  readonly said: (words: string) => void;
}

export function RecordStep({ model, story, at, title, notes, daysPerSecond, said }: RecordStepProps) {
  const id = useId();
  const [newTitle, setTitle] = useState(title.slice(0, 200));
  const [newNotes, setNotes] = useState(notes);
  const isEdited = useStore(settings, (s) => hasEdits(s.present));
  const keep = (next: typeof story | undefined, words: string) =>
    said(`${words}${keepStory(model, next) ? '' : ' This browser keeps nothing, so save the model to keep it.'}`);

  function record(): void {
    const now = staged.getState();
    const step = recordStep(
      model,
      {
        settings: settings.getState().present,
        staged: now,
        day: playhead.getState().day,
        daysPerSecond,
        year: kindOfYear(yearsOf(model), now.replication),
      },
      newTitle.trim(),
      newNotes.trim(),
    );
    const after = Math.min(story.length, at === undefined ? story.length : at + 1);
    keep([...story.slice(0, after), step, ...story.slice(after)], `Recorded as step ${after + 1}.`);
    stage({ step: after });
  }

  return (
    <fieldset className="stage-record">
      <legend>Record what is on the screen as a step</legend>
      <label htmlFor={`${id}-title`}>Title</label>
      <input
        id={`${id}-title`}
        type="text"
        maxLength={200}
        value={newTitle}
        onChange={(event) => setTitle(event.target.value)}
      />
      <label htmlFor={`${id}-notes`}>Notes</label>
      <textarea
        id={`${id}-notes`}
        maxLength={2000}
        rows={2}
        value={newNotes}
        onChange={(event) => setNotes(event.target.value)}
      />
      {isEdited && <p>Sliders that were moved are not part of a step: only options of the document are.</p>}
      <div className="stage-row">
        <button type="button" disabled={newTitle.trim() === ''} onClick={record}>
          Record a step
        </button>
        <button
          type="button"
          disabled={at === undefined || story.length < 2}
          onClick={() => {
            keep(
              story.filter((_, i) => i !== at),
              'The step was taken out.',
            );
            stage({ step: undefined });
          }}
        >
          Take this step out
        </button>
        {isRecorded(model) && (
          <button
            type="button"
            onClick={() => {
              keep(undefined, 'The story is the document’s own again.');
              stage({ step: undefined });
            }}
          >
            Back to the document’s story
          </button>
        )}
      </div>
    </fieldset>
  );
}
