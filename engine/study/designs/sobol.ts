// A Sobol sequence, shifted at random (a randomised low-discrepancy sequence): combinations that fill the ranges evenly, however many.
// Source: Bratley and Fox, "Algorithm 659", ACM TOMS 14 (1988); the points come in the order of the Gray code, as published ones do.
import { hashId, threefry, word } from '../../ground/random.ts';
import { type DesignKind, valueAlong } from './design.ts';
import { directions } from './direction-numbers.ts';

const BITS = 32;
const CELLS = 4294967296;
const FOR_SOBOL = hashId('sobol sequence') | 0;

/** By bit of the Gray code, what it adds (exclusive or) to a point, as 32 bits after the point. */
function vOf(dimension: number): Int32Array {
  const v = new Int32Array(BITS);
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) v[bit] = 1 << (BITS - 1 - bit);
    return v;
  }
  const { degree, inner, first } = directions[dimension - 1];
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      v[bit] = first[bit] << (BITS - 1 - bit);
      continue;
    }
    let next = v[bit - degree] ^ (v[bit - degree] >>> degree);
    for (let k = 1; k < degree; k++) if ((inner >>> (degree - 1 - k)) & 1) next ^= v[bit - k];
    v[bit] = next;
  }
  return v;
}

/** The coordinate of a point as a whole number of cells of width 2^-32, before any shift. */
export function sobolCells(dimension: number): (point: number) => number {
  const v = vOf(dimension);
  return (point) => {
    let cells = 0;
    for (let gray = (point ^ (point >>> 1)) >>> 0, bit = 0; gray !== 0; gray >>>= 1, bit++)
      if (gray & 1) cells ^= v[bit];
    return cells >>> 0;
  };
}

export const sobol: DesignKind = {
  id: 'sobol',
  meaning: 'a Sobol sequence: combinations that fill the ranges evenly, however many they are',
  isGivenPoints: true,
  mostLevers: directions.length + 1,
  count: (_, points) => points,
  make(levers, points, seed) {
    const shares = levers.map(({ path }, dimension) => {
      const cells = sobolCells(dimension);
      threefry(seed, FOR_SOBOL, hashId(path), hashId(`sobol ${path}`));
      const shift = word[0];
      // The middle of a cell: neither end of a range is met by chance alone.
      return (point: number) => (((cells(point) ^ shift) >>> 0) + 0.5) / CELLS;
    });
    return {
      count: points,
      at: (combination) => levers.map((lever, at) => valueAlong(lever, shares[at](combination))),
    };
  },
};
