// Turns kept and taken, rings and costs, worked out by hand.
import { describe, expect, it } from 'vitest';
import { coming, fixed, home, needs, run, team, toHome, ward } from './hand.ts';

describe('turns by hand', () => {
  it('cared for elsewhere they keep their turn, and what is left of the stay is divided by its factor', () => {
    const { total, mean } = run(40, {
      needs: needs('right', { otherwise: [{ to: 'other', stayFactor: 2, movesOn: true }] }),
      streams: coming(0, 2, 3),
      stations: { right: ward(1, fixed(10)), other: ward(1, fixed(99)), home },
    });
    // The second is elsewhere from 2 to 10, of 20 days there 12 are left: 6 here, to 16. The third from 10 to 16: 14 left, 7 here.
    expect(total('right', 'occupancy')).toBeCloseTo(10 + 6 + 7, 9);
    expect(total('other', 'occupancy')).toBeCloseTo(8 + 6, 9);
    expect(total('right', 'waiting')).toBeCloseTo(7, 9);
    expect(total('right', 'starts')).toBeCloseTo(3, 9);
    expect(mean('home', 'journeyDays')).toBeCloseTo((10 + 14 + 20) / 3, 9);
  });

  it.each([
    ['first-come', 11, 8],
    ['longest-delayed', 10, 9],
  ])('%s: one is assessed from day 0 to 5, the other asks on day 2, the bed is free on day 10', (order, one, other) => {
    const stream = (id: string, day: number, startsAt: string) => ({
      label: id,
      atDays: [day],
      shares: { x: 0, one: 0, other: 0, [id]: 1 },
      startsAt,
    });
    const { mean } = run(30, {
      needs: Object.fromEntries(['x', 'one', 'other'].map((id) => [id, { label: id, goesTo: 'ward' }])),
      streams: { x: stream('x', 0, 'ward'), one: stream('one', 0, 'team'), other: stream('other', 2, 'ward') },
      stations: {
        team: team('unlimited', fixed(5)),
        ward: ward(1, { by: 'need', x: fixed(10), else: fixed(1) }, { order }),
        home,
      },
    });
    expect(mean('ward', 'delayDays', 'mean', 'need:one')).toBeCloseTo(one, 9);
    expect(mean('ward', 'delayDays', 'mean', 'need:other')).toBeCloseTo(other, 9);
  });

  it('a ring moves at once, unprepared and at any hour', () => {
    const wards = (mine: string, stay: number, other: string) =>
      ward(
        1,
        { by: 'need', [mine]: fixed(stay), else: fixed(1) },
        {
          releases: { days: 'Mon-Fri' },
          next: { by: 'need', [mine]: [{ to: other, prepare: fixed(2) }], else: toHome },
        },
      );
    const stream = (id: string) => ({ label: id, atDays: [0], shares: { a: 0, b: 0, [id]: 1 } });
    const { total, cause } = run(14, {
      needs: { a: { label: 'A', goesTo: 'east' }, b: { label: 'B', goesTo: 'west' } },
      streams: { a: stream('a'), b: stream('b') },
      stations: { east: wards('a', 5.2, 'west'), west: wards('b', 5.6, 'east'), home },
    });
    // On Saturday they swap; ready again on Sunday, they may go home on Monday.
    expect(total('all', 'gridlocks')).toBeCloseTo(1, 9);
    expect(total('east', 'delayed')).toBeCloseTo(0.4 + 0.4, 9);
    expect(total('west', 'delayed')).toBeCloseTo(0.4, 9);
    expect(cause('west', 'no place', 'from:east')).toBeCloseTo(0.4, 9);
    expect(cause('west', 'preparation')).toBeCloseTo(0, 9);
  });

  it('a stay that ends elsewhere gives up the turn, and without a factor the stay is that of the other place', () => {
    const { total, mean } = run(60, {
      needs: needs('right', { otherwise: [{ to: 'other', movesOn: true }] }),
      streams: coming(0, 2, 8),
      stations: { right: ward(1, fixed(10)), other: ward(1, fixed(5), { next: [{ to: 'away' }] }), home, away: home },
    });
    // The second is elsewhere from 2 to 7 and leaves from there; the third from 8 to 10, then 3 days more in the right ward.
    expect(total('right', 'occupancy')).toBeCloseTo(10 + 3, 9);
    expect(total('other', 'occupancy')).toBeCloseTo(5 + 2, 9);
    expect(total('away', 'starts')).toBeCloseTo(1, 9);
    expect(total('home', 'starts')).toBeCloseTo(2, 9);
    expect(mean('all', 'rightPlace')).toBeCloseTo(1 / 3, 9);
  });

  it('a place that is being prepared for is held when places close', () => {
    const { total } = run(20, {
      needs: needs('ward', { prepare: fixed(4) }),
      streams: coming(0, 1),
      stations: { ward: ward(1, fixed(2)), home },
    });
    // Reserved from 0 to 4, held to 6; reserved to 10, held to 12.
    expect(total('ward', 'free')).toBeCloseTo(8, 9);
    expect(total('ward', 'delayCause', 'preparation')).toBeCloseTo(8, 9);
    expect(total('ward', 'delayCause', 'no place')).toBeCloseTo(5, 9);
  });

  it('of two equal wards prepared for, only one is reserved', () => {
    const { total } = run(20, {
      needs: { care: { label: 'Care', goesTo: ['north', 'south'], prepare: fixed(2) } },
      streams: coming(0, 0.5, 1),
      stations: { north: ward(1, fixed(3)), south: ward(1, fixed(3)), home },
    });
    // The third waits for either until day 5, and prepares for two days.
    expect(total('north', 'starts')).toBeCloseTo(2, 9);
    expect(total('south', 'starts')).toBeCloseTo(1, 9);
    expect(total('north', 'delayCause', 'no place')).toBeCloseTo(4, 9);
    expect(total('north', 'free') + total('south', 'free')).toBeCloseTo(40 - 3 * 5, 9);
  });
});

describe('costs by hand', () => {
  it('prices rise in whole steps at each anniversary of the start, and a price without a source does not count', () => {
    const { mean } = run(733, {
      needs: needs('ward'),
      streams: coming(0, 700),
      stations: {
        ward: ward(2, fixed(10), { costs: { placeDayGbp: 1, personDayGbp: 3, startGbp: 1000, growthPerYear: 0.1 } }),
        home,
      },
      evidence: Object.fromEntries(
        ['placeDayGbp', 'personDayGbp', 'growthPerYear'].map((key) => [
          `stations.ward.costs.${key}`,
          { status: 'illustrative', source: 'A round number.' },
        ]),
      ),
    });
    // From 1 January 2024, a leap year: 366 days, 365 and two more.
    const pounds = 2 * 366 + 10 * 3 + (2 * 365 + 10 * 3) * 1.1 + 2 * 2 * 1.21;
    expect(mean('ward', 'cost')).toBeCloseTo((pounds * 365.25) / 733, 6);
    expect(mean('all', 'cost')).toBeCloseTo((pounds * 365.25) / 733, 6);
  });

  it('a reserved place is paid for and not empty; the parts add up, and the empty places are among those open', () => {
    const { mean } = run(100, {
      needs: { care: { label: 'Care', goesTo: 'ward', prepare: fixed(4) } },
      streams: coming(0, 50),
      stations: {
        ward: ward(2, fixed(10), {
          costs: { placeDayGbp: 200, personDayGbp: 30, startGbp: 500, growthPerYear: 0.1 },
        }),
        home,
      },
      evidence: { 'stations.ward.costs': { status: 'illustrative', source: 'Round numbers.' } },
    });
    // Each of the two has a place reserved for 4 days and is there for 10.
    const parts = { 'open places': 2 * 100 * 200, 'days of care': 20 * 30, starts: 2 * 500 };
    const aYear = (pounds: number) => (pounds * 365.25) / 100;
    for (const station of ['ward', 'all']) {
      expect(mean(station, 'cost', 'open places')).toBeCloseTo(aYear(parts['open places']), 6);
      expect(mean(station, 'cost', 'empty places')).toBeCloseTo(aYear((200 - 28) * 200), 6);
      expect(mean(station, 'cost', 'days of care')).toBeCloseTo(aYear(parts['days of care']), 6);
      expect(mean(station, 'cost', 'starts')).toBeCloseTo(aYear(parts.starts), 6);
      expect(mean(station, 'cost', 'delayed days')).toBe(0);
      expect(mean(station, 'cost')).toBeCloseTo(aYear(2 * 100 * 200 + 20 * 30 + 2 * 500), 6);
    }
  });
});
