// The models to start from: each begins where its text says, and its options and conditions do what its story tells.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkGroups,
  checkSet,
  compile,
  differences,
  offered,
  readModel,
  replicate,
  rowKeys,
  sayProblem,
  summarise,
  type Model,
  type Row,
  type RunRequest,
} from '../../engine/index.ts';
import { root } from '../source-files.ts';

/** Fewer make an interval wider, and what it must show harder to show; the last model's differences need more. */
const replicationsOf = (id: string): number => (id === 'ilkeston-2022' ? 25 : 12);
const ids = ['place-of-100000', 'bristol-area-2022', 'stroke-unit-2016', 'winter', 'ilkeston-2022', 'ilkeston-2019'];
const models = new Map(
  ids.map((id): [string, Model] => {
    const { model, problems } = readModel(readFileSync(join(root, `models/${id}.json`), 'utf8'));
    if (!model) throw new Error(problems.map(sayProblem).join('\n'));
    expect(problems.map(sayProblem), id).toEqual([]);
    return [id, model];
  }),
);

const runs = new Map<string, { keys: ReturnType<typeof rowKeys>; values: Float64Array[] }>();
function run(id: string, request: RunRequest) {
  const name = `${id} ${JSON.stringify(request)}`;
  let made = runs.get(name);
  if (!made) {
    const model = models.get(id)!;
    const program = compile(model, request);
    const values = Array.from({ length: replicationsOf(id) }, (_, r) => replicate(program, model.experiment.seed, r));
    runs.set(name, (made = { keys: rowKeys(program), values }));
  }
  return made;
}

const named = (row: Pick<Row, 'station' | 'measure' | 'statistic' | 'who'>) =>
  [row.station, row.measure, row.statistic, row.who].join(' ');
function valueOf(id: string, request: RunRequest, name: string): number {
  const { keys, values } = run(id, request);
  const row = summarise(request.option, keys, values).find((one) => named(one) === name);
  if (row === undefined || row.value === null) throw new Error(`no row ${name}`);
  return row.value;
}

describe.each(ids.slice(0, 5))('%s', (id) => {
  const model = models.get(id)!;
  test('its sliders may stand anywhere', () => {
    const refused = model.controls!.flatMap(({ path, least, most }) =>
      [least, most].flatMap((value) => checkSet(model, { [path]: value })),
    );
    expect(refused.map(sayProblem)).toEqual([]);
  });
  test('every option compiles under every condition', () => {
    for (const { id: option } of model.options!)
      for (const conditions of [[], ...model.conditions!.map((one) => [one.id])])
        expect(compile(model, { option, conditions }).network.stationIds.length).toBeGreaterThan(2);
  });
});

/** Where a model begins, in the terms of its sources. */
test.each([
  // Days waited for a bed and for home in national audits: 3.0 and 6.3; here somewhat less, and neither nothing nor weeks.
  ['place-of-100000', 'p2 delayDays mean all', 1, 7],
  ['place-of-100000', 'p1 delayDays mean all', 1, 7],
  // A little more than eight of 10, a little less than ten of 12.
  ['stroke-unit-2016', 'acute occupancy mean all', 8, 9.5],
  ['stroke-unit-2016', 'rehab occupancy mean all', 9, 10.5],
  // A year in which waits are short except in winter.
  ['winter', 'acute delayed mean all', 1, 8],
  ['ilkeston-2022', 'p3 occupancy mean all', 16, 18],
] as const)('%s begins where it says: %s from %d to %d', (id, name, least, most) => {
  const value = valueOf(id, { option: 'today' }, name);
  expect(value).toBeGreaterThan(least);
  expect(value).toBeLessThan(most);
});

/** model, option, conditions, figure, which way it goes from today under the same conditions; the whole interval must agree. */
test.each([
  ['place-of-100000', 'more-home', [], 'p1 waiting mean all', 'less'],
  ['place-of-100000', 'more-beds', [], 'p2 waiting mean all', 'less'],
  ['place-of-100000', 'guidance-shares', [], 'p1 waiting mean all', 'more'],
  ['place-of-100000', 'guidance-shares-and-places', [], 'acute delayed mean all', 'less'],
  ['place-of-100000', 'shorter-stays', [], 'acute delayed mean all', 'less'],
  ['bristol-area-2022', 'target-stays', [], 'acute delayed mean all', 'less'],
  ['bristol-area-2022', 'places-for-all', [], 'acute delayed mean all', 'less'],
  ['stroke-unit-2016', 'fourteen-sixteen', [], 'acute delayedShare mean all', 'less'],
  ['stroke-unit-2016', 'four-more-rehab', [], 'acute delayed mean all', 'less'],
  ['stroke-unit-2016', 'four-more-acute', [], 'acute waiting mean all', 'less'],
  ['winter', 'winter-beds', ['hard-winter'], 'acute delayed mean all', 'less'],
  ['winter', 'winter-home', ['hard-winter'], 'acute delayed mean all', 'less'],
  ['winter', 'both', ['ward-closed'], 'acute delayed mean all', 'less'],
  ['winter', 'too-late', ['hard-winter'], 'acute delayed mean all', 'less'],
  ['winter', 'surge-beds', [], 'acute delayed mean all', 'less'],
  ['ilkeston-2022', 'fourteen-more', [], 'p3 delayDays mean all', 'less'],
  ['ilkeston-2022', 'home-instead', [], 'p1 waiting mean all', 'less'],
  ['ilkeston-2022', 'some-of-each', [], 'acute delayed mean all', 'less'],
  ['ilkeston-2022', 'beds-24', [], 'acute delayed mean all', 'less'],
] as const)('%s, %s %j: %s is %s', (id, option, conditions, name, way) => {
  const [there, here] = [run(id, { option, conditions }), run(id, { option: 'today', conditions })];
  const row = differences(option, 'today', there.keys, there.values, here.values).find((one) => named(one) === name)!;
  expect(way === 'less' ? row.ciHigh : -row.ciLow!).toBeLessThan(0);
});

test.each([
  ['winter', 'hard-winter'],
  ['winter', 'ward-closed'],
  ['winter', 'staff-away'],
  ['place-of-100000', 'busy-winter'],
  ['place-of-100000', 'staff-away'],
  ['ilkeston-2022', 'busy-winter'],
  ['ilkeston-2022', 'home-care-short'],
])('%s: more people wait under %s', (id, condition) => {
  const name = 'acute delayed mean all';
  const under = valueOf(id, { option: 'today', conditions: [condition] }, name);
  expect(under).toBeGreaterThan(valueOf(id, { option: 'today' }, name));
});

test('beds that open before the winter help more than the same beds in February', () => {
  const delayed = (option: string) =>
    valueOf('winter', { option, conditions: ['hard-winter'] }, 'acute delayed mean all');
  expect(delayed('winter-beds')).toBeLessThan(delayed('too-late'));
});

describe('the Bristol area', () => {
  const model = models.get('bristol-area-2022')!;
  const program = compile(model, { option: 'today' });

  test('needs more than it has at every one of the nine services, as its text says', () => {
    const short = offered(program).filter((row) => row.neededPlaces > row.hasPlaces);
    expect(short.map((row) => row.station)).toEqual(Object.keys(model.initial!).filter((id) => id !== 'acute'));
  });

  test('begins with 253 people waiting, and the list grows by what comes beyond what the places can take', () => {
    const delayed = Object.values(model.initial!['acute'].delayedFor!) as number[];
    const waiting = delayed.reduce((sum, n) => sum + n, 0);
    expect(waiting).toBe(253);
    // Full places let go one person each in a mean stay. Half a quarter on, the list is half the growth above its beginning.
    const beyond = offered(program)
      .filter((row) => row.station !== 'acute')
      .reduce((sum, row) => sum + row.arrivalsPerDay - row.hasPlaces / row.meanStayDays, 0);
    expect(beyond).toBeGreaterThan(8.5);
    expect(beyond).toBeLessThan(10);
    const mean = valueOf('bristol-area-2022', { option: 'today' }, 'acute delayed mean all');
    expect(mean).toBeGreaterThan(0.9 * (waiting + beyond * 45.5));
    expect(mean).toBeLessThan(1.1 * (waiting + beyond * 45.5));
  });

  test('with stays as aimed for, two of the nine are short', () => {
    const short = offered(compile(model, { option: 'target-stays' })).filter((row) => row.neededPlaces > row.hasPlaces);
    expect(short.map((row) => row.station)).toEqual(['p2-north-somerset', 'p3-south-glos']);
  });
});

describe('the stroke unit', () => {
  const model = models.get('stroke-unit-2016')!;
  const check = checkGroups()
    .flat()
    .find((one) => one.id === 'stroke-pathway.acute')!;
  const { streams, stations } = check.document as unknown as Pick<Model, 'streams' | 'stations'>;

  test('is the system of the check against the published tables', () => {
    for (const [id, { arrivalsPerDay, shares, startsAt }] of Object.entries(streams))
      expect(model.streams[id.replace('-stroke-pathway', '')]).toMatchObject({ arrivalsPerDay, shares, startsAt });
    for (const id of ['acute', 'rehab']) {
      expect(model.stations[id].stay).toEqual(stations[id].stay);
      expect(model.stations[id].next).toEqual(stations[id].next);
    }
    expect(Object.keys(model.streams)).toHaveLength(Object.keys(streams).length);
    expect(Object.keys(model.stations)).toEqual(Object.keys(stations));
  });

  test('with room for all, as many people are there as the check works out', () => {
    const rows = offered(compile(model, { option: 'room-for-all' }));
    expect(rows.find((row) => row.station === 'acute')!.neededPlaces).toBeCloseTo(check.expected, 9);
  });
});

describe('Ilkeston 2022', () => {
  const wait = (arrivalsPerDay: number) =>
    valueOf(
      'ilkeston-2022',
      { option: 'today', set: { 'streams.acute.arrivalsPerDay': arrivalsPerDay } },
      'p3 delayDays mean all',
    );
  test('between 2.4 and 2.6 people a day the wait for the ward passes what it was before the plan', () => {
    const before = valueOf('ilkeston-2019', { option: 'today' }, 'p3 delayDays mean all');
    expect(wait(2.18)).toBeLessThan(before / 2);
    expect(wait(2.4)).toBeLessThan(before);
    expect(wait(2.6)).toBeGreaterThan(before);
  });
  test('keeps every number of 2019 that it does not say is another', () => {
    const [then, now] = [models.get('ilkeston-2019')!, models.get('ilkeston-2022')!];
    expect(now.needs).toEqual(then.needs);
    expect(now.consequencesOfDelay).toEqual(then.consequencesOfDelay);
    expect(now.streams['acute']).toEqual({ ...then.streams['acute'], arrivalsPerDay: 2.6 });
    for (const id of Object.keys(then.stations)) {
      expect(now.stations[id].stay).toEqual(then.stations[id].stay);
      expect(now.stations[id].next).toEqual(then.stations[id].next);
    }
  });
});
