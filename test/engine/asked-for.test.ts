// Requested percentiles, thresholds and days to look at: by hand for four people and one bed, and nothing else changes.
import { describe, expect, test } from 'vitest';
import { compile, replicate, rowKeys, validate, type Model, type RunRequest } from '../../engine/index.ts';
import { askedBy } from '../../engine/model/asked.ts';
import { over, shipped } from '../models/shipped.ts';

/** Four people come for one bed, five days each; three of them from day 0 at once. The second and fourth are of need b. */
const document = (experiment: object = {}) => ({
  schemaVersion: 1,
  id: 'four',
  title: 'Four people',
  about: 'For tests only.',
  calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 40 },
  experiment: { replications: 1, seed: 1, ...experiment },
  attributes: { age: { label: 'Age', shares: { old: 1, young: 0 } } },
  needs: { a: { label: 'A', goesTo: 'ward', priority: 1 }, b: { label: 'B', goesTo: 'ward', priority: 2 } },
  streams: {
    a: { label: 'A', atDays: [0, 10], shares: { a: 1 } },
    b: { label: 'B', atDays: [0, 20], shares: { b: 1 } },
  },
  stations: {
    ward: { kind: 'ward', label: 'Ward', beds: 1, stay: { shape: 'fixed', days: 8 }, next: [{ to: 'home' }] },
    home: { kind: 'exit', label: 'Home' },
  },
});

function rows(model: Model, request: Partial<RunRequest> = {}): Map<string, number> {
  const program = compile(model, { option: 'today', ...request });
  const values = replicate(program, 1, 0);
  return new Map(
    rowKeys(program).map(({ station, measure, statistic, who, day }, at) => [
      `${station}.${measure}.${statistic} ${who}${day && ` ${day}`}`,
      values[at],
    ]),
  );
}

const modelOf = (value: object): Model => {
  const { model, problems } = validate(value);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model!;
};

describe('by hand', () => {
  // a: in at 0, out at 8. b: waits 8, in at 8, out at 16. a: comes at 10, waits 6, in at 16, out at 24. b: comes at 20, waits 4,
  // in at 24, out at 32.
  const found = rows(modelOf(document()), { percentiles: [25, 60, 99.5], over: [0, 5, 7.5, 8] });
  const of = (name: string) => found.get(name);

  test('days waited: 0, 8, 6 and 4', () => {
    expect([25, 60].map((p) => of(`ward.delayDays.p${p} all`))).toEqual([3, expect.closeTo(5.6, 12)]);
    expect(of('ward.delayDays.p99.5 all')).toBeCloseTo(6 + 0.985 * 2, 12);
    expect([0, 5, 7.5, 8].map((days) => of(`ward.delayDays.shareOver${days} all`))).toEqual([0.75, 0.5, 0.25, 0]);
  });

  test('by need, where they came from and attribute', () => {
    expect([25, 60].map((p) => of(`ward.delayDays.p${p} need:b`))).toEqual([5, expect.closeTo(6.4, 12)]);
    expect(of('ward.delayDays.shareOver7.5 need:b')).toBe(0.5);
    expect(of('ward.delayDays.shareOver5 need:a')).toBe(0.5);
    expect(of('ward.delayDays.p25 from:outside')).toBe(3);
    expect(of('ward.delayDays.p25 age:old')).toBe(3);
    expect(of('ward.delayDays.p25 age:young')).toBeNaN();
    expect(of('home.journeyDays.p25 need:b')).toBe(12 + 0.25 * 4);
    expect(of('ward.stayDays.p60 need:a')).toBe(8);
  });

  test('people: in the bed for 32 days of 40, one waiting for 8 + 6 + 4 of them', () => {
    expect([25, 60].map((p) => of(`ward.waiting.p${p} all`))).toEqual([0, 1]);
    expect(of('ward.waiting.shareOver0 all')).toBeCloseTo(18 / 40, 12);
    expect(of('ward.waiting.shareOver0 need:b')).toBeCloseTo(12 / 40, 12);
    expect(of('ward.waiting.p99.5 need:a')).toBe(1);
    expect(of('ward.occupancy.shareOver0 need:b')).toBeCloseTo(16 / 40, 12);
    expect(of('ward.occupancy.p60 need:a')).toBe(0);
    expect(of('ward.occupancy.shareOver5 all')).toBe(0);
    expect(of('all.delayed.p60 all')).toBe(0);
  });
});

test('the document may ask, the request instead of it, and what has a row already gets no second one', () => {
  const model = modelOf(document({ percentiles: [95, 50, 90, 50], over: [7] }));
  const keys = (request: Partial<RunRequest>) =>
    rowKeys(compile(model, { option: 'today', ...request })).filter(
      ({ measure, who, statistic }) => measure === 'delayDays' && who === 'all' && /^(p|share)/.test(statistic),
    );
  const statistics = (request: Partial<RunRequest>) =>
    keys(request)
      .filter(({ station }) => station === 'ward')
      .map(({ statistic }) => statistic);
  const usual = ['p50', 'p90', 'p95', 'shareOver1', 'shareOver7', 'shareOver14'];
  expect(statistics({})).toEqual(usual);
  expect(statistics({ percentiles: [99] })).toEqual([...usual, 'p99']);
  expect(statistics({ percentiles: [], over: [2, 1] })).toEqual([...usual, 'shareOver2']);
  const all = rowKeys(compile(model, { option: 'today' })).map((key) => JSON.stringify(Object.values(key)));
  expect(new Set(all).size).toBe(all.length);
  expect(keys({}).find(({ statistic }) => statistic === 'shareOver7')).toMatchObject({ unit: 'share' });
});

test.each(shipped)('$name: whatever is asked for, every other number is the same', ({ model }) => {
  const short = over(model, { warmUpDays: 10, runDays: 60 });
  const plain = rows(short);
  const more = rows(short, { percentiles: [12.5, 75], over: [3, 21] });
  expect(more.size).toBeGreaterThan(plain.size);
  for (const [name, value] of plain) expect(more.get(name), name).toBe(value);
  const added = [...more].filter(([name]) => !plain.has(name));
  expect(added.filter(([name]) => !/\.(p12\.5|p75|p50|p90|shareOver(1|3|7|14|21)) /.test(name))).toEqual([]);
  // Groups by need add up: time over nobody is at most that of everybody.
  for (const [name, value] of added)
    if (name.includes('.shareOver') && !Number.isNaN(value))
      expect(value, name).toSatisfy((n: number) => n >= 0 && n <= 1);
});

test('every Monday, just before midnight', () => {
  const model = modelOf({
    ...document(),
    calendar: { ...document().calendar, lookAtDays: { everyDays: 7, fromDay: 0.999 } },
  });
  const program = compile(model, { option: 'today' });
  expect(program.lookAtDays).toEqual([0.999, 7.999, 14.999, 21.999, 28.999, 35.999]);
  const found = rows(model);
  const waiting = [...found].filter(([name]) => name.startsWith('ward.waiting.value')).map(([, value]) => value);
  // b waits from 0 to 8, a from 10 to 16, b from 20 to 24.
  expect(waiting).toEqual([1, 1, 1, 1, 0, 0]);
  expect(found.has('ward.waiting.value all 2024-01-29 day 28.999')).toBe(true);
});

test('what the name of a statistic would have to be asked for', () => {
  expect(askedBy('p75')).toEqual({ percentiles: [75], over: [] });
  expect(askedBy('p99.5')).toEqual({ percentiles: [99.5], over: [] });
  expect(askedBy('shareOver21')).toEqual({ percentiles: [], over: [21] });
  for (const other of ['mean', 'p100', 'p0', 'p', 'places', 'shareOver', 'shareOver-1'])
    expect(askedBy(other)).toEqual({ percentiles: [], over: [] });
});
