// Month by month what an option needs and has: which months, and each column beside the same runs counted otherwise.
import { expect, it } from 'vitest';
import { compile } from '../../engine/network/compile-request.ts';
import { readModel } from '../../engine/model/validation/validate.ts';
import { monthsIn, monthsOf } from '../../engine/study/months.ts';
import { periodsInRun, replicatePeriods, type CountedRow } from '../../engine/study/match/periods.ts';
import { dayNumber } from '../../engine/ground/dates.ts';
import { smallModel } from '../cli/onward.ts';

const { model } = readModel(
  JSON.stringify({
    ...smallModel,
    calendar: { startDate: '2024-01-15', warmUpDays: 60, runDays: 140 },
    options: [{ id: 'later', title: 'Later', changes: [{ onDate: '2024-03-11', set: { 'stations.p2.beds': 14 } }] }],
  }),
);
const REPLICATIONS = 3;
const tableOf = (option: string) => {
  const program = compile(model!, { option });
  const steps = monthsOf(program, { option, seed: 5, replications: REPLICATIONS });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { columns, rows } = step.value;
  return [...rows].map((row) => Object.fromEntries(columns.map(({ name }, at) => [name, row[at]])));
};

it('months are whole, from the first that begins in the run', () => {
  // 15 January to 2 June: February to May.
  expect(monthsIn(compile(model!, { option: 'today' }))).toEqual([17, 46, 77, 107, 138]);
  const table = tableOf('today');
  expect(table.map(({ station, month }) => `${station} ${month}`)).toEqual(
    ['p1', 'p2'].flatMap((station) => ['02', '03', '04', '05'].map((month) => `${station} 2024-${month}`)),
  );
  expect(table[0]).toMatchObject({ option: 'today', pathway: model!.stations.p1.label });
});

it('people are those of the same runs counted by month, and the list’s growth is demand', () => {
  const program = compile(model!, { option: 'today' });
  const days = ['02', '03', '04', '05'].map((month) => dayNumber(`2024-${month}-01`));
  const asked = (['starts', 'leaves', 'occupancy'] as const).map((measure) => ({
    row: { station: 'p2', measure } satisfies CountedRow,
    periods: periodsInRun(program, { days, spacing: 'month' }),
  }));
  const runs = Array.from({ length: REPLICATIONS }, (_, at) => replicatePeriods(program, 5, at, asked));
  const mean = (series: number, month: number) => runs.reduce((sum, run) => sum + run[series][month], 0) / REPLICATIONS;
  const lengths = [29, 31, 30, 31];
  const whole = (series: number, weights = [1, 1, 1, 1]) =>
    weights.reduce((sum, weight, month) => sum + weight * mean(series, month), 0);
  const daysEach = whole(2, lengths) / whole(1);
  const table = tableOf('today').filter(({ station }) => station === 'p2');
  table.forEach(({ started, places, capacity, expectedDemand, waiting }, month) => {
    expect(started).toBeCloseTo(mean(0, month), 9);
    expect(places).toBeCloseTo(model!.stations.p2.beds as number, 9);
    expect(capacity).toBeCloseTo(((model!.stations.p2.beds as number) * lengths[month]) / daysEach, 9);
    const before = month === 0 ? undefined : (table[month - 1].waiting as number);
    if (before !== undefined) expect(expectedDemand).toBeCloseTo((started as number) + (waiting as number) - before, 9);
  });
  expect(table.some(({ started, expectedDemand }) => started !== expectedDemand)).toBe(true);
});

it('places that change within a month count for the days that they are there', () => {
  const march = tableOf('later').find(({ station, month }) => station === 'p2' && month === '2024-03')!;
  const beds = model!.stations.p2.beds as number;
  expect(march.places).toBeCloseTo((10 * beds + 21 * 14) / 31, 9);
});
