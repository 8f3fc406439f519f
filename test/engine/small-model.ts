// A small valid document for tests: a ward with one bed too few, a caseload after it, and one option.
export function smallDocument() {
  return {
    schemaVersion: 1,
    id: 'small',
    title: 'Small',
    about: 'A ward and care at home.',
    calendar: { startDate: '2024-01-01', warmUpDays: 30, runDays: 90 },
    experiment: { replications: 10, seed: 1 },
    needs: {
      p1: { label: 'Care at home', goesTo: 'team', otherwise: [{ to: 'ward', afterDays: 2, stayFactor: 1.2 }] },
      p3: { label: 'A ward', goesTo: 'ward', priority: 2 },
    },
    streams: {
      acute: {
        label: 'Ready to leave',
        arrivalsPerDay: 2,
        weekdayFactors: [1, 1, 1, 1, 1, 0.5, 0.5],
        shares: { p1: 0.6, p3: 0.4 },
      },
    },
    stations: {
      ward: {
        kind: 'ward',
        label: 'Ward',
        beds: 12,
        stay: { shape: 'lognormal', meanDays: 14, sdDays: 10 },
        next: [
          { to: 'team', share: 0.5 },
          { to: 'home', share: 0.3 },
          { to: 'away', share: 0.2 },
        ],
      },
      team: {
        kind: 'caseload',
        label: 'Team',
        places: 27,
        stay: { shape: 'mixture', of: MIXTURE },
        next: [{ to: 'home' }],
      },
      home: { kind: 'exit', label: 'Home' },
      away: { kind: 'exit', label: 'Elsewhere' },
    },
    options: [
      {
        id: 'proposed',
        title: 'Proposed',
        set: { 'stations.team.places': 37 },
        changes: [{ onDate: '2024-02-01', set: { 'stations.ward.beds': 8 } }],
      },
    ],
    conditions: [
      {
        id: 'winter',
        title: 'Winter',
        changes: [{ onDate: '2024-01-10', untilDate: '2024-02-10', scale: { 'streams.acute.arrivalsPerDay': 1.2 } }],
      },
    ],
    controls: [{ path: 'stations.team.places', least: 0, most: 60, step: 1 }],
    evidence: { 'stations.ward.stay': { status: 'illustrative', source: 'assumed' } },
    thresholds: ['ward.delayed.p90 <= 5'],
    story: [{ title: 'Today', option: 'proposed', onDate: '2024-02-01', spotlight: 'ward' }],
  };
}

const MIXTURE = [
  { share: 0.75, stay: { shape: 'exponential', meanDays: 10 } },
  { share: 0.25, stay: { shape: 'exponential', meanHours: 960 } },
];

/** A document that uses every rule the small one does not: attributes, hours, a team, visits, preparation and costs. */
export function wideDocument() {
  return {
    ...smallDocument(),
    id: 'wide',
    attributes: {
      locality: {
        label: 'Where they live',
        shares: { by: 'stream', acute: { city: 0.75, west: 0.25 }, else: { city: 0.5, west: 0.5 } },
      },
      age: { label: 'Age band', shares: { under85: 0.6, over85: 0.4 } },
    },
    needs: {
      p1: {
        label: 'Care at home',
        goesTo: 'care',
        otherwise: [{ to: 'ward', afterDays: 2, stayFactor: 1.2, movesOn: true }],
      },
      p3: {
        label: 'A ward',
        goesTo: { by: 'locality', city: 'ward', west: 'annexe' },
        otherwise: { by: 'locality', west: [{ to: 'ward', afterDays: 7 }], else: [] },
        priority: { by: 'age', over85: 1, else: { by: 'locality', city: 2, west: 3 } },
        prepare: { shape: 'fixed', hours: 4 },
      },
    },
    streams: {
      acute: {
        label: 'Ready to leave',
        arrivalsPerDay: 2,
        shares: { by: 'locality', city: { p1: 0.6, p3: 0.4 }, else: { p1: 0.5, p3: 0.5 } },
        startsAt: 'acute',
      },
      known: {
        label: 'Known',
        counts: Array<number>(90).fill(1),
        shares: { p1: 1 },
        startsAt: { by: 'need', else: 'need' },
      },
    },
    stations: {
      acute: {
        kind: 'ward',
        label: 'Acute',
        beds: 'unlimited',
        stay: NOTHING,
        releases: { days: 'Mon-Sun', fromHour: 8, toHour: 20 },
        next: [{ to: 'co-ordinators' }],
      },
      'co-ordinators': {
        kind: 'team',
        label: 'Co-ordinators',
        staff: 3,
        hours: { days: 'Mon-Fri', fromHour: 9, toHour: 17 },
        stay: { shape: 'exponential', meanHours: 2 },
        order: 'longest-delayed',
        next: [{ to: 'need' }],
      },
      ward: {
        kind: 'ward',
        label: 'Ward',
        position: { x: 50, y: 12.5 },
        beds: 12,
        surge: { beds: 2, openAtWaiting: 4, closeAtWaiting: 0 },
        admits: [
          { days: 'Mon-Fri', fromHour: 9 },
          { days: 'Sat', toHour: 12 },
        ],
        stay: { by: 'age', under85: { shape: 'fixed', days: 7 }, over85: { shape: 'fixed', days: 14 } },
        next: {
          by: 'stream',
          acute: [{ to: 'home' }],
          else: [
            { to: 'home', share: 0.9 },
            { to: 'away', share: 0.1 },
          ],
        },
        costs: { placeDayGbp: 300, growthPerYear: 0.02 },
      },
      annexe: {
        kind: 'ward',
        label: 'Annexe',
        beds: 4,
        patience: { stay: { shape: 'uniform', leastDays: 2, mostDays: 9 }, to: 'away' },
        startsPerMonth: 20,
        waitingRoom: 3,
        stay: { shape: 'fixed', days: 9 },
        next: [{ to: 'home', prepare: { shape: 'fixed', days: 1 } }],
      },
      care: {
        kind: 'caseload',
        label: 'Care at home',
        visitsPerDay: [60, 60, 60, 60, 60, 30, 30],
        visits: { first: 4, last: 1 },
        deferDays: 1,
        progresses: { days: 'Mon-Sat' },
        stay: { shape: 'lognormal', meanDays: 21, sdDays: 14 },
        next: [{ to: 'home' }],
        costs: { visitGbp: 20 },
      },
      home: { kind: 'exit', label: 'Home' },
      away: { kind: 'exit', label: 'Elsewhere' },
    },
    initial: {
      acute: { delayedFor: { 'co-ordinators': 2, p3: 1 } },
      ward: { inCare: 10 },
      care: { inCare: { p1: 5 } },
    },
    options: [
      {
        id: 'seven-days',
        title: 'Seven days',
        set: { 'stations.co-ordinators.hours.days': 'Mon-Sun', 'stations.care.visitsPerDay.5': 60 },
        changes: [{ onDate: '2024-02-01', set: { 'stations.co-ordinators.staff': 4 } }],
      },
    ],
    controls: [{ path: 'attributes.age.shares.over85', least: 0, most: 1, step: 0.01 }],
    evidence: {
      'stations.ward.costs': { status: 'illustrative', source: 'assumed' },
      'stations.care.costs.visitGbp': { status: 'illustrative', source: 'assumed' },
      'stations.co-ordinators.hours': { status: 'illustrative', source: 'assumed' },
      'attributes.locality': { status: 'illustrative', source: 'assumed' },
    },
    story: [],
  };
}

const NOTHING = { shape: 'fixed', days: 0 };

/** A document with one place changed: `undefined` removes it. */
export function changed(whole: object, path: string, value: unknown): unknown {
  const document: unknown = structuredClone(whole);
  const keys = path.split('/');
  const last = keys.pop()!;
  const parent = keys.reduce((node, key) => (node as Record<string, unknown>)[key], document) as Record<
    string,
    unknown
  >;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return document;
}

export const smallWith = (path: string, value: unknown) => changed(smallDocument(), path, value);
export const wideWith = (path: string, value: unknown) => changed(wideDocument(), path, value);
