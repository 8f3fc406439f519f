// The races of many people at once: by rough logarithms, and by the exact race of `Draws` for whoever's two soonest lie close.
import { log } from '../ground/portable.ts';
import { threefryRows } from '../ground/random.ts';
import type { Draws } from './draws.ts';

/** People raced for at once; few enough for their words to stay at hand. */
export const AT_ONCE = 256;

const STEPS = 512;
const LN2 = 0.6931471805599453;
/** −ln x at 1, 1 + 1/512 … and how far it falls, by 2^-22 of such a step. */
const START = new Float64Array(STEPS);
const FALL = new Float64Array(STEPS);
for (let step = 0; step < STEPS; step++) {
  START[step] = -log(1 + step / STEPS);
  FALL[step] = (log(1 + (step + 1) / STEPS) - log(1 + step / STEPS)) / 4194304;
}
/** More than `roughTime` may be too long: the chord lies 1/(8 × 512²) above at most, and 2^-22 is lost with the bits left out. */
const MOST_TOO_LONG = 8e-7;
/** Below this the first 32 bits of u say too little. */
const FEW_BITS = 4194304;

/** −ln u from the first 32 bits of u, at least 2^-10: at most `MOST_TOO_LONG` too long, and never too short by more than 1e-15. */
function roughTime(bits: number): number {
  const zeros = Math.clz32(bits);
  const mantissa = bits << zeros;
  const step = (mantissa >>> 22) & (STEPS - 1);
  return (1 + zeros) * LN2 + START[step] - FALL[step] * (mantissa & 4194303);
}

const address = new Int32Array(2);
let words = new Int32Array(8 * AT_ONCE);

/** By the shares of a race, what a time is multiplied by: one over the share, Infinity where nobody goes. */
const slownessOf = new WeakMap<Float64Array, Float64Array>();
function slowness(shares: Float64Array): Float64Array {
  let slow = slownessOf.get(shares);
  if (slow === undefined) slownessOf.set(shares, (slow = shares.map((share) => (share > 0 ? 1 / share : Infinity))));
  return slow;
}

/**
 * The winners of up to `AT_ONCE` races, the same as `draws.race` finds one by one. People are rows of `keys` from `from` on, and
 * `rows` says where each one's shares begin.
 */
export function races(
  draws: Draws,
  people: number,
  keys: Int32Array,
  from: number,
  purpose: number,
  hashes: Int32Array,
  rows: Int32Array,
  shares: Float64Array,
  into: Int32Array,
): void {
  const values = hashes.length;
  const slow = slowness(shares);
  const flip = draws.isMirror === 1 ? -1 : 0;
  if (words.length < 2 * AT_ONCE * values) words = new Int32Array(2 * AT_ONCE * values);
  const theirs = keys.subarray(2 * from, 2 * (from + people));
  address[0] = purpose;
  for (let value = 0; value < values; value++) {
    address[1] = hashes[value];
    threefryRows(people, theirs, 2, address, 0, words.subarray(2 * AT_ONCE * value));
  }
  for (let person = 0; person < people; person++) {
    const row = rows[person];
    let best = 0;
    let soonest = Infinity;
    /** When the best might have come, and the soonest that any other might have. */
    let bestMight = Infinity;
    let otherMight = Infinity;
    for (let value = 0, at = 2 * person; value < values; value++, at += 2 * AT_ONCE) {
      const bits = ((words[at] & ~63) | (words[at + 1] >>> 26)) ^ flip;
      const pace = slow[row + value];
      // Nothing is known of so small a number but that it takes long; if it might win, it lies close.
      const time = bits >>> 0 < FEW_BITS ? 6.9 : roughTime(bits);
      const until = (bits >>> 0 < FEW_BITS ? 100 : time) * pace;
      const might = (time - MOST_TOO_LONG) * pace;
      if (until < soonest) {
        if (bestMight < otherMight) otherMight = bestMight;
        best = value;
        soonest = until;
        bestMight = might;
      } else if (might < otherMight) otherMight = might;
    }
    into[person] =
      otherMight > soonest
        ? best
        : draws.race(theirs[2 * person], theirs[2 * person + 1], purpose, hashes, row, shares);
  }
}
