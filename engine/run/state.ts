// What a running replication holds: the people, who stands on which list, the places and gates of every station, and the clock.
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

/**
 * A class, for the compiler knows its fields and methods where a closure's variables must be looked at each time. The rules of flow
 * are laid over it one idea a file, each class on the one before: state, visits, gates, waiting, care, moving, asking, handing out,
 * arriving, and the run itself.
 */
export abstract class State {
  readonly ledger: Ledger;
  /** The network in force. */
  protected network: Network;
  protected readonly later: Program['later'];
  protected readonly lookAtDays: readonly number[];
  protected readonly draws: Draws;
  protected readonly trace: TraceWriter | null;
  protected readonly roster: Roster | null;
  protected readonly stations: number;
  protected readonly kinds: number;
  protected readonly firstPerson: number;
  protected readonly startDay: number;
  protected readonly endDay: number;
  /** The day it is: in a typed array, where a number costs nothing to keep. */
  protected readonly clock: Float64Array;
  protected readonly calendar: Calendar;
  protected readonly slots: Slots;
  protected readonly people: People;
  protected readonly lists: WaitingLists;
  protected readonly entries: Entries;
  protected readonly arrivals: Arrivals;
  protected readonly isExit: Uint8Array;
  protected readonly keepsPlace: Uint8Array;

  protected readonly places: Int32Array;
  protected readonly inPlace: Int32Array;
  /** People delayed in a place, by station. */
  protected readonly readyHere: Int32Array;
  /** Places reserved, by station. */
  protected readonly reservedFor: Int32Array;
  /** People from outside on the list of the station they asked for first. */
  protected readonly waitingOutside: Int32Array;
  /** Stations where a place or an ask is new, so that a place may be handed out. */
  protected readonly dirty: Int32Array;
  protected readonly isDirty: Uint8Array;
  protected dirtyCount = 0;
  /** While someone changes lists: by station, the moment that ranks them on the list they stand on already; else NaN. */
  protected readonly keptRankDay: Float64Array;
  /** People whose stay of 0 days has just begun. */
  protected readonly endingNow: number[] = [];
  /** People who asked first for the place they hold, and those who may stay on there as a later choice, in their turn. */
  protected readonly stayingOn: number[] = [];
  protected readonly mayStayOn: number[] = [];
  /** People whose patience was over the moment they asked: they give up once nothing more can move. */
  protected readonly impatient: number[] = [];
  /** People whose preparation is over, and whether one of them may be able to move now. */
  protected readonly prepared: number[] = [];
  protected mayMovePrepared = false;
  /** Endless backlogs that have just lost someone. */
  protected readonly refill: number[] = [];
  /** What the model uses at all: what it does not use costs nothing. */
  protected readonly watchesSurge: boolean;
  protected readonly watchesRooms: boolean;
  protected readonly watchesMonths: boolean;
  protected readonly watchesHours: boolean;
  protected readonly watchesVisits: boolean;
  /** Whether people who wait may have something fall due: an alternative, a rise, giving up. */
  protected readonly watchesDue: boolean;
  protected readonly hasPreparation: boolean;
  protected readonly hasBacklogs: boolean;
  /** Whether people can come to wait for each other in a ring at all. */
  protected readonly canLock: boolean;
  protected mayHaveLocked = false;
  protected eventCount = 0;
  protected movesAtThisMoment = 0;
  /** True while several things of one instant are still to come, so that nobody may be let in ahead of the handing out. */
  protected others = true;

  constructor(program: Program, seed: number, replication: number, trace: TraceWriter | null, roster: Roster | null) {
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
    this.ledger = new Ledger(network, this.clock);
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
  }

  protected markDirty(station: number): void {
    if (this.isDirty[station]) return;
    this.isDirty[station] = 1;
    this.dirty[this.dirtyCount++] = station;
  }

  protected tell(verb: number, person: number, station: number, other: number, value: number): void {
    if (this.trace !== null)
      this.trace.write(this.clock[0], verb, person < 0 ? -1 : this.people.serial[person], station, other, value);
  }

  protected refuseToGoOn(found: string): never {
    throw new Refusal([
      {
        path: 'the run',
        found: `${found} on day ${Math.floor(this.clock[0])}`,
        expected: 'a model that people leave as fast as they come',
        hint: 'The model is probably overloaded: check arrivals, stays and places, or shorten the run.',
        severity: 'error',
      },
    ]);
  }
}
