// M/M/1: one bed, exponential stays. ρ = λ/μ; mean wait ρ/(μ - λ), share who wait ρ, mean number in bed ρ.
// Source: Kleinrock, Queueing Systems I (1975), section 3.2. Steady state, so the first 50 days are thrown away:
// the slowest memory here, 1/(√μ - √λ)² = 2 days, has then faded to one part in 10^10.
import { describe, it } from 'vitest';
import { expectExact, oneWard, study } from './study.ts';

describe('M/M/1', () => {
  const arrivals = 6;
  const meanDays = 0.1;
  const load = arrivals * meanDays;
  const found = study(
    oneWard({ beds: 1, stay: { shape: 'exponential', meanDays } }, arrivals, { warmUpDays: 50, runDays: 3000 }),
    40,
    11,
  );

  it('mean wait', () => {
    expectExact(found.numbers({ station: 'ward', measure: 'delayDays' }), (load * meanDays) / (1 - load));
  });
  it('share who wait', () => {
    expectExact(found.numbers({ station: 'ward', measure: 'delayedShare' }), load, 0.01);
  });
  it('mean number waiting, which is arrivals × mean wait', () => {
    expectExact(found.numbers({ station: 'ward', measure: 'waiting' }), (load * load) / (1 - load));
  });
  it('mean number in the bed', () => {
    expectExact(found.numbers({ station: 'ward', measure: 'occupancy' }), load, 0.01);
  });
  it('spread of the number waiting: variance of Lq is ρ²(1 + ρ - ρ²)/(1 - ρ)²', () => {
    const variance = (load ** 2 * (1 + load - load ** 2)) / (1 - load) ** 2;
    // The sd inside a replication is a little low on average, by far less than the interval.
    expectExact(found.numbers({ station: 'ward', measure: 'waiting', statistic: 'sd' }), Math.sqrt(variance));
  });
});
