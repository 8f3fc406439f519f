// M/M/c: several beds, exponential stays, first come first served. Mean wait, share who wait (Erlang C) and the 90th percentile.
// Source: Erlang 1917; Kleinrock, Queueing Systems I (1975), section 3.5. Steady state: 50 days of warm-up are over 25 of the
// slowest memory, 1/(cμ(1 - √ρ)²).
import { describe, it } from 'vitest';
import { erlangC } from './oracles/erlang.ts';
import { expectExact, oneWard, study } from './study.ts';

describe('M/M/c', () => {
  for (const { beds, arrivals, meanDays } of [
    { beds: 2, arrivals: 8, meanDays: 0.15 },
    { beds: 5, arrivals: 12, meanDays: 0.29 },
  ]) {
    describe(`${beds} beds, ${arrivals} arrivals a day, ${meanDays} days`, () => {
      const exact = erlangC(beds, arrivals, meanDays);
      const found = study(
        oneWard({ beds, stay: { shape: 'exponential', meanDays } }, arrivals, { warmUpDays: 50, runDays: 5000 }),
        40,
        12,
      );

      it('mean wait', () => {
        expectExact(found.numbers({ station: 'ward', measure: 'delayDays' }), exact.meanWait);
      });
      it('share who wait', () => {
        expectExact(found.numbers({ station: 'ward', measure: 'delayedShare' }), exact.waitShare, 0.02);
      });
      it('90th percentile of the wait', () => {
        const p90 = found.numbers({ station: 'ward', measure: 'delayDays', statistic: 'p90' });
        expectExact(p90, exact.waitQuantile(0.9));
      });
      it('mean number waiting and in beds', () => {
        expectExact(found.numbers({ station: 'ward', measure: 'waiting' }), exact.meanWaiting);
        expectExact(found.numbers({ station: 'ward', measure: 'occupancy' }), arrivals * meanDays, 0.01);
      });
    });
  }
});
