// The counter of days: what waiting has come to from the first day of the watched run to the moment on show.
import { useStore } from 'zustand';
import { addressOf, route } from '../../address/route.ts';
import { subjectOf } from '../../model/values.ts';
import { daysWaitedIn } from '../../playback/waiting.ts';
import { isCompared } from '../../shown/numbers.ts';
import { useSnapshot } from '../../state/counts.ts';
import { results } from '../../state/results.ts';
import { stage } from '../../state/staged.ts';
import { watched, type WatchedRun } from '../../state/watched.ts';
import { nameOfWaited, sayNotWaited, sayNotWaitedShort, wholeDays } from '../../words/waited-days.ts';
import './days-waited.css';
import { sayCount } from '../../words/numbers/count.ts';

export function DaysWaited() {
  const run = useStore(watched, (state) => state.run);
  const isBeside = useStore(results, (state) => isCompared(state.shown));
  if (!run) return null;
  return (
    <>
      {isBeside && (
        <a
          className="days-beside"
          href={addressOf('present', route.getState())}
          onClick={() => stage({ step: undefined, picture: 'both' })}
        >
          Side by side with today
        </a>
      )}
      <CounterOf run={run} />
    </>
  );
}

export function CounterOf({ run }: { readonly run: WatchedRun }) {
  const days = useDaysWaited(run);
  return (
    <span className="days-waited" data-days={days}>
      {nameOfWaited(run.model)}: <b>{sayCount(days)}</b>
    </span>
  );
}

interface NotWaitedProps {
  readonly today: WatchedRun;
  readonly option: WatchedRun;
}

/** Between two futures of the same people, the one number that sets them apart; blue only when it is for the better. */
export function DaysNotWaited({ today, option }: NotWaitedProps) {
  const [before, after] = [useDaysWaited(today), useDaysWaited(option)];
  const [days, since] = sayNotWaited(option.model, before, after);
  return (
    <span className="days-waited" data-today={before} data-option={after} data-better={after < before || undefined}>
      <span className="days-at-length">
        <b>{days}</b> {since}
      </span>
      <b className="days-in-short">{sayNotWaitedShort(before, after)}</b>
    </span>
  );
}

const useDaysWaited = (run: WatchedRun): number =>
  useSnapshot(run, (counts) => wholeDays(daysWaitedIn(run.network, subjectOf(run.model), counts)));
