// Statistics of a level over time, by hand: weighted by how long each count lasted.
import { expect, test } from 'vitest';
import { Books } from '../../engine/account/books.ts';
import type { Ledger } from '../../engine/account/ledger.ts';
import type { Level } from '../../engine/account/level.ts';
import { putAskedOfLevel, putDays, putLevel } from '../../engine/account/put-statistics.ts';
import { compileReadOut, readLedger } from '../../engine/account/read-out.ts';
import type { Source } from '../../engine/account/source.ts';
import { NOTHING_ASKED } from '../../engine/model/asked.ts';
import { record } from '../../engine/account/recorder.ts';

type Put = (statistic: string, source: Source) => void;

/** What is put of accounts in some books, read after so many days. */
function read(books: Books, days: number, put: (put: Put) => void): [string, number][] {
  const names: string[] = [];
  const sources: Source[] = [];
  put((statistic, source) => sources.splice(names.push(statistic) - 1, 0, source));
  const values = readLedger(compileReadOut(books, sources, days), { books } as Ledger, []);
  return names.map((name, at) => [name, values[at]]);
}

function levelIn(books: Books, ...daysAtCount: number[]): Level {
  const [level] = books.openLevels(1);
  level.timeAt = Float64Array.from(daysAtCount);
  return level;
}

const levelOf = (...daysAtCount: number[]) => {
  const books = new Books();
  const days = daysAtCount.reduce((sum, each) => sum + each, 0);
  const level = levelIn(books, ...daysAtCount);
  return Object.fromEntries(read(books, days, (put) => putLevel(level, NOTHING_ASKED, put)));
};

function recorderIn(books: Books, thresholds: readonly number[], ...values: number[]) {
  const [recorder] = books.openRecorders(1, thresholds);
  for (const days of values) record(recorder, days);
  return recorder;
}

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
  const books = new Books();
  const recorder = recorderIn(books, [], 0, 2, 4, 10);
  const put = read(books, 1, (each) => putDays(recorder, [25, 50, 90], NOTHING_ASKED, each));
  expect(put.map(([name]) => name)).toEqual(['mean', 'sd', 'p25', 'p50', 'p90']);
  const [mean, sd, p25, p50, p90] = put.map(([, value]) => value);
  expect([mean, p25, p50]).toEqual([4, 1.5, 3]);
  expect(sd).toBeCloseTo(Math.sqrt((16 + 4 + 0 + 36) / 3), 14);
  expect(p90).toBeCloseTo(8.2, 14);
});

test('asked for: percentiles that have no row yet, and shares of the time with more than so many people', () => {
  const books = new Books();
  const level = levelIn(books, 2, 5, 0, 0, 3, 0);
  const asked = { percentiles: [20, 20.1, 50, 70, 71], over: [0, 0.5, 1, 3.9, 4, 100] };
  expect(read(books, 10, (put) => putAskedOfLevel(level, asked, put, [50]))).toEqual([
    ['p20', 0],
    ['p20.1', 1],
    ['p70', 1],
    ['p71', 4],
    ['shareOver0', 0.8],
    // More than half a person is one or more.
    ['shareOver0.5', 0.8],
    ['shareOver1', 0.3],
    ['shareOver3.9', 0.3],
    ['shareOver4', 0],
    ['shareOver100', 0],
  ]);
});

test('asked for: days strictly over a threshold, and nothing twice', () => {
  const books = new Books();
  const recorder = recorderIn(books, [1, 7, 14, 2, 4], 0, 2, 4, 10);
  const asked = { percentiles: [50, 75], over: [2, 4, 7] };
  const put = read(books, 1, (each) => putDays(recorder, [50], asked, each, [7]));
  expect(put.slice(2)).toEqual([
    ['p50', 3],
    ['shareOver7', 0.25],
    ['p75', 5.5],
    ['shareOver2', 0.5],
    ['shareOver4', 0.25],
  ]);
});
