// The recorder of days: exact while values are kept, within its bins after that, zeros counted but never lost.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeRecorder, meanOf, percentileOf, record, sdOf, shareAboveZero } from '../../engine/recorder.ts';

const filled = (values: readonly number[]) => {
  const recorder = makeRecorder();
  for (const value of values) record(recorder, value);
  return recorder;
};

/** Hyndman and Fan's type 7, plainly. */
const typeSeven = (values: readonly number[], p: number) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)]!;
  return low + (at - Math.floor(at)) * ((sorted[Math.floor(at) + 1] ?? low) - low);
};

test('mean, spread, shares and percentiles of any list with any number of zeros', () => {
  const days = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 400, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(days, { minLength: 2, maxLength: 120 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (values, p) => {
        const recorder = filled(values);
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        const sd = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1));
        expect(meanOf(recorder)).toBeCloseTo(mean, 8);
        expect(sdOf(recorder)).toBeCloseTo(sd, 6);
        expect(percentileOf(recorder, p)).toBeCloseTo(typeSeven(values, p), 8);
        expect(shareAboveZero(recorder)).toBe(values.filter((x) => x > 0).length / values.length);
        expect(recorder.above7).toBe(values.filter((x) => x > 7).length);
      },
    ),
    { seed: 11, numRuns: 400 },
  );
});

test('equal values have a spread of exactly nought', () => {
  expect(sdOf(filled([14.3, 14.3, 14.3]))).toBe(0);
  expect(sdOf(filled([0, 0]))).toBe(0);
});

test('nobody is not a number', () => {
  const recorder = makeRecorder();
  for (const value of [meanOf(recorder), sdOf(recorder), percentileOf(recorder, 0.5), shareAboveZero(recorder)])
    expect(value).toBeNaN();
});

test('a long list keeps no values, and its percentiles stay within two parts in a thousand', () => {
  const values = Array.from({ length: 200_000 }, (_, i) => (i % 4 === 0 ? 0 : ((i * 7919) % 100_003) / 777 + 0.001));
  const recorder = filled(values);
  expect(recorder.values.length).toBe(0);
  for (const p of [0.1, 0.3, 0.5, 0.9, 0.99]) {
    const exact = typeSeven(values, p);
    expect(Math.abs(percentileOf(recorder, p) - exact)).toBeLessThanOrEqual(0.002 * exact);
  }
});
