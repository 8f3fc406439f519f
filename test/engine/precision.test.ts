// Replications for a precision: the formula by hand, and Stein's promise kept over a thousand studies.
import { expect, test } from 'vitest';
import { isReached, PILOT, reached, replicationsNeeded } from '../../engine/index.ts';
import { normals, take, uniforms } from './chance.ts';

/** t at 97.5 % with 19 degrees of freedom, from tables. */
const T19 = 2.093024;
/** Ten values a below and ten above 100: variance 20 a² / 19. */
const pilot = (a: number) => Array.from({ length: 20 }, (_, at) => 100 + (at % 2 === 0 ? a : -a));

test('what is reached: half an interval, and as a share of the mean', () => {
  const { mean, halfWidth, share } = reached(pilot(10));
  const half = (T19 * Math.sqrt((20 * 100) / 19)) / Math.sqrt(20);
  expect(mean).toBeCloseTo(100, 12);
  expect(halfWidth).toBeCloseTo(half, 5);
  expect(share).toBeCloseTo(half / 100, 7);
  expect(reached([-4, -6]).share).toBeGreaterThan(0);
});

test('the number is (t s / (share × mean))², the largest over what is asked about', () => {
  const number = (a: number, share: number) => Math.ceil((T19 * T19 * ((20 * a * a) / 19)) / (share * 100) ** 2);
  expect(replicationsNeeded([pilot(10)], 0.02)).toBe(number(10, 0.02));
  expect(replicationsNeeded([pilot(10)], 0.02)).toBe(116);
  expect(replicationsNeeded([pilot(10), pilot(25), pilot(1)], 0.01)).toBe(number(25, 0.01));
});

test('what is reached needs no more than there are', () => {
  const values = pilot(10);
  const { share } = reached(values);
  expect(replicationsNeeded([values], share)).toBe(20);
  expect(isReached([values], share)).toBe(true);
  expect(isReached([values], share * 0.999)).toBe(false);
  expect(isReached([values, pilot(50)], share)).toBe(false);
});

test('what never varies is known, nobody is never known, and a mean of none has no share', () => {
  expect([replicationsNeeded([[0, 0, 0]], 0.05), isReached([[0, 0, 0]], 0.05)]).toEqual([0, true]);
  expect(isReached([], 0.05)).toBe(true);
  expect(replicationsNeeded([[NaN, NaN, NaN]], 0.05)).toBeNaN();
  expect(replicationsNeeded([[3]], 0.05)).toBeNaN();
  expect(isReached([[NaN, NaN]], 0.05)).toBe(false);
  expect(replicationsNeeded([[-1, 1]], 0.05)).toBe(Infinity);
});

test('replications with nobody to measure are counted in: half empty needs twice as many', () => {
  const full = pilot(20);
  const half = full.flatMap((value) => [value, NaN]);
  const [needed, twice] = [replicationsNeeded([full], 0.01), replicationsNeeded([half], 0.01)];
  expect(Math.abs(twice - 2 * needed)).toBeLessThanOrEqual(2);
});

test('of 1000 studies run to the number their pilot states, 95 % come as near the truth as was asked', () => {
  const next = normals(17);
  const [studies, share, truth] = [1000, 0.05, 20];
  let near = 0;
  let numbers = 0;
  for (let at = 0; at < studies; at++) {
    const source = () => truth + 6 * next();
    const values = take(PILOT, source);
    const needed = Math.max(PILOT, replicationsNeeded([values], share));
    numbers += needed;
    values.push(...take(needed - PILOT, source));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    if (Math.abs(mean - truth) <= share * truth) near++;
  }
  // At least 95 %, by Stein (1945) for a share of the true mean; the share of the mean seen differs a little from it.
  expect(near / studies).toBeGreaterThan(0.95 - 3.3 * Math.sqrt((0.95 * 0.05) / studies));
  // (2.093 × 6 / 1)² is 158 on average: the promise is not kept by running for ever.
  expect(numbers / studies / (T19 * T19 * 36)).toBeCloseTo(1, 1);
});

test('the pilot is not so small that its variance is anybody’s guess', () => {
  const next = uniforms(2);
  const numbers = take(500, () => replicationsNeeded([take(PILOT, () => 1 + next())], 0.01)).sort((a, b) => a - b);
  expect(numbers[475] / numbers[25]).toBeLessThan(4);
});
