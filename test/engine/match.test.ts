// A series beside the model: what is counted by period, the band, and the dates of the series.
import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/network/compile-request.ts';
import { readModel } from '../../engine/model/validation/validate.ts';
import { bandOf } from '../../engine/study/match/band.ts';
import { covarianceOf, distance, exceededBy, inverseOf, times } from '../../engine/study/match/closeness.ts';
import { movedToDates } from '../../engine/study/match/move-dates.ts';
import { periodsInRun, replicatePeriods, type CountedRow, type Matched } from '../../engine/study/match/periods.ts';
import type { Spacing } from '../../engine/study/match/series.ts';
import { replicateByWeek, weekKeys } from '../../engine/study/statistics/weeks.ts';
import { replicate, rowKeys } from '../../engine/study/replication.ts';
import { document, model, modelOf, program, ROWS, seriesFrom, TODAY } from './year-beside.ts';

describe('a replication counted by period', () => {
  const asked = (spacing: Spacing, count: number, rows = ROWS) =>
    rows.map((row) => ({ row, periods: periodsInRun(program, seriesFrom('2024-01-01', spacing, count)) }));

  it('by week it is what the weeks of a run are', () => {
    const { weeks } = replicateByWeek(program, 5, 3);
    const keys = weekKeys(program);
    const [delayed, , p1] = replicatePeriods(program, 5, 3, asked('week', 52));
    const of = (station: string, measure: string) =>
      keys.flatMap((key, at) => (key.station === station && key.measure === measure ? [weeks[at]] : []));
    expect([...delayed]).toEqual(of('acute', 'delayed'));
    expect([...p1]).toEqual(of('p1', 'occupancy'));
  });

  it('days add up to the months, and admissions to those of the whole run', () => {
    const values = replicate(program, 5, 3);
    const starts = rowKeys(program).findIndex(
      ({ station, measure, who, statistic }) => [station, measure, who, statistic].join() === 'p1,starts,all,mean',
    );
    const byDay = replicatePeriods(program, 5, 3, asked('day', 364))[3];
    expect(byDay.reduce((sum, one) => sum + one, 0)).toBeCloseTo(values[starts] * 364, 9);
    const byMonth = replicatePeriods(program, 5, 3, asked('month', 11));
    expect(byMonth[3][1]).toBe(byDay.slice(31, 60).reduce((sum, one) => sum + one, 0));
    const occupied = replicatePeriods(program, 5, 3, asked('day', 364))[2];
    expect(byMonth[2][0]).toBeCloseTo(occupied.slice(0, 31).reduce((sum, one) => sum + one, 0) / 31, 9);
  });

  it('only whole periods within the run, and anywhere is everywhere', () => {
    const { from, until, at } = periodsInRun(program, seriesFrom('2023-12-28', 'week', 60));
    expect([from[0], until[from.length - 1], at[0]]).toEqual([3, 360, 1]);
    const rows = ['acute', 'p1', 'p2', 'all'].map((station) => ({ station, measure: 'delayed' }) as const);
    const found = replicatePeriods(program, 5, 3, asked('week', 10, rows));
    expect(found[3][4]).toBeCloseTo(found[0][4] + found[1][4] + found[2][4], 9);
  });
});

it('the band holds eight years in ten, and says what lies outside', () => {
  const years = Array.from({ length: 11 }, (_, year) => Float64Array.of(year, 10 * year, 5));
  const band = bandOf(years, Float64Array.of(0, 50, 6));
  expect([band.low, band.high]).toEqual([
    [1, 10, 5],
    [9, 90, 5],
  ]);
  expect([band.within, band.above, band.below]).toEqual([1, 1, 1]);
});

it('distance is that of Mahalanobis', () => {
  const square = { size: 3, cells: Float64Array.of(4, 2, 0.6, 2, 5, 1, 0.6, 1, 3) };
  const inverse = inverseOf(square);
  expect(times(square, times(inverse, [1, -2, 3])).map((one) => Number(one.toFixed(12)))).toEqual([1, -2, 3]);
  const { cells } = covarianceOf(
    [
      [1, 1],
      [-1, -1],
      [2, 0],
      [-2, 0],
    ],
    0.5,
  );
  expect([...cells]).toEqual([2.5, 0.25, 0.25, 0.5]);
  expect(distance(inverseOf({ size: 2, cells: Float64Array.of(4, 0, 0, 9) }), [2, 3], [0, 0])).toBeCloseTo(2, 12);
  expect(
    exceededBy(
      0.05,
      Array.from({ length: 99 }, (_, at) => at + 1),
    ),
  ).toBe(95);
});

describe('a document at the dates of series', () => {
  const at = (station: string, measure: CountedRow['measure'], value: number, first = '2025-03-03'): Matched => ({
    row: { station, measure },
    series: seriesFrom(first, 'day', 100, value),
  });

  it('begins and ends with them; the warm-up stays where places are not counted', () => {
    const { document: moved, said } = movedToDates(model, [at('acute', 'delayed', 6), at('p1', 'occupancy', 14)]);
    expect(moved.calendar).toMatchObject({ startDate: '2025-03-03', warmUpDays: 60, runDays: 100 });
    expect(moved.initial).toBeUndefined();
    expect(said[1]).toContain('a warm-up of 60 days');
    expect(readModel(JSON.stringify(moved)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('begins with the people counted, where all places are', () => {
    const all = [at('acute', 'occupancy', 7), at('p1', 'occupancy', 14), at('p2', 'occupancy', 8)];
    const { document: moved } = movedToDates(model, all);
    expect(moved.calendar.warmUpDays).toBe(0);
    expect(moved.initial).toEqual({ acute: { delayedFor: { p1: 4, p2: 3 } }, p1: { inCare: 14 }, p2: { inCare: 8 } });
    const read = modelOf(moved);
    const [delayed, p1] = replicatePeriods(compile(read, TODAY), 5, 0, [
      {
        row: { station: 'acute', measure: 'delayed' },
        periods: { from: Int32Array.of(0), until: Int32Array.of(1), at: Int32Array.of(0) },
      },
      {
        row: { station: 'p1', measure: 'occupancy' },
        periods: { from: Int32Array.of(0), until: Int32Array.of(1), at: Int32Array.of(0) },
      },
    ]);
    expect(delayed[0]).toBeGreaterThan(3);
    expect(p1[0]).toBeGreaterThan(12);
    const waiting = movedToDates(model, [...all, at('p1', 'waiting', 1), at('p2', 'waiting', 6)]).document;
    expect(waiting.initial!['acute']).toEqual({ delayedFor: { p1: 1, p2: 6 } });
  });

  it('what is dated beyond the new run goes, and what has begun before it holds from its beginning', () => {
    const dated = modelOf({
      ...document,
      options: [{ id: 'later', title: 'Later', changes: [{ onDate: '2024-02-01', set: { 'stations.p2.beds': 12 } }] }],
      conditions: [
        {
          id: 'winter',
          title: 'A bad winter',
          changes: [{ onDate: '2024-02-01', untilDate: '2024-03-01', scale: { 'streams.acute.arrivalsPerDay': 1.2 } }],
        },
      ],
      story: [{ title: 'A step', onDate: '2024-05-01', conditions: ['winter'] }],
    });
    const { document: moved, said } = movedToDates(dated, [at('acute', 'delayed', 6)]);
    expect(moved.options![0].changes).toEqual([{ onDate: '2025-01-02', set: { 'stations.p2.beds': 12 } }]);
    expect([moved.conditions, moved.story![0].onDate, moved.story![0].conditions]).toEqual([[], undefined, []]);
    expect(said.at(-1)).toContain('A bad winter');
    expect(readModel(JSON.stringify(moved)).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
