// Rates: how many people a day a stream brings at a moment, and how many come to a cell of its points.
import { monthAt } from '../ground/dates.ts';
import { weekdayLike } from '../ground/holidays.ts';
import type { NetworkStream } from './network.ts';
import { exp } from '../ground/portable.ts';

/** People a day at a moment: arrivalsPerDay × hour of the week × month × growth (compounded by whole days from day 0), or the mean of its day. */
export function rateOf(stream: NetworkStream, moment: number, startDayNumber: number): number {
  const day = Math.floor(moment);
  if (stream.means !== null) {
    const { fromDay, ofDay, ofWeekday } = stream.means;
    return ofDay[startDayNumber + day - fromDay] ?? ofWeekday[weekdayLike(startDayNumber + day, stream.holidays)];
  }
  let rate = stream.arrivalsPerDay;
  if (stream.hourFactors)
    rate *=
      stream.hourFactors[weekdayLike(startDayNumber + day, stream.holidays) * 24 + Math.floor((moment - day) * 24)];
  if (stream.monthFactors) rate *= stream.monthFactors[monthAt(startDayNumber + day)];
  if (stream.growthPerDay !== 1) rate *= wholePower(stream.growthPerDay, day);
  return rate;
}

/** base to a whole power, by squaring: the same bits everywhere. */
function wholePower(base: number, power: number): number {
  let result = 1;
  let square = power < 0 ? 1 / base : base;
  for (let left = Math.abs(power); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

const poissonTables = new Map<number, Float64Array>();

/** Shares of 0, of at most 1, at most 2 … people, for a Poisson count with a mean of at most 64. */
export function poissonTable(mean: number): Float64Array {
  let cumulative = poissonTables.get(mean);
  if (!cumulative) {
    const made: number[] = [];
    let term = exp(-mean);
    let sum = term;
    for (let n = 1; sum < 1 && term > 0 && n < 400; n++) {
      made.push(sum);
      term *= mean / n;
      if (sum + term === sum && n > mean) break;
      sum += term;
    }
    poissonTables.set(mean, (cumulative = Float64Array.from(made)));
  }
  return cumulative;
}

/** The count with such a table, by inversion. */
export function poissonCount(cumulative: Float64Array, u: number): number {
  let from = 0;
  let to = cumulative.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (cumulative[middle] < u) from = middle + 1;
    else to = middle;
  }
  return from;
}
