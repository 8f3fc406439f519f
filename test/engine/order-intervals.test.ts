// Percentiles across replications: exact binomial sums, ranks from published tables, and coverage for any shape.
import { describe, expect, test } from 'vitest';
import { orderInterval } from '../../engine/index.ts';
import { binomialCdf, orderRanks } from '../../engine/study/statistics/order-intervals.ts';
import { take, uniforms } from './chance.ts';

/** Chance of at most k of n, p = of / over, by whole numbers. */
function exactCdf(k: number, n: number, of: bigint, over: bigint): number {
  let [choose, sum] = [1n, 0n];
  for (let i = 0; i <= k; i++) {
    sum += choose * of ** BigInt(i) * (over - of) ** BigInt(n - i);
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  return Number((sum * 10n ** 18n) / over ** BigInt(n)) / 1e18;
}

test.each([
  [10, 1n, 2n],
  [37, 9n, 10n],
  [100, 1n, 20n],
  [300, 9n, 10n],
])('the binomial of %i with %i/%i is the exact sum', (n, of, over) => {
  for (let k = 0; k <= n; k += Math.ceil(n / 25))
    expect(binomialCdf(k, n, Number(of) / Number(over))).toBeCloseTo(exactCdf(k, n, of, over), 12);
  expect([binomialCdf(-1, n, 0.5), binomialCdf(n, n, 0.5)]).toEqual([0, 1]);
});

describe('ranks', () => {
  // The median of 10 lies between the 2nd and the 9th with 97.9 %, of 100 between the 40th and the 61st with 96.5 %.
  test.each([
    [6, 0.5, 1, 6, 0.96875],
    [10, 0.5, 2, 9, 0.978516],
    [100, 0.5, 40, 61, 0.9648],
  ])('of %i at %f are as in the tables', (n, p, lower, upper, coverage) => {
    const found = orderRanks(n, p);
    expect([found.lower, found.upper]).toEqual([lower, upper]);
    expect(found.coverage).toBeCloseTo(coverage, 4);
  });

  test('leave out as much on each side as they may, and no more', () => {
    for (let n = 1; n <= 200; n += 7)
      for (const p of [0.1, 0.5, 0.9, 0.95]) {
        const { lower, upper, coverage } = orderRanks(n, p);
        expect(binomialCdf(lower - 1, n, p)).toBeLessThanOrEqual(0.025);
        expect(binomialCdf(lower, n, p)).toBeGreaterThan(0.025);
        expect(1 - binomialCdf(upper - 1, n, p)).toBeLessThanOrEqual(0.025 + 1e-15);
        if (upper > 1) expect(1 - binomialCdf(upper - 2, n, p)).toBeGreaterThan(0.025);
        expect(coverage).toBeGreaterThanOrEqual(0.95 - 1e-12);
      }
  });
});

test('too few values bound a bad year from below only', () => {
  const few = orderInterval([3, 1, NaN, 2, 5, 4], 0.9);
  // At most 2 of 5 below happens 0.9 % of the time, at most 3 of 5 8 %: so the third is the bound.
  expect([few.n, few.low, few.high]).toEqual([5, 3, NaN]);
  expect(few.value).toBeCloseTo(4.6, 12);
  expect(orderInterval([], 0.9).value).toBeNaN();
  // 0.9 to the power of 36 is the first below 0.025.
  expect(orderInterval(take(35, uniforms(1)), 0.9).high).toBeNaN();
  expect(orderInterval(take(36, uniforms(1)), 0.9).high).toBeLessThan(1);
});

test('values are ordered as numbers, and the interval holds the value', () => {
  const found = orderInterval([10, 9, 100, 1, 2, 3, 4, 5, 6, 7, 8], 0.5);
  expect(found.value).toBe(6);
  expect([found.low, found.high]).toEqual([2, 10]);
});

test('it holds the true percentile as often as it says, for values of a shape that t would not do for', () => {
  const next = uniforms(20240101);
  const [experiments, n, p] = [4000, 60, 0.9];
  // Lognormal-like: the exponential of an exponential; its 9-in-10 point is exp(ln 10).
  const truth = 10;
  let held = 0;
  let coverage = 0;
  for (let at = 0; at < experiments; at++) {
    const found = orderInterval(
      take(n, () => 1 / next()),
      p,
    );
    coverage = found.coverage;
    if (found.low <= truth && truth <= found.high) held++;
  }
  const spread = Math.sqrt((coverage * (1 - coverage)) / experiments);
  expect(Math.abs(held / experiments - coverage)).toBeLessThan(3.3 * spread);
});
