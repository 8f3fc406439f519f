// The native engine. Long because the rules of flow act on one state: who holds a place, who waits, what comes next.
import { arrivalsOf } from './arrival-book.ts';
import { chooseNeed, keyBefore, type Arrivals } from './arrivals.ts';
import { CAPACITY_CHANGES, FALLS_DUE, makeCalendar, STAY_ENDS, type Calendar } from './calendar.ts';
import type { Program } from './compile.ts';
import { nextMonthStart } from './dates.ts';
import { findRing } from './gridlock.ts';
import { Ledger } from './ledger.ts';
import { UNLIMITED, type Network } from './network.ts';
import { FIXED_ASK, IN_CARE, makeSlots, OUTSIDE, READY_TO_GO, type People, type Slots } from './people.ts';
import { log } from './portable.ts';
import { Refusal } from './problem.ts';
import { threefry, uniformAt, word } from './random.ts';
import {
  ARRIVE,
  ASK,
  BY_EXIT,
  CLOSE,
  GAVE_UP,
  LEAVE,
  MOVE,
  OPEN,
  READY,
  RING,
  RISE,
  TURNED_AWAY,
  type TraceWriter,
} from './trace.ts';
import { makeWaitingLists, type Entries, type WaitingLists } from './waiting-lists.ts';

/** What a number is drawn for; with the hash of a station (whose lowest ten bits are empty) the first half of its address. */
const FOR_STAY = 1;
const FOR_ROUTE = 2;
const FOR_RISE = 3;
const FOR_PATIENCE = 4;

/** Actors of the calendar that are not people. */
const DATED_CHANGES = 0;
const MONTHS = 1;
const SURGES = 2;

const MOST_PEOPLE = 1_000_000;
const MOST_MOVES_AT_ONE_MOMENT = 1_000_000;

/** Everyone of a watched run by running number in the trace: who they are, for drawing them and for finding them in other options. */
export interface Roster {
  readonly need: number[];
  readonly stream: number[];
  readonly keyHigh: number[];
  readonly keyLow: number[];
}

export interface Run {
  readonly ledger: Ledger;
  /** Levels on the days looked at: `looks[k]` holds occupancy, waiting, delayed of each station, one after the other. */
  readonly looks: readonly Int32Array[];
  /** Everything up to and including a day has happened. */
  runTo(day: number): void;
  /** Runs to the end and settles the ledger. */
  finish(): void;
  /** Counts by station straight from the state: holding a place, ready among them, asked for it first, places in force. */
  census(): { occupancy: Int32Array; delayed: Int32Array; waiting: Int32Array; places: Int32Array };
  /** Arrivals and ended stays so far. */
  events(): number;
}

/** One replication, ready to run from `-warmUpDays`. Writes to `trace` and `roster` when they are given. */
export const startRun = (
  program: Program,
  seed: number,
  replication: number,
  trace: TraceWriter | null,
  roster: Roster | null,
): Run => new NativeRun(program, seed, replication, trace, roster);

/** A class, for the compiler knows its fields and methods where a closure's variables must be looked at each time. */
class NativeRun implements Run {
  readonly ledger: Ledger;
  readonly looks: Int32Array[] = [];
  /** The network in force. */
  private network: Network;
  private readonly later: Program['later'];
  private readonly lookAtDays: readonly number[];
  private readonly seed: number;
  private readonly replication: number;
  private readonly trace: TraceWriter | null;
  private readonly roster: Roster | null;
  private readonly stations: number;
  private readonly needs: number;
  private readonly firstPerson: number;
  private readonly startDay: number;
  private readonly endDay: number;
  /** The day it is: in a typed array, where a number costs nothing to keep. */
  private readonly clock: Float64Array;
  private readonly calendar: Calendar;
  private readonly slots: Slots;
  private readonly people: People;
  private readonly lists: WaitingLists;
  private readonly entries: Entries;
  private readonly arrivals: Arrivals;
  private readonly stationHash: Int32Array;
  private readonly isExit: Uint8Array;
  private readonly mayLock: Uint8Array;

  private readonly places: Int32Array;
  private readonly inPlace: Int32Array;
  private readonly readyHere: Int32Array;
  private readonly waitingOutside: Int32Array;
  private readonly startsUsed: Int32Array;
  private readonly surgeOpen: Uint8Array;
  private readonly surgeOpenedDay: Float64Array;
  /** Stations where a place or an ask is new, so that a place may be handed out. */
  private readonly dirty: Int32Array;
  private readonly isDirty: Uint8Array;
  private dirtyCount = 0;
  /** While someone changes lists: by station, the moment that ranks them on the list they stand on already; else NaN. */
  private readonly keptRankDay: Float64Array;
  /** People whose stay of 0 days has just begun. */
  private readonly endingNow: number[] = [];
  private readonly numbered: Int32Array;
  /** Endless backlogs that have just lost someone. */
  private readonly refill: number[] = [];
  private readonly watchesSurge: boolean;
  private readonly watchesRooms: boolean;
  private readonly watchesMonths: boolean;
  /** Whether people who wait may have something fall due: an alternative, a rise, giving up. */
  private readonly watchesDue: boolean;
  private readonly hasBacklogs: boolean;
  /** Whether people can come to wait for each other in a ring at all. */
  private readonly canLock: boolean;

  private serial = 0;
  private eventCount = 0;
  private movesAtThisMoment = 0;
  private nextChange = 0;
  private nextLook = 0;
  private counting = false;
  private started = false;
  /** True while several things of one instant are still to come, so that nobody may be let in ahead of the handing out. */
  private others = true;
  private mayHaveLocked = false;

  constructor(program: Program, seed: number, replication: number, trace: TraceWriter | null, roster: Roster | null) {
    const { network, later } = program;
    const stations = network.stationIds.length;
    this.network = network;
    this.later = later;
    this.lookAtDays = program.lookAtDays;
    // As a signed number: the same 32 bits, and quicker.
    this.seed = seed | 0;
    this.replication = replication;
    this.trace = trace;
    this.roster = roster;
    this.stations = stations;
    this.needs = network.needIds.length;
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
    this.arrivals = arrivalsOf(program, this.seed, replication);
    this.stationHash = network.stationHash;
    this.isExit = network.isExit;
    this.mayLock = network.mayLock;
    this.places = Int32Array.from(network.places);
    this.inPlace = new Int32Array(stations);
    this.readyHere = new Int32Array(stations);
    this.waitingOutside = new Int32Array(stations);
    this.startsUsed = new Int32Array(stations);
    this.surgeOpen = new Uint8Array(stations);
    this.surgeOpenedDay = new Float64Array(stations);
    this.dirty = new Int32Array(stations);
    this.isDirty = new Uint8Array(stations);
    this.keptRankDay = new Float64Array(stations).fill(NaN);
    this.numbered = new Int32Array(network.streams.length);
    const networks = [network, ...later.map((one) => one.network)];
    this.watchesSurge = networks.some((one) => one.surgePlaces.some((n) => n > 0));
    this.watchesRooms = networks.some((one) => one.waitingRoom.some((n) => n >= 0));
    this.watchesMonths = networks.some((one) => one.startsPerMonth.some((n) => n >= 0));

    this.watchesDue = networks.some(
      (one) => one.altAfterDays.length > 0 || one.risePerDelayedDay > 0 || one.patience.some((stay) => stay !== null),
    );
    this.hasBacklogs = networks.some((one) => one.streams.some((stream) => stream.alwaysWaiting > 0));
    this.canLock = networks.some((one) => one.mayLock.includes(1));

    if (later.length > 0) calendar.book(DATED_CHANGES, later[0]!.fromDay, CAPACITY_CHANGES);
    if (this.watchesMonths) this.bookMonth();
    this.placeInitialPeople();
    // Those already there were not started this month.
    this.startsUsed.fill(0);
    for (let station = 0; station < stations; station++)
      this.ledger.setPlaces(station, this.places[station]!, this.hasStarts(station));
  }

  events(): number {
    return this.eventCount;
  }

  finish(): void {
    this.runTo(this.endDay);
    this.clock[0] = this.endDay;
    this.ledger.settle();
  }

  private draw(person: number, purpose: number, second: number): number {
    const { people } = this;
    return uniformAt(people.keyHigh[person]!, people.keyLow[person]!, purpose, second);
  }

  private hasStarts(station: number): boolean {
    const { network } = this;
    return (
      this.watchesMonths === false ||
      network.startsPerMonth[station]! < 0 ||
      this.startsUsed[station]! < network.startsPerMonth[station]!
    );
  }

  private canTake(station: number): boolean {
    return this.inPlace[station]! < this.places[station]! && this.hasStarts(station);
  }

  private markDirty(station: number): void {
    if (this.isDirty[station]) return;
    this.isDirty[station] = 1;
    this.dirty[this.dirtyCount++] = station;
  }

  private tell(verb: number, person: number, station: number, other: number, value: number): void {
    const { people } = this;
    if (this.trace !== null)
      this.trace.write(this.clock[0]!, verb, person < 0 ? -1 : people.serial[person]!, station, other, value);
  }

  // ---- people come -------------------------------------------------------------------------------------------------

  private newPerson(stream: number, need: number, keyHigh: number, keyLow: number): number {
    if (this.slots.present() >= MOST_PEOPLE) this.refuseToGoOn(`${MOST_PEOPLE} people in the model at once`);
    const person = this.slots.take();
    const { people } = this;
    people.serial[person] = this.serial++;
    people.keyHigh[person] = keyHigh;
    people.keyLow[person] = keyLow;
    people.stream[person] = stream;
    people.need[person] = need;
    people.state[person] = OUTSIDE;
    people.held[person] = -1;
    people.arrivedDay[person] = this.clock[0]!;
    people.delayedDays[person] = 0;
    people.risesDay[person] = Infinity;
    people.givesUpDay[person] = Infinity;
    people.placed[person] = 0;
    people.entry[person] = -1;
    for (let s = 0; s < this.stations; s++) people.stays[person * this.stations + s] = 0;
    if (this.roster !== null) {
      this.roster.need.push(people.need[person]!);
      this.roster.stream.push(stream);
      this.roster.keyHigh.push(keyHigh >>> 0);
      this.roster.keyLow.push(keyLow >>> 0);
    }
    this.tell(ARRIVE, person, -1, people.need[person]!, stream);
    return person;
  }

  private arrive(stream: number, need: number, keyHigh: number, keyLow: number): void {
    this.eventCount++;
    const person = this.newPerson(stream, need, keyHigh, keyLow);
    this.ask(person, this.network.streamAsk[stream * this.needs + need]!, ~stream);
  }

  private arriveNumbered(stream: number): void {
    this.arrivals.numberedKey(stream, this.numbered[stream]!++);
    const keyHigh = word[0]!;
    const keyLow = word[1]!;
    this.arrive(stream, chooseNeed(this.network, stream, keyHigh, keyLow), keyHigh, keyLow);
  }

  private placeInitialPeople(): void {
    const { network } = this;
    for (const group of network.initial)
      for (let n = 0; n < group.people; n++) {
        threefry(this.seed, this.replication, group.hash, 0);
        threefry(word[0]!, word[1]!, n, 0);
        const person = this.newPerson(-1, group.need, word[0]!, word[1]!);
        const { people } = this;
        if (group.state !== 'waiting') {
          this.takePlace(person, group.station);
          people.first[person] = group.station;
          this.tell(MOVE, person, -1, group.station, group.station);
        }
        if (group.state === 'inCare') {
          people.state[person] = IN_CARE;
          people.care[person] = group.station;
          people.stayAt[person] = group.station;
          people.stayNumber[person] = 0;
          people.stays[person * this.stations + group.station] = 1;
          this.beginStay(
            person,
            group.remaining === null
              ? 0
              : group.remaining(this.draw(person, this.stationHash[group.station]! | FOR_STAY, 0)),
          );
        } else {
          if (group.state === 'delayed') this.tell(READY, person, group.station, -1, 0);
          this.ask(person, group.ask, FIXED_ASK);
        }
      }
    for (let stream = 0; stream < network.streams.length; stream++)
      for (let n = 0; n < network.streams[stream]!.alwaysWaiting; n++) this.arriveNumbered(stream);
  }

  // ---- asking ------------------------------------------------------------------------------------------------------

  /** Ready (or arrived): asks at this instant. Let in at once when nobody else could have a say in it. */
  private ask(person: number, askIndex: number, askedBy: number): void {
    const { people } = this;
    people.askedDay[person] = this.clock[0]!;
    people.askedBy[person] = askedBy;
    if (people.held[person]! >= 0) people.state[person] = READY_TO_GO;
    this.startAsking(person, askIndex);
    if (this.watchesDue === false || people.entry[person]! < 0) return;
    this.drawPatience(person);
    this.drawRise(person);
    this.bookDue(person);
  }

  /** Patience belongs to the list of the station asked for first, and counts from asking. */
  private drawPatience(person: number): void {
    const { people } = this;
    const first = people.first[person]!;
    const patience = this.network.patience[first];
    if (!patience) {
      people.givesUpDay[person] = Infinity;
      return;
    }
    const u = this.draw(person, this.stationHash[first]! | FOR_PATIENCE, people.stays[person * this.stations + first]!);
    people.givesUpDay[person] = people.askedDay[person]! + patience.quantile(u);
  }

  private drawRise(person: number): void {
    const { network } = this;
    const { people } = this;
    const hazard = network.risePerDelayedDay;
    if (hazard <= 0 || network.risesTo[people.need[person]!]! < 0) people.risesDay[person] = Infinity;
    else {
      const first = people.first[person]!;
      const u = this.draw(
        person,
        this.stationHash[first]! | FOR_RISE,
        network.needHash[people.need[person]!]! | people.stays[person * this.stations + first]!,
      );
      people.risesDay[person] = this.clock[0]! - log(u) / hazard;
    }
  }

  /** Moves on at once where that is certain; otherwise joins the lists of the ask. */
  private startAsking(person: number, askIndex: number): void {
    const { network } = this;
    const { people } = this;
    people.ask[person] = askIndex;
    people.joinedDay[person] = this.clock[0]!;
    const from = network.askFrom[askIndex]!;
    const to = network.askFrom[askIndex + 1]!;
    const first = network.targets[from]!;
    const held = people.held[person]!;
    people.first[person] = first;
    people.nextAlternative[person] = network.askAltFrom[askIndex]!;
    this.tell(ASK, person, held, first, network.askClass[askIndex]!);
    if (held >= 0) for (let t = from; t < to; t++) if (network.targets[t] === held) return this.stayOn(person, -1);
    const alone =
      this.others === false && this.dirtyCount === 0 && this.endingNow.length === 0 && this.refill.length === 0;
    for (let t = from; t < to; t++) {
      const station = network.targets[t]!;
      if ((t === from && this.isExit[station]) || (alone && this.lists.lengths[station] === 0 && this.canTake(station)))
        return this.moveIn(person, station, -1);
    }
    for (let t = from; t < to; t++) this.join(person, network.targets[t]!, network.askClass[askIndex]!, t - from, -1);
    this.startWaiting(person);
    if (this.canLock === true) this.mayHaveLocked = true;
    if (this.watchesDue === true) this.joinAlternatives(person);
  }

  private startWaiting(person: number): void {
    const { ledger } = this;
    const { people } = this;
    const held = people.held[person]!;
    const need = people.need[person]!;
    const first = people.first[person]!;
    if (held >= 0) {
      this.readyHere[held]!++;
      ledger.becameReady(held, need);
    } else this.waitingOutside[first]!++;
    ledger.joined(held, first, need);
  }

  private join(person: number, station: number, priorityClass: number, choice: number, alternative: number): void {
    const { people } = this;
    const kept = this.keptRankDay[station]!;
    const rankDay = kept === kept ? kept : this.network.rankDay[station]!(this.clock[0]!, people.askedDay[person]!);
    this.lists.join(person, station, priorityClass, rankDay, choice, alternative);
    this.markDirty(station);
  }

  /** Joins the lists of the alternatives that have fallen due. */
  private joinAlternatives(person: number): void {
    const { network } = this;
    const { people } = this;
    const end = network.askAltFrom[people.ask[person]! + 1]!;
    while (people.nextAlternative[person]! < end) {
      const alternative = people.nextAlternative[person]!;
      if (people.joinedDay[person]! + network.altAfterDays[alternative]! > this.clock[0]!) return;
      people.nextAlternative[person] = alternative + 1;
      for (let t = network.altFrom[alternative]!; t < network.altFrom[alternative + 1]!; t++) {
        const station = network.altTargets[t]!;
        if (station === people.held[person]) return this.stayOn(person, alternative);
        this.join(person, station, network.altClass[alternative]!, 1000 + t, alternative);
      }
    }
    if (this.canLock === true) this.mayHaveLocked = true;
  }

  /** The next of an alternative falling due, a rise and giving up: the one event of a person who waits. */
  private bookDue(person: number): void {
    const { network } = this;
    const { people } = this;
    const alternative = people.nextAlternative[person]!;
    let day =
      people.risesDay[person]! < people.givesUpDay[person]! ? people.risesDay[person]! : people.givesUpDay[person]!;
    if (alternative < network.askAltFrom[people.ask[person]! + 1]!) {
      const due = people.joinedDay[person]! + network.altAfterDays[alternative]!;
      if (due < day) day = due;
    }
    if (day < this.endDay)
      this.calendar.book(this.firstPerson + person, day > this.clock[0]! ? day : this.clock[0]!, FALLS_DUE);
  }

  private fallsDue(person: number): void {
    const { people } = this;
    if (people.givesUpDay[person]! <= this.clock[0]!) return this.giveUp(person);
    if (people.risesDay[person]! <= this.clock[0]!) this.rise(person);
    if (people.entry[person]! >= 0) this.joinAlternatives(person);
    if (people.entry[person]! >= 0) this.bookDue(person);
  }

  private rise(person: number): void {
    const { network, entries } = this;
    const { people } = this;
    const before = people.need[person]!;
    const after = network.risesTo[before]!;
    const held = people.held[person]!;
    people.need[person] = after;
    this.tell(RISE, person, held, after, before);
    this.ledger.rose(held, held >= 0, people.first[person]!, before, after);
    const by = people.askedBy[person]!;
    const next =
      by >= 0
        ? network.wayAsk[by * this.needs + after]!
        : by === FIXED_ASK
          ? people.ask[person]!
          : network.streamAsk[~by * this.needs + after]!;
    if (next !== people.ask[person]) {
      // On a list they stand on already they keep their turn.
      for (let entry = people.entry[person]!; entry >= 0; entry = entries.sibling[entry]!)
        this.keptRankDay[entries.station[entry]!] = entries.rankDay[entry]!;
      this.stopWaiting(person);
      this.startAsking(person, next);
      this.keptRankDay.fill(NaN);
      if (people.entry[person]! < 0) return;
      this.drawPatience(person);
    }
    this.drawRise(person);
  }

  /** Off every list and no longer counted as waiting or delayed; does nothing to those who never had to wait. */
  private stopWaiting(person: number): void {
    const { ledger } = this;
    const { people } = this;
    if (people.entry[person]! < 0) return;
    this.lists.leaveAll(person);
    const held = people.held[person]!;
    const need = people.need[person]!;
    ledger.gone(held, people.first[person]!, need);
    if (held >= 0) {
      this.readyHere[held]!--;
      ledger.readyNoMore(held, need);
    } else this.waitingOutside[people.first[person]!]!--;
  }

  // ---- moving ------------------------------------------------------------------------------------------------------

  private giveUpPlace(person: number): void {
    const { people } = this;
    const held = people.held[person]!;
    if (held < 0) return;
    this.inPlace[held]!--;
    this.markDirty(held);
    this.ledger.left(held, people.need[person]!, this.clock[0]! - people.admittedDay[person]!);
    people.held[person] = -1;
  }

  private takePlace(person: number, station: number): void {
    const { ledger } = this;
    const { people } = this;
    const from = people.held[person]!;
    this.giveUpPlace(person);
    ledger.admitted(station, people.need[person]!, from, people.stream[person]!);
    people.held[person] = station;
    people.admittedDay[person] = this.clock[0]!;
    this.inPlace[station]!++;
    if (this.watchesMonths === true && this.network.startsPerMonth[station]! >= 0) {
      this.startsUsed[station]!++;
      ledger.setPlaces(station, this.places[station]!, this.hasStarts(station));
    }
  }

  private moveIn(person: number, station: number, alternative: number): void {
    const { people } = this;
    if (++this.movesAtThisMoment > MOST_MOVES_AT_ONE_MOMENT)
      this.refuseToGoOn('people passed round without time passing');
    const held = people.held[person]!;
    if (people.entry[person]! >= 0) {
      this.stopWaiting(person);
      if (this.watchesDue === true) this.calendar.cancel(this.firstPerson + person);
    }
    if (this.hasBacklogs === true && held < 0) this.refillFrom(people.stream[person]!);
    this.placedFor(person, station, held, alternative);
    if (this.isExit[station]) return this.leaveBy(person, station, BY_EXIT);
    this.takePlace(person, station);
    this.tell(MOVE, person, held, station, people.first[person]!);
    this.beginCare(person, station, alternative);
  }

  /** The next of an endless backlog comes as soon as one of them has moved. */
  private refillFrom(stream: number): void {
    if (stream >= 0 && this.network.streams[stream]!.alwaysWaiting > 0) this.refill.push(stream);
  }

  /** A further stay in the place already held. */
  private stayOn(person: number, alternative: number): void {
    const { people } = this;
    const held = people.held[person]!;
    this.stopWaiting(person);
    this.calendar.cancel(this.firstPerson + person);
    this.placedFor(person, held, held, alternative);
    this.tell(MOVE, person, held, held, people.first[person]!);
    this.beginCare(person, held, alternative);
  }

  /** Books the wait that has just ended and, the first time, whether the place is the one that was needed. */
  private placedFor(person: number, station: number, from: number, alternative: number): void {
    const { ledger } = this;
    const { people } = this;
    const need = people.need[person]!;
    const waitedDays = this.clock[0]! - people.askedDay[person]!;
    ledger.waited(station, need, from, waitedDays);
    people.delayedDays[person]! += waitedDays;
    if (people.placed[person] || !this.network.askForNeed[people.ask[person]!]) return;
    people.placed[person] = 1;
    ledger.placedFor(need, alternative < 0);
  }

  private leaveBy(person: number, exit: number, why: number): void {
    const { ledger } = this;
    const { people } = this;
    const held = people.held[person]!;
    this.giveUpPlace(person);
    ledger.admitted(exit, people.need[person]!, held, people.stream[person]!);
    ledger.finished(exit, this.clock[0]! - people.arrivedDay[person]!);
    this.tell(LEAVE, person, held, exit, why);
    this.slots.free(person);
  }

  private giveUp(person: number): void {
    const { ledger } = this;
    const { people } = this;
    const first = people.first[person]!;
    const waitedDays = this.clock[0]! - people.askedDay[person]!;
    this.stopWaiting(person);
    ledger.gaveUp(first);
    ledger.waited(first, people.need[person]!, people.held[person]!, waitedDays);
    this.leaveBy(person, this.network.patienceExit[first]!, GAVE_UP);
  }

  private turnAway(person: number): void {
    const { people } = this;
    this.stopWaiting(person);
    this.calendar.cancel(this.firstPerson + person);
    this.ledger.refused(people.first[person]!);
    this.tell(LEAVE, person, -1, -1, TURNED_AWAY);
    this.slots.free(person);
  }

  // ---- staying -----------------------------------------------------------------------------------------------------

  private beginCare(person: number, station: number, alternative: number): void {
    const { network } = this;
    const { people } = this;
    const first = people.first[person]!;
    const factor = alternative < 0 ? NaN : network.altStayFactor[alternative]!;
    const sameCare = factor === factor;
    const care = sameCare ? first : station;
    const number = people.stays[person * this.stations + first]!++;
    people.state[person] = IN_CARE;
    people.care[person] = care;
    people.stayAt[person] = first;
    people.stayNumber[person] = number;
    const lastDelayDays = this.clock[0]! - people.askedDay[person]!;
    const stay = network.stay[care * this.needs + people.need[person]!]!;
    // A stay that never varies needs no number; numbers have addresses, so leaving one out moves no other.
    const drawn =
      stay.sdDays === 0 ? stay.meanDays : stay.quantile(this.draw(person, this.stationHash[first]! | FOR_STAY, number));
    const lengthened = drawn + network.stayDaysPerDelayedDay * lastDelayDays;
    this.beginStay(person, sameCare ? lengthened * factor : lengthened);
  }

  private beginStay(person: number, days: number): void {
    const end = this.clock[0]! + days;
    if (end <= this.clock[0]!) this.endingNow.push(person);
    else if (end < this.endDay) this.calendar.book(this.firstPerson + person, end, STAY_ENDS);
  }

  private stayEnds(person: number): void {
    const { network } = this;
    const { people } = this;
    this.eventCount++;
    const row = people.care[person]! * this.needs + people.need[person]!;
    const way = this.chooseWay(person, network.wayFrom[row]!, network.wayTo[row]!);
    this.tell(READY, person, people.held[person]!, -1, 0);
    this.ask(person, network.wayAsk[way * this.needs + people.need[person]!]!, way);
  }

  /** One way: that one. Two: one uniform number. More: a race, so that changing one share moves people only to it or from it. */
  private chooseWay(person: number, from: number, to: number): number {
    const { network } = this;
    const { people } = this;
    if (to - from === 1) return from;
    const address = this.stationHash[people.stayAt[person]!]! | FOR_ROUTE;
    const number = people.stayNumber[person]!;
    const extra = network.readmitPerDelayedDay > 0 ? network.readmitPerDelayedDay * people.delayedDays[person]! : 0;
    if (to - from === 2)
      return this.draw(person, address, number) < this.shareOf(from, from, to, extra) ? from : from + 1;
    let best = from;
    let soonest = Infinity;
    for (let way = from; way < to; way++) {
      const share = this.shareOf(way, from, to, extra);
      if (share <= 0) continue;
      const time = -log(this.draw(person, address, network.wayHash[way]! | number)) / share;
      if (time < soonest) {
        soonest = time;
        best = way;
      }
    }
    return best;
  }

  /** A way's share when `extra` is added to the share of the way marked readmission and the others keep their proportions. */
  private shareOf(way: number, from: number, to: number, extra: number): number {
    const { network } = this;
    const share = network.wayShare[way]!;
    if (extra === 0) return share;
    let readmission = -1;
    for (let one = from; one < to; one++) if (network.wayReadmission[one]) readmission = one;
    if (readmission < 0) return share;
    const before = network.wayShare[readmission]!;
    const after = before + extra < 1 ? before + extra : 1;
    return way === readmission ? after : before < 1 ? (share * (1 - after)) / (1 - before) : 0;
  }

  // ---- places change -----------------------------------------------------------------------------------------------

  private setPlaces(station: number, next: number, bySurge: boolean): void {
    const before = this.places[station]!;
    if (next === before) return;
    this.places[station] = next;
    this.ledger.setPlaces(station, next, this.hasStarts(station));
    this.tell(next > before ? OPEN : CLOSE, -1, station, bySurge ? 1 : 0, next);
    if (next > before) this.markDirty(station);
    else if (this.canLock === true) this.mayHaveLocked = true;
  }

  private withSurge(station: number): number {
    const { network } = this;
    const usual = network.places[station]!;
    return usual === UNLIMITED || !this.surgeOpen[station] ? usual : usual + network.surgePlaces[station]!;
  }

  private changeNetwork(): void {
    this.network = this.later[this.nextChange++]!.network;
    for (let station = 0; station < this.stations; station++) {
      this.setPlaces(station, this.withSurge(station), false);
      this.ledger.setPlaces(station, this.places[station]!, this.hasStarts(station));
      this.markDirty(station);
    }
    if (this.nextChange < this.later.length)
      this.calendar.book(DATED_CHANGES, this.later[this.nextChange]!.fromDay, CAPACITY_CHANGES);
  }

  private newMonth(): void {
    this.startsUsed.fill(0);
    for (let station = 0; station < this.stations; station++) {
      if (this.network.startsPerMonth[station]! < 0) continue;
      this.ledger.setPlaces(station, this.places[station]!, this.hasStarts(station));
      this.markDirty(station);
    }
    this.bookMonth();
  }

  private bookMonth(): void {
    const { network } = this;
    this.calendar.book(
      MONTHS,
      nextMonthStart(network.startDayNumber + this.clock[0]!) - network.startDayNumber,
      CAPACITY_CHANGES,
    );
  }

  /** Opens and closes surge places by the length of the lists; true when something opened. */
  private lookAtSurge(): boolean {
    const { network } = this;
    let opened = false;
    for (let station = 0; station < this.stations; station++) {
      const length = this.lists.lengths[station]!;
      if (!this.surgeOpen[station]) {
        if (network.surgePlaces[station]! === 0 || length < network.surgeOpenAt[station]!) continue;
        this.surgeOpen[station] = 1;
        this.surgeOpenedDay[station] = this.clock[0]!;
        const until = this.clock[0]! + network.surgeMinDays[station]!;
        if (until > this.clock[0]! && until < this.endDay)
          this.calendar.book(SURGES + station, until, CAPACITY_CHANGES);
        this.setPlaces(station, this.withSurge(station), true);
        opened = true;
      } else if (
        length <= network.surgeCloseAt[station]! &&
        this.clock[0]! >= this.surgeOpenedDay[station]! + network.surgeMinDays[station]!
      ) {
        this.surgeOpen[station] = 0;
        this.setPlaces(station, this.withSurge(station), true);
      }
    }
    return opened;
  }

  private lookAtWaitingRooms(): void {
    for (let station = 0; station < this.stations; station++) {
      const room = this.network.waitingRoom[station]!;
      if (room < 0) continue;
      while (this.waitingOutside[station]! > room) this.turnAway(this.lastFromOutside(station));
    }
  }

  /** Of those outside who asked for a station first, the one who joined last (of several at once, the largest key). */
  private lastFromOutside(station: number): number {
    const { entries } = this;
    const { people } = this;
    let last = -1;
    for (let list = 0; list < this.network.classes; list++)
      for (let entry = this.lists.tail(station, list); entry >= 0; entry = entries.before[entry]!) {
        const person = entries.person[entry]!;
        if (people.held[person]! >= 0 || people.first[person] !== station) continue;
        const soonerOut = last < 0 || people.joinedDay[person]! > people.joinedDay[last]!;
        const tie = last >= 0 && people.joinedDay[person] === people.joinedDay[last];
        if (
          soonerOut ||
          (tie &&
            keyBefore(people.keyHigh[last]!, people.keyLow[last]!, people.keyHigh[person]!, people.keyLow[person]!))
        )
          last = person;
      }
    return last;
  }

  // ---- handing out -------------------------------------------------------------------------------------------------

  /** Of the heads of lists that can move, the one who has asked longest (then key, then own order of choice); −1 for nobody. */
  private nextToMove(): number {
    let best = -1;
    for (let i = 0; i < this.dirtyCount; i++) {
      const station = this.dirty[i]!;
      const entry = this.canTake(station) ? this.lists.head(station) : -1;
      if (entry < 0) {
        this.isDirty[station] = 0;
        this.dirty[i--] = this.dirty[--this.dirtyCount]!;
      } else if (best < 0 || this.goesFirst(entry, best)) best = entry;
    }
    return best;
  }

  private goesFirst(a: number, b: number): boolean {
    const { entries } = this;
    const { people } = this;
    const one = entries.person[a]!;
    const two = entries.person[b]!;
    if (one === two) return entries.choice[a]! < entries.choice[b]!;
    if (people.askedDay[one] !== people.askedDay[two]) return people.askedDay[one]! < people.askedDay[two]!;
    return keyBefore(people.keyHigh[one]!, people.keyLow[one]!, people.keyHigh[two]!, people.keyLow[two]!);
  }

  private handOut(): void {
    const { entries } = this;
    if (
      this.dirtyCount === 0 &&
      this.mayHaveLocked === false &&
      this.endingNow.length === 0 &&
      this.refill.length === 0
    )
      return;
    for (;;) {
      while (this.endingNow.length > 0) this.stayEnds(this.endingNow.pop()!);
      while (this.refill.length > 0) this.arriveNumbered(this.refill.pop()!);
      if (this.endingNow.length > 0) continue;
      const entry = this.nextToMove();
      if (entry >= 0) this.moveIn(entries.person[entry]!, entries.station[entry]!, entries.alternative[entry]!);
      else if (this.mayHaveLocked === false || !this.moveRing()) return;
    }
  }

  private moveRing(): boolean {
    const { network, entries } = this;
    const { people } = this;
    this.mayHaveLocked = false;
    let full = false;
    for (let s = 0; s < this.stations; s++)
      if (
        this.mayLock[s] &&
        this.inPlace[s]! > 0 &&
        this.inPlace[s]! >= this.places[s]! &&
        this.readyHere[s] === this.inPlace[s]
      )
        full = true;
    if (!full) return false;
    const mayStillLeave = (person: number) =>
      people.risesDay[person]! < Infinity ||
      people.givesUpDay[person]! < Infinity ||
      people.nextAlternative[person]! < network.askAltFrom[people.ask[person]! + 1]!;
    const ring = findRing({
      network,
      people: this.people,
      entries,
      slots: this.slots.used(),
      places: this.places,
      inPlace: this.inPlace,
      readyHere: this.readyHere,
      mayStillLeave,
    });
    if (ring === null) return false;
    this.ledger.ring();
    // Everyone lets go before anyone takes: inside the ring each place is given and taken at one instant.
    const moves = ring.map((entry) => ({
      person: entries.person[entry]!,
      station: entries.station[entry]!,
      alternative: entries.alternative[entry]!,
    }));
    for (const { person, station } of moves) this.tell(RING, person, people.held[person]!, station, moves.length);
    for (const { person, station, alternative } of moves) this.moveIn(person, station, alternative);
    this.mayHaveLocked = true;
    return true;
  }

  // ---- time --------------------------------------------------------------------------------------------------------

  private happen(actor: number, phase: number): void {
    if (actor >= this.firstPerson) {
      if (phase === STAY_ENDS) this.stayEnds(actor - this.firstPerson);
      else this.fallsDue(actor - this.firstPerson);
    } else if (actor === DATED_CHANGES) this.changeNetwork();
    else if (actor === MONTHS) this.newMonth();
    // A surge's least time is over: nothing happens of itself, but surge is looked at at the end of this instant.
  }

  private instant(day: number): void {
    this.clock[0] = day;
    this.movesAtThisMoment = 0;
    while (this.calendar.nextDay() <= day) {
      const actor = this.calendar.pop();
      this.others = this.calendar.nextDay() <= day || this.arrivals.nextDay() <= day;
      this.happen(actor, this.calendar.phaseOf(actor));
    }
    while (this.arrivals.nextDay() <= day) {
      const stream = this.arrivals.stream();
      const keyHigh = this.arrivals.keyHigh();
      const keyLow = this.arrivals.keyLow();
      const need = this.arrivals.need(this.network);
      this.arrivals.advance();
      this.others = this.arrivals.nextDay() <= day;
      this.arrive(stream, need, keyHigh, keyLow);
    }
    this.others = false;
    this.handOut();
    while (this.watchesSurge === true && this.lookAtSurge()) this.handOut();
    if (this.watchesRooms === true) this.lookAtWaitingRooms();
  }

  private look(): void {
    const { occupancy, waiting, delayed } = this.census();
    const levels = new Int32Array(3 * this.stations);
    levels.set(occupancy);
    levels.set(waiting, this.stations);
    levels.set(delayed, 2 * this.stations);
    this.looks.push(levels);
  }

  census(): ReturnType<Run['census']> {
    const { people } = this;
    const waiting = new Int32Array(this.stations);
    for (let person = 0; person < this.slots.used(); person++)
      if (people.state[person]! > 0 && people.entry[person]! >= 0) waiting[people.first[person]!]!++;
    return {
      occupancy: Int32Array.from(this.inPlace),
      delayed: Int32Array.from(this.readyHere),
      waiting,
      places: Int32Array.from(this.places),
    };
  }

  runTo(until: number): void {
    for (;;) {
      const booked = this.calendar.nextDay();
      const arriving = this.arrivals.nextDay();
      const day = this.started === true ? (booked < arriving ? booked : arriving) : this.startDay;
      const reached = day > until || day >= this.endDay;
      const seen = reached ? until : day;
      if (this.counting === false && (day >= 0 || seen >= 0)) {
        this.counting = true;
        this.clock[0] = 0;
        this.ledger.begin();
      }
      while (
        this.nextLook < this.lookAtDays.length &&
        (reached ? this.lookAtDays[this.nextLook]! <= seen : this.lookAtDays[this.nextLook]! < day)
      ) {
        this.look();
        this.nextLook++;
      }
      if (reached) return;
      this.started = true;
      this.instant(day);
    }
  }

  private refuseToGoOn(found: string): never {
    throw new Refusal([
      {
        path: 'the run',
        found: `${found} on day ${Math.floor(this.clock[0]!)}`,
        expected: 'a model that people leave as fast as they come',
        hint: 'The model is probably overloaded: check arrivals, stays and places, or shorten the run.',
        severity: 'error',
      },
    ]);
  }
}
