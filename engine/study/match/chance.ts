// How chance spreads the marks of a year, and how far two years are from each other in that spread.
import { covarianceOf, distance, inverseOf, type Square } from './closeness.ts';

/** Marks that never change in the model, such as the most in beds that are always full, are given so much: a root of people. */
const LEAST_SPREAD = 0.02;
const TOWARDS_DIAGONAL = 0.05;

type Row = readonly number[];

export interface Chance {
  /** Marks, or how far they have moved, in units of chance. */
  readonly inUnits: (marks: Row) => number[];
  /** Of two rows in these units, squared. */
  readonly apart: (one: Row, other: Row) => number;
}

/**
 * From how far years are from the middle of their kind: those of the model as it is, and those with a number moved, which vary otherwise. Each
 * count for half, however many they are: the first say when a year is different, the second which number brings it nearer.
 */
export function chanceOf(own: readonly Row[], moved: readonly Row[]): Chance {
  const all = moved.length === 0 ? own : [...weighing(own, moved.length), ...weighing(moved, own.length)];
  const spread = own[0].map((_, mark) => LEAST_SPREAD + rootMeanSquare(all, mark));
  const inUnits = (marks: Row) => marks.map((mark, at) => mark / spread[at]);
  const inverse: Square = inverseOf(
    covarianceOf(all.map(inUnits), TOWARDS_DIAGONAL, (mark) => square(LEAST_SPREAD / spread[mark])),
  );
  return { inUnits, apart: (one, other) => distance(inverse, one, other) };
}

/** Scales these rows so that they weigh as much in a covariance as the `others`, however many there are of each. */
function weighing(rows: readonly Row[], others: number): Row[] {
  const by = Math.sqrt((rows.length + others) / (2 * rows.length));
  return rows.map((row) => row.map((one) => one * by));
}

const square = (one: number): number => one * one;

const rootMeanSquare = (rows: readonly Row[], at: number): number =>
  Math.sqrt(rows.reduce((sum, row) => sum + row[at] * row[at], 0) / rows.length);
