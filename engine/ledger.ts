// The ledger: people over time, days per person, who did what. Long because it is one account with one clock.
import type { Network } from './network.ts';
import { makeRecorder, record, type Recorder } from './recorder.ts';

/** Causes of a delayed moment, in the order in which the first that applies is taken. */
export const causes = ['no place', 'starts limit'] as const;
export const NO_PLACE = 0;
export const STARTS_LIMIT = 1;

/** People (or places) counted over time: how long each count lasted, in days. */
export interface Level {
  now: number;
  /** Day up to which `timeAt` is complete. */
  countedTo: number;
  /** By count. Its length grows with the largest count seen. */
  timeAt: Float64Array;
}

/**
 * Counts from day 0 (by the run's clock, a day in a typed array), with the state already there; before `begin` it only keeps up with the state. S stations, N needs,
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

  /** Counting begins, at the clock's day. */
  begin(): void;
  /** Brings every area up to the clock's day; call at the end. */
  settle(): void;
  setPlaces(station: number, open: number, startsLeft: boolean): void;
  /** `held` −1 is outside; `asked` is the station asked for first. */
  joined(held: number, asked: number, need: number): void;
  gone(held: number, asked: number, need: number): void;
  becameReady(held: number, need: number): void;
  /** Ready people who stay in the place they hold: delayed no more. */
  readyNoMore(held: number, need: number): void;
  admitted(station: number, need: number, from: number, stream: number): void;
  left(station: number, need: number, stayedDays: number): void;
  waited(station: number, need: number, from: number, days: number): void;
  rose(held: number, delayed: boolean, asked: number, before: number, after: number): void;
  /** A person left the model by an exit, so many days after they arrived. */
  finished(exit: number, journeyDays: number): void;
  refused(asked: number): void;
  gaveUp(asked: number): void;
  placedFor(need: number, right: boolean): void;
  ring(): void;
}

const makeLevel = (): Level => ({ now: 0, countedTo: 0, timeAt: new Float64Array(8) });

/** The present count has lasted until `day`. */
function lasted(level: Level, day: number): void {
  if (level.now >= level.timeAt.length) {
    const wider = new Float64Array(Math.max(level.now + 1, level.timeAt.length * 2));
    wider.set(level.timeAt);
    level.timeAt = wider;
  }
  level.timeAt[level.now]! += day - level.countedTo;
  level.countedTo = day;
}

export function makeLedger(network: Network, clock: Float64Array): Ledger {
  const stations = network.stationIds.length;
  const needs = network.needIds.length;
  const froms = stations + 1;
  const streams = network.streamIds.length + 1;
  const levels = () => Array.from({ length: stations }, makeLevel);
  const recorders = (length: number) => Array.from({ length }, makeRecorder);
  const open = Int32Array.from(network.places);
  const cause = new Uint8Array(stations);
  const pairNow = new Int32Array(froms * stations);
  const pairCountedTo = new Float64Array(froms * stations);
  const occupancyNow = new Int32Array(stations * needs);
  const waitingNow = new Int32Array(stations * needs);
  const delayedNow = new Int32Array(stations * needs);
  const occupancy = levels();
  const waiting = levels();
  const delayed = levels();
  const delayedAnywhere = makeLevel();
  const occupancyArea = new Float64Array(stations * needs);
  const waitingArea = new Float64Array(stations * needs);
  const delayedArea = new Float64Array(stations * needs);
  const openArea = new Float64Array(stations);
  const freeArea = new Float64Array(stations);
  const fullDays = new Float64Array(stations);
  const causeArea = new Float64Array(causes.length * froms * stations);
  const delays = recorders(stations);
  const delaysByNeed = recorders(stations * needs);
  const delaysByFrom = recorders(stations * froms);
  const stays = recorders(stations);
  const journeys = recorders(stations);
  const startsByNeed = new Float64Array(stations * needs);
  const startsByFrom = new Float64Array(stations * froms);
  const startsByStream = new Float64Array(stations * streams);
  const leaves = new Float64Array(stations);
  const turnedAway = new Float64Array(stations);
  const leftWaiting = new Float64Array(stations);
  const placed = new Float64Array(needs);
  const placedRight = new Float64Array(needs);
  const firstEmptyDay = new Float64Array(stations).fill(NaN);
  /** Before day 0 nothing is counted, only kept up with. */
  let counting = false;

  /** One more or one fewer in a level, from now on. */
  function change(level: Level, by: number): void {
    if (counting && clock[0]! > level.countedTo) lasted(level, clock[0]!);
    level.now += by;
  }

  /**
   * The same for people of one need, as a signed sum: someone who comes at day a and goes at day b adds b − a. Those still
   * there at the end are added by `settle`.
   */
  function changeNeed(area: Float64Array, nowBy: Int32Array, row: number, by: number): void {
    nowBy[row]! += by;
    if (counting) area[row]! -= by * clock[0]!;
  }

  /** Places in force, free and full have lasted until now; call before occupancy or places change. */
  function countPlaces(station: number): void {
    const level = occupancy[station]!;
    const days = clock[0]! - level.countedTo;
    if (days <= 0 || !counting) return;
    const held = level.now;
    const places = open[station]!;
    if (places > held) {
      openArea[station]! += places * days;
      freeArea[station]! += (places - held) * days;
    } else {
      openArea[station]! += held * days;
      fullDays[station]! += days;
    }
    lasted(level, clock[0]!);
  }

  function changeOccupancy(station: number, need: number, by: number): void {
    countPlaces(station);
    occupancy[station]!.now += by;
    changeNeed(occupancyArea, occupancyNow, station * needs + need, by);
    seeCause(station);
  }

  function changeWaiting(held: number, asked: number, need: number, by: number): void {
    const pair = (held + 1) * stations + asked;
    countPair(pair, asked);
    pairNow[pair]! += by;
    const level = waiting[asked]!;
    change(level, by);
    changeNeed(waitingArea, waitingNow, asked * needs + need, by);
    if (level.now === 0 && counting && Number.isNaN(firstEmptyDay[asked]!)) firstEmptyDay[asked] = clock[0]!;
  }

  function changeDelayed(held: number, need: number, by: number): void {
    change(delayed[held]!, by);
    change(delayedAnywhere, by);
    changeNeed(delayedArea, delayedNow, held * needs + need, by);
  }

  function countPair(pair: number, to: number): void {
    const day = clock[0]!;
    const days = day - pairCountedTo[pair]!;
    pairCountedTo[pair] = day;
    if (days > 0 && counting) causeArea[cause[to]! * froms * stations + pair]! += pairNow[pair]! * days;
  }

  /** The cause for everyone who asks first for a station: kept up whenever its free places or starts change. */
  function setCause(station: number, next: number): void {
    if (cause[station] === next) return;
    if (waiting[station]!.now > 0)
      for (let from = 0; from < froms; from++) {
        const pair = from * stations + station;
        if (pairNow[pair]! > 0) countPair(pair, station);
      }
    cause[station] = next;
  }
  const startsLeftAt = new Uint8Array(stations).fill(1);
  const seeCause = (station: number) =>
    setCause(station, startsLeftAt[station] || open[station]! <= occupancy[station]!.now ? NO_PLACE : STARTS_LIMIT);

  // One literal, not Object.assign: an object put together afterwards is slow to call.
  const ledger: Ledger = {
    occupancy,
    waiting,
    delayed,
    delayedAnywhere,
    occupancyArea,
    waitingArea,
    delayedArea,
    openArea,
    freeArea,
    fullDays,
    causeArea,
    delays,
    delaysByNeed,
    delaysByFrom,
    stays,
    journeys,
    startsByNeed,
    startsByFrom,
    startsByStream,
    leaves,
    turnedAway,
    leftWaiting,
    placed,
    placedRight,
    gridlocks: 0,
    firstGridlockDay: NaN,
    firstEmptyDay,
    begin() {
      counting = true;
      for (const level of [...occupancy, ...waiting, ...delayed, delayedAnywhere]) level.countedTo = clock[0]!;
      pairCountedTo.fill(clock[0]!);
      for (let row = 0; row < stations * needs; row++) {
        occupancyArea[row] = -occupancyNow[row]! * clock[0]!;
        waitingArea[row] = -waitingNow[row]! * clock[0]!;
        delayedArea[row] = -delayedNow[row]! * clock[0]!;
      }
      for (let station = 0; station < stations; station++)
        if (waiting[station]!.now === 0) firstEmptyDay[station] = clock[0]!;
    },
    settle() {
      for (let station = 0; station < stations; station++) countPlaces(station);
      for (const level of [...waiting, ...delayed, delayedAnywhere]) lasted(level, clock[0]!);
      for (let from = 0; from < froms; from++)
        for (let to = 0; to < stations; to++) countPair(from * stations + to, to);
      for (let row = 0; row < stations * needs; row++) {
        occupancyArea[row]! += occupancyNow[row]! * clock[0]!;
        waitingArea[row]! += waitingNow[row]! * clock[0]!;
        delayedArea[row]! += delayedNow[row]! * clock[0]!;
      }
    },
    setPlaces(station: number, places: number, startsLeft: boolean) {
      countPlaces(station);
      open[station] = places;
      startsLeftAt[station] = startsLeft ? 1 : 0;
      seeCause(station);
    },
    joined: (held: number, asked: number, need: number) => changeWaiting(held, asked, need, 1),
    gone: (held: number, asked: number, need: number) => changeWaiting(held, asked, need, -1),
    becameReady: (held: number, need: number) => changeDelayed(held, need, 1),
    readyNoMore: (held: number, need: number) => changeDelayed(held, need, -1),
    admitted(station: number, need: number, from: number, stream: number) {
      if (counting) {
        startsByNeed[station * needs + need]!++;
        startsByFrom[station * froms + from + 1]!++;
        startsByStream[station * streams + (stream < 0 ? streams - 1 : stream)]!++;
      }
      if (!network.isExit[station]) changeOccupancy(station, need, 1);
    },
    left(station: number, need: number, stayedDays: number) {
      changeOccupancy(station, need, -1);
      if (!counting) return;
      leaves[station]!++;
      record(stays[station]!, stayedDays);
    },
    waited(station: number, need: number, from: number, days: number) {
      if (!counting) return;
      record(delays[station]!, days);
      record(delaysByNeed[station * needs + need]!, days);
      record(delaysByFrom[station * froms + from + 1]!, days);
    },
    rose(held: number, isDelayed: boolean, asked: number, before: number, after: number) {
      const move = (area: Float64Array, nowBy: Int32Array, station: number) => {
        changeNeed(area, nowBy, station * needs + before, -1);
        changeNeed(area, nowBy, station * needs + after, 1);
      };
      move(waitingArea, waitingNow, asked);
      if (held < 0) return;
      move(occupancyArea, occupancyNow, held);
      if (isDelayed) move(delayedArea, delayedNow, held);
    },
    finished(exit: number, journeyDays: number) {
      if (counting) record(journeys[exit]!, journeyDays);
    },
    refused(asked: number) {
      if (counting) turnedAway[asked]!++;
    },
    gaveUp(asked: number) {
      if (counting) leftWaiting[asked]!++;
    },
    placedFor(need: number, right: boolean) {
      if (!counting) return;
      placed[need]!++;
      if (right) placedRight[need]!++;
    },
    ring() {
      if (!counting) return;
      if (ledger.gridlocks++ === 0) ledger.firstGridlockDay = clock[0]!;
    },
  };
  return ledger;
}
