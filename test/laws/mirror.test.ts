// The mirror of a replication: the same people, and every number drawn for them mirrored from u to 1 − u.
import { describe, expect, it } from 'vitest';
import { compile, replicate } from '../../engine/index.ts';
import { ARRIVE } from '../../engine/trace/trace.ts';
import { journeysOf } from './journeys.ts';
import { overModels, readable, sameBytes, today, watched, type Watched } from './over-models.ts';

/** Everyone who came: key → moment. */
function whoCame({ trace, people }: Watched): Map<string, number> {
  const came = new Map<string, number>();
  for (let i = 0; i < trace.length; i++)
    if (trace.verb[i] === ARRIVE) {
      const who = trace.patient[i];
      came.set(`${people.keyHigh[who]}:${people.keyLow[who]}:${people.stream[who]}`, trace.day[i]);
    }
  return came;
}

/** Whether two moments lie as far from either end of one cell of 1, 2, 4 … days. */
function areMirrored(one: number, other: number, mostDays: number): boolean {
  for (let days = 1; days <= mostDays; days *= 2) {
    const cell = Math.floor(one / days);
    if (cell === Math.floor(other / days) && Math.abs(one + other - (2 * cell + 1) * days) < 1e-9) return true;
  }
  return false;
}

/** Room for all and one stay: what is drawn is what is seen. */
const oneStay = (stay: object, arrivals: object) =>
  readable({
    schemaVersion: 1,
    id: 'mirror',
    title: 'A mirror',
    about: 'For tests only.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 400 },
    experiment: { replications: 1, seed: 1 },
    needs: { care: { label: 'Care', goesTo: 'ward' } },
    streams: { people: { label: 'People', ...arrivals, shares: { care: 1 } } },
    stations: {
      home: { kind: 'exit', label: 'Home' },
      ward: { kind: 'ward', label: 'Ward', beds: 'unlimited', stay, next: [{ to: 'home' }] },
    },
  });

const staysByKey = (run: Watched): Map<string, number> => {
  const { spans } = journeysOf(run.trace, run.program.network.keepsPlace);
  const over = spans.filter((span) => span.to < Infinity);
  return new Map(
    over.map(({ person, from, to }) => [`${run.people.keyHigh[person]}:${run.people.keyLow[person]}`, to - from]),
  );
};

describe('the mirror of a replication', () => {
  it('brings the same people; whoever comes at a moment drawn for some days comes as long before their end', () => {
    let both = 0;
    overModels({ count: 100 }, {}, (_, model, seed) => {
      const one = whoCame(watched(model, today, seed, 0));
      const other = whoCame(watched(model, today, seed, ~0));
      const { streams, streamIds } = watched(model, today, seed).program.network;
      for (const [key, day] of one) {
        const there = other.get(key);
        const stream = Number(key.split(':')[2]);
        const kind = stream < 0 ? 'initial' : streams[stream].kind;
        // The last day of a run that ends within a day is not all there, and the mirrored moment may be past it.
        const { runDays, warmUpDays } = model.calendar;
        if (Math.floor(day) + 1 > runDays || Math.floor(day) < -warmUpDays) continue;
        // Counted, known and waiting people come in both; of a rate's points some lie under it in one only.
        if (there === undefined && ['initial', 'counts', 'moments'].includes(kind))
          expect.fail(`${streamIds[stream]}: ${key} does not come`);
        if (there === undefined) continue;
        both++;
        if (kind === 'moments' && there !== day) expect.fail(`${key}: day ${day} becomes ${there}`);
        // Counts are drawn for a day; a rate's points for a day, or for 2, 4 … 64 where few come.
        const mostDays = kind === 'counts' ? 1 : kind === 'rate' ? 64 : 0;
        if (mostDays > 0 && !areMirrored(day, there, mostDays)) expect.fail(`${key}: day ${day} becomes ${there}`);
      }
    });
    expect(both).toBeGreaterThan(1000);
  });

  it('turns every stay about its middle: shares of people who stay shorter add to one', () => {
    const shapes = [
      { stay: { shape: 'exponential', meanDays: 3 }, shorter: (days: number) => 1 - Math.exp(-days / 3) },
      { stay: { shape: 'uniform', leastDays: 1, mostDays: 5 }, shorter: (days: number) => (days - 1) / 4 },
    ];
    for (const { stay, shorter } of shapes) {
      const model = oneStay(stay, { atDays: Array.from({ length: 300 }, (_, n) => n) });
      const one = staysByKey(watched(model, today, 7, 2));
      const other = staysByKey(watched(model, today, 7, ~2));
      let compared = 0;
      for (const [key, days] of one) {
        if (!other.has(key)) continue;
        compared++;
        expect(shorter(days) + shorter(other.get(key)!)).toBeCloseTo(1, 9);
      }
      expect(compared).toBeGreaterThan(250);
    }
  });

  it('keeps a pair of uniform stays at their mean: what one gains the other loses', () => {
    const model = oneStay(
      { shape: 'uniform', leastDays: 1, mostDays: 5 },
      { atDays: Array.from({ length: 300 }, (_, n) => n) },
    );
    for (let replication = 0; replication < 5; replication++) {
      const one = staysByKey(watched(model, today, 3, replication));
      const other = staysByKey(watched(model, today, 3, ~replication));
      for (const [key, days] of one) if (other.has(key)) expect(days + other.get(key)!).toBeCloseTo(6, 9);
    }
  });

  it('is a replication like any other: the same each time, and not the original', () => {
    let differ = 0;
    overModels({ count: 30 }, {}, (_, model, seed) => {
      const program = compile(model, today);
      expect(sameBytes(replicate(program, seed, ~3), replicate(compile(model, today), seed, ~3))).toBe(true);
      if (!sameBytes(replicate(program, seed, ~3), replicate(program, seed, 3))) differ++;
    });
    expect(differ).toBeGreaterThan(25);
  });
});
