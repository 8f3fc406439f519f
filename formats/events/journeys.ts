// What each person of a log did: where they were and for how long, where they waited, how they left; and what cannot have happened so.
import type { Questions } from '../records/questions.ts';
import type { Table } from '../table-file.ts';
import type { LogColumns } from './columns.ts';
import { endsOf } from './ends.ts';
import { ARRIVAL, DEPART, type EventLog, KINDS, QUEUE, rowsByPerson, USE, USE_END } from './log.ts';

/** Days of the log; NaN for what was not seen. */
export interface Use {
  readonly station: number;
  readonly begin: number;
  /** When they began to wait for it. */
  readonly asked: number;
  /** When they began to wait for what comes next, and when they gave up the place: the same, unless they kept it while they waited. */
  ready: number;
  end: number;
  /** While they held another place. */
  isInside: boolean;
  /** The event with which they began to wait for it; −1: none. */
  readonly queue: number;
  readonly row: number;
}

export interface Journey {
  readonly person: number;
  /** Their first event, where no arrival is in the log. */
  arrived: number;
  isArrivalSeen: boolean;
  readonly uses: Use[];
  departed: number;
  /** Of the log's exits; −1: not said. */
  exit: number;
  /** What they waited for when their events end: a queue event, or −1; and since when. */
  waitsFor: number;
  waitsSince: number;
}

export interface Journeys {
  readonly all: readonly Journey[];
  /** By index of `Use.station`. */
  readonly stationNames: readonly string[];
  /** Somebody's uses of it lie inside uses of other places: a team that sees people where they are. */
  readonly isTeam: readonly boolean[];
  readonly hasDepartures: boolean;
  readonly hasArrivals: boolean;
}

export function journeysOf(log: EventLog, table: Table, columns: LogColumns, questions: Questions): Journeys {
  const grouped = rowsByPerson(log);
  const ends = endsOf(log, grouped);
  const stationOf = new Map<number, number>();
  const stationNames: string[] = [];
  const station = (begin: number): number => {
    let at = stationOf.get(begin);
    if (at === undefined) stationOf.set(begin, (at = stationNames.push(ends.nameOf(begin)) - 1));
    return at;
  };
  let [hasArrivals, hasDepartures] = [false, false];
  const ask = (kind: string, row: number, column: number, found: string, expected: string, hint: string): void =>
    questions.ask(kind, () => table.place(log.line[row], column), found, { expected, hint });
  const nameOf = (row: number): string => `"${log.eventNames[log.event[row]]}"`;
  const who = (row: number): string => log.personNames[log.person[row]];
  const inTwoPlaces = (row: number, other: Use): void =>
    ask(
      'two places',
      row,
      columns.event,
      `${nameOf(row)} of ${who(row)}, who is in ${stationNames[other.station]} since line ${log.line[other.row]}`,
      'one place at a time',
      `End ${stationNames[other.station]} with a ${KINDS[USE_END]} first, or mend the times.`,
    );

  const all: Journey[] = [];
  for (let person = 0; person < log.personNames.length; person++) {
    const first = grouped.rows[grouped.from[person]];
    const journey: Journey = {
      person,
      arrived: log.day[first],
      isArrivalSeen: false,
      uses: [],
      departed: NaN,
      exit: -1,
      waitsFor: -1,
      waitsSince: NaN,
    };
    const open: Use[] = [];
    let last = -Infinity;
    let lastRow = first;
    const getReady = (day: number): void => {
      const top = open.at(-1);
      if (top !== undefined && Number.isNaN(top.ready)) top.ready = day;
    };
    for (let at = grouped.from[person]; at < grouped.from[person + 1]; at++) {
      const row = grouped.rows[at];
      const [day, kind] = [log.day[row], log.kind[row]];
      if (day < last) {
        ask(
          'backwards',
          row,
          columns.time,
          `a time before that of line ${log.line[lastRow]}, the event before of ${who(row)}`,
          'the events of each person in the order of time',
          'Mend the time, or put the rows in order.',
        );
        continue;
      }
      if (!Number.isNaN(journey.departed)) {
        ask(
          'after leaving',
          row,
          columns.event,
          `${nameOf(row)} of ${who(row)}, who left on line ${log.line[lastRow]}`,
          'nothing after a departure',
          'Give a person who comes again a number of their own.',
        );
        continue;
      }
      [last, lastRow] = [day, row];
      if (kind === ARRIVAL) {
        hasArrivals = true;
        if (at !== grouped.from[person])
          ask(
            'arrives again',
            row,
            columns.event,
            `an arrival of ${who(row)}, who has been there since line ${log.line[first]}`,
            'the arrival as the first event of a person',
            'Give a person who comes again a number of their own.',
          );
        journey.isArrivalSeen = true;
      } else if (kind === QUEUE) {
        getReady(day);
        if (journey.waitsFor < 0) [journey.waitsFor, journey.waitsSince] = [log.event[row], day];
      } else if (kind === USE) {
        getReady(day);
        const use: Use = {
          station: station(log.event[row]),
          begin: day,
          asked: journey.waitsSince,
          ready: NaN,
          end: NaN,
          isInside: false,
          queue: journey.waitsFor,
          row,
        };
        journey.uses.push(use);
        open.push(use);
        [journey.waitsFor, journey.waitsSince] = [-1, NaN];
      } else if (kind === USE_END) {
        const ended = open.findLastIndex((use) => ends.fits(log.event[use.row], log.event[row]));
        if (ended < 0) {
          ask(
            'no beginning',
            row,
            columns.event,
            `${nameOf(row)} of ${who(row)}, ${open.length === 0 ? 'who is in no place' : `who is in ${stationNames[open[open.length - 1].station]}`}`,
            `a ${KINDS[USE]} of the same place before it`,
            'Add the row of its beginning, or take this one out.',
          );
          continue;
        }
        const use = open[ended];
        const [mine, its] = [log.resource[use.row], log.resource[row]];
        if (mine !== its && mine >= 0 && its >= 0)
          ask(
            'another resource',
            row,
            columns.resource,
            `${log.resourceNames[its]}, which ${who(row)} does not use`,
            `${log.resourceNames[mine]}, as where it began on line ${log.line[use.row]}`,
            'Mend one of the two.',
          );
        if (Number.isNaN(use.ready)) use.ready = day;
        use.end = day;
        const later = open[ended + 1];
        if (later !== undefined && later.begin < day) inTwoPlaces(later.row, use);
        use.isInside = ended > 0 && later === undefined;
        open.splice(ended, 1);
      } else if (kind === DEPART) {
        hasDepartures = true;
        if (open.length > 1) inTwoPlaces(open[1].row, open[0]);
        for (const use of open) [use.ready, use.end] = [Number.isNaN(use.ready) ? day : use.ready, day];
        open.length = 0;
        [journey.departed, journey.exit] = [day, log.exit[row]];
      }
    }
    // Whoever is in two places when the log ends has the inner one still.
    for (const use of open.slice(1)) use.isInside = true;
    all.push(journey);
  }
  const isTeam = teamsIn(all, stationNames.length, inTwoPlaces);
  return { all, stationNames, isTeam, hasDepartures, hasArrivals };
}

/** A place that most people use while they hold another is a team; where few do, they are in two places by mistake. */
function teamsIn(all: readonly Journey[], stations: number, inTwoPlaces: (row: number, other: Use) => void): boolean[] {
  const [inside, uses] = [new Int32Array(stations), new Int32Array(stations)];
  for (const journey of all)
    for (const use of journey.uses) {
      uses[use.station]++;
      if (use.isInside) inside[use.station]++;
    }
  const isTeam = Array.from(uses, (count, station) => inside[station] * 2 >= count && inside[station] > 0);
  for (const journey of all)
    for (const [at, use] of journey.uses.entries())
      if (use.isInside && !isTeam[use.station]) inTwoPlaces(use.row, journey.uses[at - 1]);
  return isTeam;
}
