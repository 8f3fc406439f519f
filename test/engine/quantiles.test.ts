// Every distribution at a few points, quickly: agreement with its own cumulative share, closed forms, and the ends. The full test is distributions.test.ts.
import { expect, test } from 'vitest';
import { residualOf, samplerOf, type Stay } from '../../engine/distributions/index.ts';
import { residualTable } from '../../engine/distributions/residual.ts';

const PLACES = [1e-6, 0.001, 0.03, 0.2, 0.45, 0.5, 0.55, 0.8, 0.97, 0.999, 1 - 1e-6];
const LEAST = Math.pow(2, -53);

test.each<Stay>([
  { shape: 'exponential', meanDays: 3 },
  { shape: 'lognormal', meanDays: 21, sdDays: 14 },
  { shape: 'lognormal', meanDays: 9, medianDays: 5 },
  { shape: 'gamma', meanDays: 10, sdDays: 0.4 },
  { shape: 'gamma', meanDays: 10, sdDays: 4 },
  { shape: 'gamma', meanDays: 10, sdDays: 15 },
  { shape: 'weibull', meanDays: 8, sdDays: 0.05 },
  { shape: 'weibull', meanDays: 8, sdDays: 12 },
  { shape: 'erlang', meanDays: 12, phases: 3 },
  { shape: 'triangular', leastDays: 1, likelyDays: 2, mostDays: 7 },
  { shape: 'uniform', leastDays: 1, mostDays: 7 },
  {
    shape: 'mixture',
    of: [
      { share: 0.7, stay: { shape: 'exponential', meanDays: 10 } },
      { share: 0.3, stay: { shape: 'lognormal', meanDays: 60, sdDays: 40 } },
    ],
  },
])('%j: the share within its quantile is the share asked for', (stay) => {
  const { quantile, shareWithin, shareBeyond } = samplerOf(stay);
  for (const u of PLACES) {
    const days = quantile(u);
    expect(Math.abs(shareWithin(days) - u)).toBeLessThan(1e-4 * Math.min(u, 1 - u) + 1e-9);
    expect(Math.abs(shareBeyond(days) - (1 - u))).toBeLessThan(1e-4 * Math.min(u, 1 - u) + 1e-9);
  }
  expect(quantile(LEAST)).toBeLessThanOrEqual(quantile(PLACES[0]));
  expect(quantile(1 - LEAST)).toBeGreaterThanOrEqual(quantile(PLACES.at(-1)!));
  expect([shareWithin(0), shareBeyond(0)]).toEqual([0, 1]);
});

test('means and sds that follow from the parameters', () => {
  const of = (stay: Stay) => [samplerOf(stay).meanDays, samplerOf(stay).sdDays];
  expect(of({ shape: 'uniform', leastDays: 2, mostDays: 8 })).toEqual([5, 6 / Math.sqrt(12)]);
  expect(of({ shape: 'triangular', leastDays: 0, likelyDays: 3, mostDays: 6 })).toEqual([3, Math.sqrt(27 / 18)]);
  expect(of({ shape: 'erlang', meanDays: 12, phases: 4 })).toEqual([12, 6]);
  expect(of({ shape: 'empirical', valuesDays: [1, 4], weights: [1, 2] })).toEqual([3, Math.SQRT2]);
  const two = [3, 7].map((meanDays) => ({ share: 0.5, stay: { shape: 'exponential', meanDays } }));
  // Of exponentials: the mean of squares is twice that of the squared means.
  expect(of({ shape: 'mixture', of: two })).toEqual([5, Math.sqrt(9 + 49 - 25)]);
});

test('observed lengths come in their shares, sorted, and those of no weight never', () => {
  const { quantile, shareWithin, shareBeyond } = samplerOf({
    shape: 'empirical',
    valuesDays: [9, 2, 5, 2],
    weights: [1, 2, 0, 1],
  });
  expect([LEAST, 0.25, 0.7499, 0.75, 1 - LEAST].map(quantile)).toEqual([2, 2, 2, 9, 9]);
  expect([1.9, 2, 5, 8.9, 9].map(shareWithin)).toEqual([0, 0.75, 0.75, 0.75, 1]);
  expect([1.9, 2, 9].map(shareBeyond)).toEqual([1, 0.25, 0]);
});

test('outside its limits nobody or everybody is within', () => {
  for (const stay of [
    { shape: 'uniform', leastDays: 2, mostDays: 6 },
    { shape: 'triangular', leastDays: 2, likelyDays: 3, mostDays: 6 },
  ]) {
    const { shareWithin, shareBeyond } = samplerOf(stay);
    expect([1, 2, 6, 7].map(shareWithin)).toEqual([0, 0, 1, 1]);
    expect([1, 2, 6, 7].map(shareBeyond)).toEqual([1, 1, 0, 0]);
  }
  const fixed = samplerOf({ shape: 'fixed', days: 4 });
  expect([3.9, 4, 4.1].map(fixed.shareWithin)).toEqual([0, 1, 1]);
  expect([3.9, 4, 4.1].map(fixed.shareBeyond)).toEqual([1, 0, 0]);
});

test('what is left of an exponential is itself, of a fixed stay even, of a uniform one as the formula has it', () => {
  for (const u of PLACES.slice(1, -1)) {
    const exponential = samplerOf({ shape: 'exponential', meanDays: 3 });
    expect(residualTable(exponential)(u) / exponential.quantile(u)).toBeCloseTo(1, 4);
    expect(residualTable(samplerOf({ shape: 'fixed', days: 4 }))(u)).toBeCloseTo(4 * u, 9);
    // Uniform from 2 to 6: even up to 2, then the share longer falls in a straight line; the mean is 4.
    const beyond = 4 * (1 - u);
    const days = u <= 0.5 ? 4 * u : 6 - Math.sqrt(8 * beyond);
    expect(residualOf({ shape: 'uniform', leastDays: 2, mostDays: 6 }).quantile(u)).toBeCloseTo(days, 3);
  }
});
