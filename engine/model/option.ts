// The value in force: the document's, then the option's, then dated changes in order, times every scale in force.
import { dayNumber } from '../ground/dates.ts';
import type { Change, Model } from './document.ts';
import { errorsFromADate } from './validation/dated-checks.ts';
import { datable, factsOf, numberAt } from './number-at.ts';
import { setPaths, setSoundly } from './path.ts';
import { error, nearestName, Refusal } from '../ground/problem.ts';

/** A slider moved while a run is watched: from that day on the number at `path` is `value`. */
export interface LiveChange {
  readonly atDay: number;
  readonly path: string;
  readonly value: number;
}

/** Everything that makes a run, besides the model, the seed and the replication. */
export interface RunRequest {
  readonly option: string;
  readonly conditions?: readonly string[];
  /** Laid over the option, from the start: "as if it had always been so". */
  readonly set?: Readonly<Record<string, unknown>>;
  readonly changes?: readonly LiveChange[];
  /** Instead of those of the document; see `Asked`. */
  readonly percentiles?: readonly number[];
  readonly over?: readonly number[];
}

/** A document that holds from a day until the next one's. The first holds from the beginning (`-Infinity`). */
export interface ModelFrom {
  readonly fromDay: number;
  readonly model: Model;
}

/** A change with its days counted: values to set (or to multiply by), together, for shares of one group move together. */
interface DatedValues {
  readonly fromDay: number;
  readonly untilDay: number;
  readonly values: Readonly<Record<string, number | 'unlimited'>>;
  readonly scales: boolean;
  readonly steps: number;
}

/** The options of a model; *today* (no changes) is always among them. */
export function optionsOf(model: Pick<Model, 'options'>): NonNullable<Model['options']> {
  const options = model.options ?? [];
  return options.some((option) => option.id === 'today') ? options : [{ id: 'today', title: 'Today' }, ...options];
}

/** The documents in force over a run, in order of their days. Throws `Refusal` when the request names what is not there. */
export function modelsInForce(model: Model, request: RunRequest): ModelFrom[] {
  const option = named(optionsOf(model), request.option, 'option');
  const conditions = (request.conditions ?? []).map((id) => named(model.conditions ?? [], id, 'condition'));
  const asOption = setPaths(model, option.set ?? {});
  const always = setSoundly(asOption, request.set ?? {});
  const dated = [...(option.changes ?? []), ...conditions.flatMap((condition) => condition.changes)].flatMap((change) =>
    datedValues(always, change),
  );
  for (const { atDay, path, value } of request.changes ?? []) {
    if (factsOf(always, path) === null) numberAt(always, path); // says where the path goes wrong
    if (!datable(always, path))
      throw new Refusal([
        error(path, 'a change with a date', 'a number that may change on a date', 'Set it from the start instead.'),
      ]);
    dated.push({ fromDay: atDay, untilDay: Infinity, values: { [path]: value }, scales: false, steps: 1 });
  }
  if (dated.length === 0) return [{ fromDay: -Infinity, model: always }];
  // Sorting is stable: changes of one day keep the order in which they are written.
  dated.sort((a, b) => a.fromDay - b.fromDay);
  const result: ModelFrom[] = [{ fromDay: -Infinity, model: always }];
  const paths = [...new Set(dated.flatMap(({ values }) => Object.keys(values)))];
  for (const fromDay of boundaries(dated)) {
    const now = inForce(always, dated, fromDay);
    // Each was valid on its own with the document; here an option, conditions, settings and slider moves meet.
    const unsound = errorsFromADate(now, paths);
    if (unsound.length > 0)
      throw new Refusal(unsound.map((one) => ({ ...one, found: `${one.found}, from day ${fromDay}` })));
    result.push({ fromDay, model: now });
  }
  return result;
}

function named<T extends { id: string }>(list: readonly T[], id: string, what: string): T {
  const found = list.find((one) => one.id === id);
  if (found) return found;
  const ids = list.map((one) => one.id);
  const nearest = nearestName(id, ids);
  throw new Refusal([
    {
      path: what,
      found: `"${id}"`,
      expected: ids.length ? `one of ${ids.join(', ')}` : `no ${what}: this model has none`,
      hint: nearest ? `Did you mean ${nearest}?` : `Choose one that the model names.`,
      severity: 'error',
    },
  ]);
}

function datedValues(model: Model, change: Change): DatedValues[] {
  const start = dayNumber(model.calendar.startDate);
  const fromDay = change.onDate === undefined ? (change.atDay ?? 0) : dayNumber(change.onDate) - start;
  const untilDay = change.untilDate === undefined ? Infinity : dayNumber(change.untilDate) - start;
  const days = { fromDay, untilDay, steps: change.overDays ?? 1 };
  return [
    ...(change.set ? [{ ...days, values: change.set, scales: false }] : []),
    ...(change.scale ? [{ ...days, values: change.scale, scales: true }] : []),
  ];
}

/** Days at which some value changes: starts, daily steps and ends. */
function boundaries(dated: readonly DatedValues[]): number[] {
  const days = new Set<number>();
  for (const one of dated) {
    for (let step = 0; step < one.steps && one.fromDay + step < one.untilDay; step++) days.add(one.fromDay + step);
    if (one.untilDay < Infinity) days.add(one.untilDay);
  }
  return [...days].sort((a, b) => a - b);
}

/**
 * The document on one day. A change spread over n days takes n equal steps, the first on its own day and one each day after,
 * from the value that held before it; counts of places, people and starts are rounded to whole ones.
 */
function inForce(always: Model, dated: readonly DatedValues[], day: number): Model {
  let model = always;
  for (const scales of [false, true])
    for (const one of dated) {
      if (one.scales !== scales || day < one.fromDay || day >= one.untilDay) continue;
      const done = Math.min(1, (Math.floor(day - one.fromDay) + 1) / one.steps);
      const values = Object.entries(one.values).map(([path, value]) => [
        path,
        valueAt(model, path, value, scales, done),
      ]);
      model = setPaths(model, Object.fromEntries(values));
    }
  return model;
}

/** The value of one path when a share `done` of its change has been made. From no limit, or to none, there are no steps. */
function valueAt(
  model: Model,
  path: string,
  value: number | 'unlimited',
  scales: boolean,
  done: number,
): number | 'unlimited' {
  const { value: before, facts } = numberAt(model, path);
  if (typeof before !== 'number' || typeof value !== 'number') return scales ? before : value;
  const now = before + ((scales ? before * value : value) - before) * done;
  const isWhole = facts.unit === 'places' || facts.unit === 'people' || facts.unit === 'starts';
  return done === 1 && !scales ? value : isWhole ? Math.round(now) : now;
}
