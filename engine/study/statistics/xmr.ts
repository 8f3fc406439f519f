// XmR: a series of single numbers with the limits of its own everyday variation, from how far each lies from the one before.

/** Three sigma over d2 for two numbers, 3 / 1.128: Wheeler, Understanding Variation (1993); Shewhart's chart of individuals. */
const LIMIT = 2.66;
/** This many in a row on one side of the average are not chance. */
const RUN = 8;
/** Nearer than this share of the largest number is equal: the sum of eight times 11.1, over eight, is not quite 11.1. */
const ROUNDING = 1e-12;

/** The average of a series and the limits of its everyday variation, in the unit of the series. */
export interface Xmr {
  readonly mean: number;
  /** The limits of everyday variation: numbers within say nothing special happened. The lower one is not below zero. */
  readonly low: number;
  readonly high: number;
  /** Numbers outside the limits, and those of a run of eight or more on one side of the average; by place in the series. */
  readonly outside: readonly number[];
  readonly inRuns: readonly number[];
}

/** Of two numbers or more, in the order of time; none of them is below zero. */
export function xmrOf(values: readonly number[]): Xmr {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const moves = values.slice(1).map((one, at) => Math.abs(one - values[at]));
  const move = moves.reduce((sum, one) => sum + one, 0) / moves.length;
  const low = Math.max(0, mean - LIMIT * move);
  const high = mean + LIMIT * move;
  const slack = ROUNDING * Math.max(...values);
  const outside = placesOf(values, (one) => one < low - slack || one > high + slack);
  const inRuns: number[] = [];
  let from = 0;
  for (let at = 1; at <= values.length; at++) {
    const side = (place: number) => (Math.abs(values[place] - mean) <= slack ? 0 : Math.sign(values[place] - mean));
    if (at < values.length && side(at) !== 0 && side(at) === side(from)) continue;
    if (at - from >= RUN && side(from) !== 0) for (let place = from; place < at; place++) inRuns.push(place);
    from = at;
  }
  return { mean, low, high, outside, inRuns };
}

const placesOf = (values: readonly number[], is: (one: number) => boolean): number[] =>
  values.flatMap((one, at) => (is(one) ? [at] : []));
