// The polynomials that stays are drawn from: through what they are given, never turning back, and refused where they would be wrong.
import { expect, test } from 'vitest';
import { coarse, fits, ROW, valueAt } from '../../engine/distributions/polynomial.ts';

const rows = new Float64Array(3 * ROW);
const isFit = (exact: (t: number) => number, off = 1e-10): boolean =>
  fits(rows, ROW, exact(0), exact(1), off, (t) => exact(t));

test('a polynomial of degree 7 is found again, and leaves the rows beside it alone', () => {
  rows.fill(-1);
  expect(isFit((t) => 2 + t + t ** 3 / 5 + t ** 7 / 9)).toBe(true);
  const row = rows.slice(ROW, 2 * ROW);
  for (const [power, wanted] of [2, 1, 0, 0.2, 0, 0, 0, 1 / 9].entries()) expect(row[power]).toBeCloseTo(wanted, 10);
  expect([...rows.slice(0, ROW), ...rows.slice(2 * ROW)]).toEqual(Array(2 * ROW).fill(-1));
});

test('both ends are met: the first to the bit, and the last never passed', () => {
  for (const power of [-7, -3, -0.9, 0.1, 0.7, 1.3, 2.5])
    for (let n = 0; n < 200; n++) {
      const exact = (t: number) => (1 + n / 150 + t / 4) ** power;
      if (!isFit(exact)) continue;
      expect(valueAt(rows, ROW, 0)).toBe(exact(0));
      const past = (valueAt(rows, ROW, 1) - exact(1)) * Math.sign(power);
      expect(past).toBeLessThanOrEqual(0);
      expect(past).toBeGreaterThan(-1e-14);
    }
});

test('what stands still on its way, bends back, kinks or jumps is refused', () => {
  expect(isFit((t) => 1 + t + (t - 0.5) ** 3)).toBe(true);
  expect(isFit((t) => 3 - t - (t - 0.5) ** 3)).toBe(true);
  expect(isFit((t) => 1 + (t - 0.5) ** 3)).toBe(false);
  expect(isFit((t) => 1 + t * (t - 0.4) * (t - 0.5))).toBe(false);
  expect(isFit((t) => 1 + Math.max(t, 0.3))).toBe(false);
  expect(isFit((t) => 1 + t + (t > 0.6 ? 1e-6 : 0))).toBe(false);
  expect(isFit((t) => 1 + t + (t > 0.6 ? 1e-6 : 0), 1e-4)).toBe(true);
});

test('no step of t makes it fall, which finer steps would', () => {
  expect(isFit((t) => (1 + t / 4) ** -1, 1e-9)).toBe(true);
  let finerFalls = 0;
  for (let n = 0; n < 100_000; n++) {
    const t = (n + 0.3) / 100_000;
    const next = t + 2 ** -53;
    if (valueAt(rows, ROW, next) > valueAt(rows, ROW, t)) finerFalls++;
    expect(valueAt(rows, ROW, coarse(next))).toBeLessThanOrEqual(valueAt(rows, ROW, coarse(t)));
    const step = coarse(t) + 2 ** -41;
    expect(coarse(step)).toBe(step);
    expect(valueAt(rows, ROW, step)).toBeLessThanOrEqual(valueAt(rows, ROW, coarse(t)));
  }
  expect(finerFalls).toBeGreaterThan(0);
});
