// A journey as spans of time, end to end: in care, being seen, waiting in a place or outside; what the strip, its table and the story show.
import type { Journey } from './journey.ts';

export interface Span {
  readonly what: 'in care' | 'being seen' | 'ready, waiting' | 'waiting outside';
  /** Where they are; of a wait outside, what they wait for. */
  readonly station: number;
  readonly fromDay: number;
  /** The end of the run for what is not over by then. */
  readonly toDay: number;
}

export interface Course {
  readonly spans: readonly Span[];
  /** The exit they left by and when; null: still in the model when the run ends. */
  readonly left: { readonly station: number; readonly day: number } | null;
  readonly gaveUp: boolean;
  readonly isWhole: boolean;
}

export function courseOf({ stops, gaveUpDay }: Journey, isExit: ArrayLike<number>, runDays: number): Course {
  const spans: Span[] = [];
  const add = (what: Span['what'], station: number, fromDay: number, toDay: number): void => {
    if (toDay > fromDay) spans.push({ what, station, fromDay, toDay });
  };
  let held = -1;
  let left: Course['left'] = null;
  stops.forEach((stop, at) => {
    const { station, fromDay, readyDay, isTask, isOutside } = stop;
    if (isExit[station] === 1 && !isOutside) {
      left = { station, day: fromDay };
      return;
    }
    const end = stops[at + 1]?.fromDay ?? gaveUpDay ?? runDays;
    if (isOutside) return add('waiting outside', station, fromDay, end);
    if (!isTask) held = station;
    const over = Math.min(readyDay ?? end, end);
    add(isTask ? 'being seen' : 'in care', station, fromDay, over);
    // A team leaves people where they are, and there they wait on.
    if (held >= 0) add('ready, waiting', held, over, end);
    else add('waiting outside', station, over, end);
  });
  return { spans, left, gaveUp: gaveUpDay !== null, isWhole: left !== null || gaveUpDay !== null };
}

export const daysOf = ({ fromDay, toDay }: Span): number => toDay - fromDay;

/** From being ready (or coming) to moving on, being seen on the way included, as the measure of days waited has it. */
export const waitedDays = ({ spans }: Course): number =>
  spans.reduce((days, span) => days + (span.what === 'in care' ? 0 : daysOf(span)), 0);

export const spanAt = ({ spans }: Course, day: number): Span | undefined =>
  spans.find(({ fromDay, toDay }) => fromDay <= day && day < toDay);

/** First moment of the longest wait; undefined: they never wait. */
export function longestWait({ spans }: Course, fromDay = 0): Span | undefined {
  const waits = spans.filter(({ what, toDay }) => what !== 'in care' && toDay > fromDay);
  return waits.toSorted((a, b) => daysOf(b) - daysOf(a))[0];
}
