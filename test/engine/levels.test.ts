// Statistics of a level over time, by hand: weighted by how long each count lasted.
import { expect, test } from 'vitest';
import type { Level } from '../../engine/account/ledger.ts';
import { putDays, putLevel } from '../../engine/account/levels.ts';
import { makeRecorder, record } from '../../engine/account/recorder.ts';

const levelOf = (...daysAtCount: number[]) => {
  const put: Record<string, number> = {};
  const days = daysAtCount.reduce((sum, each) => sum + each, 0);
  putLevel({ timeAt: Float64Array.from(daysAtCount) } as Level, days, (statistic, value) => (put[statistic] = value));
  return put;
};

test('two days of nobody, five of one, none of two and three of four', () => {
  const mean = (5 + 4 * 3) / 10;
  const sd = Math.sqrt((2 * mean ** 2 + 5 * (1 - mean) ** 2 + 3 * (4 - mean) ** 2) / 10);
  const { sd: found, ...others } = levelOf(2, 5, 0, 0, 3, 0);
  expect(others).toEqual({ mean, p50: 1, p90: 4, max: 4 });
  expect(found).toBeCloseTo(sd, 14);
});

test('what never varies has no spread, and nobody is a count like any other', () => {
  expect(levelOf(0, 0, 0, 8.3)).toEqual({ mean: 3, sd: 0, p50: 3, p90: 3, max: 3 });
  // 3 times 0.1, divided by 0.1, is a little more than 3, and its square more than 9.
  expect(levelOf(0, 0, 0, 0.1).sd).toBe(0);
  expect(levelOf(5)).toEqual({ mean: 0, sd: 0, p50: 0, p90: 0, max: 0 });
});

test('time at a count cannot be less than nothing', () => {
  expect(levelOf(4, 6, -1e-15)).toMatchObject({ max: 1, p90: 1 });
});

test('days: mean, sd and the percentiles asked for, under their names', () => {
  const recorder = makeRecorder();
  for (const days of [0, 2, 4, 10]) record(recorder, days);
  const put: [string, number][] = [];
  putDays(recorder, [25, 50, 90], (...each) => put.push(each));
  expect(put.map(([name]) => name)).toEqual(['mean', 'sd', 'p25', 'p50', 'p90']);
  const [mean, sd, p25, p50, p90] = put.map(([, value]) => value);
  expect([mean, p25, p50]).toEqual([4, 1.5, 3]);
  expect(sd).toBeCloseTo(Math.sqrt((16 + 4 + 0 + 36) / 3), 14);
  expect(p90).toBeCloseTo(8.2, 14);
});
