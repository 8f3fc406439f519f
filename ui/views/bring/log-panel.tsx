// An event log that was read: it is played on the picture as it happened, and becomes a model at one press.
import { useEffect, useState } from 'react';
import type { Model } from '../../../engine/index.ts';
import { openMade } from '../../session/own-table.ts';
import { playhead, seek, setRange } from '../../state/playhead.ts';
import { makeReady, watched, type WatchedRun } from '../../state/watched.ts';
import type { EventsFound } from '../../worker/file-protocol.ts';
import { LogMoment } from './log-moment.tsx';
import { LogPicture } from './log-picture.tsx';

interface Props {
  readonly found: EventsFound;
  readonly understood: readonly string[];
  readonly doubts: readonly string[];
}

const FIRST_MS = 40;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function LogPanel({ found, understood, doubts }: Props) {
  const run = useRunOf(found);
  usePlayheadOf(run);
  return (
    <>
      <ul className="bring-doubts">
        {doubts.map((doubt) => (
          <li key={doubt}>{capital(doubt)}.</li>
        ))}
      </ul>
      <p className="bring-into">
        <button type="button" onClick={() => void openMade(found.text, [...understood, ...doubts])}>
          Make it a model
        </button>
        <span>
          Every number with where it is from and how sure it is; your browser’s Back returns to the model that is open
          now.
        </span>
      </p>
      <h3>The log, played{found.runs > 1 && `: the first of its ${found.runs} runs`}</h3>
      {run ? (
        <>
          <LogPicture run={run} unit={found.unit} />
          <LogMoment run={run} found={found} />
        </>
      ) : (
        <p>Being made ready…</p>
      )}
    </>
  );
}

function useRunOf({ text, watched: reply }: EventsFound): WatchedRun | undefined {
  const [made, setMade] = useState<{ readonly of: string; readonly run: WatchedRun }>();
  useEffect(() => {
    let isWanted = true;
    const asked = { type: 'watched', id: 0, replication: 0, request: { option: 'today' } } as const;
    makeReady({ ...reply, ...asked }, JSON.parse(text) as Model, (run) => setMade({ of: text, run }), {
      isWanted: () => isWanted,
      firstMs: FIRST_MS,
    });
    return () => void (isWanted = false);
  }, [text, reply]);
  return made?.of === text ? made.run : undefined;
}

/** The playhead is the page's one: it goes over the log while this is here, and back over the watched run afterwards. */
function usePlayheadOf(run: WatchedRun | undefined): void {
  useEffect(() => {
    if (!run) return;
    const { minDay, maxDay } = run.timeline;
    const before = playhead.getState().day;
    const keep = () => {
      const now = playhead.getState();
      if (now.maxDay !== maxDay || now.minDay !== minDay) setRange(minDay, maxDay);
    };
    keep();
    seek(minDay);
    const stop = playhead.subscribe(keep);
    return () => {
      stop();
      const back = watched.getState().run?.timeline;
      if (back) setRange(back.minDay, back.maxDay);
      seek(before);
    };
  }, [run]);
}
