// A quantile function given as cubics side by side: one index and one cubic a draw. What is left of a stay is drawn so.
// Cells of the index halve towards both ends (one set for u, one for 1 - u), so the tails are as fine as the middle.

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
