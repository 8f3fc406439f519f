// Every option of every shipped model runs, by itself and under each of its conditions, and gives the rows that it must.
import { describe, expect, it } from 'vitest';
import { compile, optionsOf, replicate, rowKeys } from '../../engine/index.ts';
import { over, shipped } from './shipped.ts';

/** Years are not run to their end: their beginning is enough, and the changes of later days are compiled as well. */
const daysOf = (runDays: number): number => (runDays > 400 ? 100 : runDays);

describe.each(shipped.map(({ id, model }) => [id, model] as const))('%s', (_id, model) => {
  const short = over(model, {
    warmUpDays: Math.min(30, model.calendar.warmUpDays),
    runDays: daysOf(model.calendar.runDays),
  });
  const conditions = [[], ...(model.conditions ?? []).map(({ id }) => [id])];
  const plans = optionsOf(model).flatMap((option) => conditions.map((one) => [option.id, one] as const));

  it.each(plans)('%s, conditions %j', (option, under) => {
    const program = compile(short, { option, conditions: under });
    const keys = rowKeys(program);
    const values = replicate(program, model.experiment.seed, 0);
    const read = (measure: string, station = '') =>
      keys.flatMap((key, at) =>
        key.measure === measure && key.who === 'all' && (station === '' || key.station === station) ? [values[at]] : [],
      );
    expect(Math.max(...read('starts'))).toBeGreaterThan(0);
    for (const people of read('occupancy')) expect(people).toBeGreaterThanOrEqual(0);
    expect(keys.some(({ station, measure }) => station === 'all' && measure === 'delayed')).toBe(true);
  });
});
