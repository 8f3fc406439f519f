// A share from what was counted, with its exact interval: no assumption but that people go their ways independently of each other.
// Source: Clopper and Pearson, Biometrika 26 (1934).
import { binomialCdf } from '../statistics/order-intervals.ts';
import type { FittedNumber } from './family-fit.ts';

const TAIL = 0.025;
const HALVINGS = 60;

export function shareWithin(count: number, of: number): FittedNumber {
  return {
    value: count / of,
    low: count === 0 ? 0 : crossing((share) => 1 - binomialCdf(count - 1, of, share) < TAIL),
    high: count === of ? 1 : crossing((share) => binomialCdf(count, of, share) > TAIL),
  };
}

/** Where what is true of small shares ceases to be. */
function crossing(isTrue: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let n = 0; n < HALVINGS; n++) {
    const middle = 0.5 * (low + high);
    if (isTrue(middle)) low = middle;
    else high = middle;
  }
  return low;
}
