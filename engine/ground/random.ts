// Counter-based random numbers: Threefry-2x32 turns an address (a key and a counter, two 32-bit words each) into two random words.
// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011 (Random123). Nothing is
// stored between draws, so no draw can move another.

/** The two words of the last draw, as signed 32-bit integers (`>>> 0` makes them unsigned). Read them before drawing again. */
export const word = new Int32Array(2);

/** Threefish's constant, which keeps a key of zeros from being weak. */
const PARITY = 0x1bd11bda;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];
const TWO_TO_26 = 67108864;
const TWO_TO_MINUS_52 = 1 / 4503599627370496;

/** Threefry with any number of rounds, plainly written: the witness for `threefry` in tests. Leaves its answer in `word`. */
export function threefry2x32(rounds: number, key0: number, key1: number, counter0: number, counter1: number): void {
  const keys = [key0 | 0, key1 | 0, PARITY ^ key0 ^ key1];
  let x0 = (counter0 + keys[0]) | 0;
  let x1 = (counter1 + keys[1]) | 0;
  for (let round = 0; round < rounds; round++) {
    const turn = ROTATIONS[round % 8];
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << turn) | (x1 >>> (32 - turn))) ^ x0;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x0 = (x0 + keys[injection % 3]) | 0;
      x1 = (x1 + keys[(injection + 1) % 3] + injection) | 0;
    }
  }
  word[0] = x0;
  word[1] = x1;
}

/**
 * Two random words from a key and a counter, left in `word`. Arguments: any 32-bit integers.
 * Thirteen rounds: the fewest the paper reports to pass BigCrush; unrolled, for this is the engine's hottest line.
 */
export function threefry(keyHigh: number, keyLow: number, counterHigh: number, counterLow: number): void {
  // Said to be 32-bit integers at once: sums of what might be fractions would be done as fractions, at half the speed.
  const key0 = keyHigh | 0;
  const key1 = keyLow | 0;
  const key2 = PARITY ^ key0 ^ key1;
  let x0 = ((counterHigh | 0) + key0) | 0;
  let x1 = ((counterLow | 0) + key1) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + key1) | 0;
  x1 = (x1 + key2 + 1) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x0 = (x0 + key2) | 0;
  x1 = (x1 + key0 + 2) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + key0) | 0;
  x1 = (x1 + key1 + 3) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  word[0] = x0;
  word[1] = x1;
}

/**
 * Many draws at once: row n of `out` from row n of `keys` and of `counters`, two words a row. With a step of 0 in place of 2 every
 * row has the first key, or the first counter. The same words as `threefry` gives; a loop of nothing else is about twice as fast.
 */
export function threefryRows(
  rows: number,
  keys: Int32Array,
  keyStep: 0 | 2,
  counters: Int32Array,
  counterStep: 0 | 2,
  out: Int32Array,
): void {
  let key = 0;
  let counter = 0;
  for (let at = 0; at < 2 * rows; at += 2) {
    const key0 = keys[key];
    const key1 = keys[key + 1];
    const key2 = PARITY ^ key0 ^ key1;
    let x0 = (counters[counter] + key0) | 0;
    let x1 = (counters[counter + 1] + key1) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    x0 = (x0 + key1) | 0;
    x1 = (x1 + key2 + 1) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
    x0 = (x0 + key2) | 0;
    x1 = (x1 + key0 + 2) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
    x0 = (x0 + key0) | 0;
    x1 = (x1 + key1 + 3) | 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
    out[at] = x0;
    out[at + 1] = x1;
    key += keyStep;
    counter += counterStep;
  }
}

/**
 * A double strictly between 0 and 1 from two random words: an odd multiple of 2^-53. The 53rd place is always one (the middle
 * of a cell): a free 53rd bit would round the topmost number to 1. So u and 1 - u are both exact, and equally likely.
 */
export function uniform53(word0: number, word1: number): number {
  return ((word0 >>> 6) * TWO_TO_26 + (word1 >>> 6) + 0.5) * TWO_TO_MINUS_52;
}

/** The uniform number at an address: `threefry`, then `uniform53`. */
export function uniformAt(key0: number, key1: number, counter0: number, counter1: number): number {
  threefry(key0, key1, counter0, counter1);
  return uniform53(word[0], word[1]);
}

/** A 32-bit number for an id: FNV-1a over its UTF-16 code units, then murmur3's finaliser, since FNV alone leaves near ids near. */
export function hashId(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
