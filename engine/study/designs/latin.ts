// A Latin hypercube: of n combinations, each number meets each of n equally wide parts of its range once.
import { hashId, threefry, uniformAt, word } from '../../ground/random.ts';
import { strataOf } from '../../ground/strata.ts';
import { type DesignKind, valueAlong } from './design.ts';

const FOR_LATIN = hashId('latin hypercube') | 0;
const FOR_STRATUM = 1;
const FOR_PLACE = 2;

export const latin: DesignKind = {
  id: 'latin',
  meaning: 'a Latin hypercube: each number meets each part of its range once, in random combinations',
  isGivenPoints: true,
  mostLevers: Infinity,
  count: (_, points) => points,
  make(levers, points, seed) {
    // Seed and path give a number's key, so another number beside it leaves its draws as they are.
    const shares = levers.map(({ path }) => {
      threefry(seed, FOR_LATIN, hashId(path), hashId(`latin ${path}`));
      const [keyHigh, keyLow] = word;
      const strata = strataOf(keyHigh, keyLow, FOR_STRATUM, points);
      return (at: number) => (strata[at] + uniformAt(keyHigh, keyLow, FOR_PLACE, at)) / points;
    });
    return {
      count: points,
      at: (combination) => levers.map((lever, at) => valueAlong(lever, shares[at](combination))),
    };
  },
};
