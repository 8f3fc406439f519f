// The ledger: what is counted while a run goes on — people over time, days per person, and who did what.
import type { Network } from './network.ts';
import { makeRecorder, record, type Recorder } from './recorder.ts';

/** Causes of a delayed moment, in the order in which the first that applies is taken. */
export const causes = ['no place', 'starts limit'] as const;
export const NO_PLACE = 0;
export const STARTS_LIMIT = 1;

/** People (or places) counted over time: how long each count lasted, in days. */
export interface Level {
  now: number;
  /** By count. Its length grows with the largest count seen. */
  timeAt: Float64Array;
}

/**
 * Counts from day 0, with the state already there; before `begin` it only keeps up with the state. S stations, N needs,
 * F = S + 1 places people come from (0 is outside, s + 1 is station s), T streams.
 */
export interface Ledger {
  readonly occupancy: readonly Level[];
  readonly waiting: readonly Level[];
  readonly delayed: readonly Level[];
  /** Everyone delayed, wherever they are. */
  readonly delayedAnywhere: Level;
  /** Days × people by station × need (index s × N + n): held, waiting for it first, delayed here. */
  readonly occupancyArea: Float64Array;
  readonly waitingArea: Float64Array;
  readonly delayedArea: Float64Array;
  /** Days × places in force, and × free places, by station; days with none free. */
  readonly openArea: Float64Array;
  readonly freeArea: Float64Array;
  readonly fullDays: Float64Array;
  /** Days × people by cause, from, to: ((cause × F) + from) × S + to. */
  readonly causeArea: Float64Array;
  /** By station: all; station × need; station × from. */
  readonly delays: readonly Recorder[];
  readonly delaysByNeed: readonly Recorder[];
  readonly delaysByFrom: readonly Recorder[];
  readonly stays: readonly Recorder[];
  readonly journeys: readonly Recorder[];
  /** Admissions (at an exit: people who left by it): by station × need, × from, × stream (T, then initial people). */
  readonly startsByNeed: Float64Array;
  readonly startsByFrom: Float64Array;
  readonly startsByStream: Float64Array;
  readonly leaves: Float64Array;
  readonly turnedAway: Float64Array;
  readonly leftWaiting: Float64Array;
  /** People placed for their need for the first time, and those of them in the right place, by need. */
  readonly placed: Float64Array;
  readonly placedRight: Float64Array;
  gridlocks: number;
  firstGridlockDay: number;
  /** First day on which nobody waited for the station; NaN if never. */
  readonly firstEmptyDay: Float64Array;

  begin(day: number): void;
  /** Brings every area up to a day; call at the end and before levels are read. */
  settle(day: number): void;
  setPlaces(day: number, station: number, open: number, startsLeft: boolean): void;
  /** `held` −1 is outside; `asked` is the station asked for first. */
  joined(day: number, held: number, asked: number, need: number): void;
  gone(day: number, held: number, asked: number, need: number): void;
  becameReady(day: number, held: number, need: number): void;
  /** Ready people who stay in the place they hold: delayed no more. */
  readyNoMore(day: number, held: number, need: number): void;
  admitted(day: number, station: number, need: number, from: number, stream: number): void;
  left(day: number, station: number, need: number, stayedDays: number): void;
  waited(station: number, need: number, from: number, days: number): void;
  rose(day: number, held: number, delayed: boolean, asked: number, before: number, after: number): void;
  /** A person left the model by an exit, so many days after they arrived. */
  finished(exit: number, journeyDays: number): void;
  refused(asked: number): void;
  gaveUp(asked: number): void;
  placedFor(need: number, right: boolean): void;
  ring(day: number): void;
}

const makeLevel = (): Level => ({ now: 0, timeAt: new Float64Array(8) });

function lasted(level: Level, days: number): void {
  if (level.now >= level.timeAt.length) {
    const wider = new Float64Array(Math.max(level.now + 1, level.timeAt.length * 2));
    wider.set(level.timeAt);
    level.timeAt = wider;
  }
  level.timeAt[level.now]! += days;
}

export function makeLedger(network: Network): Ledger {
  const stations = network.stationIds.length;
  const needs = network.needIds.length;
  const froms = stations + 1;
  const streams = network.streamIds.length + 1;
  const levels = () => Array.from({ length: stations }, makeLevel);
  const recorders = (length: number) => Array.from({ length }, makeRecorder);
  const open = Int32Array.from(network.places);
  const cause = new Uint8Array(stations);
  /** Day to which a station's levels (a pair's people) have been counted. */
  const countedTo = new Float64Array(stations);
  const pairNow = new Int32Array(froms * stations);
  const pairCountedTo = new Float64Array(froms * stations);
  let anywhereCountedTo = 0;
  const occupancyNow = new Int32Array(stations * needs);
  const waitingNow = new Int32Array(stations * needs);
  const delayedNow = new Int32Array(stations * needs);
  const ledger = {
    occupancy: levels(),
    waiting: levels(),
    delayed: levels(),
    delayedAnywhere: makeLevel(),
    occupancyArea: new Float64Array(stations * needs),
    waitingArea: new Float64Array(stations * needs),
    delayedArea: new Float64Array(stations * needs),
    openArea: new Float64Array(stations),
    freeArea: new Float64Array(stations),
    fullDays: new Float64Array(stations),
    causeArea: new Float64Array(causes.length * froms * stations),
    delays: recorders(stations),
    delaysByNeed: recorders(stations * needs),
    delaysByFrom: recorders(stations * froms),
    stays: recorders(stations),
    journeys: recorders(stations),
    startsByNeed: new Float64Array(stations * needs),
    startsByFrom: new Float64Array(stations * froms),
    startsByStream: new Float64Array(stations * streams),
    leaves: new Float64Array(stations),
    turnedAway: new Float64Array(stations),
    leftWaiting: new Float64Array(stations),
    placed: new Float64Array(needs),
    placedRight: new Float64Array(needs),
    gridlocks: 0,
    firstGridlockDay: NaN,
    firstEmptyDay: new Float64Array(stations).fill(NaN),
  };
  const { occupancy, waiting, delayed, delayedAnywhere, openArea, freeArea, fullDays, causeArea } = ledger;
  const { occupancyArea, waitingArea, delayedArea, firstEmptyDay } = ledger;
  /** Before day 0 nothing is counted, only kept up with. */
  let counting = false;

  /** Counts a station's levels up to a day; call before any of them changes. */
  function count(station: number, day: number): void {
    const days = day - countedTo[station]!;
    if (days <= 0 || !counting) return;
    countedTo[station] = day;
    lasted(occupancy[station]!, days);
    lasted(waiting[station]!, days);
    lasted(delayed[station]!, days);
    const held = occupancy[station]!.now;
    const places = open[station]!;
    openArea[station]! += (places > held ? places : held) * days;
    if (places > held) freeArea[station]! += (places - held) * days;
    else fullDays[station]! += days;
    if (waiting[station]!.now === 0 && Number.isNaN(firstEmptyDay[station]!)) firstEmptyDay[station] = day - days;
    const from = station * needs;
    for (let row = from; row < from + needs; row++) {
      occupancyArea[row]! += occupancyNow[row]! * days;
      waitingArea[row]! += waitingNow[row]! * days;
      delayedArea[row]! += delayedNow[row]! * days;
    }
  }

  function countAnywhere(day: number): void {
    const days = day - anywhereCountedTo;
    if (days <= 0 || !counting) return;
    anywhereCountedTo = day;
    lasted(delayedAnywhere, days);
  }

  function countPair(pair: number, to: number, day: number): void {
    const days = day - pairCountedTo[pair]!;
    pairCountedTo[pair] = day;
    if (days > 0 && counting) causeArea[cause[to]! * froms * stations + pair]! += pairNow[pair]! * days;
  }

  /** The cause for everyone who asks first for a station: kept up whenever its free places or starts change. */
  function setCause(station: number, day: number, next: number): void {
    if (cause[station] === next) return;
    if (waiting[station]!.now > 0)
      for (let from = 0; from < froms; from++) {
        const pair = from * stations + station;
        if (pairNow[pair]! > 0) countPair(pair, station, day);
      }
    cause[station] = next;
  }
  const startsLeftAt = new Uint8Array(stations).fill(1);
  const seeCause = (station: number, day: number) =>
    setCause(station, day, startsLeftAt[station] || open[station]! <= occupancy[station]!.now ? NO_PLACE : STARTS_LIMIT);

  return Object.assign(ledger, {
    begin(day: number) {
      counting = true;
      countedTo.fill(day);
      pairCountedTo.fill(day);
      anywhereCountedTo = day;
    },
    settle(day: number) {
      for (let station = 0; station < stations; station++) count(station, day);
      for (let from = 0; from < froms; from++) for (let to = 0; to < stations; to++) countPair(from * stations + to, to, day);
      countAnywhere(day);
    },
    setPlaces(day: number, station: number, places: number, startsLeft: boolean) {
      count(station, day);
      open[station] = places;
      startsLeftAt[station] = startsLeft ? 1 : 0;
      seeCause(station, day);
    },
    joined(day: number, held: number, asked: number, need: number) {
      count(asked, day);
      const pair = (held + 1) * stations + asked;
      countPair(pair, asked, day);
      pairNow[pair]!++;
      waiting[asked]!.now++;
      waitingNow[asked * needs + need]!++;
    },
    gone(day: number, held: number, asked: number, need: number) {
      count(asked, day);
      const pair = (held + 1) * stations + asked;
      countPair(pair, asked, day);
      pairNow[pair]!--;
      waiting[asked]!.now--;
      waitingNow[asked * needs + need]!--;
    },
    becameReady(day: number, held: number, need: number) {
      count(held, day);
      countAnywhere(day);
      delayed[held]!.now++;
      delayedAnywhere.now++;
      delayedNow[held * needs + need]!++;
    },
    readyNoMore(day: number, held: number, need: number) {
      count(held, day);
      countAnywhere(day);
      delayed[held]!.now--;
      delayedAnywhere.now--;
      delayedNow[held * needs + need]!--;
    },
    admitted(day: number, station: number, need: number, from: number, stream: number) {
      if (counting) {
        ledger.startsByNeed[station * needs + need]!++;
        ledger.startsByFrom[station * froms + from + 1]!++;
        ledger.startsByStream[station * streams + (stream < 0 ? streams - 1 : stream)]!++;
      }
      if (network.isExit[station]) return;
      count(station, day);
      occupancy[station]!.now++;
      occupancyNow[station * needs + need]!++;
      seeCause(station, day);
    },
    left(day: number, station: number, need: number, stayedDays: number) {
      count(station, day);
      occupancy[station]!.now--;
      occupancyNow[station * needs + need]!--;
      seeCause(station, day);
      if (!counting) return;
      ledger.leaves[station]!++;
      record(ledger.stays[station]!, stayedDays);
    },
    waited(station: number, need: number, from: number, days: number) {
      if (!counting) return;
      record(ledger.delays[station]!, days);
      record(ledger.delaysByNeed[station * needs + need]!, days);
      record(ledger.delaysByFrom[station * froms + from + 1]!, days);
    },
    rose(day: number, held: number, isDelayed: boolean, asked: number, before: number, after: number) {
      count(asked, day);
      waitingNow[asked * needs + before]!--;
      waitingNow[asked * needs + after]!++;
      if (held < 0) return;
      count(held, day);
      occupancyNow[held * needs + before]!--;
      occupancyNow[held * needs + after]!++;
      if (!isDelayed) return;
      delayedNow[held * needs + before]!--;
      delayedNow[held * needs + after]!++;
    },
    finished(exit: number, journeyDays: number) {
      if (counting) record(ledger.journeys[exit]!, journeyDays);
    },
    refused(asked: number) {
      if (counting) ledger.turnedAway[asked]!++;
    },
    gaveUp(asked: number) {
      if (counting) ledger.leftWaiting[asked]!++;
    },
    placedFor(need: number, right: boolean) {
      if (!counting) return;
      ledger.placed[need]!++;
      if (right) ledger.placedRight[need]!++;
    },
    ring(day: number) {
      if (!counting) return;
      if (ledger.gridlocks++ === 0) ledger.firstGridlockDay = day;
    },
  });
}
