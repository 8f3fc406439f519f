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

/** The small document with one place changed: `undefined` takes it away. */
export function smallWith(path: string, value: unknown): unknown {
  const document: unknown = structuredClone(smallDocument());
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
