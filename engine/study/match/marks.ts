// The marks of a year: what its series come to, a few numbers each, by which years are held beside each other.
import { log } from '../../ground/portable.ts';
import { isFlow, type CountedRow } from './periods.ts';

/** Parts of the time, so that a drift and a season leave their mark. */
const PARTS = 4;
/** People, so that nobody at all has a root and a logarithm that say little. */
const NEARLY_NOBODY = 0.05;

/** Roots, so that busy years vary hardly more than quiet ones. */
const root = (people: number): number => Math.sqrt(people + NEARLY_NOBODY);

/** How the year went: of each series the average of each quarter of the time and the most, and what goes with the length of stay. */
export function marksOf(values: readonly Float64Array[], rows: readonly CountedRow[]): number[] {
  const marks = values.flatMap((series) => {
    const parts = Array.from({ length: PARTS }, (_, part) =>
      meanOf(series, Math.floor((part * series.length) / PARTS), Math.floor(((part + 1) * series.length) / PARTS)),
    );
    return [...parts, mostOf(series)].map(root);
  });
  return [...marks, ...stays(values, rows, (starts) => meanOf(starts))];
}

/**
 * The steps that a model's numbers decide one by one: how many people asked for a place, how full it was on average and at most, how long
 * people stayed. With so few of them, chance seldom looks like a wrong number. People who asked are those who began plus the growth of the
 * list, because a full place admits only as many as it has room for.
 */
export function stepsOf(values: readonly Float64Array[], rows: readonly CountedRow[]): number[] {
  const steps = values.flatMap((series, at) => {
    if (!isFlow(rows[at])) return [root(meanOf(series)), root(mostOf(series))];
    const list = rows[at].measure === 'starts' ? beside(values, rows, at, 'waiting') : undefined;
    const people = series.reduce((sum, one) => sum + one, 0) + (list ? growthOf(list) : 0);
    return [2 * root(Math.max(0, people))];
  });
  const through = (series: Float64Array, inPlaces: Float64Array) =>
    Math.max(0, meanOf(series) - growthOf(inPlaces) / 2 / series.length);
  return [...steps, ...stays(values, rows, through)];
}

/** Of each station with people in places and admissions their ratio, which goes with the length of stay; `through`: people who came a period. */
function stays(
  values: readonly Float64Array[],
  rows: readonly CountedRow[],
  through: (starts: Float64Array, inPlaces: Float64Array) => number,
): number[] {
  return rows.flatMap(({ measure }, at) => {
    const inPlaces = measure === 'starts' ? beside(values, rows, at, 'occupancy') : undefined;
    if (inPlaces === undefined) return [];
    return [log((meanOf(inPlaces) + NEARLY_NOBODY) / (through(values[at], inPlaces) + NEARLY_NOBODY))];
  });
}

/** Another series of the same station. */
const beside = (
  values: readonly Float64Array[],
  rows: readonly CountedRow[],
  at: number,
  measure: CountedRow['measure'],
): Float64Array | undefined =>
  values[rows.findIndex((row) => row.station === rows[at].station && row.measure === measure)];

const mostOf = (series: Float64Array): number => series.reduce((most, value) => Math.max(most, value), 0);

const growthOf = (series: Float64Array): number => series[series.length - 1] - series[0];

function meanOf(series: Float64Array, from = 0, until = series.length): number {
  let sum = 0;
  for (let at = from; at < until; at++) sum += series[at];
  return sum / Math.max(1, until - from);
}
