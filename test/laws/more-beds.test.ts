// One ward, first come first served: with one more bed, or shorter stays, nobody waits longer. True person by person, since
// the same people come with the same stays (Kiefer and Wolfowitz, Transactions of the AMS 78 (1955) 1-18).
import { describe, expect, it } from 'vitest';
import { journeysOf } from './journeys.ts';
import { readable, today, watched } from './over-models.ts';

const model = readable({
  schemaVersion: 1,
  id: 'one-ward',
  title: 'One ward',
  about: 'For tests only.',
  calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 200 },
  experiment: { replications: 1, seed: 1 },
  needs: { care: { label: 'Care', goesTo: 'ward' } },
  streams: { people: { label: 'People', arrivalsPerDay: 1.5, shares: { care: 1 } } },
  stations: {
    home: { kind: 'exit', label: 'Home' },
    ward: {
      kind: 'ward',
      label: 'Ward',
      beds: 6,
      stay: { shape: 'lognormal', meanDays: 4, sdDays: 4 },
      next: [{ to: 'home' }],
    },
  },
});

/** Each person's wait by key; those still waiting at the end have waited at least that long. */
function waits(set: Record<string, number>, seed: number): Map<string, number> {
  const { trace, people, program } = watched(model, { ...today, set }, seed);
  const outside = journeysOf(trace, program.network.keepsPlace).asks.filter((ask) => ask.held < 0);
  const key = (person: number): string => `${people.keyHigh[person]}:${people.keyLow[person]}`;
  return new Map(outside.map((ask) => [key(ask.person), Math.min(ask.to, 200) - ask.from]));
}

describe('one ward', () => {
  const kinder = {
    'a bed more': { 'stations.ward.beds': 7 },
    'stays a tenth shorter': { 'stations.ward.stay.meanDays': 3.6, 'stations.ward.stay.sdDays': 3.6 },
    'a fifth fewer people': { 'streams.people.arrivalsPerDay': 1.2 },
  };
  for (const [title, set] of Object.entries(kinder)) {
    it(`${title}: nobody waits longer, and somebody waits less`, () => {
      let saved = 0;
      for (let seed = 0; seed < 20; seed++) {
        const before = waits({}, seed);
        for (const [key, days] of waits(set, seed)) {
          if (days > before.get(key)! + 1e-9)
            expect.fail(`seed ${seed}, person ${key}: ${before.get(key)} becomes ${days} days`);
          saved += before.get(key)! - days;
        }
      }
      expect(saved).toBeGreaterThan(1);
    });
  }
});
