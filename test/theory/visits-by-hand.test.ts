// Visits, starts and surge places, worked out by hand.
import { describe, expect, it } from 'vitest';
import { caseload, coming, fixed, home, needs, run, team, ward } from './hand.ts';

describe('visits by hand', () => {
  it('those put off longest are made first, and missed when they have been put off often enough', () => {
    const { total } = run(28, {
      needs: needs('care'),
      // Five on Monday, two on Tuesday, a visit each.
      streams: coming(0.5, 0.5, 0.5, 0.5, 0.5, 1.5, 1.5),
      stations: {
        care: caseload(fixed(0.25), {
          visits: { first: 1, last: 1 },
          visitsPerDay: [1, 0, 1, 3, 9, 9, 9],
          takesAll: true,
          deferDays: 2,
        }),
        home,
      },
    });
    // Monday makes 1 and puts off 4; Tuesday puts off 4 and 2; Wednesday makes 1 of the 4, misses 3, puts off 2; Thursday makes 2.
    expect(total('care', 'visits', 'delivered')).toBeCloseTo(4, 9);
    expect(total('care', 'visits', 'deferred')).toBeCloseTo(12, 9);
    expect(total('care', 'visits', 'missed')).toBeCloseTo(3, 9);
  });

  it('a plan falls in a straight line over the calendar days a stay touches, midnight not among them', () => {
    const { total } = run(20, {
      needs: { short: { label: 'Short', goesTo: 'care' }, long: { label: 'Long', goesTo: 'care' } },
      streams: {
        short: { label: 'Short', atDays: [0.5], shares: { short: 1, long: 0 } },
        long: { label: 'Long', atDays: [8.5], shares: { short: 0, long: 1 } },
      },
      stations: {
        care: caseload(
          { by: 'need', short: fixed(2.5), long: fixed(2.75) },
          { visits: { first: 3, last: 1 }, visitsPerDay: 50, takesAll: true },
        ),
        home,
      },
    });
    // 3 + 2 + 1, and 3 + 7/3 + 5/3 + 1.
    expect(total('care', 'visits', 'delivered')).toBeCloseTo(6 + 8, 9);
  });

  it('plans differ by who people are, and come out of the same visits of a day', () => {
    const { total } = run(20, {
      needs: { short: { label: 'Short', goesTo: 'care' }, long: { label: 'Long', goesTo: 'care' } },
      streams: {
        short: { label: 'Short', atDays: [0.5], shares: { short: 1, long: 0 } },
        long: { label: 'Long', atDays: [8.5, 15.5], shares: { short: 0, long: 1 } },
      },
      stations: {
        care: caseload(
          { by: 'need', short: fixed(2.5), long: fixed(2.75) },
          {
            visits: { by: 'need', short: { first: 3, last: 1 }, else: { first: 1, last: 4 } },
            visitsPerDay: [9, 9, 9, 9, 2, 9, 9],
            takesAll: true,
          },
        ),
        home,
      },
    });
    // 3 + 2 + 1; and twice 1 + 2 + 3 + 2 of the 4, from Tuesday to Friday.
    expect(total('care', 'visits', 'delivered')).toBeCloseTo(6 + 8 + 8, 9);
    expect(total('care', 'visits', 'missed')).toBeCloseTo(2 + 2, 9);
  });

  it('people are taken on when their first visits fit, and the plan of someone who has left counts to midnight', () => {
    const { mean, cause } = run(20, {
      needs: needs('care'),
      streams: coming(0.1, 0.2, 0.3, 10.1, 10.6),
      stations: { care: caseload(fixed(1.2), { visits: { first: 2, last: 1 }, visitsPerDay: 3 }), home },
    });
    // Two visits fit on day 0; then 1 + 2 on days 1 and 2, so the next two begin at midnight; the same on day 11.
    expect(cause('care', 'visits')).toBeCloseTo(0.8 + 1.7 + 0.4, 9);
    expect(mean('care', 'delayDays')).toBeCloseTo(2.9 / 5, 9);
    const early = run(20, {
      needs: needs('care'),
      streams: coming(0.1, 0.5),
      stations: { care: caseload(fixed(0.3), { visits: { first: 2, last: 2 }, visitsPerDay: 3 }), home },
    });
    expect(early.cause('care', 'visits')).toBeCloseTo(0.5, 9);
  });

  it('whoever was in care at the start has the second half of a plan before them', () => {
    const { total } = run(20, {
      needs: needs('care'),
      streams: coming(10.5),
      initial: { care: { inCare: { care: 1 }, remaining: fixed(2.5) } },
      stations: {
        care: caseload(fixed(0.25), { visits: { first: 3, last: 1 }, visitsPerDay: 50, takesAll: true }),
        home,
      },
    });
    // 2 + 1.5 + 1, and later a stay of one day with the first day's visits.
    expect(total('care', 'visits', 'delivered')).toBeCloseTo(4.5 + 3, 9);
  });

  it('an endless backlog fills the visits, and places where there are fewer', () => {
    const starts = (runDays: number, more: object) =>
      run(runDays, {
        needs: needs('care'),
        streams: { people: { label: 'People', alwaysWaiting: 20 } },
        stations: { care: caseload(fixed(2.5), { visits: { first: 1, last: 1 }, visitsPerDay: 6, ...more }), home },
      }).total('care', 'starts');
    // Six begin on days 0, 3, 6 …: the plan of a stay from midnight on touches three days.
    expect(starts(29.5, {})).toBeCloseTo(60, 9);
    // Four at 0; at 2.5 their visits of the day leave room for two, and two more at 3; two at 5 and at 5.5; two at 7.5.
    expect(starts(7.75, { places: 4 })).toBeCloseTo(14, 9);
  });

  it('a stay cut short ends its plan, and delay after a stay needs no visits', () => {
    const { total, cause } = run(20, {
      needs: needs('care'),
      streams: coming(0.5),
      stations: {
        care: caseload(fixed(1), {
          visits: { first: 2, last: 2 },
          visitsPerDay: 2,
          next: [{ to: 'ward' }],
          releases: { days: 'Fri' },
        }),
        ward: ward(1, fixed(1)),
        home,
      },
    });
    expect(total('care', 'visits', 'delivered')).toBeCloseTo(4, 9);
    expect(cause('ward', 'closed hours')).toBeCloseTo(2.5, 9);
  });
});

describe('limits by hand', () => {
  it('an endless backlog starts as many as the month allows', () => {
    const { total } = run(91, {
      needs: needs('care'),
      streams: { people: { label: 'People', alwaysWaiting: 5 } },
      stations: { care: caseload(fixed(3), { startsPerMonth: 27 }), home },
    });
    expect(total('care', 'starts')).toBeCloseTo(3 * 27, 9);
  });

  it('a place that is reserved is a start of its month', () => {
    const { mean, cause } = run(60, {
      needs: needs('care', { prepare: fixed(5) }),
      // 30 and 31 January.
      streams: coming(29, 30),
      stations: { care: caseload(fixed(3), { startsPerMonth: 1 }), home },
    });
    expect(mean('care', 'delayDays')).toBeCloseTo((5 + 6) / 2, 9);
    expect(cause('care', 'preparation')).toBeCloseTo(10, 9);
    expect(cause('care', 'starts limit')).toBeCloseTo(1, 9);
  });

  it('surge places stay open for their least time, and closing puts nobody out', () => {
    const { total, mean } = run(10, {
      needs: needs('ward'),
      streams: coming(0, 0.1, 0.2, 3.1, 3.1, 3.5),
      stations: {
        ward: ward(1, fixed(1), { surge: { beds: 1, openAtWaiting: 2, closeAtWaiting: 0, minDays: 3 } }),
        home,
      },
    });
    // Open from 0.2 to 3.2; then two people are there until 4.1.
    expect(total('ward', 'open')).toBeCloseTo(10 + 3 + 0.9, 9);
    expect(mean('ward', 'delayDays')).toBeCloseTo((0.1 + 0.8 + 0.6) / 6, 9);
  });

  it('somebody a team sees is a start of its month', () => {
    const { total } = run(60, {
      needs: needs('ward'),
      streams: { people: { label: 'People', atDays: [20, 21], startsAt: 'team' } },
      stations: { team: team(2, fixed(1), { startsPerMonth: 1 }), ward: ward(1, fixed(1)), home },
    });
    // The second is seen on 1 February, day 31.
    expect(total('team', 'waiting')).toBeCloseTo(10, 9);
    expect(total('team', 'delayCause', 'assessment')).toBeCloseTo(1 + 10 + 1, 9);
  });

  it('surge staff see people as the others do', () => {
    const { total } = run(10, {
      needs: needs('ward'),
      streams: { people: { label: 'People', atDays: [0, 0, 0], startsAt: 'team' } },
      stations: {
        team: team(1, fixed(1), { surge: { staff: 1, openAtWaiting: 2, closeAtWaiting: 0 } }),
        ward: ward('unlimited', fixed(1)),
        home,
      },
    });
    expect(total('team', 'waiting')).toBeCloseTo(1, 9);
    expect(total('team', 'delayCause', 'assessment')).toBeCloseTo(1 + 1 + 2, 9);
  });
});
