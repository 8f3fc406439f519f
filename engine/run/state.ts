// The state of a running replication: people, lists, places, gates and the clock. Long because it is one record, each field with its meaning.
import { arrivalsOf } from '../arrivals/book.ts';
import type { Arrivals } from '../arrivals/arrivals.ts';
import { makeCalendar, type Calendar } from '../ground/calendar.ts';
import type { Program } from '../network/compile.ts';
import { Draws } from '../arrivals/draws.ts';
import { openLedger, type Ledger } from '../account/ledger.ts';
import type { Network } from '../network/network.ts';
import { USUAL_ORDER } from '../network/ranked.ts';
import { numberOf, People, SERIAL } from './people.ts';
import { planOf, type Plan } from './plan.ts';
import { Refusal } from '../ground/problem.ts';
import {
  A_STATION,
  FIRST_COME,
  HAS_GATES,
  IS_DIRTY,
  IS_EXIT,
  IS_PLAIN,
  KEEPS_PLACE,
  MAY_ADMIT,
  MAY_RELEASE,
  PLACES,
  rowOf,
} from './stations.ts';
import type { TraceWriter } from '../trace/trace.ts';
import { WaitingLists } from './waiting-lists.ts';

/** Actors of the calendar that are not people. A day's visits are made before anything of the next day holds. */
export const DAYS = 0;
export const DATED_CHANGES = 1;
export const MONTHS = 2;
export const HOURS = 3;
export const YEARS = 4;
export const SURGES = 5;

/** Beside the current day in `clock`. */
export const NEXT_ARRIVAL = 1;

/** Everyone of a watched run by running number in the trace: who they are, for drawing them and for finding them in other options. */
export interface Roster {
  readonly need: number[];
  readonly stream: number[];
  readonly keyHigh: number[];
  readonly keyLow: number[];
}

/** Whether a run may go on: the engine knows no clock, its host does. */
export type MayGoOn = () => boolean;

/**
 * One record that every rule of flow is a function over. A class, for the compiler knows its fields, where a closure's variables must
 * be looked at each time. One state serves a program's replications in turn: `begin` leaves nothing of the one before.
 */
export class State {
  readonly program: Program;
  ledger: Ledger;
  mayGoOn: MayGoOn | null = null;
  /** The network in force, and its asks and stays as rows. */
  network: Network;
  plan: Plan;
  readonly later: Program['later'];
  readonly lookAtDays: readonly number[];
  draws: Draws;
  trace: TraceWriter | null = null;
  roster: Roster | null = null;
  /** Nobody watches who comes and goes: neither trace nor roster. */
  isUnseen = true;
  readonly stations: number;
  readonly kinds: number;
  readonly firstTurnaround: number;
  readonly firstPerson: number;
  readonly startDay: number;
  readonly endDay: number;
  /** The current day, and the next on which somebody comes: in a typed array, where storing a number allocates nothing. */
  readonly clock = new Float64Array(2);
  readonly calendar: Calendar;
  readonly people: People;
  /** A row for each station. */
  readonly at: Int32Array;
  readonly lists: WaitingLists;
  arrivals: Arrivals;
  /** The cause last written of each station in the trace, with the number written beside it. */
  readonly toldCause: Uint8Array;
  readonly toldStarts: Int32Array;
  /** Stations where a place or an ask is new, so that a place may be handed out. */
  readonly dirty: Int32Array;
  dirtyCount = 0;
  /** While someone changes lists: by station, the moment that ranks them on the list they are on already; else NaN. */
  readonly keptRankDay: Float64Array;
  /** False when all of the lists below are empty for sure, except `prepared`. */
  isUnsettled = false;
  /** People whose stay of 0 days has just begun. */
  readonly endingNow: number[] = [];
  /** People who asked first for the place they hold, and those who may stay on there as a later choice, in their turn. */
  readonly stayingOn: number[] = [];
  readonly mayStayOn: number[] = [];
  /** People whose patience was over the moment they asked: they give up once nothing more can move. */
  readonly impatient: number[] = [];
  /** People whose preparation is over, and whether one of them may be able to move now. */
  readonly prepared: number[] = [];
  mayMovePrepared = false;
  /** Endless backlogs that have just lost someone. */
  readonly refill: number[] = [];
  /** What the model uses at all: what it does not use costs nothing. */
  readonly watchesSurge: boolean;
  readonly watchesRooms: boolean;
  readonly watchesMonths: boolean;
  readonly watchesHours: boolean;
  readonly watchesVisits: boolean;
  /** Whether the first visits that must fit differ from person to person. */
  readonly hasOwnPlans: boolean;
  /** Whether people who wait may have something fall due: an alternative, a rise, giving up. */
  readonly watchesDue: boolean;
  readonly hasPreparation: boolean;
  readonly hasBacklogs: boolean;
  /** Whether a place may have to be made ready before it is taken again. */
  readonly hasTurnarounds: boolean;
  /** Whether an alternative lets people keep their turn for the right place. */
  readonly hasKeptTurns: boolean;
  /** Whether people can wait for each other in a ring at all. */
  readonly canLock: boolean;
  /** Where there may be surge places, where waiting rooms are limited, and where people may wait for each other: looked at very often. */
  readonly surging: Int32Array;
  readonly roomed: Int32Array;
  readonly locking: Int32Array;
  mayHaveLocked = false;
  hasStarted = false;
  /** True from day 0, the end of the warm-up. */
  isCounting = false;
  /** Whether something may yet have to be done between two instants. */
  hasStops = true;
  instants = 0;
  /** Levels on the days looked at: `looks[k]` holds occupancy, waiting, delayed of each station, one after the other. */
  looks: Int32Array[] = [];
  eventCount = 0;
  movesAtThisMoment = 0;
  /** True while several things of one instant are still to come, so that nobody may be let in ahead of the handing out. */
  others = true;
  /** By station: visits planned for a day are planAtZero + planSlope × day, plans that ended today still among them. */
  readonly planAtZero: Float64Array;
  readonly planSlope: Float64Array;
  readonly endedAtZero: Float64Array;
  readonly endedSlope: Float64Array;
  readonly plansRunning: Int32Array;
  /** Visits put off, by station: how many have been put off once, twice … */
  readonly deferred: number[][];
  today = 0;
  readonly surgeOpenedDay: Float64Array;
  /** By station, when places that somebody has left will be ready again, soonest first. */
  readonly turning: number[][];
  /** While the people of a ring move: their places are taken at once. */
  isRingMoving = false;
  nextChange = 0;
  years = 0;
  readonly numbered: Int32Array;
  serial = 0;

  constructor(program: Program, seed: number, replication: number) {
    const { network, later } = program;
    const stations = network.stationIds.length;
    this.program = program;
    this.network = network;
    this.plan = planOf(network);
    this.later = later;
    this.lookAtDays = program.lookAtDays;
    this.stations = stations;
    this.kinds = network.kinds;
    this.firstTurnaround = SURGES + stations;
    const firstPerson = SURGES + 2 * stations;
    this.firstPerson = firstPerson;
    this.startDay = 0 - network.warmUpDays;
    this.endDay = network.runDays;
    this.ledger = openLedger(network, this.clock, program.asked);
    this.draws = new Draws(replication);
    this.arrivals = arrivalsOf(program, seed, replication);
    const calendar = makeCalendar(firstPerson + 256);
    this.calendar = calendar;
    this.people = new People(stations, (room) => calendar.resize(firstPerson + room));
    this.at = new Int32Array(stations * A_STATION);
    this.lists = new WaitingLists(this.at, network.classes, this.people);
    this.toldCause = new Uint8Array(stations);
    this.toldStarts = new Int32Array(stations);
    this.dirty = new Int32Array(stations);
    this.keptRankDay = new Float64Array(stations);
    const networks = [network, ...later.map((one) => one.network)];
    const any = (uses: (one: Network) => boolean) => networks.some(uses);
    const where = (holds: (one: Network, station: number) => boolean) =>
      Int32Array.from(network.stationIds.keys()).filter((station) => any((one) => holds(one, station)));
    this.surging = where((one, station) => one.surgePlaces[station] > 0);
    this.roomed = where((one, station) => one.waitingRoom[station] >= 0);
    this.locking = where((one, station) => one.mayLock[station] === 1);
    this.watchesSurge = this.surging.length > 0;
    this.watchesRooms = this.roomed.length > 0;
    this.watchesMonths = any((one) => one.startsPerMonth.some((n) => n >= 0));
    this.watchesHours = any((one) => one.usesHours);
    this.watchesVisits = any((one) => one.visitsPerDay.some((n) => n >= 0));
    this.hasOwnPlans = any((one) =>
      one.fewestFirstVisits.some((fewest, at) => one.takesAll[at] === 0 && fewest < one.mostFirstVisits[at]),
    );
    this.watchesDue = any(
      (one) => one.altAfterDays.length > 0 || one.risePerDelayedDay > 0 || one.patience.some((stay) => stay !== null),
    );
    this.hasPreparation = any((one) => one.askPrepare.some((stay) => stay !== null));
    this.hasBacklogs = any((one) => one.streams.some((stream) => stream.alwaysWaiting > 0));
    this.hasTurnarounds = any((one) => one.turnaround.some((stay) => stay !== null));
    this.hasKeptTurns = any((one) => one.altMovesOn.includes(1));
    this.canLock = this.locking.length > 0;
    this.planAtZero = new Float64Array(stations);
    this.planSlope = new Float64Array(stations);
    this.endedAtZero = new Float64Array(stations);
    this.endedSlope = new Float64Array(stations);
    this.plansRunning = new Int32Array(stations);
    this.deferred = Array.from({ length: stations }, () => []);
    this.surgeOpenedDay = new Float64Array(stations);
    this.turning = Array.from({ length: stations }, () => []);
    this.numbered = new Int32Array(network.streams.length);
    this.clear();
  }

  /** As new, for another replication. The ledger is a new one: whoever had the one before may still read it. */
  begin(seed: number, replication: number): void {
    const { program } = this;
    this.ledger = openLedger(program.network, this.clock, program.asked);
    this.draws = new Draws(replication);
    this.arrivals = arrivalsOf(program, seed, replication);
    this.clear();
  }

  private clear(): void {
    const { at, network: before } = this;
    const { network } = this.program;
    if (before !== network) this.plan = planOf(network);
    this.network = network;
    this.clock[0] = this.startDay;
    this.clock[NEXT_ARRIVAL] = this.arrivals.nextDay();
    this.calendar.clear();
    this.people.clear();
    this.lists.clear();
    at.fill(0);
    for (let station = 0; station < this.stations; station++) {
      const row = rowOf(station);
      at[row + PLACES] = network.places[station];
      at[row + MAY_ADMIT] = 1;
      at[row + MAY_RELEASE] = 1;
      at[row + IS_EXIT] = network.isExit[station];
      at[row + KEEPS_PLACE] = network.keepsPlace[station];
      at[row + HAS_GATES] = hasNoGates(this.program, station) ? 0 : 1;
      at[row + FIRST_COME] = network.orders[station] === USUAL_ORDER ? 1 : 0;
    }
    this.toldCause.set(this.ledger.waits.cause);
    this.toldStarts.fill(0);
    this.dirtyCount = 0;
    this.keptRankDay.fill(NaN);
    const { endingNow, stayingOn, mayStayOn, impatient, prepared, refill } = this;
    for (const people of [endingNow, stayingOn, mayStayOn, impatient, prepared, refill]) people.length = 0;
    this.isUnsettled = this.mayMovePrepared = this.mayHaveLocked = this.hasStarted = this.isCounting = false;
    this.others = this.hasStops = true;
    this.instants = this.eventCount = this.movesAtThisMoment = 0;
    this.looks = [];
    const { planAtZero, planSlope, endedAtZero, endedSlope, plansRunning, surgeOpenedDay, numbered } = this;
    for (const sums of [planAtZero, planSlope, endedAtZero, endedSlope, plansRunning, surgeOpenedDay, numbered])
      sums.fill(0);
    for (const ends of this.turning) ends.length = 0;
    this.deferred.forEach((_, station) => (this.deferred[station] = []));
    this.today = Math.floor(this.startDay);
    this.nextChange = this.years = this.serial = 0;
  }
}

/** Who a person is in the calendar. */
export const actorOf = (run: State, person: number): number => run.firstPerson + numberOf(person);

const every = ({ network, later }: Program, holds: (one: Network) => boolean) =>
  holds(network) && later.every((one) => holds(one.network));

const hasNoGates = (program: Program, station: number) =>
  every(
    program,
    (one) => one.startsPerMonth[station] < 0 && one.visitsPerDay[station * 7] < 0 && one.admits[station] === null,
  );

const isPlain = (program: Program, station: number) =>
  every(
    program,
    (one) =>
      one.keepsPlace[station] === 0 &&
      one.startsPerMonth[station] < 0 &&
      one.visitsPerDay[station * 7] < 0 &&
      one.progresses[station] === null,
  );

/** Who watches: nobody, or a trace, a roster or both. A run that is watched goes by the rules alone, without their short ways. */
export function watchBy(run: State, trace: TraceWriter | null, roster: Roster | null): void {
  run.trace = trace;
  run.roster = roster;
  run.isUnseen = trace === null && roster === null;
  for (let station = 0; station < run.stations; station++)
    run.at[rowOf(station) + IS_PLAIN] = run.isUnseen && isPlain(run.program, station) ? 1 : 0;
}

/** One more on one of the lists of those who have something to do before the instant is over. */
export function remember(run: State, list: number[], one: number): void {
  list.push(one);
  run.isUnsettled = true;
}

export function markDirty(run: State, station: number): void {
  const { at } = run;
  const row = rowOf(station);
  if (at[row + IS_DIRTY] !== 0) return;
  at[row + IS_DIRTY] = 1;
  run.dirty[run.dirtyCount++] = station;
}

export function tell(run: State, verb: number, person: number, station: number, other: number, value: number): void {
  if (run.trace !== null)
    run.trace.write(run.clock[0], verb, person < 0 ? -1 : run.people.who[person + SERIAL], station, other, value);
}

export function refuseToGoOn(run: State, found: string): never {
  throw new Refusal([
    {
      path: 'the run',
      found: `${found} on day ${Math.floor(run.clock[0])}`,
      expected: 'a model that people leave as fast as they arrive',
      hint: 'The model is probably overloaded: check arrivals, stays and places, or shorten the run.',
      severity: 'error',
    },
  ]);
}
