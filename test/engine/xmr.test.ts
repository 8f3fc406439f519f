// XmR limits by hand: the average, 2.66 mean moving ranges to either side, and which numbers stand out.
import { describe, expect, it } from 'vitest';
import { xmrOf } from '../../engine/index.ts';
import fc from '../properties.ts';

describe('XmR', () => {
  it('has the limits of a series worked out by hand', () => {
    // Steps 2, 4, 2: on average 8/3; 2.66 of that is 7.0933.
    const { mean, low, high, outside, inRuns } = xmrOf([10, 12, 8, 10]);
    expect(mean).toBe(10);
    expect(low).toBeCloseTo(10 - (2.66 * 8) / 3, 12);
    expect(high).toBeCloseTo(10 + (2.66 * 8) / 3, 12);
    expect([outside, inRuns]).toEqual([[], []]);
  });

  it('finds what lies outside, to either side, and no lower limit lies below zero', () => {
    const steady = [20, 21, 20, 21, 20, 21, 20, 21, 20, 21];
    const high = xmrOf([...steady, 60]);
    expect(high.outside).toEqual([10]);
    const low = xmrOf([...steady, ...steady, 3, ...steady]);
    expect(low.outside).toEqual([20]);
    expect(xmrOf([0, 5, 0, 5]).low).toBe(0);
  });

  it('finds runs of eight or more on one side, and no shorter ones', () => {
    const below = Array.from({ length: 8 }, (_, at) => 10 + (at % 2));
    const above = Array.from({ length: 8 }, (_, at) => 20 + (at % 2));
    expect(xmrOf([...below, ...above]).inRuns).toEqual(Array.from({ length: 16 }, (_, at) => at));
    expect(xmrOf([...below.slice(1), ...above.slice(1)]).inRuns).toEqual([]);
    // One number on the average itself breaks a run.
    expect(xmrOf([1, 1, 1, 1, 2, 1, 1, 1, 1, 3, 3, 3, 3, 2, 3, 3, 3, 3]).inRuns).toEqual([]);
  });

  it('finds nothing in numbers that are all alike, whatever their decimals', () => {
    for (const one of [0, 0.1, 7.3, 11.1, 222.2])
      for (const weeks of [8, 12, 30, 52]) {
        const { outside, inRuns } = xmrOf(Array<number>(weeks).fill(one));
        expect([one, weeks, outside, inRuns]).toEqual([one, weeks, [], []]);
      }
  });

  it('is the same further up, and as much wider as the numbers are', () => {
    const whole = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(whole, (values) => {
        const one = xmrOf(values);
        const up = xmrOf(values.map((value) => value + 10_000));
        expect(up.mean).toBeCloseTo(one.mean + 10_000, 6);
        expect(up.high - up.mean).toBeCloseTo(one.high - one.mean, 6);
        expect(up.inRuns).toEqual(one.inRuns);
        const twice = xmrOf(values.map((value) => 2 * value));
        expect(twice.high).toBeCloseTo(2 * one.high, 6);
        expect(twice.low).toBeCloseTo(2 * one.low, 6);
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.low <= one.mean && one.mean <= one.high).toBe(true);
      }),
    );
  });
});
