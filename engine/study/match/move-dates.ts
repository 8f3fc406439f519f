// A document moved to the dates of series: it begins on their first day and ends with their last, with the people who were there then.
import { dateAt, dayNumber } from '../../ground/dates.ts';
import type { Change, Model } from '../../model/document.ts';
import { everyValueOf } from '../../model/who.ts';
import type { Matched } from './periods.ts';
import { periodEnd } from './series.ts';

export interface MovedToDates {
  /** To be checked like any document. */
  readonly document: Model;
  /** Sentences without their full stops. */
  readonly said: readonly string[];
}

/**
 * Where the series count the people in every place on the first day, the run begins with them and without a warm-up, which would let them
 * go again; otherwise the warm-up of the document comes before that day. What was dated beyond the new run is left out.
 */
export function movedToDates(model: Model, matched: readonly Matched[]): MovedToDates {
  const first = Math.min(...matched.map(({ series }) => series.days[0]));
  const last = Math.max(...matched.map(({ series }) => periodEnd(series.days[series.days.length - 1], series.spacing)));
  const initial = firstDay(model, matched, first);
  const warmUpDays = initial === null ? model.calendar.warmUpDays : 0;
  const run: Run = { from: first - warmUpDays, start: first, until: last };
  const { lookAtDays, ...calendar } = model.calendar;
  const look = Array.isArray(lookAtDays) ? lookAtDays.filter((day) => day < last - first) : lookAtDays;
  const changesOf = (changes: readonly Change[]) => changes.flatMap((change) => within(run, change));
  const options = model.options?.map((option) =>
    option.changes ? { ...option, changes: changesOf(option.changes) } : option,
  );
  const conditions = model.conditions
    ?.map((condition) => ({ ...condition, changes: changesOf(condition.changes) }))
    .filter(({ changes }) => changes.length > 0);
  const gone = (model.conditions ?? []).filter(({ id }) => !conditions!.some((one) => one.id === id));
  const story = model.story?.map(({ onDate, conditions: on, ...step }) => ({
    ...step,
    ...(onDate !== undefined && isWithin(run, dayNumber(onDate)) && { onDate }),
    ...(on && { conditions: on.filter((id) => !gone.some((one) => one.id === id)) }),
  }));
  return {
    document: {
      ...model,
      calendar: {
        ...calendar,
        startDate: dateAt(first),
        warmUpDays,
        runDays: last - first,
        ...(look !== undefined && { lookAtDays: look }),
      },
      ...(initial !== null && { initial }),
      ...(options && { options }),
      ...(conditions && { conditions }),
      ...(story && { story }),
    },
    said: [
      `the run is ${dateAt(first)} to ${dateAt(last - 1)}`,
      initial === null
        ? `a warm-up of ${warmUpDays} days comes before it, because the series do not count the people in every place`
        : 'it begins with the people counted in the first period, without a warm-up',
      ...(gone.length > 0 ? [`left out, because it lies outside: ${gone.map(({ title }) => title).join(', ')}`] : []),
    ],
  };
}

interface Run {
  readonly from: number;
  readonly start: number;
  readonly until: number;
}

const isWithin = ({ from, until }: Run, day: number): boolean => day >= from && day < until;

/** What has begun before the run holds from its beginning. */
function within(run: Run, change: Change): Change[] {
  const { onDate, atDay, untilDate, overDays: _steps, ...rest } = change;
  const day = onDate === undefined ? run.start + (atDay ?? 0) : dayNumber(onDate);
  if (day >= run.until || (untilDate !== undefined && dayNumber(untilDate) <= run.from)) return [];
  if (day >= run.from) return [change];
  return [{ ...rest, onDate: dateAt(run.from), ...(untilDate !== undefined && { untilDate }) }];
}

type Initial = NonNullable<Model['initial']>;

/** Null unless the people in every place are counted in a period that begins on that day. */
function firstDay(model: Model, matched: readonly Matched[], first: number): Initial | null {
  const countOf = (station: string, measure: string): number | undefined => {
    const found = matched.find(({ row }) => row.station === station && row.measure === measure);
    return found && found.series.days[0] === first ? Math.round(found.series.values[0]) : undefined;
  };
  const initial: Initial = {};
  for (const [id, station] of Object.entries(model.stations)) {
    if (station.kind === 'exit' || station.kind === 'team') continue;
    const isOnlyWait = isNoStay(station.stay);
    const delayed = countOf(id, 'delayed') ?? (isOnlyWait ? countOf(id, 'occupancy') : 0);
    const inPlaces = isOnlyWait ? delayed : countOf(id, 'occupancy');
    if (delayed === undefined || inPlaces === undefined) return null;
    initial[id] = {
      ...(!isOnlyWait && { inCare: inCare(model, id, Math.max(0, inPlaces - delayed)) }),
      ...(delayed > 0 && { delayedFor: shareOut(delayed, awaited(model, countOf)) }),
      ...outside(model, id, countOf(id, 'waiting')),
    };
  }
  return initial;
}

const isNoStay = (stay: unknown): boolean =>
  typeof stay === 'object' &&
  stay !== null &&
  'shape' in stay &&
  stay.shape === 'fixed' &&
  'days' in stay &&
  stay.days === 0;

function inCare(model: Model, station: string, people: number) {
  const needs = Object.keys(model.needs);
  return needs.some((need) => goesTo(model, need).includes(station)) ? people : { [needs[0]]: people };
}

/** Where people come to a place first, those who wait for another hold that place, and nobody waits outside. */
function outside(model: Model, station: string, waiting: number | undefined) {
  const isOutside = Object.values(model.streams).every(({ startsAt }) => startsAt === undefined);
  return isOutside && waiting !== undefined && waiting > 0 ? { waiting: inCare(model, station, waiting) } : {};
}

const goesTo = (model: Model, need: string): string[] =>
  everyValueOf<string | string[]>(model.needs[need].goesTo).flat();

/** By need, as many as wait for its places where that is counted for all; otherwise as the first stream has them. */
function awaited(model: Model, countOf: (station: string, measure: string) => number | undefined): [string, number][] {
  const needs = Object.keys(model.needs);
  const counted = needs.flatMap((need): [string, number][] => {
    const people = countOf(goesTo(model, need)[0], 'waiting');
    return people === undefined ? [] : [[need, people]];
  });
  if (counted.length === needs.length && counted.some(([, people]) => people > 0)) return counted;
  const [{ shares }] = Object.values(model.streams) as { shares?: Record<string, unknown> }[];
  return needs.map((need) => [need, typeof shares?.[need] === 'number' ? shares[need] : 1]);
}

/** Whole people, the largest parts of one first. */
function shareOut(people: number, weights: readonly [string, number][]): Record<string, number> {
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const exact = weights.map(([key, weight]) => ({ key, part: (people * weight) / all }));
  const given = new Map(exact.map(({ key, part }) => [key, Math.floor(part)]));
  const left = people - [...given.values()].reduce((sum, one) => sum + one, 0);
  const byRest = exact.toSorted((a, b) => b.part - Math.floor(b.part) - (a.part - Math.floor(a.part)));
  for (const { key } of byRest.slice(0, left)) given.set(key, given.get(key)! + 1);
  return Object.fromEntries([...given].filter(([, count]) => count > 0));
}
