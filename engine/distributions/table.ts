// A quantile function without a closed form, as a table of cubics that never fall: built once, then one index and one cubic a draw.
// Cells halve towards both ends (one set for u, one for 1 - u), so the tails are as fine as the middle; cells where a
// single cubic is not good enough are cut in two, which also pins down jumps and kinks.

/** A cubic over [start, start + width) of w, where w is u below one half and 1 - u above: value = c0 + t*(c1 + t*(c2 + t*c3)). */
export type Leaf = { start: number; width: number; c0: number; c1: number; c2: number; c3: number };

const asDouble = new Float64Array(1);
const asWords = new Uint32Array(asDouble.buffer);
asDouble[0] = 1;
const HIGH = asWords[1] === 0x3ff00000 ? 1 : 0;

/** The least w: the least uniform number ever drawn, 2^-53. */
export const LEAST_W = 1 / 9007199254740992;
/** High word of LEAST_W, and how many index cells (16 for each halving) reach from there to one half. */
const LEAST_HIGH = (1023 - 53) << 20;
const CELLS = 52 * 16 + 1;

/** The quantile function as two rising lists of leaves that fill [LEAST_W, 1/2], for u and for 1 - u. */
export function lookup(lower: readonly Leaf[], upper: readonly Leaf[]): (u: number) => number {
  const count = lower.length + upper.length;
  // Start, 1/width and four coefficients side by side: one draw reads one or two cache lines. A last start of Infinity ends a list.
  const columns = new Float64Array((count + 2) * 6);
  const firstLeaf = new Int32Array(2 * CELLS);
  let row = 0;
  for (const [side, leaves] of [lower, upper].entries()) {
    const first = row;
    for (const leaf of leaves) columns.set([leaf.start, 1 / leaf.width, leaf.c0, leaf.c1, leaf.c2, leaf.c3], 6 * row++);
    columns[6 * row++] = Infinity;
    let at = first;
    for (let cell = 0; cell < CELLS; cell++) {
      asWords[HIGH] = LEAST_HIGH + (cell << 16);
      asWords[1 - HIGH] = 0;
      while (columns[6 * (at + 1)] <= asDouble[0]) at++;
      firstLeaf[side * CELLS + cell] = 6 * at;
    }
  }
  return (u) => {
    const isUpper = u >= 0.5;
    let w = isUpper ? 1 - u : u;
    if (w < LEAST_W) w = LEAST_W;
    asDouble[0] = w;
    let at = firstLeaf[((asWords[HIGH] - LEAST_HIGH) >>> 16) + (isUpper ? CELLS : 0)];
    while (w >= columns[at + 6]) at += 6;
    const t = (w - columns[at]) * columns[at + 1];
    return columns[at + 2] + t * (columns[at + 3] + t * (columns[at + 4] + t * columns[at + 5]));
  };
}

/** The cubic through the values at t = 0, 1/4, 3/4 and 1, or a straight line where that cubic would turn back. */
function cubic(
  start: number,
  width: number,
  y0: number,
  y1: number,
  y3: number,
  y4: number,
): Leaf & { falls: boolean } {
  // Divided differences on 0, 1/4, 3/4, 1.
  const d01 = (y1 - y0) * 4;
  const d13 = (y3 - y1) * 2;
  const d34 = (y4 - y3) * 4;
  const e013 = (d13 - d01) / 0.75;
  const c3 = (d34 - d13) / 0.75 - e013;
  const c2 = e013 - c3;
  const c1 = d01 - e013 * 0.25 + c3 * 0.1875;
  // Its slope is c1 + 2 c2 t + 3 c3 t t: the sign must hold at both ends and at the turn between them.
  const way = y4 < y0 ? -1 : 1;
  const turn = c3 === 0 ? -1 : -c2 / (3 * c3);
  const falls =
    way * c1 < 0 || way * (c1 + 2 * c2 + 3 * c3) < 0 || (turn > 0 && turn < 1 && way * (c1 + c2 * turn) < 0);
  return falls
    ? { start, width, c0: y0, c1: y4 - y0, c2: 0, c3: 0, falls }
    : { start, width, c0: y0, c1, c2, c3, falls };
}

/**
 * A table for a distribution of mean 1. `solve(w, upper, low, high, guess)` gives the quantile at u = w (or 1 - w when `upper`),
 * known to lie between low and high. Mean and sd come out true to about one part in ten million.
 */
export function tableOf(
  sd: number,
  solve: (w: number, upper: boolean, low: number, high: number, guess: number) => number,
): (u: number) => number {
  const sides = [false, true].map((upper) => {
    const leaves: Leaf[] = [];
    const between = (w: number, y0: number, y1: number, guess: number) =>
      y0 === y1 ? y0 : solve(w, upper, Math.min(y0, y1), Math.max(y0, y1), guess);
    const cut = (start: number, width: number, y0: number, y1: number, y2: number, y3: number, y4: number): void => {
      const leaf = cubic(start, width, y0, y1, y3, y4);
      const at = (t: number) => leaf.c0 + t * (leaf.c1 + t * (leaf.c2 + t * leaf.c3));
      // What a wrong value here does to the mean and to the sd, as shares of them.
      const off = leaf.falls ? Math.abs(y4 - y0) : Math.abs(at(0.5) - y2);
      const harm = off * width * (1 + (2 * Math.max(Math.abs(y0 - 1), Math.abs(y4 - 1))) / (sd * sd));
      if (harm < (leaf.falls ? 2e-8 : 2e-9)) {
        leaves.push(leaf);
        return;
      }
      const half = width / 2;
      const a = between(start + width * 0.125, y0, y1, at(0.125));
      const b = between(start + width * 0.375, y1, y2, at(0.375));
      cut(start, half, y0, a, y1, b, y2);
      const c = between(start + width * 0.625, y2, y3, at(0.625));
      const d = between(start + width * 0.875, y3, y4, at(0.875));
      cut(start + half, half, y2, c, y3, d, y4);
    };
    let [start, y0] = [LEAST_W, solve(LEAST_W, upper, 0, Infinity, 0)];
    const end = solve(0.5, upper, 0, Infinity, 1);
    for (; start < 0.5; start *= 2) {
      const y4 = start === 0.25 ? end : between(2 * start, y0, end, y0);
      const y2 = between(1.5 * start, y0, y4, (y0 + y4) / 2);
      cut(start, start, y0, between(1.25 * start, y0, y2, 0), y2, between(1.75 * start, y2, y4, 0), y4);
      y0 = y4;
    }
    return leaves;
  });
  return lookup(sides[0], sides[1]);
}
