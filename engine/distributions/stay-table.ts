// A quantile function as a table of polynomials that never fall (table-based inversion), made as it is drawn from. Long: it is one tree.
// w, which is u below one half and 1 - u above, is cut into octaves that halve towards 0, each octave into quarters, and a quarter into
// halves wherever one polynomial is not good enough: at kinks, jumps and steep ends down to the single number, so it holds for any shape.
// What a piece says depends on where it is and on nothing else, never on what was drawn before.
import { coarse, fits, ROW, valueAt } from './polynomial.ts';

/** How far a polynomial may be from the quantile where it is looked at, as a share of it. In between it is within 1e-9. */
const OFF = 2e-10;
/** Octaves 0 … 48, from one quarter ≤ w < one half down to 4 numbers; the four numbers nearest to 0 have none. */
const OCTAVES = 49;
/** The spacing of the uniform numbers; the first lies half of it from 0. */
const CELL = 1 / 4503599627370496;
/** A table of more rows than this begins again. Ordinary shapes have one or two hundred. */
const MOST_ROWS = 4096;
/** The most rows that one draw can add: the quarters of an octave, and a branch for each halving of one. */
const ROWS_A_DRAW = 64;

export type StayTable = {
  /** The exact quantile, of which this is the table; `near`: a value thought to be near it. */
  readonly quantile: (u: number, near?: number) => number;
  /** By octave, side (lower, upper) and quarter, where its piece begins in `rows`: polynomials above 0, branches below. 0: not made yet. */
  readonly pieces: Int32Array;
  /** A polynomial's coefficients; or a branch: its values at both ends and in the middle, then its two pieces. Row 0 is not used. */
  rows: Float64Array;
  /** How many doubles of `rows` are in use. */
  filled: number;
  /** The quantile where octave n begins, from above: w = 2^-(n+1). By side; NaN: not known yet. */
  readonly borders: readonly [Float64Array, Float64Array];
};

/** An empty table of a quantile function that is 0 or above. */
export function stayTable(quantile: StayTable['quantile']): StayTable {
  return {
    quantile,
    pieces: new Int32Array(OCTAVES * 8),
    rows: new Float64Array(32 * ROW),
    filled: ROW,
    borders: [new Float64Array(OCTAVES + 1).fill(NaN), new Float64Array(OCTAVES + 1).fill(NaN)],
  };
}

/** The table's value at u = w, or at 1 - w when `upper`, where the piece for it may not be made yet. w: an odd multiple of 2^-53. */
export function valueMade(table: StayTable, upper: 0 | 1, w: number): number {
  let octave = 0;
  let top = 0.5;
  while (w < 0.5 * top && octave < OCTAVES) {
    octave++;
    top *= 0.5;
  }
  if (octave === OCTAVES) {
    const exact = exactAt(table, upper, w);
    return upper === 1 ? Math.max(exact, border(table, upper, octave)) : Math.min(exact, border(table, upper, octave));
  }
  if (table.filled > (MOST_ROWS - ROWS_A_DRAW) * ROW) beginAgain(table);
  let width = top / 8;
  const quarter = Math.floor(w / width) - 4;
  const at = octave * 8 + upper * 4 + quarter;
  if (table.pieces[at] === 0) makeOctave(table, upper, octave, top);
  let piece = table.pieces[at];
  let start = (4 + quarter) * width;
  while (piece < 0) {
    const branch = -piece;
    width *= 0.5;
    const isFar = w >= start + width ? 1 : 0;
    if (isFar === 1) start += width;
    piece = table.rows[branch + 3 + isFar];
    if (piece === 0) {
      piece = makePiece(table, upper, start, width, table.rows[branch + isFar], table.rows[branch + isFar + 1]);
      table.rows[branch + 3 + isFar] = piece;
    }
  }
  return valueAt(table.rows, piece, coarse((w - start) / width));
}

function beginAgain(table: StayTable): void {
  table.pieces.fill(0);
  table.filled = ROW;
}

function exactAt(table: StayTable, upper: 0 | 1, w: number, near?: number): number {
  return table.quantile(upper === 1 ? 1 - w : w, near);
}

const between = (value: number, one: number, other: number): number =>
  one < other ? Math.min(Math.max(value, one), other) : Math.min(Math.max(value, other), one);

/** The value at w = 2^-(octave+1), no nearer to the middle than the one before it. */
function border(table: StayTable, upper: 0 | 1, octave: number): number {
  const known = table.borders[upper];
  let n = octave;
  while (n > 0 && Number.isNaN(known[n])) n--;
  let w = 0.5;
  for (let k = 0; k < n; k++) w *= 0.5;
  if (Number.isNaN(known[n])) known[n] = exactAt(table, upper, w);
  while (n < octave) {
    const exact = exactAt(table, upper, (w *= 0.5), known[n]);
    known[n + 1] = upper === 1 ? Math.max(exact, known[n]) : Math.min(exact, known[n]);
    n++;
  }
  return known[octave];
}

function makeOctave(table: StayTable, upper: 0 | 1, octave: number, top: number): void {
  const last = border(table, upper, octave);
  const first = border(table, upper, octave + 1);
  const inner = (part: number, from: number, to: number) =>
    between(exactAt(table, upper, (top * part) / 8, 0.5 * (from + to)), from, to);
  const half = inner(6, first, last);
  const values = [first, inner(5, first, half), half, inner(7, half, last), last];
  for (let quarter = 0; quarter < 4; quarter++) {
    const start = (top * (4 + quarter)) / 8;
    const piece = makePiece(table, upper, start, top / 8, values[quarter], values[quarter + 1]);
    table.pieces[octave * 8 + upper * 4 + quarter] = piece;
  }
}

/** A row for w from `start` on: a polynomial from `first` to `last`, or a branch with two pieces to be made when they are asked for. */
function makePiece(table: StayTable, upper: 0 | 1, start: number, width: number, first: number, last: number): number {
  const row = table.filled;
  table.filled += ROW;
  if (table.filled > table.rows.length) {
    const longer = new Float64Array(2 * table.rows.length);
    longer.set(table.rows);
    table.rows = longer;
  }
  const { rows } = table;
  rows.fill(0, row, row + ROW);
  rows[row] = first;
  if (first === last) return row;
  // A single number.
  if (width <= CELL) {
    rows[row] = between(exactAt(table, upper, start + 0.5 * width), first, last);
    return row;
  }
  const exact = (t: number, near: number) => exactAt(table, upper, start + t * width, near);
  // In 64ths of less than this, 1 - w would be rounded.
  if (width >= 32 * CELL && fits(rows, row, first, last, OFF, exact)) return row;
  rows.fill(0, row, row + ROW);
  rows[row] = first;
  if (Math.abs(last - first) <= 0.5 * OFF * Math.min(first, last)) {
    rows[row + 1] = last - first;
    if ((valueAt(rows, row, 1) - last) * (last - first) > 0) rows[row + 1] = 0;
    return row;
  }
  rows[row + 1] = between(exactAt(table, upper, start + 0.5 * width, 0.5 * (first + last)), first, last);
  rows[row + 2] = last;
  return -row;
}
