// A rate of arrivals with factors for weekdays and months and growth by the year, fitted to counts by Poisson maximum likelihood.
// Source: the factors by Deming and Stephan's proportional fitting (1940), which for such products is maximum likelihood.
import { monthAt, weekdayAt } from '../../ground/dates.ts';
import { exp, log } from '../../ground/portable.ts';

/** People counted over one or more days. */
export interface Counted {
  /** Its first day, from 1970-01-01. */
  readonly day: number;
  readonly days: number;
  readonly count: number;
}

export interface Terms {
  readonly weekdays: boolean;
  readonly months: boolean;
  readonly growth: boolean;
}

export interface Rates {
  readonly terms: Terms;
  /** On the day of reference, in a usual month and on a usual weekday. */
  readonly perDay: number;
  /** From Monday; their mean is 1. */
  readonly weekdayFactors: readonly number[] | null;
  /** From January; their mean is 1. */
  readonly monthFactors: readonly number[] | null;
  readonly growthPerYear: number | null;
  readonly expected: Float64Array;
  /** How many numbers were chosen to suit the counts. */
  readonly numbers: number;
  /** Without what is the same for all rates. */
  readonly logLikelihood: number;
}

export const DAYS_IN_YEAR = 365.25;
const [MOST_ROUNDS, STILL] = [500, 1e-13];

/** `logGrowth`: keeps the growth at that, as ln of the factor a year. */
export function fitRates(counted: readonly Counted[], terms: Terms, referenceDay: number, logGrowth?: number): Rates {
  const all = counted.reduce((sum, { count }) => sum + count, 0);
  const middleOf = ({ day, days }: Counted) => day + 0.5 * (days - 1);
  // Years from the middle of the records, where growth and rate say least of each other.
  const middle = counted.reduce((sum, each) => sum + middleOf(each), 0) / counted.length;
  const years = Float64Array.from(counted, (each) => (middleOf(each) - middle) / DAYS_IN_YEAR);
  const weekdays = Uint8Array.from(counted, ({ day }) => weekdayAt(day));
  const months = Uint8Array.from(counted, (each) => monthAt(middleOf(each)));
  const weekdayFactors = Array<number>(7).fill(1);
  const monthFactors = Array<number>(12).fill(1);
  const expected = new Float64Array(counted.length);
  let rate = all / counted.reduce((sum, { days }) => sum + days, 0);
  let growth = logGrowth ?? 0;

  const expect = () => {
    for (let at = 0; at < expected.length; at++)
      expected[at] =
        counted[at].days * rate * weekdayFactors[weekdays[at]] * monthFactors[months[at]] * exp(growth * years[at]);
  };
  /** Each factor so that what is expected of its days is what was counted on them; how far the furthest moved. */
  const fitFactors = (factors: number[], which: Uint8Array): number => {
    const [counts, sums] = [factors.map(() => 0), factors.map(() => 0)];
    for (let at = 0; at < expected.length; at++) {
      counts[which[at]] += counted[at].count;
      sums[which[at]] += expected[at];
    }
    let moved = 0;
    for (let at = 0; at < factors.length; at++) {
      if (!(sums[at] > 0)) continue;
      factors[at] *= counts[at] / sums[at];
      moved = Math.max(moved, Math.abs(counts[at] / sums[at] - 1) * (counts[at] > 0 ? 1 : 0));
    }
    expect();
    return moved;
  };
  /** One of Newton's steps on the growth. */
  const fitGrowth = (): number => {
    let [slope, bend] = [0, 0];
    for (let at = 0; at < expected.length; at++) {
      slope += (counted[at].count - expected[at]) * years[at];
      bend += expected[at] * years[at] * years[at];
    }
    const move = Math.max(-1, Math.min(1, slope / bend));
    growth += move;
    expect();
    return Math.abs(move);
  };
  const fitRate = (): number => {
    const times = all / expected.reduce((sum, each) => sum + each, 0);
    rate *= times;
    expect();
    return Math.abs(times - 1);
  };

  expect();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = [
      terms.weekdays ? fitFactors(weekdayFactors, weekdays) : 0,
      terms.months ? fitFactors(monthFactors, months) : 0,
      terms.growth && logGrowth === undefined ? fitGrowth() : 0,
      fitRate(),
    ];
    if (Math.max(...moved) < STILL) break;
  }
  let logLikelihood = 0;
  for (let at = 0; at < expected.length; at++)
    logLikelihood += (counted[at].count > 0 ? counted[at].count * log(expected[at]) : 0) - expected[at];
  const [meanWeekday, meanMonth] = [meanOf(weekdayFactors), meanOf(monthFactors)];
  return {
    terms,
    perDay: rate * meanWeekday * meanMonth * exp((growth * (referenceDay - middle)) / DAYS_IN_YEAR),
    weekdayFactors: terms.weekdays ? weekdayFactors.map((each) => each / meanWeekday) : null,
    monthFactors: terms.months ? monthFactors.map((each) => each / meanMonth) : null,
    growthPerYear: terms.growth ? exp(growth) - 1 : null,
    expected,
    numbers: 1 + (terms.weekdays ? 6 : 0) + (terms.months ? 11 : 0) + (terms.growth ? 1 : 0),
    logLikelihood,
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
