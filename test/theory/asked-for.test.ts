// Requested percentiles and thresholds of stays, journeys and counts of people whose whole distribution is known.
import { describe, expect, it } from 'vitest';
import { expectExact, study, type TheoryModel } from './study.ts';

const RATE = { long: 4, short: 10 };
const MEAN = { long: 3, short: 0.5 };

/** M/M/∞ twice in one place: two kinds of people who take nothing from each other. */
const model: TheoryModel = {
  calendar: { warmUpDays: 40, runDays: 1500 },
  needs: { long: { label: 'Long', goesTo: 'team' }, short: { label: 'Short', goesTo: 'team' } },
  streams: Object.fromEntries(
    (['long', 'short'] as const).map((need) => [
      need,
      { label: need, arrivalsPerDay: RATE[need], shares: { [need]: 1 } },
    ]),
  ),
  stations: {
    team: {
      kind: 'caseload',
      label: 'Team',
      places: 'unlimited',
      stay: {
        by: 'need',
        long: { shape: 'exponential', meanDays: MEAN.long },
        short: { shape: 'exponential', meanDays: MEAN.short },
      },
      next: [{ to: 'home' }],
    },
    home: { kind: 'exit', label: 'Home' },
  },
};

/** P(N ≤ n) of a Poisson count, by the recursion of its terms. */
function poissonUpTo(n: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let count = 0; count <= n; count++) {
    sum += term;
    term *= mean / (count + 1);
  }
  return sum;
}

const found = study(model, 60, 5, undefined, { percentiles: [33.3, 52, 75, 99], over: [2, 13, 20] });
const numbers = (measure: string, statistic: string, who: string, station = 'team') =>
  found.numbers({ station, measure, statistic, who });

describe('a count of people is Poisson, whoever they are', () => {
  const all = RATE.long * MEAN.long + RATE.short * MEAN.short;
  const means = { all, 'need:long': RATE.long * MEAN.long, 'need:short': RATE.short * MEAN.short };
  for (const [who, mean] of Object.entries(means)) {
    for (const limit of who === 'need:short' ? [2] : [13, 20])
      it(`share of the time with more than ${limit}, ${who}`, () =>
        expectExact(numbers('occupancy', `shareOver${limit}`, who), 1 - poissonUpTo(limit, mean), 0.2));
    // In the middle of a step of each of the three distributions, so that every replication gives the same whole number, or nearly.
    for (const percent of [52])
      it(`percentile ${percent}, ${who}`, () => {
        let least = 0;
        while (poissonUpTo(least, mean) < percent / 100) least++;
        const seen = numbers('occupancy', `p${percent}`, who);
        expect(seen.filter((one) => one === least).length).toBeGreaterThan(0.85 * seen.length);
      });
  }
});

describe('a stay is exponential, and so is the journey it is', () => {
  for (const [measure, station] of [
    ['stayDays', 'team'],
    ['journeyDays', 'home'],
  ] as const)
    for (const need of ['long', 'short'] as const) {
      for (const percent of [33.3, 75, 99])
        it(`${measure}, percentile ${percent}, ${need}`, () =>
          expectExact(
            numbers(measure, `p${percent}`, `need:${need}`, station),
            -MEAN[need] * Math.log(1 - percent / 100),
          ));
      it(`${measure}, share over 2 days, ${need}`, () =>
        expectExact(numbers(measure, 'shareOver2', `need:${need}`, station), Math.exp(-2 / MEAN[need]), 0.05));
    }
  it('all of them together are a mixture', () => {
    const share = RATE.long / (RATE.long + RATE.short);
    expectExact(
      numbers('stayDays', 'shareOver2', 'all'),
      share * Math.exp(-2 / MEAN.long) + (1 - share) * Math.exp(-2 / MEAN.short),
      0.05,
    );
  });
});

it('the wait for one bed: P(W > t) = ρ e^(−(μ − λ)t), and its 99th percentile', () => {
  const { numbers: waits } = study(
    {
      calendar: { warmUpDays: 400, runDays: 20_000 },
      needs: { care: { label: 'Care', goesTo: 'ward' } },
      streams: { people: { label: 'People', arrivalsPerDay: 0.6, shares: { care: 1 } } },
      stations: {
        ward: {
          kind: 'ward',
          label: 'Ward',
          beds: 1,
          stay: { shape: 'exponential', meanDays: 1 },
          next: [{ to: 'home' }],
        },
        home: { kind: 'exit', label: 'Home' },
      },
    },
    40,
    7,
    undefined,
    { percentiles: [99], over: [4] },
  );
  for (const who of ['all', 'need:care', 'from:outside']) {
    const of = (statistic: string) => waits({ station: 'ward', measure: 'delayDays', statistic, who });
    expectExact(of('shareOver4'), 0.6 * Math.exp(-0.4 * 4), 0.06);
    expectExact(of('p99'), Math.log(0.6 / 0.01) / 0.4, 0.06);
  }
});

it('on a short run a high percentile comes out low, by as much as theory says', () => {
  const people = 21;
  const short: TheoryModel = {
    ...model,
    calendar: { warmUpDays: 0, runDays: 200 },
    streams: { long: { label: 'Long', atDays: Array<number>(people).fill(1), shares: { long: 1 } } },
  };
  const seen = study(short, 4000, 3, undefined, { percentiles: [95] });
  // The 20th of 21 people in order: the mean of that order statistic is a sum of parts of the mean stay.
  let expected = 0;
  for (let left = 2; left <= people; left++) expected += MEAN.long / left;
  expectExact(seen.numbers({ station: 'team', measure: 'stayDays', statistic: 'p95' }), expected);
  expect(expected).toBeLessThan(0.9 * MEAN.long * Math.log(20));
});
