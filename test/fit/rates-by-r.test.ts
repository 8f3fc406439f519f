// Rates, factors, growth and the index of dispersion of arrivals equal R's to five figures; and what counts cannot show is not looked for.
import { describe, expect, it } from 'vitest';
import { arrivalWords, dayNumber, fitArrivals, type Counted } from '../../engine/index.ts';
import { uniformAt } from '../../engine/ground/random.ts';
import { sets } from './rates-by-r.json';

function expectFiveFigures(ours: number | null, theirs: number, what: string): void {
  expect(Math.abs(ours! / theirs - 1), `${what}: ${ours} beside ${theirs}`).toBeLessThan(5e-6);
}

describe.each(Object.entries(sets))('%s', (id, { firstDay, days, counts, ...theirs }) => {
  let day = firstDay;
  const counted = counts.map((count, at): Counted => {
    day += days[at];
    return { day: day - days[at], days: days[at], count };
  });
  const fit = fitArrivals(counted);

  it('the rate, every factor, growth and dispersion', () => {
    expect(fit.rates.terms).toEqual({ weekdays: id === 'days', months: true, growth: true });
    expectFiveFigures(fit.perDay.value, theirs.perDay, 'rate');
    expectFiveFigures(fit.growthPerYear!.value, theirs.growthPerYear, 'growth');
    (fit.rates.weekdayFactors ?? Array<number>(7).fill(1)).forEach((factor, at) =>
      expectFiveFigures(factor, theirs.weekdayFactors[at], `weekday ${at}`),
    );
    fit.rates.monthFactors!.forEach((factor, at) => expectFiveFigures(factor, theirs.monthFactors[at], `month ${at}`));
    const { value, low, high } = fit.dispersion;
    [value, low, high].forEach((each, at) => expectFiveFigures(each, theirs.dispersion[at], `dispersion ${at}`));
  });

  it('says that a Poisson process does not fit, and what the counts cannot show', () => {
    expect(arrivalWords(fit).join(' ')).toMatch(/A Poisson process does not fit: .*vary more/);
    expect(fit.notLookedFor).toEqual(id === 'days' ? [] : ['weekdays']);
  });
});

/** Poisson counts by Knuth's product of uniforms. */
function poisson(mean: number, set: number, day: number): number {
  let [count, product] = [-1, 1];
  for (let draw = 0; product > Math.exp(-mean); draw++, count++) product *= uniformAt(11, set, day, draw);
  return count;
}

describe('made Poisson counts', () => {
  const SETS = 400;
  const DAYS = 1000;
  const GROWTH = 0.1;
  const [first, mean] = [dayNumber('2023-01-02'), 4];
  const fits = Array.from({ length: SETS }, (_, set) =>
    fitArrivals(
      Array.from({ length: DAYS / 10 }, (_each, at) => ({
        day: first + 10 * at,
        days: 10,
        // The rate is the one on the day after the last.
        count: poisson(10 * mean * (1 + GROWTH) ** ((10 * at + 4.5 - DAYS) / 365.25), set, at),
      })),
    ),
  );

  it('their intervals hold the rate, the growth and a dispersion of 1 as often as they say', () => {
    const grown = fits.filter(({ growthPerYear }) => growthPerYear !== null);
    const share = (held: number, of: number) => held / of;
    const holds = ({ low, high }: { low: number | null; high: number | null }, truth: number) =>
      low! <= truth && truth <= high!;
    // Three binomial standard errors of 400 are 3.3 in 100.
    expect(share(grown.filter(({ perDay }) => holds(perDay, mean)).length, grown.length)).toBeGreaterThan(0.917);
    expect(share(grown.filter(({ perDay }) => holds(perDay, mean)).length, grown.length)).toBeLessThan(0.983);
    expect(share(grown.filter((fit) => holds(fit.growthPerYear!, GROWTH)).length, grown.length)).toBeGreaterThan(0.917);
    expect(share(fits.filter(({ dispersion }) => holds(dispersion, 1)).length, SETS)).toBeGreaterThan(0.917);
    expect(share(fits.filter(({ dispersion }) => holds(dispersion, 1)).length, SETS)).toBeLessThan(0.983);
    expect(grown.length).toBeGreaterThan(0.95 * SETS);
  });
});
