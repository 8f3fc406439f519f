// The 95 % intervals of a fitted mean and spread hold the truth 95 times in 100: a thousand made data sets of four shapes, some people still there.
import { expect, it } from 'vitest';
import { samplerOf, type Stay } from '../../engine/distributions/index.ts';
import { uniformAt } from '../../engine/ground/random.ts';
import { families } from '../../engine/study/fit/families.ts';
import { fitFamily } from '../../engine/study/fit/family-fit.ts';
import { weighed } from '../../engine/study/fit/weighed.ts';

const SETS = 1000;
const PEOPLE = 60;
const [MEAN, LAST_DAY] = [12, 120];

const stays: readonly Stay[] = [
  { shape: 'exponential', meanDays: MEAN },
  { shape: 'gamma', meanDays: MEAN, sdDays: 8 },
  { shape: 'weibull', meanDays: MEAN, sdDays: 8 },
  { shape: 'lognormal', meanDays: MEAN, sdDays: 9 },
];

/** People come on any day of the records, which end on the last: whoever has not left by then is still there. */
function madeRecords(stay: Stay, set: number) {
  const { quantile } = samplerOf(stay);
  const [ended, stillThere]: number[][] = [[], []];
  for (let person = 0; person < PEOPLE; person++) {
    const days = quantile(uniformAt(7, set, person, 0));
    const soFar = LAST_DAY * uniformAt(7, set, person, 1);
    (days <= soFar ? ended : stillThere).push(Math.min(days, soFar));
  }
  return {
    ended: Float64Array.from(ended),
    stillThere: Float64Array.from(stillThere),
    before: new Float64Array(0),
  };
}

it('between 93 and 97 of 100 hold the mean, and as many the spread', () => {
  const held = { mean: 0, sd: 0 };
  let [censored, width] = [0, 0];
  for (let set = 0; set < SETS; set++) {
    const stay = stays[set % stays.length];
    const truth = { mean: MEAN, sd: samplerOf(stay).sdDays };
    const records = madeRecords(stay, set);
    const fit = fitFamily(
      families.find(({ shape }) => shape === stay.shape)!,
      weighed(records),
    )!;
    censored += records.stillThere.length;
    for (const what of ['mean', 'sd'] as const)
      if (fit[what].low! <= truth[what] && truth[what] <= (fit[what].high ?? Infinity)) held[what]++;
    width += (fit.mean.high! - fit.mean.low!) / MEAN / SETS;
  }
  // By chance alone a share of 95 in 100 is counted outside these limits once in 300 times: three binomial standard errors of 0.7.
  for (const [what, count] of Object.entries(held)) {
    expect(count / SETS, what).toBeGreaterThanOrEqual(0.93);
    expect(count / SETS, what).toBeLessThanOrEqual(0.97);
  }
  // Neither by being wide, nor because everybody was seen to leave.
  expect(width).toBeLessThan(0.6);
  expect(censored / SETS / PEOPLE).toBeGreaterThan(0.08);
});
