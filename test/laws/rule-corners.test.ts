// Corners of the rules of flow where two rules meet, each in as small a model as possible.
import { describe, expect, it } from 'vitest';
import { rowKeys } from '../../engine/index.ts';
import { GAVE_UP } from '../../engine/trace/trace.ts';
import { journeysOf, type Journeys } from './journeys.ts';
import { readable, today, watched } from './over-models.ts';
import type { Piece } from './some-model.ts';

const home = { kind: 'exit', label: 'Home' };
const ward = (beds: number, days: number, more: Piece = {}): Piece => ({
  kind: 'ward',
  label: 'Ward',
  beds,
  stay: { shape: 'fixed', days },
  next: [{ to: 'home' }],
  ...more,
});

/** Station indices are those of the sorted ids. */
function journeys(parts: Piece, seed = 1): Journeys {
  const model = readable({
    schemaVersion: 1,
    id: 'corner',
    title: 'A corner',
    about: 'For tests only.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 60 },
    experiment: { replications: 1, seed },
    ...parts,
  });
  const { trace, program } = watched(model, today, seed);
  return journeysOf(trace, program.network.keepsPlace);
}

describe('corners of the rules', () => {
  it('people delayed from the start who hold the places each other waits for move at once (rule 8)', () => {
    const { spans, faults } = journeys({
      needs: { care: { label: 'Care', goesTo: 'a' } },
      streams: { people: { label: 'People', atDays: [5], shares: { care: 1 } } },
      initial: { a: { delayedFor: { b: 1 } }, b: { delayedFor: { a: 1 } } },
      stations: { a: ward(1, 2), b: ward(1, 3), home },
    });
    expect(faults).toEqual([]);
    // Swapped on day 0; then 2 days in a, 3 in b; the arrival of day 5 finds a free.
    const told = spans.filter((span) => span.to > span.from).map((span) => [span.station, span.from + 0, span.to]);
    expect(told.toSorted()).toEqual([
      [0, 0, 2],
      [0, 5, 7],
      [1, 0, 3],
    ]);
  });

  it('of equal stations that have room, people take their earlier choice, whoever else comes at that moment (rule 3)', () => {
    const { spans } = journeys({
      needs: { care: { label: 'Care', goesTo: ['a', 'home'] } },
      streams: { people: { label: 'People', atDays: [0, 0, 1], shares: { care: 1 } } },
      stations: { a: ward(5, 10), home },
    });
    expect(spans.map((span) => span.from + 0)).toEqual([0, 0, 1]);
  });

  it('a need that rises keeps its turn on a list that has become an alternative (rules 5 and 17)', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { spans } = journeys(
        {
          consequencesOfDelay: { risePerDelayedDay: 0.3 },
          needs: {
            high: { label: 'High', goesTo: 'none', otherwise: [{ to: 'ward' }] },
            low: { label: 'Low', goesTo: 'ward', risesTo: 'high' },
            same: { label: 'Same', goesTo: 'ward' },
          },
          streams: {
            first: { label: 'First', atDays: [0, 2], shares: { high: 0, low: 0, same: 1 } },
            second: { label: 'Second', atDays: [1], shares: { high: 0, low: 1, same: 0 } },
          },
          stations: { home, none: ward(0, 1), ward: ward(1, 10) },
        },
        seed,
      );
      // On the ward from day 0, 10 and 20, in the order in which they joined its list, whenever the second came to need more.
      expect(spans.map((span) => [span.person, span.from + 0])).toEqual([
        [0, 0],
        [1, 10],
        [2, 20],
      ]);
    }
  });

  it('a need that rises and still goes to the same station keeps its turn there (rules 4 and 17)', () => {
    const everyone = { goesTo: 'ward' };
    for (let seed = 1; seed <= 20; seed++) {
      const { spans } = journeys(
        {
          consequencesOfDelay: { risePerDelayedDay: 0.2 },
          needs: {
            low: { label: 'Low', ...everyone, risesTo: 'mid' },
            mid: { label: 'Mid', ...everyone, risesTo: 'top' },
            top: { label: 'Top', ...everyone },
          },
          streams: { people: { label: 'People', atDays: [0, 1, 2, 3, 4], shares: { low: 1, mid: 0, top: 0 } } },
          stations: { home, ward: ward(1, 10) },
        },
        seed,
      );
      expect(
        spans.map((span) => span.person),
        `seed ${seed}`,
      ).toEqual([0, 1, 2, 3, 4]);
    }
  });

  it('patience counts from asking and leads to the named exit, also when the need has risen meanwhile (rules 15 and 17)', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { left } = journeys(
        {
          consequencesOfDelay: { risePerDelayedDay: 0.5 },
          needs: {
            low: { label: 'Low', goesTo: 'a', risesTo: 'top' },
            top: { label: 'Top', goesTo: 'b' },
          },
          streams: { people: { label: 'People', atDays: [0, 1, 2], shares: { low: 1, top: 0 } } },
          stations: {
            a: ward(0, 1, { patience: { stay: { shape: 'fixed', days: 20 }, to: 'home' } }),
            b: ward(0, 1, { patience: { stay: { shape: 'fixed', days: 20 }, to: 'home' } }),
            home,
          },
        },
        seed,
      );
      expect(
        [...left].map(([person, { day, how }]) => [person, day, how]),
        `seed ${seed}`,
      ).toEqual([
        [0, 20, GAVE_UP],
        [1, 21, GAVE_UP],
        [2, 22, GAVE_UP],
      ]);
    }
  });

  it('no patience is left over from a list that a risen need no longer stands on (rules 15 and 17)', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { left, faults } = journeys(
        {
          consequencesOfDelay: { risePerDelayedDay: 5 },
          needs: {
            low: { label: 'Low', goesTo: 'a', risesTo: 'top' },
            top: { label: 'Top', goesTo: 'b' },
          },
          streams: { people: { label: 'People', atDays: [0, 1, 2], shares: { low: 1, top: 0 } } },
          stations: {
            a: ward(0, 1, { patience: { stay: { shape: 'fixed', days: 20 }, to: 'home' } }),
            b: ward(0, 1),
            home,
          },
        },
        seed,
      );
      expect(faults).toEqual([]);
      // The chance that nobody's need rises within 20 days at 5 a day is e^-100.
      expect(left.size, `seed ${seed}`).toBe(0);
    }
  });

  it('a risen need keeps the turn on a list it stands on already, though it asks for something else besides (rules 4 and 17)', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { spans } = journeys(
        {
          consequencesOfDelay: { risePerDelayedDay: 0.2 },
          needs: {
            low: { label: 'Low', goesTo: 'ward', risesTo: 'top' },
            top: { label: 'Top', goesTo: ['shut', 'ward'] },
          },
          streams: { people: { label: 'People', atDays: [0, 1, 2, 3, 4], shares: { low: 1, top: 0 } } },
          stations: { home, shut: ward(0, 1), ward: ward(1, 10) },
        },
        seed,
      );
      expect(
        spans.map((span) => span.person),
        `seed ${seed}`,
      ).toEqual([0, 1, 2, 3, 4]);
    }
  });

  it('no ring moves through a station where a place is reserved: somebody is about to come (rules 8 and 16)', () => {
    const stream = (need: string, day: number): Piece => ({ label: need, atDays: [day], shares: { [need]: 1 } });
    const model = readable({
      schemaVersion: 1,
      id: 'corner',
      title: 'A corner',
      about: 'For tests only.',
      calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 20 },
      experiment: { replications: 1, seed: 1 },
      needs: {
        down: { label: 'Down', goesTo: 'a' },
        slow: { label: 'Slow', goesTo: 'a', prepare: { shape: 'fixed', days: 6 } },
        up: { label: 'Up', goesTo: 'b' },
      },
      streams: { one: stream('down', 0), two: stream('slow', 0.25), three: stream('up', 0.5) },
      stations: {
        a: ward(2, 2, { next: { by: 'need', down: [{ to: 'b' }], else: [{ to: 'home' }] } }),
        b: ward(1, 3, { next: { by: 'need', up: [{ to: 'a' }], else: [{ to: 'home' }] } }),
        home,
      },
    });
    const fewer = { ...today, changes: [{ atDay: 1, path: 'stations.a.beds', value: 1 }] };
    const { trace, program } = watched(model, fewer, 1);
    const rings = journeysOf(trace, program.network.keepsPlace).asks.filter((ask) => ask.how === 'ring');
    // Each waits for the other's only bed from day 3.5; the person getting ready comes on day 6.25 and has left by 8.25.
    expect(rings.map(({ to }) => to)).toEqual([8.25, 8.25]);
  });

  it('costs are paid at the prices of the year: they rise at each anniversary (rule 19)', () => {
    const model = readable({
      schemaVersion: 1,
      id: 'corner',
      title: 'A corner',
      about: 'For tests only.',
      calendar: { startDate: '2024-01-01', warmUpDays: 30, runDays: 1000 },
      experiment: { replications: 1, seed: 1 },
      needs: { care: { label: 'Care', goesTo: 'ward' } },
      streams: { people: { label: 'People', atDays: [-10, 360, 800], shares: { care: 1 } } },
      stations: {
        home,
        ward: ward(2, 10, { costs: { placeDayGbp: 3, personDayGbp: 100, startGbp: 7, growthPerYear: 0.1 } }),
      },
      evidence: { 'stations.ward.costs': { status: 'illustrative', source: 'A test.' } },
    });
    const { values, program } = watched(model, today, 1);
    const at = rowKeys(program).findIndex((key) => key.measure === 'cost' && key.station === 'ward');
    // The first person left on day 0. 2024 has 366 days: the second is there for 6 days of the first year and 4 of the next.
    const first = 3 * 2 * 366 + 100 * 6 + 7;
    const second = 3 * 2 * 365 + 100 * 4;
    const third = 3 * 2 * (1000 - 731) + 100 * 10 + 7;
    expect(values[at]).toBeCloseTo(((first + 1.1 * second + 1.21 * third) * 365.25) / 1000, 6);
  });
});
