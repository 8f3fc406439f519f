// What would it take? Finds the least (or the most) of one number so that a target holds, by bisection over values tried in turn.
import type { Interval } from './statistics/confidence.ts';

/** Values that may be tried: `least`, `least + step`, … up to `most`. */
export interface Tries {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** What the average of a row must be. */
export interface Target {
  readonly sign: '<' | '<=' | '>' | '>=';
  readonly limit: number;
}

/** One value that was tried, and what came of it. */
export interface Tried {
  readonly value: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** The mean does. */
  readonly meets: boolean;
}

export interface Solved {
  /** `least`: this value and more meet the target; `most`: this and less; `always` and `never`: at both ends. */
  readonly outcome: 'least' | 'most' | 'always' | 'never';
  /** The first value whose average meets the target; null for `always` and `never`. */
  readonly value: number | null;
  /**
   * What chance leaves open: the first value whose interval reaches the target, and the first whose interval meets it from end to
   * end. Null where no value tried does, or where there is no interval.
   */
  readonly couldBe: number | null;
  readonly surely: number | null;
  /** By value. */
  readonly tried: readonly Tried[];
  /** False when a value met the target and one further on did not, so that no single value divides them. */
  readonly isOrdered: boolean;
}

type Judge = (tried: Tried) => boolean;

/** The values in order, without the dust that adding 0.1 again and again leaves behind. */
export function valuesToTry({ least, most, step }: Tries): number[] {
  const digits = Math.max(decimalsOf(least), decimalsOf(step));
  const count = Math.floor((most - least) / step + 1e-9) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => Number((least + at * step).toFixed(digits)));
}

/** Values tried at most: both ends, and a bisection each for the mean and the two ends of its interval. */
export function mostTries(tries: Tries): number {
  let halvings = 0;
  for (let apart = valuesToTry(tries).length - 1; apart > 1; apart = Math.ceil(apart / 2)) halvings++;
  return 2 + 3 * halvings;
}

/**
 * Yields a value to try and is handed the interval of the row it is about, over the same replications each time, so that the same
 * people meet every value. It takes for granted that more of the number always helps, or always harms; `isOrdered` says whether
 * what was tried bears that out. At least two values.
 */
export function* solve(tries: Tries, target: Target): Generator<number, Solved, Interval> {
  const values = valuesToTry(tries);
  const tried = new Map<number, Tried>();
  function* look(at: number): Generator<number, Tried, Interval> {
    const known = tried.get(at);
    if (known) return known;
    const { mean, low, high } = yield values[at];
    const one = { value: values[at], mean, low, high, meets: meets(mean, target) };
    tried.set(at, one);
    return one;
  }

  const last = values.length - 1;
  const atMost = yield* look(last);
  const atLeast = yield* look(0);
  /** Every value of the scale from the end that fails to the one that meets. */
  const [from, to] = atMost.meets ? [0, last] : [last, 0];
  const isDivided = atLeast.meets !== atMost.meets;

  /** The first value, coming from the failing end, that a judge lets pass; null when not even the other end does. */
  function* first(passes: Judge): Generator<number, number | null, Interval> {
    if (!passes(yield* look(to))) return null;
    if (passes(yield* look(from))) return values[from];
    let [failing, passing] = [from, to];
    for (const [at, one] of tried) {
      const isBetween = (at - failing) * (at - passing) < 0;
      if (isBetween && passes(one)) passing = at;
      else if (isBetween) failing = at;
    }
    while (Math.abs(passing - failing) > 1) {
      const middle = Math.floor((failing + passing) / 2);
      if (passes(yield* look(middle))) passing = middle;
      else failing = middle;
    }
    return values[passing];
  }

  const value = isDivided ? yield* first((one) => one.meets) : null;
  const couldBe = isDivided ? yield* first(({ low, high }) => meets(low, target) || meets(high, target)) : null;
  const surely = isDivided ? yield* first(({ low, high }) => meets(low, target) && meets(high, target)) : null;
  const all = [...tried].sort(([a], [b]) => a - b).map(([, one]) => one);
  const outcome = isDivided ? (to === last ? 'least' : 'most') : atMost.meets ? 'always' : 'never';
  return { outcome, value, couldBe, surely, tried: all, isOrdered: turns(all) <= (isDivided ? 1 : 0) };
}

/** A mean of NaN (nobody to measure) shows nothing. */
export function meets(mean: number, { sign, limit }: Target): boolean {
  if (sign === '<') return mean < limit;
  if (sign === '<=') return mean <= limit;
  return sign === '>' ? mean > limit : mean >= limit;
}

const turns = (tried: readonly Tried[]): number =>
  tried.filter((one, at) => at > 0 && one.meets !== tried[at - 1].meets).length;

export function decimalsOf(number: number): number {
  const [digits, power] = String(number).split('e-');
  return (digits!.split('.')[1]?.length ?? 0) + Number(power ?? 0);
}
