// A combination of a sweep is to the bit what an experiment with its numbers is, and is judged as every other run.
import { describe, expect, it } from 'vitest';
import {
  compile,
  judgeSettling,
  limitsIn,
  replicateByWeek,
  rowKeys,
  rowsOfFound,
  simulateCombination,
  summarise,
  withAverages,
  type Model,
  type SweptQuestion,
} from '../../engine/index.ts';
import { reduceCombination } from '../../engine/study/sweep/combination.ts';
import { settlesFrom } from '../../engine/study/statistics/stability.ts';
import { exponential, wardProgram } from './one-ward.ts';
import { shippedModel } from '../models/shipped.ts';

const rows = [
  { station: 'all', measure: 'delayed', statistic: 'mean' },
  { station: 'p2', measure: 'occupancy', statistic: 'mean' },
];

function found(model: Model, question: SweptQuestion, numbers: Record<string, number>) {
  const steps = simulateCombination(model, question, numbers, compile);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

describe('a combination', () => {
  const model = shippedModel('ilkeston-2019');
  const question: SweptQuestion = {
    request: { option: 'today', set: { 'calendar.runDays': 182 } },
    seed: 7,
    replications: 8,
    rows,
  };

  it.each([
    // With too few places at home it does not settle; who finds no bed may go elsewhere.
    [{ 'stations.p1.places': 37, 'stations.p2.beds': 11 }, true],
    [{ 'stations.p1.places': 10, 'stations.p2.beds': 11 }, false],
    [{ 'stations.p1.places': 37, 'stations.p2.beds': 1 }, true],
  ])('%o has the rows of the experiment with its numbers', (numbers, settles) => {
    const request = { ...question.request, set: { ...question.request.set, ...numbers } };
    const program = compile(model, request);
    const keys = rowKeys(program);
    const years = Array.from({ length: 8 }, (_, r) => replicateByWeek(program, 7, r));
    const values = years.map((one) => one.values);
    const judged = judgeSettling(
      program,
      years.map((one) => one.weeks),
    );
    expect(judged.settles === 'settles').toBe(settles);
    const all = withAverages(summarise('today', keys, values, limitsIn(keys, values)), judged);
    const expected = rows.map((row) =>
      all.find(
        (one) =>
          one.station === row.station &&
          one.measure === row.measure &&
          one.statistic === row.statistic &&
          one.who === 'all' &&
          one.day === '',
      ),
    );
    const its = found(model, question, numbers);
    expect(
      rowsOfFound(
        'today',
        expected.map((row) =>
          keys.find(
            (key) =>
              key.station === row!.station &&
              key.measure === row!.measure &&
              key.statistic === row!.statistic &&
              key.who === 'all' &&
              key.day === '',
          )!,
        ),
        its,
      ),
    ).toEqual(expected);
    expect(reduceCombination(program, rows, years)).toEqual(its);
  });

  it('does without the weeks where they decide nothing, and is judged as with them', () => {
    for (const beds of [1, 3, 5, 8, 11, 14])
      for (const places of [5, 20, 27, 37]) {
        const set = { 'calendar.runDays': 182, 'stations.p2.beds': beds, 'stations.p1.places': places };
        const program = compile(model, { option: 'today', set });
        const weeks = Array.from({ length: 5 }, (_, r) => replicateByWeek(program, 3, r).weeks);
        const { needsWeeks, judge } = settlesFrom(program);
        expect(judge(needsWeeks ? weeks : [])).toBe(judgeSettling(program, weeks).settles === 'settles');
      }
    // One bed and stays of a day: with more than a person a day nothing that is seen in a run can change the verdict.
    const oneBed = (arrivalsPerDay: number) =>
      wardProgram({
        ward: { beds: 1, stay: exponential(1) },
        people: { arrivalsPerDay },
        calendar: { warmUpDays: 100, runDays: 364 },
      });
    expect([1.2, 0.8].map((perDay) => settlesFrom(oneBed(perDay)).needsWeeks)).toEqual([false, true]);
  });
});
