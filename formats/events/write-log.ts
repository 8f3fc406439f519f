// A watched run as an event log: one row an event, in the columns and words that vidigi reads, with the date and the exit beside them.
import { type Cell, dateAt, dayNumber, type Model, type Tidy, type Trace, verbNumbers } from '../../engine/index.ts';
import { STAY_UNITS } from '../records/stay-answers.ts';
import { ARRIVAL, DEPART, KINDS, QUEUE, USE, USE_END } from './log.ts';
import type { TimeUnit } from './times.ts';

const { ARRIVE, ASK, BY_EXIT, LEAVE, MOVE, READY, TURNED_AWAY } = verbNumbers;

export const LOG_COLUMNS = [
  'entity_id',
  'event_type',
  'event',
  'time',
  'pathway',
  'run',
  'resource_id',
  'exit',
  'timestamp',
] as const;

const TIME = LOG_COLUMNS.indexOf('time');

/** Of each column the unit, null where it holds words, and what it says. */
const saidOf: Readonly<Record<(typeof LOG_COLUMNS)[number], readonly [string | null, string]>> = {
  entity_id: ['', 'Who: a number for each person of a run.'],
  event_type: [null, 'What kind: arrival_departure, queue, resource_use or resource_use_end.'],
  event: [null, 'What: arrival, depart, or a station and what begins or ends there.'],
  time: ['', 'When, from the start of the warm-up.'],
  pathway: [null, 'The need that the person came with.'],
  run: ['', 'Which simulated period, from 1.'],
  resource_id: ['', 'Which place, numbered from 1 in each station; empty where none is taken or left.'],
  exit: [null, 'Of a departure: where to; empty for who is turned away.'],
  timestamp: [null, 'The date and time of the event.'],
};

export const logTable = (rows: Iterable<readonly Cell[]>, unit: TimeUnit): Tidy => ({
  columns: LOG_COLUMNS.map((name) => {
    const [itsUnit, meaning] = saidOf[name];
    return { name, unit: name === 'time' ? unit : itsUnit, meaning };
  }),
  rows,
});

/** What a log says of a run. */
export interface LoggedRun {
  readonly trace: Trace;
  readonly people: { readonly need: Int16Array };
  readonly network: {
    readonly stationIds: readonly string[];
    readonly needIds: readonly string[];
    readonly isExit: ArrayLike<number>;
    readonly keepsPlace: Uint8Array;
    readonly warmUpDays: number;
    readonly startDate: Model['calendar']['startDate'];
  };
  /** From 1. */
  readonly run: number;
  readonly unit: TimeUnit;
}

/** A millionth of a minute, and as small a part of any other unit. */
const DECIMALS = 6;
const SECONDS_A_DAY = 86_400;

/**
 * Times begin with the warm-up. Places are numbered, each taken by its lowest free number. Who is ready to move on and has to wait
 * keeps the place, which ends when they leave it: a queue event before that says since when they wait.
 */
export function logRows({ trace, people, network, run, unit }: LoggedRun): Cell[][] {
  const { stationIds, needIds, isExit, keepsPlace, warmUpDays, startDate } = network;
  const zero = dayNumber(startDate) - warmUpDays;
  const count = people.need.length;
  const [held, heldNumber] = [new Int16Array(count).fill(-1), new Int32Array(count)];
  const [team, teamNumber] = [new Int16Array(count).fill(-1), new Int32Array(count)];
  /** The row that says that they wait for an exit, which they may get at that moment. */
  const waitsToLeave = new Int32Array(count).fill(-1);
  const numbers = stationIds.map(() => new FreeNumbers());
  const rows: (Cell[] | null)[] = [];

  let day = 0;
  const write = (person: number, kind: number, event: string, resource: number | null = null, exit = ''): void => {
    rows.push([
      person + 1,
      kind <= DEPART ? 'arrival_departure' : KINDS[kind],
      event,
      timeNow(),
      needIds[people.need[person]],
      run,
      resource,
      exit,
      stamp(zero + day + warmUpDays),
    ]);
  };
  const begin = (person: number, station: number, numbered: Int32Array): void => {
    numbered[person] = numbers[station].take();
    write(person, USE, `${stationIds[station]}_begins`, numbered[person]);
  };
  const end = (person: number, station: number, number: number): void => {
    numbers[station].giveBack(number);
    write(person, USE_END, `${stationIds[station]}_ends`, number);
  };
  for (let record = 0; record < trace.length; record++) {
    const [person, other] = [trace.patient[record], trace.other[record]];
    day = trace.day[record];
    switch (trace.verb[record]) {
      case ARRIVE:
        write(person, ARRIVAL, KINDS[ARRIVAL]);
        break;
      case ASK:
        waitsToLeave[person] = isExit[other] ? rows.length : -1;
        write(person, QUEUE, `${stationIds[other]}_wait_begins`);
        break;
      case READY:
        if (team[person] < 0) break;
        end(person, team[person], teamNumber[person]);
        team[person] = -1;
        break;
      case MOVE:
        if (keepsPlace[other]) {
          team[person] = other;
          begin(person, other, teamNumber);
          break;
        }
        if (held[person] >= 0) end(person, held[person], heldNumber[person]);
        held[person] = other;
        begin(person, other, heldNumber);
        break;
      case LEAVE: {
        const asked = waitsToLeave[person];
        if (asked >= 0 && rows[asked]?.[TIME] === timeNow() && trace.value[record] === BY_EXIT) rows[asked] = null;
        if (team[person] >= 0) end(person, team[person], teamNumber[person]);
        if (held[person] >= 0) end(person, held[person], heldNumber[person]);
        [held[person], team[person]] = [-1, -1];
        write(person, DEPART, KINDS[DEPART], null, trace.value[record] === TURNED_AWAY ? '' : stationIds[other]);
      }
    }
  }
  return rows.filter((row) => row !== null);

  function timeNow(): number {
    return Number(((day + warmUpDays) / STAY_UNITS[unit]).toFixed(DECIMALS));
  }
}

/** 2024-01-01T08:30:00. */
function stamp(day: number): string {
  const seconds = Math.round(day * SECONDS_A_DAY);
  const date = Math.floor(seconds / SECONDS_A_DAY);
  const within = seconds - date * SECONDS_A_DAY;
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  return `${dateAt(date)}T${two(within / 3600)}:${two((within / 60) % 60)}:${two(within % 60)}`;
}

/** Numbers from 1, the lowest that is free first. */
class FreeNumbers {
  private readonly isTaken: boolean[] = [];
  private from = 0;

  take(): number {
    let at = this.from;
    while (this.isTaken[at]) at++;
    this.isTaken[at] = true;
    this.from = at + 1;
    return at + 1;
  }

  giveBack(number: number): void {
    this.isTaken[number - 1] = false;
    this.from = Math.min(this.from, number - 1);
  }
}
