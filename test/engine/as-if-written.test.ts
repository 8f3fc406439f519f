// Whatever sets a number (an option, a condition, a setting, a date) is checked as if the document said it, once all are laid over each other.
import { describe, expect, test } from 'vitest';
import { compile } from '../../engine/network/compile-request.ts';
import type { RunRequest } from '../../engine/model/option.ts';
import { checkSet, setWarnings } from '../../engine/model/path.ts';
import { Refusal } from '../../engine/ground/problem.ts';
import { replicate, rowKeys } from '../../engine/study/replication.ts';
import { validate } from '../../engine/model/validation/validate.ts';

const fixed = (days: number) => ({ shape: 'fixed', days });
const home = { kind: 'exit', label: 'Home' };
const surge = { beds: 2, openAtWaiting: 6, closeAtWaiting: 2 };
const ward = { kind: 'ward', label: 'Ward', beds: 3, stay: fixed(4), surge, next: [{ to: 'home' }] };

/** From 1 March 2023, so that 29 February 2024 lies before the first anniversary. */
const document = (more: object = {}) => ({
  schemaVersion: 1,
  id: 'small',
  title: 'Small',
  about: 'For tests only.',
  calendar: { startDate: '2023-03-01', warmUpDays: 20, runDays: 40, lookAtDays: [3, 33] },
  experiment: { replications: 1, seed: 3 },
  needs: { care: { label: 'Care', goesTo: 'ward' } },
  streams: { people: { label: 'People', arrivalsPerDay: 1 } },
  stations: { ward, home },
  ...more,
});

function readable(from: object) {
  const { model, problems } = validate(from);
  if (!model) throw new Error(JSON.stringify(problems));
  return { model, problems };
}

function refused(from: object, request: RunRequest) {
  try {
    compile(readable(from).model, request);
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.problems.map(({ path, found }) => `${path}: ${found}`);
    throw refusal;
  }
  return [];
}

const valueOf = (from: object, request: RunRequest, named: Readonly<Record<string, string>>) => {
  const program = compile(readable(from).model, request);
  const at = rowKeys(program).findIndex((key) =>
    Object.entries({ who: 'all', day: '', ...named }).every(([name, value]) => key[name as 'who'] === value),
  );
  return replicate(program, 1, 0)[at];
};

describe('a run of another length', () => {
  test('looks at no day that it does not reach, nor makes changes after its end', () => {
    const late = { id: 'late', title: 'Late', changes: [{ atDay: 35, set: { 'stations.ward.beds': 1 } }] };
    const { model } = readable(document({ options: [late] }));
    for (const [runDays, looks, changes] of [
      [10, [3], 0],
      [34, [3, 33], 0],
      [90, [3, 33], 1],
    ] as const) {
      const program = compile(model, { option: 'late', set: { 'calendar.runDays': runDays } });
      expect([program.lookAtDays, program.later.length]).toEqual([looks, changes]);
      const keys = rowKeys(program);
      const days = new Set(keys.map(({ day }) => day).filter((day) => day !== ''));
      expect(days.size).toBe(looks.length);
      expect(replicate(program, 1, 0)).toHaveLength(keys.length);
    }
  });

  test('every so many days, to its own end', () => {
    const calendar = { startDate: '2023-03-01', warmUpDays: 0, runDays: 40, lookAtDays: { everyDays: 8 } };
    const { model } = readable(document({ calendar, initial: { ward: { inCare: 1 } } }));
    const looks = (runDays: number) =>
      compile(model, { option: 'today', set: { 'calendar.runDays': runDays } }).lookAtDays;
    expect([looks(9), looks(40), looks(50)]).toEqual([
      [0, 8],
      [0, 8, 16, 24, 32],
      [0, 8, 16, 24, 32, 40, 48],
    ]);
    // Every thousandth part of a day would be 40,000 days times two stations, and more for a longer run.
    const many = checkSet(model, { 'calendar.lookAtDays.everyDays': 0.0005 });
    expect(many.map(({ path }) => path)).toEqual(['calendar.lookAtDays.everyDays']);
    expect(checkSet(readable(document()).model, { 'calendar.lookAtDays.1': 41 })[0]).toMatchObject({ found: '41' });
  });

  test('a change before a shorter warm-up holds from its beginning', () => {
    const early = { id: 'early', title: 'Early', changes: [{ atDay: -15, set: { 'stations.ward.beds': 1 } }] };
    const { model } = readable(document({ options: [early] }));
    const program = compile(model, { option: 'early', set: { 'calendar.warmUpDays': 5 } });
    expect([program.later, program.network.places[1]]).toEqual([[], 1]);
  });
});

test('an option, a condition and a setting that are sound apart are refused together', () => {
  const options = [{ id: 'slow', title: 'Slow', set: { 'stations.ward.surge.closeAtWaiting': 4 } }];
  const early = { onDate: '2023-03-10', set: { 'stations.ward.surge.openAtWaiting': 3 } };
  const conditions = [{ id: 'busy', title: 'Busy', changes: [early] }];
  const both = document({ options, conditions });
  expect(refused(both, { option: 'today', conditions: ['busy'] })).toEqual([]);
  expect(refused(both, { option: 'slow' })).toEqual([]);
  // 10 March is day 9: the surge would close at 4 and open at 3.
  const path = 'stations.ward.surge.closeAtWaiting';
  expect(refused(both, { option: 'slow', conditions: ['busy'] })).toEqual([`${path}: 4, from day 9`]);
  expect(refused(both, { option: 'today', conditions: ['busy'], set: { [path]: 5 } })).toEqual([
    `${path}: 5, from day 9`,
  ]);
  const live = [{ atDay: 7.5, path: 'stations.ward.surge.openAtWaiting', value: 2 }];
  expect(refused(both, { option: 'today', changes: live })).toEqual([`${path}: 2, from day 7.5`]);
});

describe('nobody who comes', () => {
  const still = { people: { label: 'People', arrivalsPerDay: 0 } };

  test('people who are there at the start are cared for', () => {
    const calendar = { startDate: '2023-03-01', warmUpDays: 0, runDays: 25 };
    const wait = document({ calendar, streams: still, initial: { ward: { waiting: 5 } } });
    expect(readable(wait).problems).toEqual([]);
    // Three begin on day 0 and two on day 4, each for 4 days: 20 bed-days of 25; 2 × 4 = 8 days waited by five people.
    const of = (measure: string, statistic = 'mean') =>
      valueOf(wait, { option: 'today' }, { station: 'ward', measure, statistic });
    expect(of('occupancy')).toBeCloseTo(20 / 25, 12);
    expect(of('waiting')).toBeCloseTo(8 / 25, 12);
  });

  test('nobody there either is worth a warning, wherever it is said', () => {
    const found = 'no arrivals, and nobody there at the start';
    expect(readable(document({ streams: still })).problems).toMatchObject([
      { path: 'streams', found, severity: 'warning' },
    ]);
    const { model } = readable(document());
    const path = 'streams.people.arrivalsPerDay';
    expect(checkSet(model, { [path]: 0 })).toEqual([]);
    expect(setWarnings(model, { [path]: 0 })).toMatchObject([{ path: 'streams', found }]);
    expect(setWarnings(model, { [path]: 2 })).toEqual([]);
    const keys = { station: 'ward', measure: 'occupancy', statistic: 'mean' };
    expect(valueOf(document(), { option: 'today', set: { [path]: 0 } }, keys)).toBe(0);
  });
});

describe('prices', () => {
  const costs = { placeDayGbp: 80, growthPerYear: 0.25 };
  const sourced = { status: 'measured', source: 'Ledger' };
  const priced = (more: object) =>
    document({
      calendar: { startDate: '2023-03-01', warmUpDays: 0, runDays: 40 },
      streams: { people: { label: 'People', atDays: [5, 6] } },
      stations: { ward: { ...ward, costs }, home },
      options: [{ id: 'by-person', title: 'By person', set: { 'stations.ward.costs.personDayGbp': 30 } }],
      ...more,
    });
  const of = (from: object, statistic: string, option = 'by-person') =>
    valueOf(from, { option }, { station: 'ward', measure: 'cost', statistic })!;

  test('one that an option gives counts with a source; without one it is warned about and unknown', () => {
    const without = priced({
      evidence: { 'stations.ward.costs.placeDayGbp': sourced, 'stations.ward.costs.growthPerYear': sourced },
    });
    const warned = readable(without).problems.filter(({ path }) => path.startsWith('options'));
    expect(warned).toMatchObject([
      {
        path: 'options.0.set.stations.ward.costs.personDayGbp',
        found: 'a price without evidence',
        severity: 'warning',
      },
    ]);
    expect(of(without, 'days of care')).toBeNaN();
    expect(of(without, 'days of care', 'today')).toBe(0);
    // Two people for 4 days at 30, in a run of 40 days, a year.
    const path = 'stations.ward.costs.personDayGbp';
    for (const evidence of [
      { 'stations.ward.costs': sourced },
      { [path]: sourced },
      { 'options.by-person': sourced },
    ]) {
      const given = priced({ evidence: { 'stations.ward.costs.placeDayGbp': sourced, ...evidence } });
      expect(readable(given).problems.filter(({ path: at }) => at.startsWith('options'))).toEqual([]);
      expect(of(given, 'days of care')).toBeCloseTo((2 * 4 * 30 * 365.25) / 40, 8);
    }
    expect(setWarnings(readable(without).model, { [path]: 1 })).toMatchObject([
      { path, found: 'a price without evidence' },
    ]);
  });

  test.each([
    // From 1 March 2023 the first anniversary is 366 days later, for 2024 has a 29 February.
    ['2023-03-01', 366, 366 * 3 * 80],
    ['2023-03-01', 368, 366 * 3 * 80 + 2 * 3 * 100],
    // From 1 March 2021 it is 365 days later.
    ['2021-03-01', 366, 365 * 3 * 80 + 3 * 100],
    // 29 February has its anniversary on 1 March: 366 days, then 365 (1 March 2025 to 1 March 2026).
    ['2024-02-29', 732, 366 * 3 * 80 + 365 * 3 * 100 + 3 * 125],
  ])('from %s, %d days', (startDate, runDays, pounds) => {
    const calendar = { startDate, warmUpDays: 0, runDays };
    const evidence = { 'stations.ward.costs': sourced };
    expect(of(priced({ calendar, evidence }), 'open places', 'today')).toBeCloseTo((pounds * 365.25) / runDays, 6);
  });
});

describe('labels and ways', () => {
  const warned = (more: object) => readable(document(more)).problems.map(({ path, found }) => `${path}: ${found}`);

  test('a label again, however it is written, and none at all', () => {
    const stations = { ward, other: { ...ward, label: ' WARD ' }, third: { ...ward, label: '' }, home };
    const goesTo = ['ward', 'other', 'third'];
    expect(warned({ stations, needs: { care: { label: 'Care', goesTo } } })).toEqual([
      'stations.other.label: " WARD ", which is also the label of stations.ward',
    ]);
    const { model } = readable(document({ stations, needs: { care: { label: 'Care', goesTo } } }));
    expect(model.stations['third'].label).toBe('third');
    const people = { label: 'People', arrivalsPerDay: 1 };
    expect(warned({ streams: { a: people, b: people } })).toEqual([
      'streams.b.label: "People", which is also the label of streams.a',
    ]);
  });

  const unused = { ...ward, label: 'Unused' };
  test.each<[string, object, string[]]>([
    ['nobody asks for', {}, ['stations.unused']],
    ['a need goes to', { needs: { care: { label: 'Care', goesTo: ['ward', 'unused'] } } }, []],
    [
      'takes some for want of better',
      { needs: { care: { label: 'Care', goesTo: 'ward', otherwise: [{ to: 'unused' }] } } },
      [],
    ],
    ['people stand in at the start', { initial: { unused: { inCare: { care: 1 } } } }, []],
    ['people start at', { streams: { a: { label: 'A', arrivalsPerDay: 1, startsAt: 'unused' } } }, ['stations.ward']],
  ])('a station that %s', (_what, more, expected) => {
    const found = warned({ stations: { ward, unused, home }, ...more }).filter((one) => one.includes('ever sent'));
    expect(found).toEqual(expected.map((path) => `${path}: a station where nobody is ever sent`));
  });

  test('a way of share 0 leads somewhere once an option or a slider may open it', () => {
    const next = [
      { to: 'home', share: 1 },
      { to: 'unused', share: 0 },
    ];
    const stations = { ward: { ...ward, next }, unused, home };
    const isDead = (more: object) => warned({ stations, ...more }).some((one) => one.includes('ever sent'));
    const path = 'stations.ward.next.1.share';
    expect(isDead({})).toBe(true);
    expect(isDead({ controls: [{ path, least: 0, most: 1, step: 0.1 }] })).toBe(false);
    expect(isDead({ options: [{ id: 'open', title: 'Open', set: { [path]: 0.5 } }] })).toBe(false);
  });
});
