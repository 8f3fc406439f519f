// An event log as a first model: what it says is mined from it, and what cannot have happened so is named by line and column.
import { type Model, type Problem, readModel } from '../engine/index.ts';
import { isEventsHead } from './events/columns.ts';
import { documentOf } from './events/document.ts';
import { type Journey, type Journeys, journeysOf } from './events/journeys.ts';
import type { EventLog } from './events/log.ts';
import { mineArrivals } from './events/mined-arrivals.ts';
import { mineStay, staysOf } from './events/mined-stays.ts';
import { placesOf } from './events/places.ts';
import type { LogNames } from './events/played.ts';
import { readLog } from './events/read-log.ts';
import { seenIn, thereBefore } from './events/seen.ts';
import type { TimeUnit } from './events/times.ts';
import { told, type Told } from './events/told.ts';
import { isExit, exitOf, waysOf, type Ways } from './events/ways.ts';
import { idsOf } from './ids.ts';
import { Questions } from './records/questions.ts';
import type { Table } from './table-file.ts';

export { isEventsHead };

/** What an event log came to. */
export interface OpenedLog extends Told {
  /** Undefined: something must be mended or said first. */
  readonly model: Model | undefined;
  readonly problems: readonly Problem[];
}

export interface ReadEvents {
  readonly log: EventLog;
  readonly journeys: Journeys;
  readonly passedOver: ReadonlyMap<string, number>;
}

/** The journey of each person, or everything that must be mended first. `unit`: of the times, where they are numbers. */
export function readEvents(table: Table, unit: TimeUnit | undefined): ReadEvents | { problems: Problem[] } {
  const questions = new Questions();
  const { log, columns, passedOver } = readLog(table, unit, questions);
  const journeys = log === null ? null : journeysOf(log, table, columns, questions);
  const problems = questions.all();
  return log === null || journeys === null || problems.length > 0 ? { problems } : { log, journeys, passedOver };
}

/** A first model from an event log. `file`: its name, for the evidence. `unit`: of its times, where they are numbers. */
export function openEvents(table: Table, file: string, unit: TimeUnit | undefined): OpenedLog {
  const read = readEvents(table, unit);
  return 'problems' in read
    ? { model: undefined, problems: read.problems, understood: [], chosen: [], unsaid: [] }
    : minedFrom(read, file);
}

export function minedFrom(
  { log, journeys, passedOver }: ReadEvents,
  file: string,
): OpenedLog & { readonly names: LogNames } {
  const seen = seenIn(log, journeys);
  const before = thereBefore(journeys, seen);
  const ways = waysOf(log, journeys, seen);
  const kindNames = namesOf(ways, log, journeys.stationNames);
  const needIds = [...idsOf(kindNames).values()];
  const kindOf = new Map(ways.kinds.flatMap(({ people }, kind) => people.map((journey) => [journey, kind] as const)));
  const mined = {
    file,
    calendar: log.calendar,
    stationNames: journeys.stationNames,
    isTeam: journeys.isTeam,
    places: placesOf(log, journeys, seen),
    stays: staysOf(journeys.all, journeys.stationNames.length, kindOf, before, seen).map((stays) =>
      mineStay(stays, needIds, file),
    ),
    ways,
    kindNames,
    needIds,
    streams: ways.kinds.map(({ people }) =>
      mineArrivals(
        people.filter((journey) => !before.has(journey)),
        seen,
        log.calendar,
        file,
      ),
    ),
    meanDays: meanDaysOf(journeys),
  };
  const { document, names } = documentOf(mined);
  const { model, problems } = readModel(JSON.stringify(document));
  const needOf = (journey: Journey): string | undefined => {
    const kind = kindOf.get(journey);
    return kind === undefined ? undefined : needIds[kind];
  };
  const goalOf = (queue: number): number | undefined => {
    const goal = ways.wanted.get(queue);
    return goal === undefined || isExit(goal) ? undefined : goal;
  };
  return {
    model,
    problems,
    names: { ...names, needOf, goalOf },
    ...told(log, journeys, seen, mined, { passedOver, before: before.size }),
  };
}

/** A pathway by its name, or by where its people go first. */
function namesOf({ kinds, exitNames }: Ways, { pathwayNames }: EventLog, stationNames: readonly string[]): string[] {
  const first = (goal: number): string => (isExit(goal) ? exitNames[exitOf(goal)] : stationNames[goal]);
  return kinds.map(({ pathway, first: goal }) => {
    const name = pathwayNames[pathway];
    if (name === '') return first(goal);
    return kinds.filter((other) => other.pathway === pathway).length > 1 ? `${name}, first ${first(goal)}` : name;
  });
}

function meanDaysOf({ all }: Journeys): number {
  const whole = all.map(
    ({ arrived, departed, uses }) => (Number.isNaN(departed) ? (uses.at(-1)?.end ?? NaN) : departed) - arrived,
  );
  const known = whole.filter((days) => !Number.isNaN(days));
  return known.length === 0 ? NaN : known.reduce((sum, days) => sum + days, 0) / known.length;
}
