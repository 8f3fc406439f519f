// Weeks: by hand for two people, equal to the run's own means over many, and never changing the results of the run.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  checkGroups,
  checkModel,
  checkRequest,
  compile,
  readModel,
  replicate,
  replicateByWeek,
  rowKeys,
  weekKeys,
} from '../../engine/index.ts';
import { weekAt, weeksIn } from '../../engine/study/statistics/weeks.ts';
import { exponential, fixed, wardProgram } from './one-ward.ts';

const ilkeston = (calendar: object) => {
  const { model } = readModel(readFileSync('models/ilkeston-2019.json', 'utf8'));
  return compile({ ...model!, calendar: { ...model!.calendar, ...calendar } }, { option: 'beds-close-first' });
};

test('two people and one bed, by hand', () => {
  const program = wardProgram({
    ward: { beds: 1, stay: fixed(10) },
    people: { atDays: [1, 9.5] },
    calendar: { warmUpDays: 0, runDays: 30 },
  });
  const { weeks } = replicateByWeek(program, 1, 0);
  const of = (measure: 'occupancy' | 'waiting' | 'delayed') =>
    [0, 1, 2, 3].map((week) => weeks[weekAt(program.network, measure, 0, week)] * 7);
  // The first is there from day 1 to 11, the second waits from 9.5 and is there from 11 to 21.
  expect(of('occupancy')).toEqual([6, 7, 7, 0].map((days) => expect.closeTo(days, 10)));
  expect(of('waiting')).toEqual([0, 1.5, 0, 0].map((days) => expect.closeTo(days, 10)));
  expect(of('delayed')).toEqual([0, 0, 0, 0].map((days) => expect.closeTo(days, 10)));
});

test('rows are whole weeks from the start date, by measure, station and week, exits left out', () => {
  const program = wardProgram({
    ward: { beds: 1, stay: fixed(10) },
    people: { arrivalsPerDay: 1 },
    calendar: { warmUpDays: 3, runDays: 30 },
  });
  const keys = weekKeys(program);
  expect(weeksIn(program.network)).toBe(4);
  expect(keys.slice(0, 4).map((key) => key.day)).toEqual(['2024-01-01', '2024-01-08', '2024-01-15', '2024-01-22']);
  expect([...new Set(keys.map((key) => `${key.measure} ${key.station} ${key.statistic}`))]).toEqual([
    'occupancy ward week',
    'occupancy all week',
    'waiting ward week',
    'waiting all week',
    'delayed ward week',
    'delayed all week',
  ]);
  expect(replicateByWeek(program, 1, 0).weeks).toHaveLength(keys.length);
});

describe('weeks of a model with everything in it', () => {
  const program = ilkeston({ runDays: 364, lookAtDays: [0, 7, 13.5, 14] });
  const keys = rowKeys(program);
  const at = weekKeys(program);

  test('looking changes nothing: the same bytes as without', () => {
    for (const replication of [0, 1, 2]) {
      const { values } = replicateByWeek(program, 7, replication);
      expect(Buffer.from(values.buffer).equals(Buffer.from(replicate(program, 7, replication).buffer))).toBe(true);
    }
  });

  test('their mean is the mean of the run', () => {
    const { values, weeks } = replicateByWeek(program, 7, 0);
    const mean = (measure: string, station: string) => {
      const found = [...weeks].filter((_, k) => at[k].measure === measure && at[k].station === station);
      expect(found).toHaveLength(52);
      return found.reduce((sum, week) => sum + week, 0) / 52;
    };
    const whole = (measure: string, station: string) =>
      values[
        keys.findIndex(
          (key) => key.measure === measure && key.station === station && key.statistic === 'mean' && key.who === 'all',
        )
      ];
    for (const station of ['acute', 'p1', 'p2', 'p3'])
      for (const measure of ['occupancy', 'waiting', 'delayed'])
        expect(mean(measure, station), `${measure} ${station}`).toBeCloseTo(whole(measure, station), 9);
    expect(mean('delayed', 'all')).toBeCloseTo(whole('delayed', 'all'), 9);
    expect(whole('delayed', 'all')).toBeGreaterThan(0.1);
  });
});

test('a full ward is full in every week, whatever stood there when counting began', () => {
  const program = wardProgram({
    ward: { beds: 3, stay: exponential(5) },
    people: { arrivalsPerDay: 20 },
    calendar: { warmUpDays: 50, runDays: 70 },
  });
  const { weeks } = replicateByWeek(program, 3, 0);
  for (let week = 0; week < 10; week++) {
    expect(weeks[weekAt(program.network, 'occupancy', 0, week)]).toBeCloseTo(3, 9);
    // 20 arrive and 0.6 leave a day, from 50 days before.
    const expected = 19.4 * (50 + 7 * week + 3.5);
    expect(Math.abs(weeks[weekAt(program.network, 'waiting', 0, week)] - expected)).toBeLessThan(
      6 * Math.sqrt(expected),
    );
  }
});

test('every rule of flow keeps its weeks: their means are the run’s own in all models of verify', () => {
  let compared = 0;
  for (const [first] of checkGroups()) {
    const model = checkModel(first!);
    const weeks = Math.min(40, Math.floor(model.calendar.runDays / 7));
    if (weeks < 2) continue;
    const { lookAtDays: _, ...calendar } = model.calendar;
    const program = compile({ ...model, calendar: { ...calendar, runDays: 7 * weeks } }, checkRequest(model));
    const { network } = program;
    const found = replicateByWeek(program, 1, 0);
    const keys = rowKeys(program);
    const ids = weekKeys(program);
    for (const measure of ['occupancy', 'waiting', 'delayed'] as const)
      for (const station of new Set(ids.map((key) => key.station))) {
        const own = found.weeks.filter((_week, k) => ids[k].measure === measure && ids[k].station === station);
        const row = keys.findIndex(
          (key) => key.measure === measure && key.station === station && key.statistic === 'mean' && key.who === 'all',
        );
        if (row < 0) continue;
        compared++;
        const mean = own.reduce((sum, week) => sum + week, 0) / own.length;
        const exact = found.values[row];
        expect(Math.abs(mean - exact), `${first!.id} ${measure} ${station}`).toBeLessThan(1e-9 * (1 + exact));
      }
    expect(found.weeks).toHaveLength(3 * weeks * (network.isExit.filter((isExit) => !isExit).length + 1));
  }
  expect(compared).toBeGreaterThan(100);
});
