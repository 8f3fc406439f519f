// The native engine. Long because the rules of flow act on one state: who holds a place, who waits, what comes next.
import { arrivalsOf } from './arrival-book.ts';
import { chooseNeed, keyBefore } from './arrivals.ts';
import { CAPACITY_CHANGES, FALLS_DUE, makeCalendar, STAY_ENDS } from './calendar.ts';
import type { Program } from './compile.ts';
import { nextMonthStart } from './dates.ts';
import { findRing } from './gridlock.ts';
import { makeLedger, type Ledger } from './ledger.ts';
import { UNLIMITED } from './network.ts';
import { FIXED_ASK, IN_CARE, makeSlots, OUTSIDE, READY_TO_GO } from './people.ts';
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
import { makeWaitingLists } from './waiting-lists.ts';

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
export function startRun(
  program: Program,
  fullSeed: number,
  replication: number,
  trace: TraceWriter | null,
  roster: Roster | null,
): Run {
  // As a signed number: the same 32 bits, and quicker.
  const seed = fullSeed | 0;
  let network = program.network;
  const { later, lookAtDays } = program;
  const stations = network.stationIds.length;
  const needs = network.needIds.length;
  const firstPerson = SURGES + stations;
  const endDay = network.runDays;
  const startDay = 0 - network.warmUpDays;
  /** The day it is: in a typed array, where a number costs nothing to keep. */
  const clock = new Float64Array(1).fill(startDay);
  const ledger = makeLedger(network, clock);
  const calendar = makeCalendar(firstPerson + 256);
  const slots = makeSlots(stations, (room) => calendar.resize(firstPerson + room));
  const people = slots.columns;
  const lists = makeWaitingLists(stations, network.classes, people);
  const { entries } = lists;
  const arrivals = arrivalsOf(program, seed, replication);
  const looks: Int32Array[] = [];
  const { stationHash, isExit, mayLock } = network;

  const places = Int32Array.from(network.places);
  const inPlace = new Int32Array(stations);
  const readyHere = new Int32Array(stations);
  const waitingOutside = new Int32Array(stations);
  const startsUsed = new Int32Array(stations);
  const surgeOpen = new Uint8Array(stations);
  const surgeOpenedDay = new Float64Array(stations);
  /** Stations where a place or an ask is new, so that a place may be handed out. */
  const dirty = new Int32Array(stations);
  const isDirty = new Uint8Array(stations);
  let dirtyCount = 0;
  /** While someone changes lists: by station, the moment that ranks them on the list they stand on already; else NaN. */
  const keptRankDay = new Float64Array(stations).fill(NaN);
  /** People whose stay of 0 days has just begun. */
  const endingNow: number[] = [];
  const numbered = new Int32Array(network.streams.length);
  /** Endless backlogs that have just lost someone. */
  const refill: number[] = [];
  const watchesSurge =
    later.some((one) => one.network.surgePlaces.some((n) => n > 0)) || network.surgePlaces.some((n) => n > 0);
  const watchesRooms =
    later.some((one) => one.network.waitingRoom.some((n) => n >= 0)) || network.waitingRoom.some((n) => n >= 0);
  const watchesMonths =
    later.some((one) => one.network.startsPerMonth.some((n) => n >= 0)) || network.startsPerMonth.some((n) => n >= 0);

  let serial = 0;
  let eventCount = 0;
  let movesAtThisMoment = 0;
  let nextChange = 0;
  let nextLook = 0;
  let counting = false;
  let started = false;
  /** True while several things of one instant are still to come, so that nobody may be let in ahead of the handing out. */
  let others = true;
  let mayHaveLocked = false;

  const draw = (person: number, purpose: number, second: number) =>
    uniformAt(people.keyHigh[person]!, people.keyLow[person]!, purpose, second);
  const hasStarts = (station: number) =>
    network.startsPerMonth[station]! < 0 || startsUsed[station]! < network.startsPerMonth[station]!;
  const canTake = (station: number) => inPlace[station]! < places[station]! && hasStarts(station);

  function markDirty(station: number): void {
    if (isDirty[station]) return;
    isDirty[station] = 1;
    dirty[dirtyCount++] = station;
  }

  function tell(verb: number, person: number, station: number, other: number, value: number): void {
    if (trace !== null) trace.write(clock[0]!, verb, person < 0 ? -1 : people.serial[person]!, station, other, value);
  }

  // ---- people come -------------------------------------------------------------------------------------------------

  function newPerson(stream: number, need: number, keyHigh: number, keyLow: number): number {
    if (slots.present() >= MOST_PEOPLE) refuseToGoOn(`${MOST_PEOPLE} people in the model at once`);
    const person = slots.take();
    people.serial[person] = serial++;
    people.keyHigh[person] = keyHigh;
    people.keyLow[person] = keyLow;
    people.stream[person] = stream;
    people.need[person] = need;
    people.state[person] = OUTSIDE;
    people.held[person] = -1;
    people.arrivedDay[person] = clock[0]!;
    people.delayedDays[person] = 0;
    people.placed[person] = 0;
    people.entry[person] = -1;
    for (let s = 0; s < stations; s++) people.stays[person * stations + s] = 0;
    if (roster !== null) {
      roster.need.push(people.need[person]!);
      roster.stream.push(stream);
      roster.keyHigh.push(keyHigh >>> 0);
      roster.keyLow.push(keyLow >>> 0);
    }
    tell(ARRIVE, person, -1, people.need[person]!, stream);
    return person;
  }

  function arrive(stream: number, need: number, keyHigh: number, keyLow: number): void {
    eventCount++;
    const person = newPerson(stream, need, keyHigh, keyLow);
    ask(person, network.streamAsk[stream * needs + need]!, ~stream);
  }

  function arriveNumbered(stream: number): void {
    arrivals.numberedKey(stream, numbered[stream]!++);
    const keyHigh = word[0]!;
    const keyLow = word[1]!;
    arrive(stream, chooseNeed(network, stream, keyHigh, keyLow), keyHigh, keyLow);
  }

  function placeInitialPeople(): void {
    for (const group of network.initial)
      for (let n = 0; n < group.people; n++) {
        threefry(seed, replication, group.hash, 0);
        threefry(word[0]!, word[1]!, n, 0);
        const person = newPerson(-1, group.need, word[0]!, word[1]!);
        if (group.state !== 'waiting') {
          takePlace(person, group.station);
          people.first[person] = group.station;
          tell(MOVE, person, -1, group.station, group.station);
        }
        if (group.state === 'inCare') {
          people.state[person] = IN_CARE;
          people.care[person] = group.station;
          people.stayAt[person] = group.station;
          people.stayNumber[person] = 0;
          people.stays[person * stations + group.station] = 1;
          beginStay(
            person,
            group.remaining === null ? 0 : group.remaining(draw(person, stationHash[group.station]! | FOR_STAY, 0)),
          );
        } else {
          if (group.state === 'delayed') tell(READY, person, group.station, -1, 0);
          ask(person, group.ask, FIXED_ASK);
        }
      }
    for (let stream = 0; stream < network.streams.length; stream++)
      for (let n = 0; n < network.streams[stream]!.alwaysWaiting; n++) arriveNumbered(stream);
  }

  // ---- asking ------------------------------------------------------------------------------------------------------

  /** Ready (or arrived): asks at this instant. Let in at once when nobody else could have a say in it. */
  function ask(person: number, askIndex: number, askedBy: number): void {
    people.askedDay[person] = clock[0]!;
    people.askedBy[person] = askedBy;
    people.risesDay[person] = Infinity;
    people.givesUpDay[person] = Infinity;
    const held = people.held[person]!;
    if (held >= 0) people.state[person] = READY_TO_GO;
    startAsking(person, askIndex);
    if (people.entry[person]! < 0) return;
    drawPatience(person);
    drawRise(person);
    bookDue(person);
  }

  /** Patience belongs to the list of the station asked for first, and counts from asking. */
  function drawPatience(person: number): void {
    const first = people.first[person]!;
    const patience = network.patience[first];
    if (!patience) {
      people.givesUpDay[person] = Infinity;
      return;
    }
    const u = draw(person, stationHash[first]! | FOR_PATIENCE, people.stays[person * stations + first]!);
    people.givesUpDay[person] = people.askedDay[person]! + patience.quantile(u);
  }

  function drawRise(person: number): void {
    const hazard = network.risePerDelayedDay;
    if (hazard <= 0 || network.risesTo[people.need[person]!]! < 0) people.risesDay[person] = Infinity;
    else {
      const first = people.first[person]!;
      const u = draw(
        person,
        stationHash[first]! | FOR_RISE,
        network.needHash[people.need[person]!]! | people.stays[person * stations + first]!,
      );
      people.risesDay[person] = clock[0]! - log(u) / hazard;
    }
  }

  /** Moves on at once where that is certain; otherwise joins the lists of the ask. */
  function startAsking(person: number, askIndex: number): void {
    people.ask[person] = askIndex;
    people.joinedDay[person] = clock[0]!;
    const from = network.askFrom[askIndex]!;
    const to = network.askFrom[askIndex + 1]!;
    const first = network.targets[from]!;
    const held = people.held[person]!;
    people.first[person] = first;
    people.nextAlternative[person] = network.askAltFrom[askIndex]!;
    tell(ASK, person, held, first, network.askClass[askIndex]!);
    for (let t = from; t < to; t++) if (network.targets[t] === held) return stayOn(person, -1);
    const alone = !others && dirtyCount === 0 && endingNow.length === 0 && refill.length === 0;
    for (let t = from; t < to; t++) {
      const station = network.targets[t]!;
      if ((t === from && isExit[station]) || (alone && lists.lengths[station] === 0 && canTake(station)))
        return moveIn(person, station, -1);
    }
    for (let t = from; t < to; t++) join(person, network.targets[t]!, network.askClass[askIndex]!, t - from, -1);
    if (held >= 0 && mayLock[held]) mayHaveLocked = true;
    startWaiting(person);
    joinAlternatives(person);
  }

  function startWaiting(person: number): void {
    const held = people.held[person]!;
    const need = people.need[person]!;
    const first = people.first[person]!;
    if (held >= 0) {
      readyHere[held]!++;
      ledger.becameReady(held, need);
    } else waitingOutside[first]!++;
    ledger.joined(held, first, need);
  }

  function join(person: number, station: number, priorityClass: number, choice: number, alternative: number): void {
    const kept = keptRankDay[station]!;
    const rankDay = kept === kept ? kept : network.rankDay[station]!(clock[0]!, people.askedDay[person]!);
    lists.join(person, station, priorityClass, rankDay, choice, alternative);
    markDirty(station);
  }

  /** Joins the lists of the alternatives that have fallen due. */
  function joinAlternatives(person: number): void {
    const end = network.askAltFrom[people.ask[person]! + 1]!;
    while (people.nextAlternative[person]! < end) {
      const alternative = people.nextAlternative[person]!;
      if (people.joinedDay[person]! + network.altAfterDays[alternative]! > clock[0]!) return;
      people.nextAlternative[person] = alternative + 1;
      for (let t = network.altFrom[alternative]!; t < network.altFrom[alternative + 1]!; t++) {
        const station = network.altTargets[t]!;
        if (station === people.held[person]) return stayOn(person, alternative);
        join(person, station, network.altClass[alternative]!, 1000 + t, alternative);
      }
    }
    mayHaveLocked = true;
  }

  /** The next of an alternative falling due, a rise and giving up: the one event of a person who waits. */
  function bookDue(person: number): void {
    const alternative = people.nextAlternative[person]!;
    let day =
      people.risesDay[person]! < people.givesUpDay[person]! ? people.risesDay[person]! : people.givesUpDay[person]!;
    if (alternative < network.askAltFrom[people.ask[person]! + 1]!) {
      const due = people.joinedDay[person]! + network.altAfterDays[alternative]!;
      if (due < day) day = due;
    }
    if (day < endDay) calendar.book(firstPerson + person, day > clock[0]! ? day : clock[0]!, FALLS_DUE);
  }

  function fallsDue(person: number): void {
    if (people.givesUpDay[person]! <= clock[0]!) return giveUp(person);
    if (people.risesDay[person]! <= clock[0]!) rise(person);
    if (people.entry[person]! >= 0) joinAlternatives(person);
    if (people.entry[person]! >= 0) bookDue(person);
  }

  function rise(person: number): void {
    const before = people.need[person]!;
    const after = network.risesTo[before]!;
    const held = people.held[person]!;
    people.need[person] = after;
    tell(RISE, person, held, after, before);
    ledger.rose(held, held >= 0, people.first[person]!, before, after);
    const by = people.askedBy[person]!;
    const next =
      by >= 0
        ? network.wayAsk[by * needs + after]!
        : by === FIXED_ASK
          ? people.ask[person]!
          : network.streamAsk[~by * needs + after]!;
    if (next !== people.ask[person]) {
      // On a list they stand on already they keep their turn.
      for (let entry = people.entry[person]!; entry >= 0; entry = entries.sibling[entry]!)
        keptRankDay[entries.station[entry]!] = entries.rankDay[entry]!;
      stopWaiting(person);
      startAsking(person, next);
      keptRankDay.fill(NaN);
      if (people.entry[person]! < 0) return;
      drawPatience(person);
    }
    drawRise(person);
  }

  /** Off every list and no longer counted as waiting or delayed; does nothing to those who never had to wait. */
  function stopWaiting(person: number): void {
    if (people.entry[person]! < 0) return;
    lists.leaveAll(person);
    const held = people.held[person]!;
    const need = people.need[person]!;
    ledger.gone(held, people.first[person]!, need);
    if (held >= 0) {
      readyHere[held]!--;
      ledger.readyNoMore(held, need);
    } else waitingOutside[people.first[person]!]!--;
  }

  // ---- moving ------------------------------------------------------------------------------------------------------

  function giveUpPlace(person: number): void {
    const held = people.held[person]!;
    if (held < 0) return;
    inPlace[held]!--;
    markDirty(held);
    ledger.left(held, people.need[person]!, clock[0]! - people.admittedDay[person]!);
    people.held[person] = -1;
  }

  function takePlace(person: number, station: number): void {
    const from = people.held[person]!;
    giveUpPlace(person);
    ledger.admitted(station, people.need[person]!, from, people.stream[person]!);
    people.held[person] = station;
    people.admittedDay[person] = clock[0]!;
    inPlace[station]!++;
    if (network.startsPerMonth[station]! >= 0) {
      startsUsed[station]!++;
      ledger.setPlaces(station, places[station]!, hasStarts(station));
    }
  }

  function moveIn(person: number, station: number, alternative: number): void {
    if (++movesAtThisMoment > MOST_MOVES_AT_ONE_MOMENT) refuseToGoOn('people passed round without time passing');
    const held = people.held[person]!;
    stopWaiting(person);
    calendar.cancel(firstPerson + person);
    if (held < 0 && people.stream[person]! >= 0 && network.streams[people.stream[person]!]!.alwaysWaiting > 0)
      refill.push(people.stream[person]!);
    placedFor(person, station, held, alternative);
    if (isExit[station]) return leaveBy(person, station, BY_EXIT);
    takePlace(person, station);
    tell(MOVE, person, held, station, people.first[person]!);
    beginCare(person, station, alternative);
  }

  /** A further stay in the place already held. */
  function stayOn(person: number, alternative: number): void {
    const held = people.held[person]!;
    stopWaiting(person);
    calendar.cancel(firstPerson + person);
    placedFor(person, held, held, alternative);
    tell(MOVE, person, held, held, people.first[person]!);
    beginCare(person, held, alternative);
  }

  /** Books the wait that has just ended and, the first time, whether the place is the one that was needed. */
  function placedFor(person: number, station: number, from: number, alternative: number): void {
    const need = people.need[person]!;
    const waitedDays = clock[0]! - people.askedDay[person]!;
    ledger.waited(station, need, from, waitedDays);
    people.delayedDays[person]! += waitedDays;
    if (people.placed[person] || !network.askForNeed[people.ask[person]!]) return;
    people.placed[person] = 1;
    ledger.placedFor(need, alternative < 0);
  }

  function leaveBy(person: number, exit: number, why: number): void {
    const held = people.held[person]!;
    giveUpPlace(person);
    ledger.admitted(exit, people.need[person]!, held, people.stream[person]!);
    ledger.finished(exit, clock[0]! - people.arrivedDay[person]!);
    tell(LEAVE, person, held, exit, why);
    slots.free(person);
  }

  function giveUp(person: number): void {
    const first = people.first[person]!;
    const waitedDays = clock[0]! - people.askedDay[person]!;
    stopWaiting(person);
    ledger.gaveUp(first);
    ledger.waited(first, people.need[person]!, people.held[person]!, waitedDays);
    leaveBy(person, network.patienceExit[first]!, GAVE_UP);
  }

  function turnAway(person: number): void {
    stopWaiting(person);
    calendar.cancel(firstPerson + person);
    ledger.refused(people.first[person]!);
    tell(LEAVE, person, -1, -1, TURNED_AWAY);
    slots.free(person);
  }

  // ---- staying -----------------------------------------------------------------------------------------------------

  function beginCare(person: number, station: number, alternative: number): void {
    const first = people.first[person]!;
    const factor = alternative < 0 ? NaN : network.altStayFactor[alternative]!;
    const sameCare = factor === factor;
    const care = sameCare ? first : station;
    const number = people.stays[person * stations + first]!++;
    people.state[person] = IN_CARE;
    people.care[person] = care;
    people.stayAt[person] = first;
    people.stayNumber[person] = number;
    const lastDelayDays = clock[0]! - people.askedDay[person]!;
    const stay = network.stay[care * needs + people.need[person]!]!;
    // A stay that never varies needs no number; numbers have addresses, so leaving one out moves no other.
    const drawn =
      stay.sdDays === 0 ? stay.meanDays : stay.quantile(draw(person, stationHash[first]! | FOR_STAY, number));
    const days = drawn + network.stayDaysPerDelayedDay * lastDelayDays;
    beginStay(person, sameCare ? days * factor : days);
  }

  function beginStay(person: number, days: number): void {
    const end = clock[0]! + days;
    if (end <= clock[0]!) endingNow.push(person);
    else if (end < endDay) calendar.book(firstPerson + person, end, STAY_ENDS);
  }

  function stayEnds(person: number): void {
    eventCount++;
    const row = people.care[person]! * needs + people.need[person]!;
    const way = chooseWay(person, network.wayFrom[row]!, network.wayTo[row]!);
    tell(READY, person, people.held[person]!, -1, 0);
    ask(person, network.wayAsk[way * needs + people.need[person]!]!, way);
  }

  /** One way: that one. Two: one uniform number. More: a race, so that changing one share moves people only to it or from it. */
  function chooseWay(person: number, from: number, to: number): number {
    if (to - from === 1) return from;
    const address = stationHash[people.stayAt[person]!]! | FOR_ROUTE;
    const number = people.stayNumber[person]!;
    const extra = network.readmitPerDelayedDay > 0 ? network.readmitPerDelayedDay * people.delayedDays[person]! : 0;
    if (to - from === 2) return draw(person, address, number) < shareOf(from, from, to, extra) ? from : from + 1;
    let best = from;
    let soonest = Infinity;
    for (let way = from; way < to; way++) {
      const share = shareOf(way, from, to, extra);
      if (share <= 0) continue;
      const time = -log(draw(person, address, network.wayHash[way]! | number)) / share;
      if (time < soonest) {
        soonest = time;
        best = way;
      }
    }
    return best;
  }

  /** A way's share when `extra` is added to the share of the way marked readmission and the others keep their proportions. */
  function shareOf(way: number, from: number, to: number, extra: number): number {
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

  function setPlaces(station: number, next: number, bySurge: boolean): void {
    const before = places[station]!;
    if (next === before) return;
    places[station] = next;
    ledger.setPlaces(station, next, hasStarts(station));
    tell(next > before ? OPEN : CLOSE, -1, station, bySurge ? 1 : 0, next);
    if (next > before) markDirty(station);
    else mayHaveLocked = true;
  }

  const withSurge = (station: number) => {
    const usual = network.places[station]!;
    return usual === UNLIMITED || !surgeOpen[station] ? usual : usual + network.surgePlaces[station]!;
  };

  function changeNetwork(): void {
    network = later[nextChange++]!.network;
    for (let station = 0; station < stations; station++) {
      setPlaces(station, withSurge(station), false);
      ledger.setPlaces(station, places[station]!, hasStarts(station));
      markDirty(station);
    }
    if (nextChange < later.length) calendar.book(DATED_CHANGES, later[nextChange]!.fromDay, CAPACITY_CHANGES);
  }

  function newMonth(): void {
    startsUsed.fill(0);
    for (let station = 0; station < stations; station++) {
      if (network.startsPerMonth[station]! < 0) continue;
      ledger.setPlaces(station, places[station]!, hasStarts(station));
      markDirty(station);
    }
    bookMonth();
  }
  const bookMonth = () =>
    calendar.book(
      MONTHS,
      nextMonthStart(network.startDayNumber + clock[0]!) - network.startDayNumber,
      CAPACITY_CHANGES,
    );

  /** Opens and closes surge places by the length of the lists; true when something opened. */
  function lookAtSurge(): boolean {
    let opened = false;
    for (let station = 0; station < stations; station++) {
      const length = lists.lengths[station]!;
      if (!surgeOpen[station]) {
        if (network.surgePlaces[station]! === 0 || length < network.surgeOpenAt[station]!) continue;
        surgeOpen[station] = 1;
        surgeOpenedDay[station] = clock[0]!;
        const until = clock[0]! + network.surgeMinDays[station]!;
        if (until > clock[0]! && until < endDay) calendar.book(SURGES + station, until, CAPACITY_CHANGES);
        setPlaces(station, withSurge(station), true);
        opened = true;
      } else if (
        length <= network.surgeCloseAt[station]! &&
        clock[0]! >= surgeOpenedDay[station]! + network.surgeMinDays[station]!
      ) {
        surgeOpen[station] = 0;
        setPlaces(station, withSurge(station), true);
      }
    }
    return opened;
  }

  function lookAtWaitingRooms(): void {
    for (let station = 0; station < stations; station++) {
      const room = network.waitingRoom[station]!;
      if (room < 0) continue;
      while (waitingOutside[station]! > room) turnAway(lastFromOutside(station));
    }
  }

  /** Of those outside who asked for a station first, the one who joined last (of several at once, the largest key). */
  function lastFromOutside(station: number): number {
    let last = -1;
    for (let list = 0; list < network.classes; list++)
      for (let entry = lists.tail(station, list); entry >= 0; entry = entries.before[entry]!) {
        const person = entries.person[entry]!;
        if (people.held[person]! >= 0 || people.first[person] !== station) continue;
        const later = last < 0 || people.joinedDay[person]! > people.joinedDay[last]!;
        const tie = last >= 0 && people.joinedDay[person] === people.joinedDay[last];
        if (
          later ||
          (tie &&
            keyBefore(people.keyHigh[last]!, people.keyLow[last]!, people.keyHigh[person]!, people.keyLow[person]!))
        )
          last = person;
      }
    return last;
  }

  // ---- handing out -------------------------------------------------------------------------------------------------

  /** Of the heads of lists that can move, the one who has asked longest (then key, then own order of choice); −1 for nobody. */
  function nextToMove(): number {
    let best = -1;
    for (let i = 0; i < dirtyCount; i++) {
      const station = dirty[i]!;
      const entry = canTake(station) ? lists.head(station) : -1;
      if (entry < 0) {
        isDirty[station] = 0;
        dirty[i--] = dirty[--dirtyCount]!;
      } else if (best < 0 || goesFirst(entry, best)) best = entry;
    }
    return best;
  }

  function goesFirst(a: number, b: number): boolean {
    const one = entries.person[a]!;
    const two = entries.person[b]!;
    if (one === two) return entries.choice[a]! < entries.choice[b]!;
    if (people.askedDay[one] !== people.askedDay[two]) return people.askedDay[one]! < people.askedDay[two]!;
    return keyBefore(people.keyHigh[one]!, people.keyLow[one]!, people.keyHigh[two]!, people.keyLow[two]!);
  }

  function handOut(): void {
    for (;;) {
      while (endingNow.length > 0) stayEnds(endingNow.pop()!);
      while (refill.length > 0) arriveNumbered(refill.pop()!);
      if (endingNow.length > 0) continue;
      const entry = nextToMove();
      if (entry >= 0) moveIn(entries.person[entry]!, entries.station[entry]!, entries.alternative[entry]!);
      else if (!mayHaveLocked || !moveRing()) return;
    }
  }

  function moveRing(): boolean {
    mayHaveLocked = false;
    let full = false;
    for (let s = 0; s < stations; s++)
      if (mayLock[s] && inPlace[s]! > 0 && inPlace[s]! >= places[s]! && readyHere[s] === inPlace[s]) full = true;
    if (!full) return false;
    const mayStillLeave = (person: number) =>
      people.risesDay[person]! < Infinity ||
      people.givesUpDay[person]! < Infinity ||
      people.nextAlternative[person]! < network.askAltFrom[people.ask[person]! + 1]!;
    const ring = findRing({ network, people, entries, slots: slots.used(), places, inPlace, readyHere, mayStillLeave });
    if (ring === null) return false;
    ledger.ring();
    // Everyone lets go before anyone takes: inside the ring each place is given and taken at one instant.
    const moves = ring.map((entry) => ({
      person: entries.person[entry]!,
      station: entries.station[entry]!,
      alternative: entries.alternative[entry]!,
    }));
    for (const { person, station } of moves) tell(RING, person, people.held[person]!, station, moves.length);
    for (const { person, station, alternative } of moves) moveIn(person, station, alternative);
    mayHaveLocked = true;
    return true;
  }

  // ---- time --------------------------------------------------------------------------------------------------------

  function happen(actor: number, phase: number): void {
    if (actor >= firstPerson) {
      if (phase === STAY_ENDS) stayEnds(actor - firstPerson);
      else fallsDue(actor - firstPerson);
    } else if (actor === DATED_CHANGES) changeNetwork();
    else if (actor === MONTHS) newMonth();
    // A surge's least time is over: nothing happens of itself, but surge is looked at at the end of this instant.
  }

  function instant(day: number): void {
    clock[0] = day;
    movesAtThisMoment = 0;
    while (calendar.nextDay() <= day) {
      const actor = calendar.pop();
      others = calendar.nextDay() <= day || arrivals.nextDay() <= day;
      happen(actor, calendar.phaseOf(actor));
    }
    while (arrivals.nextDay() <= day) {
      const stream = arrivals.stream();
      const keyHigh = arrivals.keyHigh();
      const keyLow = arrivals.keyLow();
      const need = arrivals.need(network);
      arrivals.advance();
      others = arrivals.nextDay() <= day;
      arrive(stream, need, keyHigh, keyLow);
    }
    others = false;
    handOut();
    while (watchesSurge && lookAtSurge()) handOut();
    if (watchesRooms) lookAtWaitingRooms();
  }

  function look(): void {
    const { occupancy, waiting, delayed } = census();
    const levels = new Int32Array(3 * stations);
    levels.set(occupancy);
    levels.set(waiting, stations);
    levels.set(delayed, 2 * stations);
    looks.push(levels);
  }

  function census() {
    const waiting = new Int32Array(stations);
    for (let person = 0; person < slots.used(); person++)
      if (people.state[person]! > 0 && people.entry[person]! >= 0) waiting[people.first[person]!]!++;
    return {
      occupancy: Int32Array.from(inPlace),
      delayed: Int32Array.from(readyHere),
      waiting,
      places: Int32Array.from(places),
    };
  }

  function runTo(until: number): void {
    for (;;) {
      const booked = calendar.nextDay();
      const arriving = arrivals.nextDay();
      const day = started ? (booked < arriving ? booked : arriving) : startDay;
      const reached = day > until || day >= endDay;
      const seen = reached ? until : day;
      if (!counting && (day >= 0 || seen >= 0)) {
        counting = true;
        clock[0] = 0;
        ledger.begin();
      }
      while (nextLook < lookAtDays.length && (reached ? lookAtDays[nextLook]! <= seen : lookAtDays[nextLook]! < day)) {
        look();
        nextLook++;
      }
      if (reached) return;
      started = true;
      instant(day);
    }
  }

  function refuseToGoOn(found: string): never {
    throw new Refusal([
      {
        path: 'the run',
        found: `${found} on day ${Math.floor(clock[0]!)}`,
        expected: 'a model that people leave as fast as they come',
        hint: 'The model is probably overloaded: check arrivals, stays and places, or shorten the run.',
        severity: 'error',
      },
    ]);
  }

  if (later.length > 0) calendar.book(DATED_CHANGES, later[0]!.fromDay, CAPACITY_CHANGES);
  if (watchesMonths) bookMonth();
  placeInitialPeople();
  // Those already there were not started this month.
  startsUsed.fill(0);
  for (let station = 0; station < stations; station++) ledger.setPlaces(station, places[station]!, hasStarts(station));

  return {
    ledger,
    looks,
    runTo,
    finish() {
      runTo(endDay);
      clock[0] = endDay;
      ledger.settle();
    },
    census,
    events: () => eventCount,
  };
}
