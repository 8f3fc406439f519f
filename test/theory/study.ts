// One small model run many times, and the verdict whether an exact value lies in the interval of the replications.
import { expect } from 'vitest';
import {
  compile,
  interval,
  replicate,
  rowKeys,
  sayProblem,
  validate,
  type Model,
  type Program,
  type RowKey,
  type RunRequest,
} from '../../engine/index.ts';

/** What a model of theory says of itself; the rest of a document is the same for all of them. */
export interface TheoryModel {
  readonly calendar: { warmUpDays: number; runDays: number; lookAtDays?: number[] };
  readonly needs: Record<string, unknown>;
  readonly streams: Record<string, unknown>;
  readonly stations: Record<string, unknown>;
  readonly initial?: Record<string, unknown>;
  readonly consequencesOfDelay?: Record<string, unknown>;
  readonly evidence?: Record<string, unknown>;
}

export interface Study {
  readonly program: Program;
  /** A number of every replication. Statistic `mean`, who `all` and no day unless said otherwise. */
  readonly numbers: (key: Partial<RowKey> & { station: string; measure: string }) => number[];
}

/** A Monday, so that the first of seven weekday factors is day 0's. */
const startDate = '2024-01-01';

/** The model, checked, with all that a document needs besides. */
export function readable(model: TheoryModel, replications: number, seed: number, more: object = {}): Model {
  const document = {
    schemaVersion: 1,
    id: 'theory',
    title: 'A model with a known answer',
    about: 'For tests only.',
    experiment: { replications, seed },
    ...model,
    calendar: { startDate, ...model.calendar },
    ...more,
  };
  const checked = validate(document);
  if (!checked.model) throw new Error(checked.problems.map(sayProblem).join('\n'));
  return checked.model;
}

/** `numberOf` turns the place of a replication into the engine's number for it, so that mirrors may be run. */
export function study(
  model: TheoryModel,
  replications: number,
  seed: number,
  numberOf: (place: number) => number = (place) => place,
  asked: Pick<RunRequest, 'percentiles' | 'over'> = {},
): Study {
  const program = compile(readable(model, replications, seed), { option: 'today', ...asked });
  const keys = rowKeys(program);
  const values = Array.from({ length: replications }, (_, place) => replicate(program, seed, numberOf(place)));
  return {
    program,
    numbers(wanted) {
      const full = { statistic: 'mean', who: 'all', day: '', ...wanted };
      const names = Object.keys(full) as (keyof RowKey)[];
      const found = keys.findIndex((key) => names.every((name) => key[name] === full[name]));
      if (found < 0) throw new Error(`No row ${JSON.stringify(full)}.`);
      return values.map((row) => row[found]);
    },
  };
}

/**
 * The exact value lies in the 99.9 % Student interval: false alarm once in a thousand seeds, and the seed is fixed. The interval
 * is at most `widest` of the value to each side, so that a wrong engine would be seen.
 */
export function expectExact(numbers: readonly number[], exact: number, widest = 0.03): void {
  const { low, high } = interval(numbers, 0.999);
  const found = `99.9 % interval ${low} to ${high}, exact ${exact}`;
  expect((high - low) / 2, `too wide to tell anything: ${found}`).toBeLessThan(widest * Math.abs(exact));
  expect(low, found).toBeLessThanOrEqual(exact);
  expect(high, found).toBeGreaterThanOrEqual(exact);
}

/** One ward before the way home, and one kind of people. */
export function oneWard(
  ward: Record<string, unknown>,
  arrivalsPerDay: number,
  calendar: TheoryModel['calendar'],
): TheoryModel {
  return {
    calendar,
    needs: { care: { label: 'Care', goesTo: 'ward' } },
    streams: { people: { label: 'People', arrivalsPerDay, shares: { care: 1 } } },
    stations: {
      ward: { kind: 'ward', label: 'Ward', next: [{ to: 'home' }], ...ward },
      home: { kind: 'exit', label: 'Home' },
    },
  };
}
