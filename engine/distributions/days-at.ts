// One draw: the days that two random words mean for any stay, by its table.
import { uniform53 } from '../ground/random.ts';
import type { Drawn } from './distribution.ts';
import { coarse, valueAt } from './polynomial.ts';
import { valueMade } from './stay-table.ts';

const TWO_TO_26 = 67108864;
const TWO_TO_MINUS_52 = 1 / 4503599627370496;
/** Octaves that are found by the first word alone. */
const NEAR_OCTAVES = 20;
/** By octave, one over how many of the uniform numbers a quarter of it has. */
const OF_A_QUARTER = new Float64Array(NEAR_OCTAVES).fill(16 * TWO_TO_MINUS_52);
for (let octave = 1; octave < NEAR_OCTAVES; octave++) OF_A_QUARTER[octave] = 2 * OF_A_QUARTER[octave - 1];

/**
 * The days of a stay at the uniform number `uniform53(word0, word1)`. A greater number never gives fewer days, and words with every bit turned
 * are 1 - u. The piece is found in whole numbers, while t is still being worked out.
 */
export function daysAt(of: Drawn, word0: number, word1: number): number {
  const { table } = of;
  if (table === null) return of.quantile(uniform53(word0, word1));
  const side = word0 >> 31;
  const high = (word0 ^ side) >>> 6;
  const low = ((word1 ^ side) >>> 6) + 0.5;
  const octave = Math.clz32(high) - 7;
  if (octave < NEAR_OCTAVES) {
    const shift = 22 - octave;
    const quarter = (high >>> shift) & 3;
    let piece = table.pieces[(octave << 3) + (side & 4) + quarter];
    let t = ((high & ((1 << shift) - 1)) * TWO_TO_26 + low) * OF_A_QUARTER[octave];
    while (piece < 0) {
      t += t;
      const isFar = t | 0;
      t -= isFar;
      piece = table.rows[3 + isFar - piece] | 0;
    }
    if (piece > 0) return of.factorDays * valueAt(table.rows, piece, coarse(t));
  }
  return of.factorDays * valueMade(table, side === 0 ? 0 : 1, (high * TWO_TO_26 + low) * TWO_TO_MINUS_52);
}
