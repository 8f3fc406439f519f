// A factor of a stay is refused wherever there is no stay to multiply, and the remedy in the refusal is accepted.
import { describe, expect, test } from 'vitest';
import { checkSet, sayProblem, validate } from '../../engine/index.ts';

type Piece = Record<string, unknown>;
const day = { shape: 'fixed', days: 1 };
const to = (station: string, more: Piece = {}) => [{ to: station, stayFactor: 1.5, ...more }];

/** A ward and a caseload, a team and an exit; `need` and `next` (of the ward) are what a case is about. */
const documentWith = (need: Piece, next: unknown = [{ to: 'home' }]) => ({
  schemaVersion: 1,
  id: 'factor',
  title: 'Factor',
  about: 'For tests only.',
  calendar: { startDate: '2024-01-01', warmUpDays: 10, runDays: 10 },
  experiment: { replications: 1, seed: 1 },
  attributes: { place: { label: 'Place', shares: { east: 0.5, west: 0.5 } } },
  needs: { care: { label: 'Care', goesTo: 'ward', ...need } },
  streams: { people: { label: 'People', arrivalsPerDay: 1 } },
  stations: {
    ward: { kind: 'ward', label: 'Ward', beds: 2, stay: day, next },
    care: { kind: 'caseload', label: 'Care at home', places: 2, stay: day, next: [{ to: 'home' }] },
    team: { kind: 'team', label: 'Team', staff: 1, stay: day, next: [{ to: 'home' }] },
    home: { kind: 'exit', label: 'Home' },
  },
});
const errorsOf = (document: unknown) => validate(document).problems.filter(({ severity }) => severity === 'error');

const atHome = '"stayFactor" with home, which is an exit';
const byTeam = '"stayFactor" with team, which is a team';
type Way = (otherwise: unknown) => ReturnType<typeof documentWith>;
const cases: [string, Way, string, string, Piece[]][] = [
  [
    'a need that goes to an exit',
    (otherwise) => documentWith({ goesTo: 'home', otherwise }),
    'needs.care.otherwise.0',
    atHome,
    to('ward'),
  ],
  [
    'an alternative that is an exit',
    (otherwise) => documentWith({ otherwise }),
    'needs.care.otherwise.0',
    atHome,
    to('home'),
  ],
  [
    'a need that goes to a team',
    (otherwise) => documentWith({ goesTo: 'team', otherwise }),
    'needs.care.otherwise.0',
    byTeam,
    to('ward'),
  ],
  [
    'an alternative that is a team',
    (otherwise) => documentWith({ otherwise }),
    'needs.care.otherwise.0',
    byTeam,
    to('team'),
  ],
  [
    'a way to an exit',
    (otherwise) => documentWith({}, [{ to: 'home', otherwise }]),
    'stations.ward.next.0.otherwise.0',
    atHome,
    to('care'),
  ],
  [
    'a way to a team',
    (otherwise) => documentWith({}, [{ to: 'team', otherwise }]),
    'stations.ward.next.0.otherwise.0',
    byTeam,
    to('care'),
  ],
  [
    'a way by the need',
    (otherwise) => documentWith({ goesTo: 'care' }, [{ to: 'need', otherwise }]),
    'stations.ward.next.0.otherwise.0',
    byTeam,
    to('team'),
  ],
  [
    'a table where only some go to an exit',
    (otherwise) =>
      documentWith({
        goesTo: { by: 'place', west: 'home', else: 'ward' },
        otherwise: { by: 'place', west: otherwise, else: [] },
      }),
    'needs.care.otherwise.west.0',
    atHome,
    to('care'),
  ],
  [
    'one of two equal stations',
    (otherwise) => documentWith({ goesTo: ['ward', 'home'], otherwise }),
    'needs.care.otherwise.0',
    atHome,
    to('care', { afterDays: 1 }),
  ],
];

describe('a factor of a stay', () => {
  test.each(cases)('%s', (_what, documentOf, path, found, otherwise) => {
    const problems = errorsOf(documentOf(otherwise));
    expect(problems.map((problem) => [problem.path, problem.found])).toEqual([[`${path}.stayFactor`, found]]);
    expect(problems[0].expected).toBe('a stay in a place, which can be given elsewhere');
    expect(problems[0].hint).toMatch(/^Remove "stayFactor": /);
    const mended = otherwise.map((one) => ({ ...one, stayFactor: undefined }));
    expect(errorsOf(documentOf(mended)).map(sayProblem)).toEqual([]);
  });

  test('an option cannot bring it in', () => {
    const document = documentWith({ otherwise: [{ to: 'home', afterDays: 2 }] });
    const { model } = validate(document);
    expect(checkSet(model!, { 'needs.care.otherwise.0.stayFactor': 2 }).length).toBeGreaterThan(0);
    const options = [{ id: 'more', title: 'More', set: { 'needs.care.otherwise.0.stayFactor': 2 } }];
    const problems = errorsOf({ ...document, options });
    expect(problems.map(({ path }) => path)).toEqual(['options.0.set.needs.care.otherwise.0.stayFactor']);
  });

  test('between places it is accepted', () =>
    expect(errorsOf(documentWith({ otherwise: to('care') })).map(sayProblem)).toEqual([]));
});
