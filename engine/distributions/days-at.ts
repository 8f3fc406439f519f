// One draw: the days that two random words mean for any stay, by its table.
import { uniform53 } from '../ground/random.ts';
import type { Drawn } from './distribution.ts';
import { coarse, valueAt } from './polynomial.ts';
import { valueMade } from './stay-table.ts';

const TWO_TO_26 = 67108864;
const TWO_TO_MINUS_52 = 1 / 4503599627370496;
/** Octaves that are found by the first word alone. */
const NEAR_OCTAVES = 20;
/** By octave, what takes a number of 52 bits in it to between 4 and 8. */
const TO_QUARTERS = new Float64Array(NEAR_OCTAVES).fill(16 * TWO_TO_MINUS_52);
for (let octave = 1; octave < NEAR_OCTAVES; octave++) TO_QUARTERS[octave] = 2 * TO_QUARTERS[octave - 1];

/** The days of a stay at the uniform number `uniform53(word0, word1)`. More is never less, and words with every bit turned are 1 - u. */
export function daysAt(of: Drawn, word0: number, word1: number): number {
  const { table } = of;
  if (table === null) return of.quantile(uniform53(word0, word1));
  const side = word0 >> 31;
  const high = (word0 ^ side) >>> 6;
  const places = high * TWO_TO_26 + ((word1 ^ side) >>> 6) + 0.5;
  const octave = Math.clz32(high) - 7;
  if (octave < NEAR_OCTAVES) {
    const at = places * TO_QUARTERS[octave];
    const quarter = at | 0;
    let t = at - quarter;
    let piece = table.pieces[(octave << 3) + (side & 4) + quarter - 4];
    while (piece < 0) {
      t += t;
      const isFar = t | 0;
      t -= isFar;
      piece = table.rows[3 + isFar - piece] | 0;
    }
    if (piece > 0) return of.factorDays * valueAt(table.rows, piece, coarse(t));
  }
  return of.factorDays * valueMade(table, side === 0 ? 0 : 1, places * TWO_TO_MINUS_52);
}
