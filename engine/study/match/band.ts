// The band of the model's years under each period of a series, and how many of what happened lie in it.
import { quantileType7 } from '../../ground/quantiles.ts';

/** The band holds 8 years in 10: a tenth lie below it and a tenth above. */
const [LOW, HIGH] = [0.1, 0.9];
export const IN_BAND = 0.8;

export interface Band {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly within: number;
  readonly above: number;
  readonly below: number;
}

/** `years`: of one series, by year and period. */
export function bandOf(years: readonly Float64Array[], observed: Float64Array): Band {
  const ends = Array.from(observed, (_, period) => {
    const column = Float64Array.from(years, (year) => year[period]);
    return { low: quantileType7(column, column.length, LOW), high: quantileType7(column, column.length, HIGH) };
  });
  const count = (is: (value: number, end: (typeof ends)[number]) => boolean) =>
    observed.reduce((sum, value, period) => sum + (is(value, ends[period]) ? 1 : 0), 0);
  return {
    low: ends.map(({ low }) => low),
    high: ends.map(({ high }) => high),
    within: count((value, { low, high }) => value >= low && value <= high),
    above: count((value, { high }) => value > high),
    below: count((value, { low }) => value < low),
  };
}
