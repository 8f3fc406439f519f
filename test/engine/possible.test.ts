// An impossible number is never printed: intervals end at what is possible, and one replication gives none and no verdict.
import { describe, expect, test } from 'vitest';
import {
  compile,
  differences,
  interval,
  judgeTogether,
  replicate,
  replicateByWeek,
  rowKeys,
  sayProblem,
  summarise,
  validate,
  weekKeys,
  weekLimits,
  within,
  type Row,
} from '../../engine/index.ts';
import { chanceOf } from '../../engine/study/statistics/false-verdicts.ts';

function programOf(option = 'today', initial?: object) {
  const { model, problems } = validate({
    schemaVersion: 1,
    id: 'possible',
    title: 'Possible',
    about: 'A test.',
    calendar: { startDate: '2024-01-01', warmUpDays: initial ? 0 : 14, runDays: 28 },
    experiment: { replications: 2, seed: 1 },
    needs: { a: { label: 'A', goesTo: 'a' } },
    streams: { s: { label: 'S', arrivalsPerDay: 2 } },
    stations: {
      a: {
        kind: 'ward',
        label: 'A',
        beds: 7,
        surge: { beds: 0, openAtWaiting: 1, closeAtWaiting: 0 },
        stay: { shape: 'exponential', meanDays: 3 },
        next: [{ to: 'home' }],
      },
      home: { kind: 'exit', label: 'Home' },
    },
    options: [
      { id: 'more', title: 'More', set: { 'stations.a.beds': 9 } },
      { id: 'surge', title: 'Surge', set: { 'stations.a.surge.beds': 3 } },
      { id: 'fewer', title: 'Fewer', changes: [{ atDay: 14, set: { 'stations.a.beds': 3 } }] },
    ],
    ...(initial && { initial }),
  });
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  return compile(model, { option });
}
const years = (program: ReturnType<typeof programOf>, from: number, count: number) =>
  Array.from({ length: count }, (_, n) => replicate(program, 1, from + n));

describe('intervals', () => {
  test('end at what is possible, and never leave their own mean out', () => {
    // Two values 1 and 9: mean 5, and 12.7 × 4 on either side.
    const { low, high, mean } = within(interval([1, 9]), { least: 0, most: 10 });
    expect([low, mean, high]).toEqual([0, 5, 10]);
    expect(within(interval([4, 6]), { least: 0, most: Infinity }).high).toBeCloseTo(5 + 12.7062, 4);
    expect(within(interval([4]), { least: 0, most: 10 })).toEqual({ mean: 4, low: NaN, high: NaN, n: 1 });
  });

  test.each([
    ['today', 7],
    ['more', 9],
  ])(
    'of every row of two replications, with %s: people from 0 to the places there are, shares from 0 to 1',
    (id, beds) => {
      const program = programOf(id);
      for (let from = 0; from < 40; from += 2)
        for (const row of summarise(id, rowKeys(program), years(program, from, 2))) {
          if (row.ciLow === null || row.ciHigh === null) continue;
          const words = JSON.stringify(row);
          const inPlaces = ['occupancy', 'delayed', 'free'].includes(row.measure) && row.station === 'a';
          const most = row.unit === 'share' ? 1 : inPlaces ? beds : Infinity;
          expect(row.ciLow, words).toBeGreaterThanOrEqual(0);
          expect(row.ciHigh, words).toBeLessThanOrEqual(most);
          expect(row.value, words).toBeGreaterThanOrEqual(row.ciLow);
          expect(row.value, words).toBeLessThanOrEqual(row.ciHigh);
        }
    },
  );

  test('where surge opens, more than the usual places are possible', () => {
    const program = programOf('surge');
    const rows = summarise('surge', rowKeys(program), years(program, 0, 2));
    const most = rows.find((row) => row.measure === 'occupancy' && row.station === 'a' && row.statistic === 'max')!;
    expect(most.value).toBeGreaterThan(7);
    expect(most.ciHigh).toBeGreaterThanOrEqual(most.value!);
  });

  test('of a difference end at the most that the two can differ by', () => {
    const [today, more] = [programOf(), programOf('more')];
    const rows = differences('more', 'today', rowKeys(today), years(more, 0, 2), years(today, 0, 2));
    const of = (measure: string) => rows.find((row) => row.measure === measure && row.statistic === 'mean')!;
    expect(of('occupancy').ciLow).toBeGreaterThanOrEqual(-7);
    expect(of('occupancy').ciHigh).toBeLessThanOrEqual(9);
    expect(of('full').ciLow).toBeGreaterThanOrEqual(-1);
    expect(of('full').ciHigh).toBeLessThanOrEqual(1);
  });

  test('of weeks too, but not where people begin in more beds than there are, or beds change', () => {
    const weeksOf = (program: ReturnType<typeof programOf>) => {
      const weeks = [0, 1].map((n) => replicateByWeek(program, 1, n).weeks);
      return summarise('today', weekKeys(program), weeks, weekLimits(program)).filter(
        (row) => row.measure === 'occupancy' && row.station === 'a',
      );
    };
    for (const row of weeksOf(programOf())) expect(row.ciHigh).toBeLessThanOrEqual(7);
    const crowded = programOf('today', { a: { inCare: 12 } });
    expect(weeksOf(crowded)[0].value).toBeGreaterThan(7);
    expect(weekLimits(crowded)(0).most).toBe(Infinity);
    expect(weekLimits(programOf('fewer'))(0).most).toBe(Infinity);
  });
});

describe('verdicts', () => {
  test('one replication gives no interval and no verdict in any row', () => {
    const [today, more] = [programOf(), programOf('more')];
    const rows = differences('more', 'today', rowKeys(today), years(more, 0, 1), years(today, 0, 1));
    expect(rows.length).toBeGreaterThan(20);
    for (const { ciLow, ciHigh, verdict } of rows) expect([ciLow, ciHigh, verdict]).toEqual([null, null, null]);
    expect(judgeTogether(rows)).toMatchObject({ verdicts: 0, clear: 0 });
  });

  test('the chance read back from a cut interval is that of the whole one', () => {
    const apart = interval([0.2, 0.5, 0.4]);
    const row = (low: number, high: number) =>
      ({ value: apart.mean, ciLow: low, ciHigh: high, replications: 3 }) as Row;
    // The difference of two shares, clear of zero and cut at one.
    const wide = chanceOf(row(apart.low, apart.high));
    expect(apart.low).toBeLessThan(0);
    expect(chanceOf(row(Math.max(-0.1, apart.low), apart.high))).toBeCloseTo(wide, 12);
    const clear = interval([0.8, 0.95, 0.9]);
    const whole = chanceOf({ value: clear.mean, ciLow: clear.low, ciHigh: clear.high, replications: 3 });
    expect(clear.high).toBeGreaterThan(1);
    expect(chanceOf({ value: clear.mean, ciLow: clear.low, ciHigh: 1, replications: 3 })).toBeCloseTo(whole, 12);
    // Cut at both ends it says no more than that it is not clear.
    expect(chanceOf(row(-0.01, 0.6))).toBeGreaterThanOrEqual(0.05);
  });
});
