// Shares of people who went one way or another, counted and put into a document: every shipped model stays sound, and nothing but its shares changes.
import { describe, expect, it } from 'vitest';
import { readModel, validate } from '../../engine/index.ts';
import { fitRoutes } from '../../engine/study/fit/route-fit.ts';
import { routePiece, withRoutes, type RoutePiece } from '../../engine/study/fit/route-piece.ts';
import { goalMeant, placesMeant, routePlaces } from '../../engine/study/fit/route-places.ts';
import { routeDoubts, routeWords } from '../../engine/study/fit/route-words.ts';
import { shipped, shippedModel } from '../models/shipped.ts';

const at = (inside: unknown, path: string): unknown =>
  path.split('.').reduce((one, key) => (one as Record<string, unknown>)[key], inside);
const asks = { file: 'moves.csv', dates: '2026-01-01 to 2026-06-30' };

it('counts each way of each place, the most frequent first, and says so in words', () => {
  const fits = fitRoutes([
    { from: 'P3', to: 'Home', people: 3 },
    { from: 'P2', to: 'P1', people: 36 },
    { from: 'P2', to: 'Home', people: 80 },
    { from: 'P2', to: 'Home', people: 4 },
  ]);
  expect(fits.map(({ from, people }) => [from, people])).toEqual([
    ['P2', 120],
    ['P3', 3],
  ]);
  expect(fits[0].ways.map(({ to, people, share }) => [to, people, share.value])).toEqual([
    ['Home', 84, 0.7],
    ['P1', 36, 0.3],
  ]);
  // Of two ways, one begins where the other ends.
  const [low, high] = [fits[0].ways[0].share.low!, fits[0].ways[0].share.high!];
  expect(low + fits[0].ways[1].share.high!).toBeCloseTo(1, 10);
  expect(routeWords(fits)[0]).toBe(
    `From P2, 120 people: 70.0 % to Home (84; 95 % interval ${(low * 100).toFixed(1)} % to ${(high * 100).toFixed(1)} %); ` +
      `30.0 % to P1 (36; 95 % interval ${((1 - high) * 100).toFixed(1)} % to ${((1 - low) * 100).toFixed(1)} %).`,
  );
  expect(routeDoubts(fits)).toEqual(['only 3 people from P3: look at how wide the intervals are']);
});

describe.each(shipped.map(({ id }) => id))('%s', (id) => {
  it('takes counted shares at each of its places, and is otherwise as it was', () => {
    const model = shippedModel(id);
    for (const place of routePlaces(model)) {
      const [one, other = one] = place.goals;
      const fits = fitRoutes([
        { from: 'there', to: 'a', people: 2 },
        { from: 'there', to: 'b', people: 1 },
      ]);
      const now = at(model, place.path);
      const known = new Map([
        ['a', other.id],
        ['b', one.id],
      ]);
      const piece = routePiece(fits[0], { path: place.path, now, goals: known, ...asks });
      if (typeof piece === 'string') {
        expect(piece).toContain('Several ways lead to');
        continue;
      }
      const next = withRoutes(model, place.path, piece);
      const shares = Object.values(piece.value as object).map((each) => (typeof each === 'number' ? each : each.share));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(Object.keys(piece.evidence)).toHaveLength(shares.length);
      const { problems } = validate(JSON.parse(JSON.stringify(next)));
      // A share may send people to a service that has no way on for them; of shares and their evidence nothing may be wrong.
      const own = problems.filter(({ path, severity }) => severity === 'error' && /share|evidence/.test(path));
      expect(own).toEqual([]);
      const [top, part] = place.path.split('.');
      const isElsewhere = ([key]: [string, unknown]) => key !== top && key !== 'evidence';
      expect(Object.entries(next).filter(isElsewhere)).toEqual(Object.entries(model).filter(isElsewhere));
      const others = (of: object) => Object.entries(of).filter(([key]) => key !== part);
      expect(others(at(next, top) as object)).toEqual(others(at(model, top) as object));
    }
  });
});

describe('Ilkeston', () => {
  const model = shippedModel('ilkeston-2019');
  const places = routePlaces(model);
  const paths = (from: string) => placesMeant(model, places, from).map(({ path }) => path);

  it('knows a service by its id or its name, and for the hospital that only hands on, the needs of its stream', () => {
    expect(paths('P2')).toEqual(['stations.p2.next']);
    expect(paths('community  hospital WARD')).toEqual(['stations.p3.next']);
    expect(paths('Acute hospital')).toEqual(['streams.acute.shares']);
    expect(paths('Queen’s Medical Centre')).toEqual([]);
    const [needs] = placesMeant(model, places, 'Acute hospital');
    expect(['Pathway 1', 'Supportive care beds', 'p3', 'Home'].map((to) => goalMeant(model, needs, to))).toEqual([
      'p1',
      'p2',
      'p3',
      undefined,
    ]);
  });

  it('a way keeps all else that is said of it; a way nobody took has a share of 0; one that is new comes last', () => {
    const [fit] = fitRoutes([
      { from: 'P2', to: 'Home', people: 2 },
      { from: 'P2', to: 'Ward', people: 1 },
    ]);
    const goals = new Map([
      ['Home', 'home'],
      ['Ward', 'p3'],
    ]);
    const path = 'stations.p2.next';
    const piece = routePiece(fit, { path, now: model.stations.p2.next, goals, ...asks }) as RoutePiece;
    expect(piece.value).toEqual([
      { to: 'p1', share: 0, priority: 1 },
      { to: 'home', share: 0.666667 },
      { to: 'p3', share: 0.333333 },
    ]);
    expect(piece.evidence[`${path}.1.share`]).toEqual({
      status: 'measured',
      source: 'moves.csv: 2 of 3 people, 2026-01-01 to 2026-06-30',
      low: 0.0943,
      high: 0.9916,
    });
    expect(piece.evidence[`${path}.0.share`]).toMatchObject({ low: 0, high: 0.7076 });
    const next = withRoutes(model, path, piece);
    expect(readModel(JSON.stringify(next)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('a place that is not counted leaves the shares of the others as if nobody had gone there', () => {
    const [fit] = fitRoutes([
      { from: 'P2', to: 'Home', people: 6 },
      { from: 'P2', to: 'P1', people: 2 },
      { from: 'P2', to: 'Died', people: 2 },
    ]);
    const goals = new Map([
      ['Home', 'home'],
      ['P1', 'p1'],
    ]);
    const put = (known: ReadonlyMap<string, string>) =>
      routePiece(fit, { path: 'stations.p2.next', now: model.stations.p2.next, goals: known, ...asks });
    expect((put(goals) as RoutePiece).value).toMatchObject([{ share: 0.25 }, { share: 0.75 }]);
    expect(put(new Map())).toContain('None of the places');
  });
});
