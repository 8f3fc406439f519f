// The interval of a share that was counted is Clopper and Pearson's: its ends by closed form where there is one, and by their own definition.
import { expect, it } from 'vitest';
import { shareWithin } from '../../engine/study/fit/share-fit.ts';

it.each([
  // Where nobody went, or everybody, an end is a root.
  [0, 10, 0, 1 - 0.025 ** (1 / 10)],
  [10, 10, 0.025 ** (1 / 10), 1],
  [0, 1, 0, 0.975],
  // Of 5 in 10, as in tables.
  [5, 10, 0.187086, 0.812914],
  [1, 20, 0.001265, 0.248733],
])('%i of %i', (count, of, low, high) => {
  const within = shareWithin(count, of);
  expect(within.value).toBe(count / of);
  expect(within.low).toBeCloseTo(low, 6);
  expect(within.high).toBeCloseTo(high, 6);
});

it('at either end the count is just one of those that come once in forty times', () => {
  const [count, of] = [37, 120];
  const { low, high } = shareWithin(count, of);
  /** The chance of so many of `of`, added up term by term. */
  const chance = (from: number, to: number, share: number): number => {
    let [sum, log] = [0, 0];
    for (let k = 0; k <= to; k++) {
      if (k >= from) sum += Math.exp(log + k * Math.log(share) + (of - k) * Math.log(1 - share));
      log += Math.log((of - k) / (k + 1));
    }
    return sum;
  };
  expect(chance(count, of, low!)).toBeCloseTo(0.025, 9);
  expect(chance(0, count, high!)).toBeCloseTo(0.025, 9);
});
