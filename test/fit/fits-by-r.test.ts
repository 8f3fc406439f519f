// Fits of stays equal R's to five figures, on public data with and without people still there.
import { describe, expect, it } from 'vitest';
import { fitStays, type StayFit } from '../../engine/index.ts';
import { seenLate, sets } from './fits-by-r.json';

const SHAPES = ['exponential', 'gamma', 'weibull', 'lognormal'] as const;

/** Half a unit in the fifth figure. */
function expectFiveFigures(ours: number | null, theirs: number, what: string): void {
  expect(Math.abs(ours! / theirs - 1), `${what}: ${ours} beside ${theirs}`).toBeLessThan(5e-6);
}

const lengthsOf = (days: number[], hasLeft: number[], before: number[] = []) => ({
  ended: Float64Array.from(days.filter((_each, at) => hasLeft[at] === 1)),
  stillThere: Float64Array.from(days.filter((_each, at) => hasLeft[at] === 0)),
  before: Float64Array.from(before.filter((each) => each > 0)),
});

function expectCurve({ days, share }: StayFit['records'], theirs: { days: number[]; share: number[] }): void {
  expect([...days]).toEqual(theirs.days);
  share.forEach((each, at) => expect(each, `after ${days[at]} days`).toBeCloseTo(theirs.share[at], 8));
}

it('the share still there, where some people were seen late', () => {
  const { days, hasLeft, before, kaplanMeier } = seenLate;
  expectCurve(fitStays(lengthsOf(days, hasLeft, before)).records, kaplanMeier);
});

describe.each(Object.entries(sets))('%s', (_id, { days, hasLeft, kaplanMeier, ...theirs }) => {
  const fit = fitStays(lengthsOf(days, hasLeft));

  it('the share still there after each length', () => expectCurve(fit.records, kaplanMeier));

  it.each(SHAPES)('%s: its numbers, likelihood and AIC, mean, sd and both intervals', (shape) => {
    const ours = fit.shapes.find((each) => each.shape === shape)!;
    const { numbers, logLikelihood, mean, sd } = theirs[shape];
    expect(Object.keys(ours.usualNumbers)).toEqual(Object.keys(numbers));
    for (const [name, value] of Object.entries(numbers)) expectFiveFigures(ours.usualNumbers[name], value, name);
    expectFiveFigures(ours.logLikelihood, logLikelihood, 'log-likelihood');
    expectFiveFigures(ours.aic, 2 * Object.keys(numbers).length - 2 * logLikelihood, 'AIC');
    for (const [what, [value, low, high]] of Object.entries({ mean, sd })) {
      const { [what as 'mean' | 'sd']: number } = ours;
      expectFiveFigures(number.value, value, what);
      expectFiveFigures(number.low, low, `least ${what}`);
      expectFiveFigures(number.high, high, `most ${what}`);
    }
  });

  it('the shape with the least AIC stands first', () => {
    const aics = SHAPES.map((shape) => 2 * Object.keys(theirs[shape].numbers).length - 2 * theirs[shape].logLikelihood);
    expect(fit.shapes[0].shape).toBe(SHAPES[aics.indexOf(Math.min(...aics))]);
    expect(fit.shapes[0].aicMore).toBe(0);
  });
});
