// Antithetic pairs: intervals from pair means, F quantiles from tables, and a gain that is known.
import { expect, test } from 'vitest';
import { gainOfPairs, interval, numberInPairs, pairsOf, replicate, rowKeys } from '../../engine/index.ts';
import { pairMeans, pairedInterval } from '../../engine/study/statistics/pairs.ts';
import { equalFreedomQuantile } from '../../engine/study/statistics/pairs.ts';
import { normals, uniforms } from './chance.ts';
import { exponential, wardProgram } from './one-ward.ts';

test('pairs are neighbours; one without a partner is left out', () => {
  expect([...pairMeans([1, 3, 10, NaN, 4, 4, 9])]).toEqual([2, NaN, 4]);
  expect(pairedInterval([1, 3, 5, 9, 4, 4])).toEqual(interval([2, 7, 4]));
  expect(pairedInterval([1, 3, 5, 9, 4, 4]).n).toBe(3);
});

test.each([
  [0.975, 9, 4.026],
  [0.975, 30, 2.0739],
  [0.95, 10, 2.9782],
  [0.99, 5, 10.967],
])('F at %f with %i and as many degrees of freedom is %f, as in the tables', (p, df, f) => {
  expect(equalFreedomQuantile(p, df) / f).toBeCloseTo(1, 4);
});

test('F with 2 and 2 has a closed form', () => {
  for (const p of [0.6, 0.9, 0.975, 0.999]) expect(equalFreedomQuantile(p, 2) / (p / (1 - p))).toBeCloseTo(1, 9);
});

test('a known correlation gives its gain, and the interval holds it 95 times in 100', () => {
  const next = normals(3);
  const correlation = -0.6;
  const truth = 1 / (1 + correlation);
  const experiments = 1500;
  let [held, sum] = [0, 0];
  for (let at = 0; at < experiments; at++) {
    const values: number[] = [];
    for (let pair = 0; pair < 25; pair++) {
      const [a, b] = [next(), next()];
      values.push(10 + a, 10 + correlation * a + Math.sqrt(1 - correlation * correlation) * b);
    }
    const { gain, low, high, pairs } = gainOfPairs(values);
    expect(pairs).toBe(25);
    sum += Math.log(gain);
    if (low <= truth && truth <= high) held++;
  }
  expect(Math.abs(held / experiments - 0.95)).toBeLessThan(3.3 * Math.sqrt((0.95 * 0.05) / experiments));
  expect(Math.exp(sum / experiments) / truth).toBeCloseTo(1, 1);
});

test('u and 1 − u of a monotone number gain what theory says: for u² that is 8 times', () => {
  // Var u² = 4/45; the pair's mean (u² + (1 − u)²) / 2 has variance 1/180; half of 4/45 over 1/180 is 8.
  const next = uniforms(5);
  const values: number[] = [];
  for (let pair = 0; pair < 4000; pair++) {
    const u = next();
    values.push(u * u, (1 - u) * (1 - u));
  }
  const { low, high } = gainOfPairs(values, 0.999);
  expect(low).toBeLessThan(8);
  expect(high).toBeGreaterThan(8);
  expect(high / low).toBeLessThan(1.3);
  const { low: from, high: to } = pairedInterval(values, 0.999);
  expect(from < 1 / 3 && 1 / 3 < to).toBe(true);
});

test('too few pairs have no gain', () => {
  expect(gainOfPairs([1, 2])).toEqual({ gain: NaN, low: NaN, high: NaN, pairs: 1 });
});

test('whole replications two by two, in the order of one and its mirror', () => {
  expect([0, 1, 2, 3, 4, 5].map(numberInPairs)).toEqual([0, -1, 1, -2, 2, -3]);
  const rows = [
    [1, 10],
    [3, NaN],
    [5, 2],
    [7, 4],
    [9, 9],
  ].map((values) => Float64Array.from(values));
  expect(pairsOf(rows).map((row) => [...row])).toEqual([
    [2, NaN],
    [6, 3],
  ]);
});

test('the engine’s mirror: exponential stays of given people gain 1 / (2 − π² / 6), and their mean stays true', () => {
  const people = 40;
  const program = wardProgram({
    ward: { beds: 'unlimited', stay: exponential(2) },
    people: { atDays: Array.from({ length: people }, (_, n) => n / 4) },
    // Long enough that everybody has left: then people present on average are the stays' sum over the days.
    calendar: { warmUpDays: 0, runDays: 120 },
  });
  const row = rowKeys(program).findIndex((key) => key.measure === 'occupancy' && key.statistic === 'mean');
  const values = Array.from({ length: 4000 }, (_, place) => replicate(program, 8, numberInPairs(place))[row]);
  // The correlation of ln u and ln (1 − u) is 1 − π² / 6.
  const truth = 1 / (2 - Math.PI ** 2 / 6);
  const { gain, low, high } = gainOfPairs(values, 0.999);
  expect(low, `${gain}`).toBeLessThan(truth);
  expect(high, `${gain}`).toBeGreaterThan(truth);
  expect(high / low).toBeLessThan(1.3);
  const exact = (people * 2) / 120;
  const mean = pairedInterval(values, 0.999);
  expect(mean.low < exact && exact < mean.high).toBe(true);
  expect((mean.high - mean.low) / exact).toBeLessThan(0.02);
});
