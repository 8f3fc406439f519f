// Polynomials of degree 7 through eight values of a quantile function, and the proof that one never turns back, not even in its last bit.

/** Doubles in a row: the coefficients of 1, t, t² … t⁷, for t from 0 to 1. */
export const ROW = 8;

/**
 * Where the values are taken, in 64ths: both ends, and between them as near as may be to the places (Chebyshev's, stretched to the
 * ends) where the error is least. In 64ths, because u and 1 − u must both be exact. The far ones come first: each helps to find the next.
 */
const NODES = Float64Array.of(0, 64, 38, 14, 59, 5, 50, 26).map((part) => part / 64);
/** By two nodes, one over how far they are apart. */
const APART = Float64Array.from({ length: ROW * ROW }, (_, at) => 1 / (NODES[at >> 3] - NODES[at & 7]));

/** Where the polynomial is held to the quantile function: in between, where it is furthest off, and near both ends. */
const PROBES = [2, 20, 44, 62].map((part) => part / 64);

/** The polynomial of a row at t. The powers are taken side by side, not one after another, which is quicker. */
export function valueAt(rows: Float64Array, row: number, t: number): number {
  const square = t * t;
  const first = rows[row + 1] + t * rows[row + 2];
  const second = rows[row + 3] + t * rows[row + 4];
  const third = rows[row + 5] + t * rows[row + 6] + square * rows[row + 7];
  return rows[row] + t * (first + square * (second + square * third));
}

/** What takes powers to Bernstein's form, for the slope, of degree 6: by i and k, i choose k over 6 choose k. */
const BERNSTEIN = new Float64Array((ROW - 1) * ROW);
for (let i = 0; i < ROW - 1; i++) {
  BERNSTEIN[i * ROW] = 1;
  for (let k = 0; k < i; k++) BERNSTEIN[i * ROW + k + 1] = (BERNSTEIN[i * ROW + k] * (i - k)) / (ROW - 2 - k);
}

const newton = new Float64Array(ROW);
const slope = new Float64Array(ROW - 1);

/** Newton's form with its first `count` nodes, at t. */
function soFar(count: number, t: number): number {
  let value = newton[count - 1];
  for (let n = count - 2; n >= 0; n--) value = newton[n] + (t - NODES[n]) * value;
  return value;
}

/**
 * Writes the polynomial from `first` (t = 0) to `last` (t = 1) into a row; false where it would be off by more than `off` of the value,
 * might turn back, or would go past `last`. `exact(t, near)` gives the values between; `near` is a guess that gets better and better.
 */
export function fits(
  rows: Float64Array,
  row: number,
  first: number,
  last: number,
  off: number,
  exact: (t: number, near: number) => number,
): boolean {
  newton[0] = first;
  newton[1] = last - first;
  for (let n = 2; n < ROW; n++) {
    let value = exact(NODES[n], soFar(n, NODES[n]));
    for (let k = 0; k < n; k++) value = (value - newton[k]) * APART[n * ROW + k];
    newton[n] = value;
  }
  // From Newton's form to powers of t.
  rows.fill(0, row, row + ROW);
  rows[row] = newton[ROW - 1];
  for (let n = ROW - 2; n >= 0; n--) {
    for (let k = ROW - 1; k > 0; k--) rows[row + k] = rows[row + k - 1] - NODES[n] * rows[row + k];
    rows[row] = newton[n] - NODES[n] * rows[row];
  }
  const way = last < first ? -1 : 1;
  if (way * (valueAt(rows, row, 1) - last) > 0 || !isSteady(rows, row, way)) return false;
  for (const t of PROBES) {
    const value = valueAt(rows, row, t);
    if (!(Math.abs(value - exact(t, value)) <= off * value)) return false;
  }
  return true;
}

/**
 * Whether the slope has the same sign all along and is nowhere small beside the coefficients. A step of t (`coarse`) then moves the value
 * by 2^-47 of their sum at least, and the roundings of two values, 14 each, by 2^-48 at most, so that none can make it fall.
 * The least coefficient of the slope in Bernstein's form is no more than its least value.
 */
function isSteady(rows: Float64Array, row: number, way: 1 | -1): boolean {
  let sum = 0;
  for (let k = 1; k < ROW; k++) {
    sum += Math.abs(rows[row + k]);
    slope[k - 1] = way * k * rows[row + k];
  }
  for (let i = 0; i < ROW - 1; i++) {
    let value = 0;
    for (let k = 0; k <= i; k++) value += BERNSTEIN[i * ROW + k] * slope[k];
    if (!(value > sum / 64)) return false;
  }
  return true;
}

/** 1.5 times 2^11: a number below 1024 added to it is rounded to a multiple of 2^-41. */
const COARSE = 3072;

/** t in steps of 2^-41, the finest that is ever distinguished. */
export function coarse(t: number): number {
  return t + COARSE - COARSE;
}
