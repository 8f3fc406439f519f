// The recorder of days: exact while values are kept, within its bins after that, zeros counted but never lost.
import { expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import {
  makeRecorder,
  meanOf,
  percentileOf,
  record,
  sdOf,
  shareAbove,
  shareAboveZero,
} from '../../engine/account/recorder.ts';

const filled = (values: readonly number[]) => {
  const recorder = makeRecorder();
  for (const value of values) record(recorder, value);
  return recorder;
};

/** Hyndman and Fan's type 7, plainly. */
const typeSeven = (values: readonly number[], p: number) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = p * (sorted.length - 1);
  const low = sorted[Math.floor(at)];
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
        expect(shareAbove(recorder, 7)).toBe(values.filter((x) => x > 7).length / values.length);
      },
    ),
    { numRuns: cases(400) },
  );
});

test('equal values have a spread of exactly zero', () => {
  expect(sdOf(filled([14.3, 14.3, 14.3]))).toBe(0);
  expect(sdOf(filled([0, 0]))).toBe(0);
  for (const days of [0.1, 1 / 3, 7.7, 1e6 + 0.1])
    for (let n = 2; n < 40; n++) expect(sdOf(filled(Array<number>(n).fill(days)))).toBe(0);
});

test('over 1, 7 and 14 days means strictly over', () => {
  const recorder = filled([0, 0.5, 1, 1.5, 7, 7.5, 14, 14.5, 30]);
  expect([1, 7, 14].map((days) => shareAbove(recorder, days))).toEqual([6 / 9, 4 / 9, 2 / 9]);
});

test('percentiles by hand, at the zeros, between them and the rest, and at the ends', () => {
  const recorder = filled([4, 0, 6, 0, 2]);
  const shares = [0, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1];
  expect(shares.map((share) => percentileOf(recorder, share))).toEqual([0, 0, 1, 2, 3, 4, 5, 6]);
  expect(percentileOf(filled([0, 0, 0]), 1)).toBe(0);
  expect(percentileOf(filled([3]), 1)).toBe(3);
});

test('asking changes nothing: in any order, again, and with more people to come', () => {
  const values = Array.from({ length: 301 }, (_, i) => ((i * 7919) % 1009) / 7);
  const recorder = makeRecorder();
  for (const [at, value] of values.entries()) {
    record(recorder, value);
    if (at % 50 !== 49) continue;
    const fresh = filled(values.slice(0, at + 1));
    expect([meanOf(recorder), sdOf(recorder)]).toEqual([meanOf(fresh), sdOf(fresh)]);
    for (const share of [0.9, 0.5, 0.95, 0.7, 0.7, 0, 1])
      expect(percentileOf(recorder, share)).toBeCloseTo(typeSeven(values.slice(0, at + 1), share), 12);
  }
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

const KEPT = 16_384;
const countIn = (bins: Float64Array | null) => bins!.reduce((sum, count) => sum + count, 0);

test('so many values are kept, one more goes into bins with all before it, and none is lost', () => {
  const recorder = filled(Array.from({ length: KEPT }, (_, i) => i + 1));
  expect([recorder.bins, percentileOf(recorder, 1)]).toEqual([null, KEPT]);
  record(recorder, 5.5);
  expect([recorder.values.length, countIn(recorder.bins)]).toEqual([0, KEPT + 1]);
  for (const days of [0, 1e-12, 1e12, 3]) record(recorder, days);
  expect([recorder.above, recorder.zeros, countIn(recorder.bins)]).toEqual([KEPT + 4, 1, KEPT + 4]);
});

test('the number of a bin is its middle, and what is below or above all bins goes to the first or last', () => {
  const middleOf = (power: number, ninths: number) => 2 ** power * (1 + (ninths + 0.5) / 512);
  const half = KEPT / 2;
  const recorder = filled([...Array<number>(half).fill(1e-9), ...Array<number>(half + 1).fill(0.1), 2 ** 24, 1e9]);
  expect(countIn(recorder.bins)).toBe(KEPT + 3);
  // 0.1 is 1.6 sixteenths, and 0.6 of 512 is in the 308th part.
  expect(percentileOf(recorder, 0)).toBe(middleOf(-24, 0));
  expect(percentileOf(recorder, 0.7)).toBe(middleOf(-4, 307));
  expect(percentileOf(recorder, 1)).toBe(middleOf(23, 511));
  const least = filled(Array<number>(KEPT + 1).fill(2 ** -24 * (1 + 1.2 / 512)));
  expect(percentileOf(least, 0.5)).toBe(middleOf(-24, 1));
});

test('zeros and bins: the zeros come first, then the least bin that holds anybody', () => {
  const recorder = filled([...Array<number>(3).fill(0), ...Array<number>(KEPT + 1).fill(2)]);
  const at = (rank: number) => percentileOf(recorder, rank / (KEPT + 3));
  expect([at(0), at(2), at(2.5)]).toEqual([0, 0, 0]);
  expect(at(3)).toBeCloseTo(2, 2);
  expect(at(3.5)).toBeCloseTo(2, 2);
});

test('a share over a threshold is exact in bins too, also for values that lie on it', () => {
  const recorder = filled([...Array<number>(KEPT + 1).fill(7), ...Array<number>(100).fill(7.001), 0, 3]);
  expect(recorder.bins).not.toBeNull();
  expect([1, 7, 14].map((days) => shareAbove(recorder, days) * (KEPT + 103))).toEqual([KEPT + 102, 100, 0]);
});
