// Hours, teams and preparation, worked out by hand.
import { describe, expect, it } from 'vitest';
import { caseload, coming, fixed, home, needs, run, team, ward } from './hand.ts';

describe('hours, teams and preparation by hand', () => {
  it('each part of a long delay has its own cause', () => {
    const { mean, cause, total } = run(14, {
      needs: { a: { label: 'A', goesTo: 'next' }, x: { label: 'X', goesTo: 'next' } },
      streams: {
        a: { label: 'A', atDays: [4.5], shares: { a: 1, x: 0 }, startsAt: 'acute' },
        x: { label: 'X', atDays: [0], shares: { a: 0, x: 1 } },
      },
      stations: {
        acute: ward(1, fixed(1), {
          releases: { days: 'Mon-Fri', fromHour: 9, toHour: 17 },
          next: [{ to: 'team' }],
        }),
        team: team(
          1,
          { shape: 'fixed', hours: 4 },
          {
            hours: { days: 'Mon-Fri', fromHour: 8, toHour: 18 },
            next: [{ to: 'next', prepare: fixed(1) }],
          },
        ),
        next: ward(1, { by: 'need', x: fixed(8), else: fixed(1) }),
        home,
      },
    });
    // Ready on Saturday at noon; assessed by Monday noon; a bed on Tuesday at 0:00; ready on Wednesday at 0:00, let go at 9:00.
    expect(cause('team', 'assessment', 'from:acute')).toBeCloseTo(2, 9);
    expect(cause('next', 'no place', 'from:acute')).toBeCloseTo(0.5, 9);
    expect(cause('next', 'preparation', 'from:acute')).toBeCloseTo(1.375, 9);
    expect(cause('next', 'closed hours')).toBeCloseTo(0, 9);
    expect(mean('next', 'delayDays', 'mean', 'from:acute')).toBeCloseTo(3.875, 9);
    expect(total('acute', 'delayed')).toBeCloseTo(3.875, 9);
    expect(total('acute', 'occupancy')).toBeCloseTo(4.875, 9);
    expect(total('team', 'waiting')).toBeCloseTo(7 + 8 / 24 - 5.5, 9);
    expect(total('team', 'occupancy')).toBeCloseTo(4 / 24, 9);
    expect(total('next', 'waiting')).toBeCloseTo(0.5 + 1.375, 9);
    // Held by X for 8 days, reserved for 1.375 and held for 1.
    expect(total('next', 'free')).toBeCloseTo(14 - 8 - 1.375 - 1, 9);
  });

  it('no place goes before closed hours, a starts limit before visits, and visits before closed hours', () => {
    const first = run(14, {
      needs: needs('ward'),
      streams: coming(0.4, 1.5),
      stations: { ward: ward(1, fixed(5), { admits: { days: 'Mon-Fri', fromHour: 9, toHour: 17 } }), home },
    });
    expect(first.cause('ward', 'no place')).toBeCloseTo(3.9, 9);
    expect(first.cause('ward', 'closed hours')).toBeCloseTo(7.375 - 5.4, 9);
    const second = run(60, {
      needs: needs('care'),
      streams: coming(0, 20),
      stations: {
        care: caseload(fixed(40.5), {
          startsPerMonth: 1,
          visitsPerDay: 1,
          visits: { first: 1, last: 1 },
          admits: { days: 'Mon-Fri' },
        }),
        home,
      },
    });
    // February begins on day 31; the plan's last day is Saturday, day 40; Monday is day 42.
    expect(second.cause('care', 'starts limit')).toBeCloseTo(11, 9);
    expect(second.cause('care', 'visits')).toBeCloseTo(10, 9);
    expect(second.cause('care', 'closed hours')).toBeCloseTo(1, 9);
  });

  it('a stay stands still over the weekend, and hours end as they are said to', () => {
    const { mean } = run(21, {
      needs: needs('ward'),
      // Friday at 16:00 for two hours; the Friday after at 15:00, ready at 17:00 when the day ends.
      streams: coming(4 + 16 / 24, 11 + 15 / 24),
      stations: {
        ward: ward(
          'unlimited',
          { shape: 'fixed', hours: 2 },
          {
            progresses: { days: 'Mon-Fri', fromHour: 9, toHour: 17 },
          },
        ),
        home,
      },
    });
    expect(mean('ward', 'stayDays')).toBeCloseTo((2 + 18 / 24 + 2 / 24) / 2, 9);
  });

  it('whoever is reserved a place neither gives up nor is turned away', () => {
    const { mean, total } = run(10, {
      needs: needs('ward', { prepare: fixed(2) }),
      streams: coming(0, 1),
      stations: {
        ward: ward(1, fixed(1), { waitingRoom: 0, patience: { stay: fixed(1), to: 'elsewhere' } }),
        elsewhere: { ...home, label: 'Elsewhere' },
        home,
      },
    });
    expect(total('ward', 'starts')).toBeCloseTo(1, 9);
    expect(total('ward', 'turnedAway')).toBeCloseTo(1, 9);
    expect(total('ward', 'leftWaiting')).toBeCloseTo(0, 9);
    expect(total('ward', 'free')).toBeCloseTo(10 - 3, 9);
    expect(mean('ward', 'delayDays')).toBeCloseTo(2, 9);
  });

  it('patience with a team ends when someone is seen', () => {
    const { total } = run(10, {
      needs: needs('ward'),
      streams: { people: { label: 'People', atDays: [0, 0], startsAt: 'team' } },
      stations: {
        team: team(1, fixed(3), { patience: { stay: fixed(1), to: 'elsewhere' } }),
        ward: ward('unlimited', fixed(1)),
        elsewhere: { ...home, label: 'Elsewhere' },
        home,
      },
    });
    expect(total('elsewhere', 'starts')).toBeCloseTo(1, 9);
    expect(total('ward', 'starts')).toBeCloseTo(1, 9);
    expect(total('team', 'occupancy')).toBeCloseTo(3, 9);
    expect(total('team', 'waiting')).toBeCloseTo(1, 9);
    expect(total('team', 'delayCause', 'assessment')).toBeCloseTo(4, 9);
  });

  it('of equal stations the open one is taken', () => {
    const { total } = run(10, {
      needs: { care: { label: 'Care', goesTo: ['north', 'south'] } },
      // Saturday.
      streams: coming(5.5),
      stations: {
        north: ward(1, fixed(1), { admits: { days: 'Mon-Fri' } }),
        south: ward(1, fixed(1)),
        home,
      },
    });
    expect(total('south', 'starts')).toBeCloseTo(1, 9);
    expect(total('north', 'waiting')).toBeCloseTo(0, 9);
  });

  it('tasks end exactly as the hours close, and the next day begins with the next', () => {
    const { total, mean } = run(14, {
      needs: needs('ward'),
      // Five wait from Sunday; two are done a day, from Monday of the second week.
      streams: { people: { label: 'People', atDays: [6, 6, 6, 6, 6], startsAt: 'team' } },
      stations: {
        team: team(1, { shape: 'fixed', hours: 4 }, { hours: { days: 'Mon-Fri', fromHour: 9, toHour: 17 } }),
        ward: ward('unlimited', fixed(1)),
        home,
      },
    });
    // Over at 13:00 and 17:00 of days 7 and 8, and at 13:00 of day 9.
    const ends = [7 + 13 / 24, 7 + 17 / 24, 8 + 13 / 24, 8 + 17 / 24, 9 + 13 / 24];
    expect(mean('ward', 'delayDays')).toBeCloseTo(ends.reduce((sum, end) => sum + end - 6, 0) / 5, 9);
    expect(total('team', 'occupancy')).toBeCloseTo((5 * 4) / 24, 9);
  });

  it('who may not leave now is passed over, and keeps the turn', () => {
    const { mean, total } = run(21, {
      needs: needs('next'),
      streams: {
        'by-day': { label: 'By day', atDays: [4.5], startsAt: 'by-day' },
        always: { label: 'Always', atDays: [4.75], startsAt: 'always' },
        others: { label: 'Others', atDays: [0] },
      },
      stations: {
        'by-day': ward(1, fixed(1), { releases: { days: 'Mon-Fri' }, next: [{ to: 'next' }] }),
        always: ward(1, fixed(1), { next: [{ to: 'next' }] }),
        next: ward(1, fixed(6)),
        home,
      },
    });
    // Ready on day 5.5 and 5.75; the place is free on Sunday, day 6, and again on Saturday, day 12; Monday is day 14.
    expect(mean('next', 'delayDays', 'mean', 'from:always')).toBeCloseTo(0.25, 9);
    expect(mean('next', 'delayDays', 'mean', 'from:by-day')).toBeCloseTo(8.5, 9);
    expect(total('next', 'delayCause', 'no place')).toBeCloseTo(0.25 + 6.5, 9);
    expect(total('next', 'delayCause', 'closed hours')).toBeCloseTo(2, 9);
  });

  it('waiting for a team and being seen lengthens the next stay, never the task', () => {
    const { total, mean } = run(20, {
      consequencesOfDelay: { stayDaysPerDelayedDay: 0.5 },
      needs: needs('next'),
      streams: { people: { label: 'People', atDays: [0, 0], startsAt: 'acute' } },
      stations: {
        acute: ward(2, fixed(1), { next: [{ to: 'team' }] }),
        team: team(1, fixed(2)),
        next: ward(2, fixed(3)),
        home,
      },
    });
    // Ready on day 1; seen by day 3 and 5; delayed for 2 and 4 days.
    expect(total('team', 'occupancy')).toBeCloseTo(4, 9);
    expect(mean('next', 'stayDays')).toBeCloseTo((3 + 1 + 3 + 2) / 2, 9);
    expect(total('acute', 'occupancy')).toBeCloseTo(3 + 5, 9);
  });
});
