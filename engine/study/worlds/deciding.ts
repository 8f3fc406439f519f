// Which number decides: the partial rank correlation (PRCC) of each drawn number with the difference, over the worlds.
// Source: Marino, Hogue, Ray and Kirschner, "A methodology for performing global uncertainty and sensitivity analysis", 2008.
import { incompleteBeta } from '../../ground/gamma-and-beta.ts';
import { holm } from '../statistics/false-verdicts.ts';
import type { Ends } from '../statistics/tornado.ts';
import type { JudgedWorld } from './verdicts.ts';

export interface Deciding extends Ends {
  /** From −1 to 1: above 0 where a higher number goes with a higher difference. Null where the worlds cannot say. */
  readonly correlation: number | null;
  /** Not by chance, judged together with all the other numbers: at most 1 study in 20 calls any of them clear that does nothing. */
  readonly isClear: boolean;
}

/** Below this share of its own spread, what is left of a column beside the others is rounding. */
const NOTHING_LEFT = 1e-9;
const LEVEL = 0.05;

/** Worlds that have a difference, or at least a direction: only order counts, and what grows without end lies beyond all numbers. */
export const comparedWorlds = (worlds: readonly JudgedWorld[]): JudgedWorld[] =>
  worlds.filter(({ difference, leans }) => difference !== null || leans !== null);

/** The most deciding first, over the worlds that can be compared. */
export function whatDecides(numbers: readonly Ends[], worlds: readonly JudgedWorld[]): Deciding[] {
  const compared = comparedWorlds(worlds);
  const found = partialRankCorrelations(
    numbers.map((_, at) => compared.map(({ drawn }) => drawn[at])),
    compared.map(({ difference, leans }) => difference ?? (leans === 'lower' ? -Infinity : Infinity)),
  );
  const judged = found.filter((one) => one !== null);
  const adjusted = holm(judged.map(({ chance }) => chance));
  const all = numbers.map(({ path, value, low, high }, at): Deciding => {
    const its = found[at];
    const isClear = its !== null && adjusted[judged.indexOf(its)] < LEVEL;
    return { path, value, low, high, correlation: its?.correlation ?? null, isClear };
  });
  const size = ({ correlation }: Deciding) => (correlation === null ? -1 : Math.abs(correlation));
  return all.sort((a, b) => size(b) - size(a));
}

interface Correlated {
  readonly correlation: number;
  /** The two-sided chance of one as far from 0 if there were none, by Student's t. */
  readonly chance: number;
}

/**
 * Of each column with the outcome, what all other columns explain taken out of both: of ranks, so that only the order counts. Null for
 * a column that never changes or follows from the others, and for all where the worlds are too few for so many columns.
 */
export function partialRankCorrelations(
  columns: readonly (readonly number[])[],
  outcome: readonly number[],
): (Correlated | null)[] {
  const ranked = columns.map((column) => centredRanks(column));
  const ofOutcome = centredRanks(outcome);
  return ranked.map((own, at) => {
    const basis = orthonormal(ranked.filter((_, other) => other !== at));
    const freedom = outcome.length - 2 - basis.length;
    const left = without(own, basis);
    if (freedom < 1 || !(squares(left) > NOTHING_LEFT * squares(own))) return null;
    const leftOfOutcome = without(ofOutcome, basis);
    if (!(squares(leftOfOutcome) > NOTHING_LEFT * squares(ofOutcome))) return { correlation: 0, chance: 1 };
    const found = product(left, leftOfOutcome) / Math.sqrt(squares(left) * squares(leftOfOutcome));
    const correlation = Math.min(1, Math.max(-1, found));
    return { correlation, chance: incompleteBeta(freedom / 2, 0.5, 1 - correlation * correlation) };
  });
}

/** Ranks less their mean; equal values share the mean of their ranks. */
export function centredRanks(values: readonly number[]): Float64Array {
  const order = values
    .map((_, at) => at)
    .sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b));
  const ranks = new Float64Array(values.length);
  const middle = (values.length - 1) / 2;
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let at = from; at < to; at++) ranks[order[at]] = (from + to - 1) / 2 - middle;
    from = to;
  }
  return ranks;
}

/** Columns of length 1 at right angles that span the same, by Gram and Schmidt; one that follows from those before it adds none. */
function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const left = without(column, basis);
    const size = squares(left);
    if (size > NOTHING_LEFT * squares(column)) basis.push(left.map((value) => value / Math.sqrt(size)));
  }
  return basis;
}

/** Taken out twice: once leaves rounding of the size of what was taken out. */
function without(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = Float64Array.from(column);
  for (const one of [...basis, ...basis]) {
    const along = product(left, one);
    for (let at = 0; at < left.length; at++) left[at] -= along * one[at];
  }
  return left;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at] * b[at];
  return sum;
}

const squares = (column: Float64Array): number => product(column, column);
