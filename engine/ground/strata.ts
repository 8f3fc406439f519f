// Strata in a random order: of so many draws, each meets each of as many strata of equal chance once (Latin hypercube sampling).
// Source: McKay, Beckman and Conover, "A comparison of three methods for selecting values of input variables", 1979.
import { uniformAt } from './random.ts';

/** By draw, the number of its stratum. Draws have addresses: the key says what is drawn, `purpose` what for. */
export function strataOf(keyHigh: number, keyLow: number, purpose: number, draws: number): Int32Array {
  const heights = Float64Array.from({ length: draws }, (_, draw) => uniformAt(keyHigh, keyLow, purpose, draw));
  const strata = new Int32Array(draws);
  const order = Int32Array.from({ length: draws }, (_, draw) => draw).sort((a, b) => heights[a] - heights[b] || a - b);
  order.forEach((draw, stratum) => (strata[draw] = stratum));
  return strata;
}
