// The value in force: the document's, then the option's, then dated changes in order, times every scale in force.
import { dayNumber } from './dates.ts';
import type { Change, Model } from './document.ts';
import { numberAt, setPaths } from './path.ts';
import { Refusal } from './problem.ts';
import { nearestName } from './problem.ts';

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
}

/** A document that holds from a day until the next one's. The first holds from the beginning (`-Infinity`). */
export interface ModelFrom {
  readonly fromDay: number;
  readonly model: Model;
}

interface DatedValue {
  readonly fromDay: number;
  readonly untilDay: number;
  readonly path: string;
  readonly value: number;
  readonly scales: boolean;
  readonly steps: number;
}

/** The options of a model; *today* (no changes) is always among them. */
export function optionsOf(model: Model): NonNullable<Model['options']> {
  const options = model.options ?? [];
  return options.some((option) => option.id === 'today') ? options : [{ id: 'today', title: 'Today' }, ...options];
}

/** The documents in force over a run, in order of their days. Throws `Refusal` when the request names what is not there. */
export function modelsInForce(model: Model, request: RunRequest): ModelFrom[] {
  const option = named(optionsOf(model), request.option, 'option');
  const conditions = (request.conditions ?? []).map((id) => named(model.conditions ?? [], id, 'condition'));
  const always = setPaths(setPaths(model, option.set ?? {}), request.set ?? {});
  const dated = [
    ...[...(option.changes ?? []), ...conditions.flatMap((condition) => condition.changes)].flatMap((change) =>
      datedValues(always, change),
    ),
    ...(request.changes ?? []).map((change) => ({
      ...change,
      fromDay: change.atDay,
      untilDay: Infinity,
      scales: false,
      steps: 1,
    })),
  ];
  if (dated.length === 0) return [{ fromDay: -Infinity, model: always }];
  // Sorting is stable: changes of one day keep the order in which they are written.
  dated.sort((a, b) => a.fromDay - b.fromDay);
  const result: ModelFrom[] = [{ fromDay: -Infinity, model: always }];
  for (const fromDay of boundaries(dated)) result.push({ fromDay, model: inForce(always, dated, fromDay) });
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

function datedValues(model: Model, change: Change): DatedValue[] {
  const start = dayNumber(model.calendar.startDate);
  const fromDay = change.onDate === undefined ? (change.atDay ?? 0) : dayNumber(change.onDate) - start;
  const untilDay = change.untilDate === undefined ? Infinity : dayNumber(change.untilDate) - start;
  const one = (path: string, value: number, scales: boolean): DatedValue => ({
    fromDay,
    untilDay,
    path,
    value,
    scales,
    steps: change.overDays ?? 1,
  });
  return [
    ...Object.entries(change.set ?? {}).map(([path, value]) => one(path, value, false)),
    ...Object.entries(change.scale ?? {}).map(([path, value]) => one(path, value, true)),
  ];
}

/** Days at which some value changes: starts, daily steps and ends. */
function boundaries(dated: readonly DatedValue[]): number[] {
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
function inForce(always: Model, dated: readonly DatedValue[], day: number): Model {
  let model = always;
  for (const scales of [false, true])
    for (const one of dated) {
      if (one.scales !== scales || day < one.fromDay || day >= one.untilDay) continue;
      const { value: before, facts } = numberAt(model, one.path);
      const target = scales ? (typeof before === 'number' ? before * one.value : before) : one.value;
      const done = Math.min(1, (Math.floor(day - one.fromDay) + 1) / one.steps);
      const whole = facts.unit === 'places' || facts.unit === 'people' || facts.unit === 'starts';
      const now = typeof target === 'number' && typeof before === 'number' ? before + (target - before) * done : target;
      const value = done === 1 && !scales ? one.value : typeof now === 'number' && whole ? Math.round(now) : now;
      model = setPaths(model, { [one.path]: value });
    }
  return model;
}
