// The models of more golden stories: corners of one rule, or where two rules meet. Long because it is one list of them and what they measure.
import { coming, fixed, home, needing, story, ward, type Piece } from './stories.ts';

const caseload = (visitsPerDay: number | number[], first: number, last: number, days: number, more: Piece = {}) => ({
  kind: 'caseload',
  label: 'Care at home',
  visitsPerDay,
  visits: { first, last },
  stay: fixed(days),
  next: [{ to: 'home' }],
  ...more,
});
const team = (days: number, to: string): Piece => ({
  kind: 'team',
  label: 'Team',
  staff: 1,
  stay: fixed(days),
  next: [{ to }],
});

const away = { kind: 'exit', label: 'Away' };

export const corners: Readonly<Record<string, Piece>> = {
  'no-limit': story(12, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 0.5, 3, 5.5]) },
    stations: { ward: ward(1, 4, 'home'), home },
    options: [
      {
        id: 'changed',
        title: 'No limit for three days',
        changes: [{ atDay: 2, untilDate: '2024-01-06', set: { 'stations.ward.beds': 'unlimited' } }],
      },
    ],
  }),
  'turned-away-surge': story(10, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 5.25, 5.5]) },
    stations: {
      ward: ward(1, 8, 'home', {
        waitingRoom: 1,
        surge: { beds: 1, openAtWaiting: 2, closeAtWaiting: 1 },
        admits: { days: 'Mon-Fri' },
      }),
      home,
    },
  }),
  'backlog-gives-up': story(3, {
    needs: needing('ward'),
    streams: { people: { label: 'People', alwaysWaiting: 1 } },
    stations: {
      ward: ward(1, 1.75, 'home', { patience: { stay: fixed(0.5), to: 'elsewhere' } }),
      elsewhere: { kind: 'exit', label: 'Elsewhere' },
      home,
    },
  }),
  'named-again': story(13, {
    needs: {
      care: {
        label: 'Care',
        goesTo: 'ward',
        otherwise: [{ to: 'ward', afterDays: 1, priority: 1, stayFactor: 0.5 }],
      },
      direct: { label: 'Direct', goesTo: 'ward' },
    },
    streams: { some: coming('care', [1]), others: coming('direct', [0, 0.5]) },
    stations: { ward: ward(1, 4, 'home', { surge: { beds: 1, openAtWaiting: 3, closeAtWaiting: 0 } }), home },
  }),
  'no-visits-at-first': story(4, {
    needs: needing('care-at-home'),
    streams: { people: coming('care', [0.25]) },
    stations: {
      'care-at-home': caseload([0, 3, 3, 3, 3, 3, 3], 1, 1, 2, { admits: { days: 'Mon-Fri', fromHour: 12 } }),
      home,
    },
  }),
  'leaving-at-the-start': story(4, {
    needs: needing('ward'),
    streams: { people: coming('care', [1]) },
    initial: { ward: { delayedFor: { home: 1 } } },
    stations: { ward: ward(1, 2, 'home'), home },
  }),
  // Nearly everybody takes the way whose share is all but one; the rest is there because a way of nobody is none.
  'further-stay-on-a-date': story(4, {
    needs: needing('ward'),
    streams: { people: coming('care', [0]) },
    stations: {
      ward: ward(1, 1, 'home', {
        next: [
          { to: 'ward', share: 0.999999 },
          { to: 'home', share: 0.000001 },
        ],
      }),
      home,
    },
    options: [
      {
        id: 'changed',
        title: 'Shorter stays, and then home',
        changes: [{ atDay: 1, set: { 'stations.ward.stay.days': 0.25, 'stations.ward.next.1.share': 0.999999 } }],
      },
    ],
  }),
  'moves-on-to-the-second': story(8, {
    needs: { care: { label: 'Care', goesTo: ['a', 'b'], otherwise: [{ to: 'c', movesOn: true }] } },
    streams: { people: coming('care', [0, 0.25, 1]) },
    stations: { a: ward(1, 4, 'home'), b: ward(1, 2, 'away'), c: ward(1, 6, 'home'), home, away },
  }),
  'surge-at-once': story(9, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 1, 4.5]) },
    stations: { ward: ward(1, 4, 'home', { surge: { beds: 1, openAtWaiting: 1, closeAtWaiting: 0 } }), home },
  }),
  'waiting-room': story(11, {
    needs: { w: { label: 'W', goesTo: 'w' }, x: { label: 'X', goesTo: 'x', otherwise: [{ to: 'w' }] } },
    streams: { some: coming('w', [0, 2, 3]), others: coming('x', [0.5, 1]) },
    stations: { w: ward(1, 10, 'home', { waitingRoom: 1 }), x: ward(1, 10, 'home'), home },
  }),
  'least-urgent': story(12, {
    needs: { soon: { label: 'Soon', goesTo: 'w', priority: 1 }, later: { label: 'Later', goesTo: 'w', priority: 2 } },
    streams: { some: coming('soon', [0, 3, 4]), others: { ...coming('later', [1, 2]), shares: { soon: 0, later: 1 } } },
    stations: { w: ward(1, 5, 'home', { waitingRoom: 2, turnsAway: 'least-urgent' }), home },
  }),
  'plans-by-need': story(5, {
    needs: { long: { label: 'Long', goesTo: 'care-at-home' }, short: { label: 'Short', goesTo: 'care-at-home' } },
    streams: { some: coming('long', [0.25, 0.5]), others: coming('short', [0.75]) },
    stations: {
      'care-at-home': {
        ...caseload(3, 2, 2, 2),
        visits: { by: 'need', long: { first: 2, last: 2 }, short: { first: 1, last: 1 } },
      },
      home,
    },
  }),
  // Wednesday, day 2, is like a Sunday.
  'bank-holiday': {
    ...story(5, {
      needs: {
        care: { label: 'Care', goesTo: 'ward' },
        visited: { label: 'Visited', goesTo: 'care-at-home' },
      },
      streams: { some: coming('care', [1.5, 2.25]), others: coming('visited', [1.25]) },
      stations: {
        ward: ward(2, 0.25, 'home', {
          admits: [
            { days: 'Mon-Fri', fromHour: 9, toHour: 15 },
            { days: 'Sun', fromHour: 12, toHour: 15 },
          ],
          progresses: { days: 'Mon-Fri', fromHour: 9, toHour: 15 },
        }),
        'care-at-home': caseload([3, 3, 3, 3, 3, 3, 0], 1, 1, 2),
        home,
      },
    }),
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 5, holidays: ['2024-01-03'] },
  },
  turnaround: story(9, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 0.5, 3.75, 5.5]) },
    stations: {
      ward: ward(1, 1.25, 'home', {
        turnaround: { stay: fixed(0.25), during: { days: 'Mon-Fri', fromHour: 9, toHour: 15 } },
      }),
      home,
    },
  }),
  'stays-after-all': story(9, {
    needs: { care: { label: 'Care', goesTo: 'acute' }, direct: { label: 'Direct', goesTo: 'p2' } },
    streams: { some: coming('care', [0, 0.5]), others: coming('direct', [1.25]) },
    stations: {
      acute: ward(2, 1, 'p2'),
      p2: ward(1, 4, 'home', { patience: { stay: fixed(1.5), to: 'here' } }),
      home,
    },
  }),
  'delay-and-factor': story(16, {
    consequencesOfDelay: { stayDaysPerDelayedDay: 0.5 },
    needs: { care: { label: 'Care', goesTo: 'p1', otherwise: [{ to: 'p3', afterDays: 2, stayFactor: 2 }] } },
    streams: { some: coming('care', [0, 1]), others: { ...coming('care', [3, 3.125]), startsAt: 'team' } },
    stations: { p1: ward(1, 4, 'home'), p3: ward(1, 6, 'home'), team: team(0.25, 'need'), home },
  }),
  'better-while-waiting': story(8, {
    consequencesOfDelay: { stayDaysPerDelayedDay: -1 },
    needs: needing('p2'),
    streams: { people: coming('care', [0.5, 2, 5]) },
    initial: { p2: { inCare: 1, remaining: fixed(3) } },
    stations: { p2: ward(1, 2, 'home'), home },
  }),
  'placed-first': story(4, {
    needs: { seen: { label: 'Seen', goesTo: 'team' }, well: { label: 'Well', goesTo: 'home' } },
    streams: {
      some: { ...coming('seen', [0.5]), shares: { seen: 1, well: 0 } },
      others: { ...coming('well', [0.25]), shares: { seen: 0, well: 1 } },
    },
    initial: { ward: { inCare: { seen: 1 }, remaining: fixed(1) } },
    stations: { ward: ward(1, 2, 'home'), team: team(1, 'home'), home },
  }),
  'waited-already': story(6, {
    needs: { care: { label: 'Care', goesTo: 'p2', otherwise: [{ to: 'p3', afterDays: 4 }] } },
    streams: { people: coming('care', [5.5]) },
    initial: {
      acute: { delayedFor: { care: { people: 2, sinceDays: [6, 2] } } },
      p2: { inCare: 1, remaining: fixed(1), waiting: { care: { people: 1, sinceDays: 5 } } },
    },
    stations: { acute: ward(9, 1, 'need'), p2: ward(1, 2, 'home'), p3: ward(1, 3.5, 'home'), home },
  }),
  'start-half-way': story(5, {
    needs: needing('care-at-home'),
    streams: { people: coming('care', [0.25]) },
    initial: { 'care-at-home': { inCare: 1, remaining: fixed(3) } },
    stations: { 'care-at-home': caseload(3, 2, 1, 2), home },
  }),
  'visits-left': story(7, {
    needs: needing('care-at-home'),
    streams: { people: coming('care', [0.25, 1.5, 3.5]) },
    stations: { 'care-at-home': caseload([2, 0.5, 2, 2, 2, 2, 2], 1, 1, 3, { deferDays: 5 }), home },
  }),
};

/** Rows of measures that follow from a story's own lines, by station, measure, statistic and who. */
export const measuredInCorners: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'backlog-gives-up': { 'ward leftWaiting mean all': 5 / 3 },
  'named-again': { 'ward open mean all': 1 },
  // None free for 2 days before the limit goes and for 6 after it is back; how many places there were is no number.
  'no-limit': {
    'ward open mean all': NaN,
    'ward free mean all': NaN,
    'ward full mean all': 8 / 12,
    'ward waiting mean all': 3 / 12,
  },
  // From 6:00 on Monday no visits are left that day; from midnight there are, and until noon only hours keep them.
  'no-visits-at-first': {
    'care-at-home delayCause visits all': 0.75 / 4,
    'care-at-home delayCause closed hours all': 0.5 / 4,
    'care-at-home delayCause no place all': 0,
  },
  // Of four days: one person leaves at the first moment, one on day 3.
  'leaving-at-the-start': {
    'home starts mean all': 2 / 4,
    'ward leaves mean all': 2 / 4,
    'ward stayDays mean all': (0 + 2) / 2,
    'home delayDays mean all': 0,
  },
  // Of the people who came, not of whoever was in care: a team and an exit are places where a need may go.
  'placed-first': {
    'all rightPlace mean all': 1,
    'all rightPlace mean need:seen': 1,
    'all rightPlace mean need:well': 1,
  },
  'waiting-room': { 'w turnedAway mean all': 1 / 11 },
  'least-urgent': { 'w turnedAway mean all': 2 / 12 },
  // 3 visits a day on days 0 to 2, then 2; the second long package waits for visits from 0.5 to 3.
  'plans-by-need': {
    'care-at-home visits delivered all': (3 + 3 + 3 + 2 + 2) / 5,
    'care-at-home delayCause visits all': 2.5 / 5,
    'care-at-home delayDays mean need:long': 2.5 / 2,
    'care-at-home delayDays mean need:short': 0,
  },
  // Of three visits planned, that of the holiday is not made; whoever comes on it waits from 6:00 to 12:00.
  'bank-holiday': {
    'care-at-home visits delivered all': 2 / 5,
    'care-at-home visits missed all': 1 / 5,
    'ward delayCause closed hours all': 0.25 / 5,
    'ward occupancy mean all': (2 + 1.125) / 5,
  },
  // Free from Thursday at 15:00 to 18:00 only; while the bed is made ready, people wait for no place.
  turnaround: {
    'ward free mean all': 0.125 / 9,
    'ward full mean all': 8.875 / 9,
    'ward occupancy mean all': (4 * 1.25) / 9,
    'ward delayCause no place all': (1.125 + 2.125) / 9,
  },
  // One person gives up three times after 1½ days, and keeps the bed all along.
  'stays-after-all': {
    'p2 leftWaiting mean all': 3 / 9,
    'p2 delayDays mean all': (0 + 3 * 1.5 + 3.75) / 5,
    'p2 waiting mean all': (3 * 1.5 + 3.75) / 9,
    'acute delayed mean all': (3 * 1.5) / 9,
    'acute occupancy mean all': (1 + 8.5) / 9,
    'acute starts mean all': 2 / 9,
    'acute stayDays mean all': 1,
  },
  'better-while-waiting': { 'p2 stayDays mean all': (3 + 0 + 1 + 2) / 4, 'p2 delayDays mean all': (2.5 + 1 + 0) / 3 },
  'delay-and-factor': { 'p1 delayDays mean all': (0 + 1 + 5.375) / 3, 'p3 delayDays mean all': 2 },
  // Waits, stays and journeys count from before the first moment; people over time do not.
  'waited-already': {
    'p3 delayDays mean all': 6,
    'p2 delayDays mean all': (5 + 1 + (2 + 3) + 0) / 3,
    'acute stayDays mean all': (6 + (2 + 3)) / 2,
    'home journeyDays mean all': (9.5 + 7 + 1 + 8) / 4,
    'acute delayed mean all': 3 / 6,
    'p2 waiting mean all': (1 + 3) / 6,
  },
  // 1½, 1¼ and 1 of whoever was there, 2 and 1 of whoever came.
  'start-half-way': { 'care-at-home visits delivered all': (3.75 + 3) / 5 },
  // 1, ½ of 1, 2 of 2½, 2 of 2½, 2 of 2½, 1½, 1.
  'visits-left': { 'care-at-home visits delivered all': 10 / 7, 'care-at-home visits deferred all': (4 * 0.5) / 7 },
};
