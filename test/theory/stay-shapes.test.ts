// M/G/1: one bed and stays of any shape; the mean wait is λE[S²] / (2(1 - ρ)).
// Source: Pollaczek 1930, Khinchine 1932; Kleinrock, Queueing Systems I (1975), section 5.6. Warm-up 100 days: with ρ = 0.4 the
// queue empties several times a day, so the start is long forgotten.
import { describe, it } from 'vitest';
import { hyperexponential, meanWaitOnePlace } from './oracles/pollaczek-khinchine.ts';
import { expectExact, oneWard, study } from './study.ts';

const arrivals = 4;
const parts = [
  { share: 0.8, meanDays: 0.05 },
  { share: 0.2, meanDays: 0.3 },
];

const shapes = [
  { stay: { shape: 'fixed', days: 0.1 }, meanDays: 0.1, sdDays: 0 },
  { stay: { shape: 'lognormal', meanDays: 0.1, sdDays: 0.08 }, meanDays: 0.1, sdDays: 0.08 },
  {
    stay: {
      shape: 'mixture',
      of: parts.map(({ share, meanDays }) => ({ share, stay: { shape: 'exponential', meanDays } })),
    },
    ...hyperexponential(parts),
  },
];

describe('M/G/1', () => {
  for (const { stay, meanDays, sdDays } of shapes) {
    it(`mean wait with ${stay.shape} stays`, () => {
      const found = study(oneWard({ beds: 1, stay }, arrivals, { warmUpDays: 100, runDays: 6000 }), 40, 15);
      expectExact(
        found.numbers({ station: 'ward', measure: 'delayDays' }),
        meanWaitOnePlace(arrivals, meanDays, sdDays),
      );
    });
  }
});
