// The models of the golden stories, worked out by hand from fixed stays and known moments. Long because most stories are here.
export type Piece = Record<string, unknown>;

export const fixed = (days: number): Piece => ({ shape: 'fixed', days });
export const home = { kind: 'exit', label: 'Home' };
export const ward = (beds: number, days: number, to: string, more: Piece = {}): Piece => ({
  kind: 'ward',
  label: 'Ward',
  beds,
  stay: fixed(days),
  next: [{ to }],
  ...more,
});

/** What changes on the way, if anything, is the option `changed`. */
export function story(
  runDays: number,
  parts: { needs: Piece; streams: Piece; stations: Piece; options?: Piece[] } & Piece,
): Piece {
  return {
    schemaVersion: 1,
    id: 'story',
    title: 'A short story',
    about: 'For tests only.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays },
    experiment: { replications: 1, seed: 1 },
    ...parts,
  };
}

export const needing = (goesTo: string): Piece => ({ care: { label: 'Care', goesTo } });
export const coming = (need: string, atDays: number[]): Piece => ({
  label: `Needs ${need}`,
  atDays,
  shares: { [need]: 1 },
});

export const stories: Readonly<Record<string, Piece>> = {
  'blocked-bed': story(20, {
    needs: needing('acute'),
    streams: { people: coming('care', [0, 1, 5]) },
    stations: { acute: ward(1, 2, 'p2'), p2: ward(1, 5, 'home'), home },
  }),
  cascade: story(15, {
    needs: needing('one'),
    streams: { people: coming('care', [0, 0.5, 3.25, 5]) },
    stations: { one: ward(1, 1, 'two'), two: ward(1, 1.5, 'three'), three: ward(1, 10, 'home'), home },
  }),
  substitution: story(20, {
    needs: {
      p1: { label: 'P1', goesTo: 'p1', otherwise: [{ to: 'p3', afterDays: 1, stayFactor: 1.25 }] },
      p3: { label: 'P3', goesTo: 'p3' },
    },
    streams: { some: coming('p1', [0, 1, 2.5, 4.25]), others: { ...coming('p3', [5.5]), shares: { p1: 0, p3: 1 } } },
    stations: { p1: ward(1, 4, 'home'), p3: ward(1, 6, 'home'), home },
  }),
  surge: story(18, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 1, 2, 5.25, 5.5, 9]) },
    stations: {
      ward: ward(1, 4, 'home', { surge: { beds: 1, openAtWaiting: 2, closeAtWaiting: 0, minDays: 3 } }),
      home,
    },
  }),
  'places-change': story(12, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 0.5, 1, 5]) },
    stations: { ward: ward(2, 4, 'home'), home },
    options: [
      {
        id: 'changed',
        title: 'A bed closes, two open',
        changes: [
          { atDay: 2, set: { 'stations.ward.beds': 1 } },
          { atDay: 7, set: { 'stations.ward.beds': 3 } },
        ],
      },
    ],
  }),
  gridlock: story(12, {
    needs: { down: { label: 'Down', goesTo: 'a' }, up: { label: 'Up', goesTo: 'b' } },
    streams: { down: coming('down', [0, 1]), up: coming('up', [0.5]) },
    stations: {
      a: ward(1, 2, 'home', { next: { by: 'need', down: [{ to: 'b' }], up: [{ to: 'home' }] } }),
      b: ward(1, 3, 'home', { next: { by: 'need', down: [{ to: 'home' }], up: [{ to: 'a' }] } }),
      home,
    },
  }),
  'closed-hours': story(11, {
    needs: { care: { label: 'Care', goesTo: 'acute' }, direct: { label: 'Direct', goesTo: 'p2' } },
    streams: { some: coming('care', [0.5, 0.625]), others: coming('direct', [3]) },
    stations: {
      acute: ward(2, 1, 'p2', { releases: { days: 'Mon-Fri', fromHour: 9, toHour: 18 } }),
      p2: ward(1, 2.25, 'home', { admits: { days: 'Mon-Fri', fromHour: 12, toHour: 21 } }),
      home,
    },
  }),
  progress: story(12, {
    needs: { long: { label: 'Long', goesTo: 'rehab' }, short: { label: 'Short', goesTo: 'rehab' } },
    streams: { some: coming('long', [0, 1]), others: coming('short', [9.5]) },
    stations: {
      rehab: ward(1, 1, 'home', {
        stay: { by: 'need', short: fixed(0.125), else: fixed(1) },
        progresses: { days: 'Mon-Fri', fromHour: 9, toHour: 15 },
      }),
      home,
    },
  }),
  team: story(9, {
    needs: needing('p2'),
    streams: {
      some: { ...coming('care', [0, 0.5]), startsAt: 'acute' },
      others: { ...coming('care', [1.5625]), startsAt: 'team' },
    },
    stations: {
      acute: ward(2, 1, 'team'),
      team: {
        kind: 'team',
        label: 'Co-ordinator',
        staff: 1,
        hours: { days: 'Mon-Fri', fromHour: 9, toHour: 15 },
        stay: fixed(0.125),
        next: [{ to: 'need' }],
      },
      p2: ward(1, 2, 'home'),
      home,
    },
  }),
  preparation: story(9, {
    needs: {
      care: { label: 'Care', goesTo: 'p2', prepare: fixed(0.5) },
      direct: { label: 'Direct', goesTo: 'p2' },
    },
    streams: { some: { ...coming('care', [0, 0.5]), startsAt: 'acute' }, others: coming('direct', [3.75]) },
    stations: {
      acute: ward(1, 1, 'need', { releases: { days: 'Mon-Sun', fromHour: 9, toHour: 18 } }),
      p2: ward(1, 2, 'home'),
      home,
    },
  }),
  visits: story(7, {
    needs: needing('care-at-home'),
    streams: { people: coming('care', [0.25, 0.5, 1.5]) },
    stations: {
      'care-at-home': {
        kind: 'caseload',
        label: 'Care at home',
        visitsPerDay: [3, 3, 3, 0.5, 2, 1, 0],
        visits: { first: 2, last: 1 },
        deferDays: 1,
        stay: fixed(2),
        next: [{ to: 'home' }],
      },
      home,
    },
  }),
  'moves-on': story(10, {
    needs: {
      p1: { label: 'P1', goesTo: 'p1', otherwise: [{ to: 'p3', afterDays: 1, stayFactor: 1.25, movesOn: true }] },
    },
    streams: { people: coming('p1', [0, 1, 3]) },
    stations: { p1: ward(1, 4, 'home'), p3: ward(1, 6, 'home'), home },
  }),
  'longest-delayed': story(10, {
    needs: needing('p2'),
    streams: {
      some: { ...coming('care', [0]), startsAt: 'acute' },
      others: coming('care', [0.125, 1.5]),
    },
    stations: {
      acute: ward(1, 1, 'team'),
      team: { kind: 'team', label: 'Team', staff: 'unlimited', stay: fixed(1), next: [{ to: 'need' }] },
      p2: ward(1, 3, 'home', { order: 'longest-delayed' }),
      home,
    },
  }),
  localities: story(6, {
    attributes: {
      locality: {
        label: 'Locality',
        shares: { by: 'stream', rural: { city: 0, west: 1 }, else: { city: 1, west: 0 } },
      },
    },
    needs: { care: { label: 'Care', goesTo: { by: 'locality', west: 'west-care', else: 'city-care' } } },
    streams: {
      rural: { ...coming('care', [0.25]), startsAt: 'rehab' },
      urban: { ...coming('care', [0, 0.5]), startsAt: 'rehab' },
    },
    stations: {
      rehab: ward(2, 1, 'need', { stay: { by: 'locality', west: fixed(3), else: fixed(1) } }),
      'city-care': ward(1, 2, 'home'),
      'west-care': ward(1, 2, 'home'),
      home,
    },
  }),
  'starts-a-month': story(40, {
    needs: needing('p1'),
    streams: { people: coming('care', [1, 5, 10, 20, 31.5]) },
    stations: {
      p1: { kind: 'caseload', label: 'P1', startsPerMonth: 2, stay: fixed(3), next: [{ to: 'home' }] },
      home,
    },
  }),
  'giving-up': story(9, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 1, 1.5, 3.5]) },
    stations: {
      ward: ward(1, 4, 'home', { waitingRoom: 1, patience: { stay: fixed(2), to: 'elsewhere' } }),
      elsewhere: { kind: 'exit', label: 'Elsewhere' },
      home,
    },
  }),
  'earlier-choice': story(5, {
    needs: { care: { label: 'Care', goesTo: 'c' }, direct: { label: 'Direct', goesTo: ['w', 'z'] } },
    streams: { some: coming('care', [0]), others: coming('direct', [0.25, 1.5]) },
    stations: {
      c: ward(1, 0.125, 'w', { releases: { days: 'Mon-Sun', fromHour: 18 } }),
      w: ward(1, 1, 'home'),
      z: ward(1, 1, 'home'),
      home,
    },
  }),
  'prepared-in-turn': story(6, {
    needs: { care: { label: 'Care', goesTo: ['x', 'y'] } },
    streams: { people: coming('care', [0, 1.5, 2, 2.25]) },
    stations: { x: ward(1, 1, 'home', { next: [{ to: 'home', prepare: fixed(0.5) }] }), y: ward(1, 2, 'home'), home },
    options: [{ id: 'changed', title: 'A bed opens', changes: [{ atDay: 3, set: { 'stations.y.beds': 2 } }] }],
  }),
  'leaving-in-turn': story(5, {
    needs: {
      one: { label: 'One', goesTo: 'a' },
      two: { label: 'Two', goesTo: 'b' },
      either: { label: 'Either', goesTo: ['b', 'a'] },
    },
    streams: { ones: coming('one', [0]), twos: coming('two', [0.5]), others: coming('either', [1.5]) },
    stations: {
      a: ward(1, 1, 'team'),
      b: ward(1, 1.5, 'away'),
      team: { kind: 'team', label: 'Team', staff: 1, stay: fixed(1), next: [{ to: 'home' }] },
      away: { kind: 'exit', label: 'Away' },
      home,
    },
  }),
  'patience-of-0': story(6, {
    needs: { care: { label: 'Care', goesTo: 'a' }, other: { label: 'Other', goesTo: 'c' } },
    streams: { people: coming('care', [0, 0.25, 2]), others: coming('other', [5.5]) },
    stations: {
      a: ward(2, 1, 'b'),
      b: ward(1, 2, 'home', { patience: { stay: fixed(0), to: 'elsewhere' } }),
      c: ward(1, 1, 'home'),
      elsewhere: { kind: 'exit', label: 'Elsewhere' },
      home,
    },
    options: [{ id: 'changed', title: 'A bed opens', changes: [{ atDay: 1, set: { 'stations.c.beds': 2 } }] }],
  }),
  'own-place': story(9, {
    needs: {
      direct: { label: 'Direct', goesTo: 'q' },
      seen: { label: 'Seen', goesTo: 's' },
      plain: { label: 'Plain', goesTo: 'p' },
    },
    streams: { some: coming('direct', [0]), others: coming('seen', [0.25]), more: coming('plain', [0.5]) },
    stations: {
      p: ward(1, 1, 'home', { next: [{ to: ['q', 'p'] }] }),
      q: ward(1, 3, 'home'),
      r: ward(1, 1, 'home'),
      s: ward(1, 1, 'team'),
      team: {
        kind: 'team',
        label: 'Team',
        staff: 1,
        stay: fixed(1.75),
        next: [{ to: 'q', otherwise: [{ to: 's' }, { to: 'r' }] }],
      },
      home,
    },
  }),
};

/** Rows of measures that follow from a story's own lines, by station, measure, statistic and who. */
export const measured: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // Person 1 waits 2⅛ days for the bed while it is held (1.625 to 3.75), and then until Monday noon for hours.
  'closed-hours': {
    'p2 delayCause no place from:acute': (3.75 - 1.625 + (6 - 3.75)) / 11,
    'p2 delayCause closed hours from:acute': (7.5 - 6) / 11,
    'p2 delayCause no place from:outside': 0.75 / 11,
  },
  team: {
    // Person 0 waits from midnight to 9:00, person 2 from 13:30 to 9:00; whoever is being seen waits no more, inside or outside.
    'team waiting mean all': (0.375 + 0.8125) / 9,
    // Delay from being ready to the real move, the team on the way included; person 2 never held a place.
    'team delayCause assessment from:acute': (0.5 + 0.125) / 9,
    'team delayCause assessment from:outside': (2.5 - 1.5625) / 9,
    'p2 delayDays mean all': (0.5 + 2 + (5.5 - 1.5625)) / 3,
    'team occupancy mean all': 0.375 / 9,
    'acute delayed mean all': (0.5 + 2) / 9,
  },
  preparation: {
    'p2 delayCause preparation from:acute': (0.5 + 0.875) / 9,
    'p2 delayCause no place from:acute': 1 / 9,
    // The place is reserved for half a day, and then for seven eighths.
    'p2 free mean all': (1 + (9 - 8.375)) / 9,
  },
  visits: {
    // Days 0 to 6: 2, 1½, 3, ½ of 1, all ½ put off and 1½ of 2, ½ put off and ½ of 1, none.
    'care-at-home visits delivered all': 10 / 7,
    'care-at-home visits deferred all': 1.5 / 7,
    'care-at-home visits missed all': 0.5 / 7,
    'care-at-home delayCause visits all': (1.5 + 2.5) / 7,
  },
  'moves-on': {
    // Persons 1 and 2 were placed elsewhere the first time.
    'all rightPlace mean all': 1 / 3,
    'p1 waiting mean all': (1 + 1) / 10,
  },
  'starts-a-month': { 'p1 delayCause starts limit all': (21 + 11 + 8.5) / 40 },
};
