// One moment of a log that is played: its play bar, and every station with who is there, who waits for it and for how long.
import { useId } from 'react';
import { useStore } from 'zustand';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { useCountsOf } from '../../state/counts.ts';
import { pause, play, playhead, seek, setSpeed, speeds } from '../../state/playhead.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { longestWaitFor } from '../../playback/longest-waits.ts';
import { sayLogMoment, sayLogSpeed, sayLogWait } from '../../words/log-moment.ts';
import type { EventsFound } from '../../worker/file-protocol.ts';

interface Props {
  readonly run: WatchedRun;
  readonly found: EventsFound;
}

export const LogMoment = (props: Props) => (
  <>
    <PlayBar {...props} />
    <Now {...props} />
  </>
);

function PlayBar({ run, found: { unit, isDated } }: Props) {
  const { playing, day, daysPerSecond } = useStore(playhead);
  const id = useId();
  const { minDay, maxDay } = run.timeline;
  const words = sayLogMoment(day, unit, isDated ? run.network.startDate : undefined);
  return (
    <p className="bring-play">
      <button type="button" onClick={playing ? pause : play}>
        {playing ? 'Pause' : 'Play'}
      </button>
      <input
        type="range"
        aria-label="Moment of the log"
        aria-valuetext={words}
        min={minDay}
        max={maxDay}
        step="any"
        value={Math.min(maxDay, Math.max(minDay, day))}
        onChange={({ target }) => seek(Number(target.value))}
      />
      <span className="bring-moment" data-day={day}>
        {words}
      </span>
      <label htmlFor={id}>speed</label>
      <select id={id} value={daysPerSecond} onChange={({ target }) => setSpeed(Number(target.value))}>
        {speeds.map((each) => (
          <option key={each} value={each}>
            {sayLogSpeed(each, unit)}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Whoever is in the queue of a station is counted as waiting for it. */
const isQueue = (id: string): boolean => id.startsWith('queue-');

function Now({ run, found: { unit } }: Props) {
  const counts = useCountsOf(run);
  if (!counts) return null;
  const longest = longestWaitFor(run.timeline.worldAt(counts.day));
  return (
    <div className="bring-scroll">
      <table className="bring-now">
        <caption className="hidden">Each station at this moment of the log</caption>
        <ColumnHeads of={['Station', 'In use', 'Places', 'Waiting for it', 'Longest wait for it']} />
        <tbody>
          {run.map.stations
            .filter(({ id, isExit }) => !isExit && !isQueue(id))
            .map(({ id, label, station, isUnlimited }) => (
              <tr key={id} data-station={id}>
                <th scope="row">{label}</th>
                <td>{counts.inUse[station]}</td>
                <td>{isUnlimited ? 'no limit' : counts.places[station]}</td>
                <td>{counts.waiting[station]}</td>
                <td>{longest[station] < 0 ? 'nobody waits' : sayLogWait(longest[station], unit)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
