// A grid (a full factorial design): every combination of every value, the last number named changing quickest.
import { type DesignKind, type Lever, valueNumbered, valuesOf } from './design.ts';

const count = (levers: readonly Lever[]): number => levers.reduce((product, lever) => product * valuesOf(lever), 1);

export const grid: DesignKind = {
  id: 'grid',
  meaning: 'every combination of every value',
  isGivenPoints: false,
  mostLevers: Infinity,
  count,
  make: (levers) => ({
    count: count(levers),
    at(combination) {
      const values = levers.map(() => 0);
      let left = combination;
      for (let at = levers.length - 1; at >= 0; at--) {
        const its = valuesOf(levers[at]);
        values[at] = valueNumbered(levers[at], left % its);
        left = Math.floor(left / its);
      }
      return values;
    },
  }),
};
