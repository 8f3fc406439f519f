// Intervals, verdicts and percentiles against published tables and hand-worked cases.
import { expect, test } from 'vitest';
import fc from '../properties.ts';
import { difference, interval, studentQuantile, verdict } from '../../engine/study/statistics/confidence.ts';
import { levelQuantile, orderStatistic, quantileType7 } from '../../engine/ground/quantiles.ts';
import { uniformAt } from '../../engine/ground/random.ts';

test.each([
  [1, 12.7062],
  [2, 4.30265],
  [9, 2.26216],
  [29, 2.04523],
  [99, 1.98422],
])('t at 97.5 %% with %i degrees of freedom is %f, as in the tables', (df, t) => {
  expect(Math.abs(studentQuantile(0.975, df) - t)).toBeLessThan(6e-5 * (df === 1 ? 1 : 0.1));
  expect(studentQuantile(0.025, df)).toBeCloseTo(-t, 4);
});

test('t has closed forms with 1 and 2 degrees of freedom, and tends to the normal', () => {
  for (const p of [0.6, 0.9, 0.99, 0.9999]) {
    expect(studentQuantile(p, 1) / Math.tan(Math.PI * (p - 0.5))).toBeCloseTo(1, 11);
    expect(studentQuantile(p, 2) / ((2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeCloseTo(1, 11);
  }
  expect(studentQuantile(0.975, 1e7)).toBeCloseTo(1.959963984540054, 5);
  expect(studentQuantile(0.5, 3)).toBe(0);
});

test('an interval leaves out NaN and needs two values', () => {
  const { mean, low, high, n } = interval([1, NaN, 2, 3]);
  expect([mean, n]).toEqual([2, 3]);
  expect(high - mean).toBeCloseTo(0.95 / Math.sqrt(2 * 0.975 * 0.025) / Math.sqrt(3), 10);
  expect(mean - low).toBeCloseTo(high - mean, 12);
  expect(interval([5, NaN])).toEqual({ mean: 5, low: NaN, high: NaN, n: 1 });
  expect(interval([])).toEqual({ mean: NaN, low: NaN, high: NaN, n: 0 });
  expect(interval([4, 4, 4])).toEqual({ mean: 4, low: 4, high: 4, n: 3 });
  // Two values are the fewest: sd √2, so the half width is t with 1 degree of freedom times √2 / √2.
  expect(interval([1, 3]).high - 2).toBeCloseTo(Math.tan(Math.PI * 0.475), 10);
  const wide = interval([1, 2, 3], 0.99);
  expect(wide.high).toBeGreaterThan(high);
});

test('a difference is paired: what two options share cancels', () => {
  expect(difference([101, 202, 303], [100, 201, 302])).toEqual({ mean: 1, low: 1, high: 1, n: 3 });
  expect(difference([1, NaN, 3], [1, 2, 2]).n).toBe(2);
});

test('a verdict needs zero strictly outside the interval', () => {
  expect(verdict(0.1, 2, 'more')).toBe('better');
  expect(verdict(0.1, 2, 'less')).toBe('worse');
  expect(verdict(-2, -0.1, 'less')).toBe('better');
  expect(verdict(-2, -0.1, 'more')).toBe('worse');
  expect(verdict(0.1, 2, null)).toBe('higher');
  expect(verdict(-2, -0.1, null)).toBe('lower');
  for (const [low, high] of [
    [0, 1],
    [-1, 0],
    [-1, 1],
    [0, 0],
  ] as const)
    expect(verdict(low, high, 'less')).toBe('no clear difference');
  expect(verdict(NaN, NaN, 'less')).toBeNull();
  expect(verdict(NaN, NaN, null)).toBeNull();
});

test('type 7 percentiles by hand', () => {
  const ten = () => Float64Array.from([3, 1, 10, 2, 9, 4, 8, 5, 7, 6]);
  expect(quantileType7(ten(), 10, 0.5)).toBe(5.5);
  expect(quantileType7(ten(), 10, 0.9)).toBeCloseTo(9.1, 12);
  expect(quantileType7(ten(), 10, 0)).toBe(1);
  expect(quantileType7(ten(), 10, 1)).toBe(10);
  expect(quantileType7(ten(), 3, 0.5)).toBe(3);
  for (const p of [0, 0.5, 1]) expect(quantileType7(new Float64Array(4), 0, p)).toBeNaN();
  // Of 3, 1 and 10 only; the 2 after them is not among the first three.
  expect(quantileType7(ten(), 3, 0.75)).toBe(6.5);
});

test('type 7 percentiles agree with sorting, whatever the order and however many are equal', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9, max: 30 }), { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, p) => {
        const sorted = Float64Array.from(list).sort();
        const position = (list.length - 1) * p;
        const rank = Math.floor(position);
        const wanted = sorted[rank] + (position - rank) * ((sorted[rank + 1] ?? sorted[rank]) - sorted[rank]);
        expect(quantileType7(Float64Array.from(list), list.length, p)).toBeCloseTo(wanted, 9);
      },
    ),
    { seed: 7 },
  );
});

test('every rank of lists of every length, with few equal values and with many', () => {
  for (let n = 1; n <= 40; n++)
    for (const kinds of [3, 1000]) {
      const list = Float64Array.from({ length: n }, (_, at) => Math.floor(uniformAt(3, kinds, n, at) * kinds));
      const sorted = [...list].sort((a, b) => a - b);
      for (let k = 0; k < n; k++) {
        const mine = list.slice();
        expect(orderStatistic(mine, n, k)).toBe(sorted[k]);
        expect(Math.max(-1, ...mine.slice(0, k))).toBeLessThanOrEqual(sorted[k]);
        expect(Math.min(1e9, ...mine.slice(k))).toBe(sorted[k]);
      }
    }
});

test('a long list that is sorted already is no trouble', () => {
  const n = 30_001;
  const up = Float64Array.from({ length: n }, (_, at) => at);
  expect(quantileType7(up.slice(), n, 0.5)).toBe((n - 1) / 2);
  expect(quantileType7(up.slice().reverse(), n, 0.9)).toBeCloseTo(0.9 * (n - 1), 6);
});

test('the level quantile is the least count not exceeded for that share of the time', () => {
  const days = Float64Array.from([0, 5, 0, 4, 1, 0]);
  expect(levelQuantile(days, 10, 0)).toBe(1);
  expect(levelQuantile(days, 10, 0.5)).toBe(1);
  expect(levelQuantile(days, 10, 0.51)).toBe(3);
  expect(levelQuantile(days, 10, 0.9)).toBe(3);
  expect(levelQuantile(days, 10, 1)).toBe(4);
  expect(levelQuantile(new Float64Array(3), 0, 0.5)).toBeNaN();
  // A total that the counts do not quite reach: the greatest count there was.
  expect(levelQuantile(Float64Array.from([1, 1, 0]), 2.001, 1)).toBe(1);
});
