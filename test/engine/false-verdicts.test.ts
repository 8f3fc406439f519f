// Many verdicts at once: Holm by hand, chances by closed forms, and what happens when nothing differs.
import { describe, expect, test } from 'vitest';
import { judgeTogether, verdict, type DifferenceRow } from '../../engine/index.ts';
import { difference } from '../../engine/study/statistics/confidence.ts';
import { chanceOf, holm } from '../../engine/study/statistics/false-verdicts.ts';
import { normals, take } from './chance.ts';

function rowOf(apart: readonly number[]): DifferenceRow {
  const { mean, low, high, n } = difference(
    apart,
    apart.map(() => 0),
  );
  return {
    option: 'plan',
    baseline: 'today',
    station: 'ward',
    measure: 'delayed',
    statistic: 'mean',
    who: 'all',
    day: '',
    unit: 'people',
    value: mean,
    ciLow: Number.isNaN(low) ? null : low,
    ciHigh: Number.isNaN(high) ? null : high,
    replications: n,
    verdict: verdict(low, high, 'less'),
  };
}

test('Holm’s adjusted chances by hand', () => {
  // In order: 0.005 × 4, 0.01 × 3, 0.03 × 2, 0.04 × 1, never less than the one before.
  expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02].map((p) => expect.closeTo(p, 12)));
  expect(holm([0.4, 0.9])).toEqual([0.8, 0.9]);
  expect(holm([0.6, 0.9])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});

describe('the chance of a difference', () => {
  test('has a closed form with 1 and 2 degrees of freedom', () => {
    // Two values 1 and 5: mean 3, standard error 2, t 1.5.
    expect(chanceOf(rowOf([1, 5]))).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(1.5), 9);
    // Three values 1, 2, 6: mean 3, standard error √(7/3).
    const t = 3 / Math.sqrt(7 / 3);
    expect(chanceOf(rowOf([1, 2, 6]))).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 9);
  });

  test('is 5 % where the interval just touches none, and tiny where it is far away', () => {
    const row = rowOf([1, 2, 3, 4, 5, 6, 7]);
    const width = (row.ciHigh! - row.ciLow!) / 2;
    const touching = { ...row, value: width, ciLow: 0, ciHigh: 2 * width };
    expect(chanceOf(touching)).toBeCloseTo(0.05, 9);
    expect(chanceOf({ ...row, value: 1000, ciLow: 999, ciHigh: 1001, replications: 100 })).toBeLessThan(1e-100);
  });
});

test('what has no spread is no matter of chance', () => {
  const judged = judgeTogether([rowOf([8, 8, 8]), rowOf([0, 0, 0]), rowOf([4]), rowOf([1, -1, 2])]);
  expect([judged.verdicts, judged.clear]).toEqual([1, 0]);
  expect(judged.expectedFalse).toBeCloseTo(0.05, 12);
  expect(judged.staysClear).toEqual([true, false, false, false]);
});

test('a difference that is clear by itself need not stay clear among many', () => {
  const clear = rowOf([1, 2, 3, 4, 2]);
  expect(judgeTogether([clear]).staysClear).toEqual([true]);
  const next = normals(11);
  const among = Array.from({ length: 40 }, () => rowOf(take(5, next)));
  expect(judgeTogether([clear, ...among]).staysClear[0]).toBe(false);
});

test('when nothing differs, one verdict in twenty is clear alone, and one family in twenty or fewer has one that stays', () => {
  const next = normals(7);
  const [families, members] = [1500, 20];
  let [alone, some, staying] = [0, 0, 0];
  for (let at = 0; at < families; at++) {
    const { clear, staysClear } = judgeTogether(Array.from({ length: members }, () => rowOf(take(10, next))));
    alone += clear;
    if (clear > 0) some++;
    if (staysClear.includes(true)) staying++;
  }
  const spread = (share: number, n: number) => Math.sqrt((share * (1 - share)) / n);
  expect(Math.abs(alone / families / members - 0.05)).toBeLessThan(3.3 * spread(0.05, families * members));
  // Judged one by one, 1 − 0.95²⁰ = 64 % of families would have had a false verdict.
  expect(Math.abs(some / families - (1 - 0.95 ** members))).toBeLessThan(3.3 * spread(0.64, families));
  // Independent ones: Holm's first step is Bonferroni's, 1 − (1 − 0.05/20)²⁰.
  const expected = 1 - (1 - 0.05 / members) ** members;
  expect(Math.abs(staying / families - expected)).toBeLessThan(3.3 * spread(0.05, families));
});
