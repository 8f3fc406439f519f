// Of very few records too, an end of an interval is where the best likelihood has fallen by as much as makes 95 %: looked for in a fine grid.
import { describe, expect, it } from 'vitest';
import { fitStays, stayWords } from '../../engine/index.ts';
import { log } from '../../engine/ground/portable.ts';
import { families } from '../../engine/study/fit/families.ts';
import { fitFamily } from '../../engine/study/fit/family-fit.ts';
import { weighed } from '../../engine/study/fit/weighed.ts';

const few = [
  { ended: [3, 4], stillThere: [] },
  { ended: [3, 4, 5], stillThere: [6] },
  { ended: [0.5, 2, 2.5, 3, 40], stillThere: [] },
  { ended: [1, 2, 9], stillThere: [4, 15, 20] },
];

describe.each(few)('$ended and $stillThere', ({ ended, stillThere }) => {
  const records = weighed({
    ended: Float64Array.from(ended),
    stillThere: Float64Array.from(stillThere),
    before: new Float64Array(0),
  });

  it.each(families.filter(({ numbers }) => numbers === 2))('$shape', (family) => {
    const fit = fitFamily(family, records)!;
    const shapes = Array.from({ length: 20_000 }, (_, at) => -5 + at / 1250);
    const bestAt = (logMeanOf: (logShape: number) => number) =>
      shapes.reduce((best, shape) => {
        const value = family.logLikelihood(records, logMeanOf(shape), shape);
        return value > best ? value : best;
      }, -Infinity);
    const fallAt = (what: 'mean' | 'sd', value: number) =>
      fit.logLikelihood - bestAt((shape) => log(value) - (what === 'sd' ? log(family.variation(shape)) : 0));
    for (const what of ['mean', 'sd'] as const) {
      const { value, low, high } = fit[what];
      expect(Math.abs(fallAt(what, value)), what).toBeLessThan(0.001);
      expect(low! < value && value < (high ?? Infinity), what).toBe(true);
      for (const end of [low, high])
        if (end !== null) expect(fallAt(what, end), `${what} ${end}`).toBeCloseTo(1.9207, 2);
    }
  });
});

it('stays that are all as long have no shape, and are a fixed stay', () => {
  const none = new Float64Array(0);
  const fit = fitStays({ ended: new Float64Array(5).fill(3), stillThere: none, before: none });
  expect(fit.shapes).toEqual([]);
  expect(fit.empirical.stay).toEqual({ shape: 'fixed', days: 3 });
  expect(stayWords(fit)).toEqual(['Every stay that ended lasted 3 days: the stay is fixed.']);
});
