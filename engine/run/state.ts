// The state of a running replication: the people, who is on which list, the places and gates of every station, and the clock.
import { arrivalsOf } from '../arrivals/book.ts';
import type { Arrivals } from '../arrivals/arrivals.ts';
import { makeCalendar, type Calendar } from '../ground/calendar.ts';
import type { Program } from '../network/compile.ts';
import { Draws } from '../arrivals/draws.ts';
import { Ledger } from '../account/ledger.ts';
import type { Network } from '../network/network.ts';
import { makeSlots, type People, type Slots } from './people.ts';
import { Refusal } from '../ground/problem.ts';
import type { TraceWriter } from '../trace/trace.ts';
import { makeWaitingLists, type Entries, type WaitingLists } from './waiting-lists.ts';

/** Actors of the calendar that are not people. A day's visits are made before anything of the next day holds. */
export const DAYS = 0;
export const DATED_CHANGES = 1;
export const MONTHS = 2;
export const HOURS = 3;
export const YEARS = 4;
export const SURGES = 5;

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
 * be looked at each time.
 */
export class State {
  readonly ledger: Ledger;
  readonly mayGoOn: MayGoOn | null;
  /** The network in force. */
  network: Network;
  readonly later: Program['later'];
  readonly lookAtDays: readonly number[];
  readonly draws: Draws;
  readonly trace: TraceWriter | null;
  readonly roster: Roster | null;
  readonly stations: number;
  readonly kinds: number;
  readonly firstPerson: number;
  readonly startDay: number;
  readonly endDay: number;
  /** The current day, in a typed array, where storing a number allocates nothing. */
  readonly clock: Float64Array;
  readonly calendar: Calendar;
  readonly slots: Slots;
  readonly people: People;
  readonly lists: WaitingLists;
  readonly entries: Entries;
  readonly arrivals: Arrivals;
  readonly isExit: Uint8Array;
  readonly keepsPlace: Uint8Array;
  readonly places: Int32Array;
  readonly inPlace: Int32Array;
  /** The cause last told of each station in the trace, with the number told beside it. */
  readonly toldCause: Uint8Array;
  readonly toldStarts: Int32Array;
  /** People delayed in a place, by station. */
  readonly readyHere: Int32Array;
  /** Places reserved, by station. */
  readonly reservedFor: Int32Array;
  /** People from outside on the list of the station they asked for first. */
  readonly waitingOutside: Int32Array;
  /** Stations where a place or an ask is new, so that a place may be handed out. */
  readonly dirty: Int32Array;
  readonly isDirty: Uint8Array;
  dirtyCount = 0;
  /** While someone changes lists: by station, the moment that ranks them on the list they are on already; else NaN. */
  readonly keptRankDay: Float64Array;
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
  /** Whether people who wait may have something fall due: an alternative, a rise, giving up. */
  readonly watchesDue: boolean;
  readonly hasPreparation: boolean;
  readonly hasBacklogs: boolean;
  /** Whether people can wait for each other in a ring at all. */
  readonly canLock: boolean;
  mayHaveLocked = false;
  hasStarted = false;
  /** True from day 0, the end of the warm-up. */
  isCounting = false;
  instants = 0;
  /** Levels on the days looked at: `looks[k]` holds occupancy, waiting, delayed of each station, one after the other. */
  readonly looks: Int32Array[] = [];
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
  today: number;
  readonly startsUsed: Int32Array;
  readonly surgeOpen: Uint8Array;
  readonly surgeOpenedDay: Float64Array;
  readonly mayAdmit: Uint8Array;
  readonly mayRelease: Uint8Array;
  nextChange = 0;
  years = 0;
  readonly numbered: Int32Array;
  serial = 0;

  constructor(
    program: Program,
    seed: number,
    replication: number,
    trace: TraceWriter | null,
    roster: Roster | null,
    mayGoOn: MayGoOn | null,
  ) {
    this.mayGoOn = mayGoOn;
    const { network, later } = program;
    const stations = network.stationIds.length;
    this.network = network;
    this.later = later;
    this.lookAtDays = program.lookAtDays;
    this.draws = new Draws(replication);
    this.trace = trace;
    this.roster = roster;
    this.stations = stations;
    this.kinds = network.kinds;
    const firstPerson = SURGES + stations;
    this.firstPerson = firstPerson;
    this.startDay = 0 - network.warmUpDays;
    this.endDay = network.runDays;
    this.clock = new Float64Array(1).fill(this.startDay);
    this.ledger = new Ledger(network, this.clock, program.asked);
    const calendar = makeCalendar(firstPerson + 256);
    this.calendar = calendar;
    this.slots = makeSlots(stations, (room) => calendar.resize(firstPerson + room));
    this.people = this.slots.people;
    this.lists = makeWaitingLists(stations, network.classes, this.people);
    this.entries = this.lists.entries;
    this.arrivals = arrivalsOf(program, seed, replication);
    this.isExit = network.isExit;
    this.keepsPlace = network.keepsPlace;
    this.places = Int32Array.from(network.places);
    this.inPlace = new Int32Array(stations);
    this.toldCause = Uint8Array.from(this.ledger.waits.cause);
    this.toldStarts = new Int32Array(stations);
    this.readyHere = new Int32Array(stations);
    this.reservedFor = new Int32Array(stations);
    this.waitingOutside = new Int32Array(stations);
    this.dirty = new Int32Array(stations);
    this.isDirty = new Uint8Array(stations);
    this.keptRankDay = new Float64Array(stations).fill(NaN);
    const networks = [network, ...later.map((one) => one.network)];
    const any = (uses: (one: Network) => boolean) => networks.some(uses);
    this.watchesSurge = any((one) => one.surgePlaces.some((n) => n > 0));
    this.watchesRooms = any((one) => one.waitingRoom.some((n) => n >= 0));
    this.watchesMonths = any((one) => one.startsPerMonth.some((n) => n >= 0));
    this.watchesHours = any((one) => one.usesHours);
    this.watchesVisits = any((one) => one.visitsPerDay.some((n) => n >= 0));
    this.watchesDue = any(
      (one) => one.altAfterDays.length > 0 || one.risePerDelayedDay > 0 || one.patience.some((stay) => stay !== null),
    );
    this.hasPreparation = any((one) => one.askPrepare.some((stay) => stay !== null));
    this.hasBacklogs = any((one) => one.streams.some((stream) => stream.alwaysWaiting > 0));
    this.canLock = any((one) => one.mayLock.includes(1));
    this.planAtZero = new Float64Array(stations);
    this.planSlope = new Float64Array(stations);
    this.endedAtZero = new Float64Array(stations);
    this.endedSlope = new Float64Array(stations);
    this.plansRunning = new Int32Array(stations);
    this.deferred = Array.from({ length: stations }, () => []);
    this.today = Math.floor(this.startDay);
    this.startsUsed = new Int32Array(stations);
    this.surgeOpen = new Uint8Array(stations);
    this.surgeOpenedDay = new Float64Array(stations);
    this.mayAdmit = new Uint8Array(stations).fill(1);
    this.mayRelease = new Uint8Array(stations).fill(1);
    this.numbered = new Int32Array(this.network.streams.length);
  }
}

export function markDirty(run: State, station: number): void {
  if (run.isDirty[station]) return;
  run.isDirty[station] = 1;
  run.dirty[run.dirtyCount++] = station;
}

export function tell(run: State, verb: number, person: number, station: number, other: number, value: number): void {
  if (run.trace !== null)
    run.trace.write(run.clock[0], verb, person < 0 ? -1 : run.people.serial[person], station, other, value);
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
