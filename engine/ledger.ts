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

const makeLevel = (): Level => ({ now: 0, countedTo: 0, timeAt: new Float64Array(8) });

function widen(level: Level): void {
  const wider = new Float64Array(Math.max(level.now + 1, level.timeAt.length * 2));
  wider.set(level.timeAt);
  level.timeAt = wider;
}

/** The present count has lasted until `day`. */
function lasted(level: Level, day: number): void {
  if (level.now >= level.timeAt.length) widen(level);
  level.timeAt[level.now]! += day - level.countedTo;
  level.countedTo = day;
}

const levels = (length: number): Level[] => Array.from({ length }, makeLevel);
const recorders = (length: number): Recorder[] => Array.from({ length }, makeRecorder);

/**
 * Counts from day 0 (by the run's clock, a day in a typed array), with the state already there; before `begin` it only keeps up
 * with the state. S stations, N needs, F = S + 1 places people come from (0 is outside, s + 1 is station s), T streams.
 * A class, for the compiler knows its fields and methods where a closure's variables must be looked at each time.
 */
export class Ledger {
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
  gridlocks = 0;
  firstGridlockDay = NaN;
  /** First day on which nobody waited for the station; NaN if never. */
  readonly firstEmptyDay: Float64Array;

  private readonly clock: Float64Array;
  private readonly isExit: Uint8Array;
  private readonly stations: number;
  private readonly needs: number;
  private readonly froms: number;
  private readonly streams: number;
  private readonly open: Int32Array;
  private readonly cause: Uint8Array;
  private readonly startsLeftAt: Uint8Array;
  private readonly pairNow: Int32Array;
  private readonly pairCountedTo: Float64Array;
  private readonly occupancyNow: Int32Array;
  private readonly waitingNow: Int32Array;
  private readonly delayedNow: Int32Array;
  /** 0 before day 0: nothing is counted, only kept up with. A number, for a field's truth is dear to test and a number's is not. */
  private counting: 0 | 1 = 0;

  constructor(network: Network, clock: Float64Array) {
    const stations = network.stationIds.length;
    const needs = network.needIds.length;
    const froms = stations + 1;
    const streams = network.streamIds.length + 1;
    this.clock = clock;
    this.isExit = network.isExit;
    this.stations = stations;
    this.needs = needs;
    this.froms = froms;
    this.streams = streams;
    this.open = Int32Array.from(network.places);
    this.cause = new Uint8Array(stations);
    this.startsLeftAt = new Uint8Array(stations).fill(1);
    this.pairNow = new Int32Array(froms * stations);
    this.pairCountedTo = new Float64Array(froms * stations);
    this.occupancyNow = new Int32Array(stations * needs);
    this.waitingNow = new Int32Array(stations * needs);
    this.delayedNow = new Int32Array(stations * needs);
    this.occupancy = levels(stations);
    this.waiting = levels(stations);
    this.delayed = levels(stations);
    this.delayedAnywhere = makeLevel();
    this.occupancyArea = new Float64Array(stations * needs);
    this.waitingArea = new Float64Array(stations * needs);
    this.delayedArea = new Float64Array(stations * needs);
    this.openArea = new Float64Array(stations);
    this.freeArea = new Float64Array(stations);
    this.fullDays = new Float64Array(stations);
    this.causeArea = new Float64Array(causes.length * froms * stations);
    this.delays = recorders(stations);
    this.delaysByNeed = recorders(stations * needs);
    this.delaysByFrom = recorders(stations * froms);
    this.stays = recorders(stations);
    this.journeys = recorders(stations);
    this.startsByNeed = new Float64Array(stations * needs);
    this.startsByFrom = new Float64Array(stations * froms);
    this.startsByStream = new Float64Array(stations * streams);
    this.leaves = new Float64Array(stations);
    this.turnedAway = new Float64Array(stations);
    this.leftWaiting = new Float64Array(stations);
    this.placed = new Float64Array(needs);
    this.placedRight = new Float64Array(needs);
    this.firstEmptyDay = new Float64Array(stations).fill(NaN);
  }

  /** Counting begins, at the clock's day. */
  begin(): void {
    this.counting = 1;
    const day = this.clock[0]!;
    for (const level of [...this.occupancy, ...this.waiting, ...this.delayed, this.delayedAnywhere])
      level.countedTo = day;
    this.pairCountedTo.fill(day);
    for (let row = 0; row < this.stations * this.needs; row++) {
      this.occupancyArea[row] = -this.occupancyNow[row]! * day;
      this.waitingArea[row] = -this.waitingNow[row]! * day;
      this.delayedArea[row] = -this.delayedNow[row]! * day;
    }
    for (let station = 0; station < this.stations; station++) {
      this.openArea[station] = -this.open[station]! * day;
      if (this.waiting[station]!.now === 0) this.firstEmptyDay[station] = day;
    }
  }

  /** Brings every area up to the clock's day; call at the end. */
  settle(): void {
    const day = this.clock[0]!;
    for (let station = 0; station < this.stations; station++) {
      this.countPlaces(station);
      this.openArea[station]! += this.open[station]! * day;
    }
    for (const level of [...this.waiting, ...this.delayed, this.delayedAnywhere]) lasted(level, day);
    for (let from = 0; from < this.froms; from++)
      for (let to = 0; to < this.stations; to++) this.countPair(from * this.stations + to, to);
    for (let row = 0; row < this.stations * this.needs; row++) {
      this.occupancyArea[row]! += this.occupancyNow[row]! * day;
      this.waitingArea[row]! += this.waitingNow[row]! * day;
      this.delayedArea[row]! += this.delayedNow[row]! * day;
    }
  }

  setPlaces(station: number, places: number, startsLeft: boolean): void {
    this.countPlaces(station);
    // A signed sum, so that places that never change come out as exactly that number.
    if (this.counting === 1) this.openArea[station]! += (this.open[station]! - places) * this.clock[0]!;
    this.open[station] = places;
    this.startsLeftAt[station] = startsLeft ? 1 : 0;
    this.seeCause(station);
  }

  /** `held` −1 is outside; `asked` is the station asked for first. */
  joined(held: number, asked: number, need: number): void {
    this.changeWaiting(held, asked, need, 1);
  }

  gone(held: number, asked: number, need: number): void {
    this.changeWaiting(held, asked, need, -1);
  }

  becameReady(held: number, need: number): void {
    this.changeDelayed(held, need, 1);
  }

  /** Ready people who stay in the place they hold: delayed no more. */
  readyNoMore(held: number, need: number): void {
    this.changeDelayed(held, need, -1);
  }

  admitted(station: number, need: number, from: number, stream: number): void {
    if (this.counting === 1) {
      const { streams } = this;
      this.startsByNeed[station * this.needs + need]!++;
      this.startsByFrom[station * this.froms + from + 1]!++;
      this.startsByStream[station * streams + (stream < 0 ? streams - 1 : stream)]!++;
    }
    if (!this.isExit[station]) this.changeOccupancy(station, need, 1);
  }

  left(station: number, need: number, stayedDays: number): void {
    this.changeOccupancy(station, need, -1);
    if (this.counting === 0) return;
    this.leaves[station]!++;
    record(this.stays[station]!, stayedDays);
  }

  waited(station: number, need: number, from: number, days: number): void {
    if (this.counting === 0) return;
    record(this.delays[station]!, days);
    record(this.delaysByNeed[station * this.needs + need]!, days);
    record(this.delaysByFrom[station * this.froms + from + 1]!, days);
  }

  rose(held: number, isDelayed: boolean, asked: number, before: number, after: number): void {
    const move = (area: Float64Array, nowBy: Int32Array, station: number) => {
      this.changeNeed(area, nowBy, station * this.needs + before, -1);
      this.changeNeed(area, nowBy, station * this.needs + after, 1);
    };
    move(this.waitingArea, this.waitingNow, asked);
    if (held < 0) return;
    move(this.occupancyArea, this.occupancyNow, held);
    if (isDelayed) move(this.delayedArea, this.delayedNow, held);
  }

  /** A person left the model by an exit, so many days after they arrived. */
  finished(exit: number, journeyDays: number): void {
    if (this.counting === 1) record(this.journeys[exit]!, journeyDays);
  }

  refused(asked: number): void {
    if (this.counting === 1) this.turnedAway[asked]!++;
  }

  gaveUp(asked: number): void {
    if (this.counting === 1) this.leftWaiting[asked]!++;
  }

  placedFor(need: number, right: boolean): void {
    if (this.counting === 0) return;
    this.placed[need]!++;
    if (right) this.placedRight[need]!++;
  }

  ring(): void {
    if (this.counting === 0) return;
    if (this.gridlocks++ === 0) this.firstGridlockDay = this.clock[0]!;
  }

  /** One more or one fewer in a level, from now on. */
  private change(level: Level, by: number): void {
    if (this.counting === 1 && this.clock[0]! > level.countedTo) lasted(level, this.clock[0]!);
    level.now += by;
  }

  /**
   * The same for people of one need, as a signed sum: someone who comes at day a and goes at day b adds b − a. Those still
   * there at the end are added by `settle`.
   */
  private changeNeed(area: Float64Array, nowBy: Int32Array, row: number, by: number): void {
    nowBy[row]! += by;
    if (this.counting === 1) area[row]! -= by * this.clock[0]!;
  }

  /** Places in force, free and full have lasted until now; call before occupancy or places change. */
  private countPlaces(station: number): void {
    const level = this.occupancy[station]!;
    const days = this.clock[0]! - level.countedTo;
    if (days <= 0 || this.counting === 0) return;
    const held = level.now;
    const places = this.open[station]!;
    if (places > held) {
      this.freeArea[station]! += (places - held) * days;
    } else {
      this.openArea[station]! += (held - places) * days;
      this.fullDays[station]! += days;
    }
    lasted(level, this.clock[0]!);
  }

  private changeOccupancy(station: number, need: number, by: number): void {
    this.countPlaces(station);
    this.occupancy[station]!.now += by;
    this.changeNeed(this.occupancyArea, this.occupancyNow, station * this.needs + need, by);
    this.seeCause(station);
  }

  private changeWaiting(held: number, asked: number, need: number, by: number): void {
    const pair = (held + 1) * this.stations + asked;
    this.countPair(pair, asked);
    this.pairNow[pair]! += by;
    const level = this.waiting[asked]!;
    this.change(level, by);
    this.changeNeed(this.waitingArea, this.waitingNow, asked * this.needs + need, by);
    if (level.now === 0 && this.counting === 1 && Number.isNaN(this.firstEmptyDay[asked]!))
      this.firstEmptyDay[asked] = this.clock[0]!;
  }

  private changeDelayed(held: number, need: number, by: number): void {
    this.change(this.delayed[held]!, by);
    this.change(this.delayedAnywhere, by);
    this.changeNeed(this.delayedArea, this.delayedNow, held * this.needs + need, by);
  }

  private countPair(pair: number, to: number): void {
    const day = this.clock[0]!;
    const days = day - this.pairCountedTo[pair]!;
    this.pairCountedTo[pair] = day;
    if (days > 0 && this.counting === 1)
      this.causeArea[this.cause[to]! * this.froms * this.stations + pair]! += this.pairNow[pair]! * days;
  }

  /** The cause for everyone who asks first for a station: kept up whenever its free places or starts change. */
  private seeCause(station: number): void {
    const next =
      this.startsLeftAt[station] || this.open[station]! <= this.occupancy[station]!.now ? NO_PLACE : STARTS_LIMIT;
    if (this.cause[station] !== next) this.setCause(station, next);
  }

  private setCause(station: number, next: number): void {
    if (this.waiting[station]!.now > 0)
      for (let from = 0; from < this.froms; from++) {
        const pair = from * this.stations + station;
        if (this.pairNow[pair]! > 0) this.countPair(pair, station);
      }
    this.cause[station] = next;
  }
}
