// The marks of a year: what its series come to, a few numbers each, by which years are held beside each other.
import { log } from '../../ground/portable.ts';
import type { CountedRow } from './periods.ts';

/** Parts of the time, so that a drift and a season leave their mark. */
const PARTS = 4;
/** People, so that nobody at all has a root and a logarithm that say little. */
const NEARLY_NOBODY = 0.05;

/**
 * Of each series the average of each quarter of the time and the most; of a station with people in places and admissions their ratio, which
 * goes with the length of stay. Roots and logarithms, so that busy years vary hardly more than quiet ones.
 */
export function marksOf(values: readonly Float64Array[], rows: readonly CountedRow[]): number[] {
  const marks = values.flatMap((series) => {
    const parts = Array.from({ length: PARTS }, (_, part) =>
      meanOf(series, Math.floor((part * series.length) / PARTS), Math.floor(((part + 1) * series.length) / PARTS)),
    );
    return [...parts, series.reduce((most, value) => Math.max(most, value), 0)].map((one) =>
      Math.sqrt(one + NEARLY_NOBODY),
    );
  });
  rows.forEach((row, at) => {
    if (row.measure !== 'starts') return;
    const inPlaces = rows.findIndex((other) => other.station === row.station && other.measure === 'occupancy');
    if (inPlaces < 0) return;
    const mean = (series: Float64Array) => meanOf(series, 0, series.length) + NEARLY_NOBODY;
    marks.push(log(mean(values[inPlaces]) / mean(values[at])));
  });
  return marks;
}

function meanOf(series: Float64Array, from: number, until: number): number {
  let sum = 0;
  for (let at = from; at < until; at++) sum += series[at];
  return sum / Math.max(1, until - from);
}
