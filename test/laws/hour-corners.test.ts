// Corners where hours, days, teams, preparation and moving on meet another rule at one moment, each in as small a model as possible.
import { describe, expect, it } from 'vitest';
import { rowKeys } from '../../engine/index.ts';
import { MOVE, RESERVE } from '../../engine/trace/trace.ts';
import { journeysOf, type Journeys } from './journeys.ts';
import { readable, today, watched, type Watched } from './over-models.ts';
import type { Piece } from './some-model.ts';

const home = { kind: 'exit', label: 'Home' };
const fixed = (days: number): Piece => ({ shape: 'fixed', days });
const ward = (beds: number, days: number, more: Piece = {}): Piece => ({
  kind: 'ward',
  label: 'Ward',
  beds,
  stay: fixed(days),
  next: [{ to: 'home' }],
  ...more,
});

/** Day 0 is a Monday; station indices are those of the sorted ids. */
function run(runDays: number, parts: Piece): Watched & Journeys {
  const model = readable({
    schemaVersion: 1,
    id: 'corner',
    title: 'A corner',
    about: 'For tests only.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays },
    experiment: { replications: 1, seed: 1 },
    ...parts,
  });
  const found = watched(model, today, 1);
  return { ...found, ...journeysOf(found.trace, found.program.network.keepsPlace) };
}

/** A row by station, measure and statistic, over the days of the run. */
function total({ program, values }: Watched, row: string): number {
  const keys = rowKeys(program);
  const at = keys.findIndex((key) => key.who === 'all' && `${key.station} ${key.measure} ${key.statistic}` === row);
  return values[at] * program.network.runDays;
}

const caring = (goesTo: string, more: Piece = {}): Piece => ({ care: { label: 'Care', goesTo, ...more } });
const coming = (atDays: number[], more: Piece = {}): Piece => ({
  people: { label: 'People', atDays, shares: { care: 1 }, ...more },
});

describe('corners of hours and days', () => {
  it('who is ready exactly at closing stays, also when an exit would take them at once (rules 11 and 20)', () => {
    const { left } = run(6, {
      needs: caring('ward'),
      streams: coming([0]),
      stations: { home, ward: ward(1, 2.75, { releases: { days: 'Mon-Fri', fromHour: 9, toHour: 18 } }) },
    });
    expect([...left.values()].map(({ day }) => day)).toEqual([3.375]);
  });

  it('a further stay that begins at midnight plans its visits from that day on (rule 13)', () => {
    const found = run(4, {
      needs: caring('visited'),
      streams: coming([0]),
      stations: {
        home,
        visited: {
          kind: 'caseload',
          label: 'Visited',
          visitsPerDay: 1.5,
          visits: { first: 1, last: 1 },
          stay: fixed(2),
          // Nearly everybody stays on, the one person of this run among them.
          next: [
            { to: 'visited', share: 0.999 },
            { to: 'home', share: 0.001 },
          ],
        },
      },
    });
    // One visit on each of four days, and never two on one.
    expect(total(found, 'visited visits delivered')).toBeCloseTo(4, 9);
    expect(total(found, 'visited visits missed')).toBeCloseTo(0, 9);
  });

  it('who moves on at midnight is visited no more where they were (rules 5 and 13)', () => {
    const visited = (more: Piece): Piece => ({
      kind: 'caseload',
      label: 'Visited',
      visitsPerDay: 1,
      visits: { first: 1, last: 1 },
      next: [{ to: 'home' }],
      ...more,
    });
    const found = run(6, {
      needs: caring('a', { otherwise: [{ to: 'b', movesOn: true }] }),
      streams: coming([0.25, 0.5]),
      stations: { home, a: visited({ stay: fixed(1.5) }), b: visited({ stay: fixed(4) }) },
    });
    // The second comes into b on day 0 and moves on to a at midnight of day 2, when the visits of the first are over.
    expect(found.spans.map(({ station, from }) => [station, from])).toEqual([
      [0, 0.25],
      [1, 0.5],
      [0, 2],
    ]);
    expect(total(found, 'b visits delivered')).toBeCloseTo(2, 9);
  });

  it('who stays on where they are, as an alternative that moves on, keeps their turn (rule 5)', () => {
    const { spans } = run(12, {
      needs: caring('b', { otherwise: [{ to: 'a', movesOn: true }] }),
      streams: { ...coming([0, 1], { startsAt: { by: 'need', else: 'a' } }) },
      stations: { home, a: ward(2, 2, { next: [{ to: 'need' }] }), b: ward(1, 4) },
    });
    // The second is ready on day 3, stays on in a, and moves to b on day 6 with what is then left of a stay of 2 days: none of it is.
    expect(spans.filter(({ station }) => station === 1).map(({ from }) => from)).toEqual([2, 6]);
  });

  it('an endless backlog stays as long as it was when its people move on (rules 2 and 5)', () => {
    const { asks, program } = run(40, {
      needs: caring('a', { otherwise: [{ to: 'b', movesOn: true }] }),
      streams: { people: { label: 'People', alwaysWaiting: 2, shares: { care: 1 } } },
      stations: { home, a: ward(1, 3), b: ward(1, 5) },
    });
    expect(program.network.streams[0].alwaysWaiting).toBe(2);
    expect(asks.filter((ask) => ask.to === Infinity && ask.held < 0)).toHaveLength(2);
  });

  it('getting ready goes on while the own station is closed, and no move is made until it opens (rule 16)', () => {
    const { trace } = run(9, {
      needs: caring('p2', { prepare: fixed(0.5) }),
      streams: coming([4.5], { startsAt: 'acute' }),
      stations: {
        home,
        acute: ward(1, 1, { next: [{ to: 'need' }], releases: { days: 'Mon-Fri', fromHour: 9, toHour: 18 } }),
        p2: ward(1, 1),
      },
    });
    const when = (verb: number): number[] => [...trace.day].filter((_, i) => trace.verb[i] === verb);
    // Ready on Saturday noon, prepared at midnight, gone on Monday at 9:00.
    expect(when(RESERVE)).toEqual([5.5]);
    expect(when(MOVE)).toEqual([4.5, 7.375]);
  });

  it('a lock that closes because someone leaves an over-full ward is found at once (rules 8 and 9)', () => {
    const needs = {
      down: { label: 'Down', goesTo: 'a' },
      out: { label: 'Out', goesTo: 'a' },
      up: { label: 'Up', goesTo: 'b' },
    };
    const stations = {
      home,
      a: ward(2, 2, {
        stay: { by: 'need', out: fixed(6), else: fixed(2) },
        next: { by: 'need', down: [{ to: 'b' }], else: [{ to: 'home' }] },
      }),
      b: ward(1, 3, { next: { by: 'need', up: [{ to: 'a' }], else: [{ to: 'home' }] } }),
    };
    const stream = (need: string, day: number): Piece => ({ label: need, atDays: [day], shares: { [need]: 1 } });
    const model = readable({
      schemaVersion: 1,
      id: 'corner',
      title: 'A corner',
      about: 'For tests only.',
      calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 20 },
      experiment: { replications: 1, seed: 1 },
      needs,
      streams: { one: stream('down', 0), two: stream('out', 0.25), three: stream('up', 0.5) },
      stations,
    });
    const { trace, program } = watched(
      model,
      { ...today, changes: [{ atDay: 1, path: 'stations.a.beds', value: 1 }] },
      1,
    );
    const rings = journeysOf(trace, program.network.keepsPlace).asks.filter((ask) => ask.how === 'ring');
    // Person 1 leaves a on day 6.25: one bed of one is held by who waits for b, whose bed is held by who waits for a.
    expect(rings.map(({ to }) => to)).toEqual([6.25, 6.25]);
  });

  it('two groups of one need delayed in one ward from the start are different people', () => {
    const { people } = run(5, {
      needs: caring('a'),
      streams: coming([4]),
      initial: { b: { delayedFor: { care: 1, team: 1 } } },
      stations: {
        home,
        a: ward(1, 2),
        b: ward(3, 3),
        team: { kind: 'team', label: 'Team', staff: 1, stay: fixed(1), next: [{ to: 'need' }] },
      },
    });
    expect(new Set([...people.keyHigh].map((high, i) => `${high}:${people.keyLow[i]}`)).size).toBe(3);
  });

  it('a reservation is a start of the month (rules 12 and 16)', () => {
    const { trace } = run(40, {
      needs: caring('p1', { prepare: fixed(1) }),
      streams: coming([1, 2]),
      stations: {
        home,
        p1: { kind: 'caseload', label: 'P1', startsPerMonth: 1, stay: fixed(3), next: [{ to: 'home' }] },
      },
    });
    // The one start of January is gone on day 1, though the place is taken only on day 2.
    expect([...trace.day].filter((_, i) => trace.verb[i] === RESERVE)).toEqual([1, 31]);
  });

  it('of several causes the first that applies is the one: places, starts, visits, hours (rule 18)', () => {
    const causes = (more: Piece): number[] => {
      const found = run(1, {
        needs: caring('p1'),
        streams: coming([0.25, 0.5]),
        stations: {
          home,
          p1: {
            kind: 'caseload',
            label: 'P1',
            stay: fixed(5),
            next: [{ to: 'home' }],
            admits: { days: 'Mon', toHour: 9 },
            ...more,
          },
        },
      });
      return ['no place', 'starts limit', 'visits', 'closed hours'].map((cause) => {
        const days = total(found, `p1 delayCause ${cause}`);
        return Number.isNaN(days) ? 0 : days;
      });
    };
    const [places, startsPerMonth] = [{ places: 1 }, { places: 2, startsPerMonth: 1 }];
    const visits = { visitsPerDay: 1, visits: { first: 1, last: 1 } };
    expect(causes({ ...startsPerMonth, ...visits, ...places })).toEqual([0.5, 0, 0, 0]);
    expect(causes({ ...startsPerMonth, ...visits })).toEqual([0, 0.5, 0, 0]);
    expect(causes({ places: 2, ...visits })).toEqual([0, 0, 0.5, 0]);
    expect(causes({ places: 2 })).toEqual([0, 0, 0, 0.5]);
  });
});
