// M(t)/G/∞: room for all, arrivals by weekday, and a caseload that is not empty at the start. The mean number of people on a day
// is what is left of the first people plus ∫ λ(u)P(S > t - u)du. Source: Eick, Massey and Whitt, Operations Research 41 (1993)
// 731-742. No warm-up: the course from the start is what is tested.
import { describe, it } from 'vitest';
import { equilibriumSurvival, lognormalSurvival, meanPeopleAt } from './oracles/unlimited-places.ts';
import { expectExact, study, type TheoryModel } from './study.ts';

const weekdayFactors = [0.4, 1, 1.1, 1.2, 1.6, 1.2, 0.5];
const arrivalsPerDay = 8;
const lookAtDays = [1, 4, 7, 15, 30];
const first = 90;

/** Factors are divided by their mean, so the week's arrivals stay what they were. */
const meanFactor = weekdayFactors.reduce((sum, factor) => sum + factor, 0) / 7;
const ratePerDay = (day: number): number => (arrivalsPerDay * weekdayFactors[day % 7]) / meanFactor;

/** Day 0 is 1 January 2024, a Monday. */
const dateOf = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);

function model(initial: Record<string, unknown>): TheoryModel {
  return {
    calendar: { warmUpDays: 0, runDays: 31, lookAtDays },
    initial: { team: { inCare: first, ...initial } },
    needs: { care: { label: 'Care', goesTo: 'team' } },
    streams: { people: { label: 'People', arrivalsPerDay, weekdayFactors, shares: { care: 1 } } },
    stations: {
      team: {
        kind: 'caseload',
        label: 'Team',
        places: 'unlimited',
        stay: { shape: 'lognormal', meanDays: 8, sdDays: 6 },
        next: [{ to: 'home' }],
      },
      home: { kind: 'exit', label: 'Home' },
    },
  };
}

describe('M(t)/G/∞ from a start that is not empty', () => {
  const survival = lognormalSurvival(8, 6);
  const starts = [
    { title: 'first people in mid-stay', initial: {}, leftSurvival: equilibriumSurvival(survival, 8) },
    {
      title: 'first people with a given time left',
      initial: { remaining: { shape: 'exponential', meanDays: 3 } },
      leftSurvival: (days: number) => Math.exp(-days / 3),
    },
  ];
  for (const { title, initial, leftSurvival } of starts) {
    describe(title, () => {
      const found = study(model(initial), 400, 16);
      for (const day of lookAtDays) {
        it(`on day ${day}`, () => {
          const exact = meanPeopleAt(day, ratePerDay, survival, { people: first, leftSurvival });
          const seen = found.numbers({ station: 'team', measure: 'occupancy', statistic: 'value', day: dateOf(day) });
          expectExact(seen, exact);
        });
      }
    });
  }
});
