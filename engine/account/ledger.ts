// The ledger (statistics collector): people over time, days per person, who did what. Long because it is one account with one clock.
import { ASSESSMENT, PREPARATION, NO_PLACE, STARTS_LIMIT, VISITS, CLOSED_HOURS, causes } from '../trace/causes.ts';
import type { Network } from '../network/network.ts';
import { attributeGroups, needGroups } from '../network/groups.ts';
import { NOTHING_ASKED, type Asked } from '../model/asked.ts';
import { ByWho } from './by-who.ts';
import { lasted, levels, makeLevel, type Level } from './level.ts';
import { USUAL_THRESHOLDS, makeRecorder, record, type Recorder } from './recorder.ts';

/** Numbers a station's costs are counted by: place-days, person-days, visits, starts, delayed days, and free place-days. */
export const COSTED = 6;

/**
 * Counts from day 0 (by the run's clock, a day in a typed array), with the state already there; before `begin` it only keeps up
 * with the state. S stations, N needs, K kinds of people, F = S + 1 places people come from (0 is outside, s + 1 is station s), T streams.
 * A class, for the compiler knows its fields and methods where a closure's variables must be looked at each time.
 */
export class Ledger {
  readonly occupancy: readonly Level[];
  readonly waiting: readonly Level[];
  readonly delayed: readonly Level[];
  /** Everyone delayed, wherever they are. */
  readonly delayedAnywhere: Level;
  /** Days × people by station × kind (index s × K + kind): held, waiting for it first, delayed here. */
  readonly occupancyArea: Float64Array;
  readonly waitingArea: Float64Array;
  readonly delayedArea: Float64Array;
  /** Days × places in force, and × free places, by station; days with none free. */
  readonly openArea: Float64Array;
  readonly freeArea: Float64Array;
  readonly fullDays: Float64Array;
  /** By station, what keeps everyone who asks first for it: an index of `causes`. */
  readonly cause: Uint8Array;
  /** Days × people by cause, from, to: ((cause × F) + from) × S + to. */
  readonly causeArea: Float64Array;
  /** By station: all; station × need; station × from. */
  readonly delays: readonly Recorder[];
  readonly delaysByNeed: readonly Recorder[];
  readonly delaysByFrom: readonly Recorder[];
  readonly stays: readonly Recorder[];
  readonly journeys: readonly Recorder[];
  /** Days waited by station × kind, and how many people they are of; kept only where there is more to people than their need. */
  readonly delayDaysByKind: Float64Array;
  readonly delaysByKind: Float64Array;
  /** Admissions (at an exit: people who left by it): by station × kind, × from, × stream (T, then initial people). */
  readonly startsByKind: Float64Array;
  readonly startsByFrom: Float64Array;
  readonly startsByStream: Float64Array;
  readonly leaves: Float64Array;
  readonly turnedAway: Float64Array;
  readonly leftWaiting: Float64Array;
  /** Visits by station, whole days only. */
  readonly visitsDelivered: Float64Array;
  readonly visitsDeferred: Float64Array;
  readonly visitsMissed: Float64Array;
  /** What costs are counted by, station × `COSTED`, as it stood at each anniversary of the start date. */
  readonly anniversaries: Float64Array[] = [];
  /** People placed for their need for the first time, and those of them in the right place, by need. */
  readonly placed: Float64Array;
  readonly placedRight: Float64Array;
  gridlocks = 0;
  firstGridlockDay = NaN;
  /** First day on which nobody waited for the station; NaN if never. */
  readonly firstEmptyDay: Float64Array;

  /** The same by groups of people, where percentiles or thresholds are asked for. */
  readonly byWho: ByWho | null;

  private readonly clock: Float64Array;
  private readonly isExit: Uint8Array;
  private readonly stations: number;
  private readonly needs: number;
  private readonly traits: number;
  private readonly kinds: number;
  private readonly keepsPlace: Uint8Array;
  /** Of a place that is free: closed hours, or, in a model without hours, none that lasts longer than an instant. */
  private readonly lastCause: number;
  private readonly froms: number;
  private readonly streams: number;
  private readonly open: Int32Array;
  private readonly startsLeftAt: Uint8Array;
  private readonly visitsFitAt: Uint8Array;
  private readonly reservedAt: Int32Array;
  /** People by from × to: with the cause of the station, and getting ready for a place of it. */
  private readonly pairNow: Int32Array;
  private readonly pairCountedTo: Float64Array;
  private readonly preparingNow: Int32Array;
  private readonly occupancyNow: Int32Array;
  private readonly waitingNow: Int32Array;
  private readonly delayedNow: Int32Array;
  /** 0 before day 0: nothing is counted, only kept up with. A number, for a field's truth is dear to test and a number's is not. */
  private counting: 0 | 1 = 0;

  constructor(network: Network, clock: Float64Array, asked: Asked = NOTHING_ASKED) {
    const stations = network.stationIds.length;
    const needs = network.needIds.length;
    const { kinds } = network;
    const froms = stations + 1;
    const streams = network.streamIds.length + 1;
    const thresholds = [...new Set([...USUAL_THRESHOLDS, ...asked.over])];
    const recorders = (length: number) => Array.from({ length }, () => makeRecorder(thresholds));
    this.byWho =
      asked.percentiles.length + asked.over.length > 0
        ? new ByWho([...needGroups(network), ...attributeGroups(network)], kinds, stations, thresholds)
        : null;
    this.clock = clock;
    this.isExit = network.isExit;
    this.stations = stations;
    this.needs = needs;
    this.traits = network.traits;
    this.kinds = kinds;
    this.keepsPlace = network.keepsPlace;
    this.lastCause = network.usesHours ? CLOSED_HOURS : NO_PLACE;
    this.froms = froms;
    this.streams = streams;
    this.open = Int32Array.from(network.places);
    this.cause = Uint8Array.from(network.keepsPlace, (isTeam) => (isTeam ? ASSESSMENT : NO_PLACE));
    this.startsLeftAt = new Uint8Array(stations).fill(1);
    this.visitsFitAt = new Uint8Array(stations).fill(1);
    this.reservedAt = new Int32Array(stations);
    this.preparingNow = new Int32Array(froms * stations);
    this.pairNow = new Int32Array(froms * stations);
    this.pairCountedTo = new Float64Array(froms * stations);
    this.occupancyNow = new Int32Array(stations * kinds);
    this.waitingNow = new Int32Array(stations * kinds);
    this.delayedNow = new Int32Array(stations * kinds);
    this.occupancy = levels(stations);
    this.waiting = levels(stations);
    this.delayed = levels(stations);
    this.delayedAnywhere = makeLevel();
    this.occupancyArea = new Float64Array(stations * kinds);
    this.waitingArea = new Float64Array(stations * kinds);
    this.delayedArea = new Float64Array(stations * kinds);
    this.openArea = new Float64Array(stations);
    this.freeArea = new Float64Array(stations);
    this.fullDays = new Float64Array(stations);
    this.causeArea = new Float64Array(causes.length * froms * stations);
    this.delays = recorders(stations);
    this.delaysByNeed = recorders(stations * needs);
    this.delaysByFrom = recorders(stations * froms);
    this.stays = recorders(stations);
    this.journeys = recorders(stations);
    this.delayDaysByKind = new Float64Array(network.traits > 1 ? stations * kinds : 0);
    this.delaysByKind = new Float64Array(network.traits > 1 ? stations * kinds : 0);
    this.startsByKind = new Float64Array(stations * kinds);
    this.startsByFrom = new Float64Array(stations * froms);
    this.startsByStream = new Float64Array(stations * streams);
    this.leaves = new Float64Array(stations);
    this.turnedAway = new Float64Array(stations);
    this.leftWaiting = new Float64Array(stations);
    this.visitsDelivered = new Float64Array(stations);
    this.visitsDeferred = new Float64Array(stations);
    this.visitsMissed = new Float64Array(stations);
    this.placed = new Float64Array(needs);
    this.placedRight = new Float64Array(needs);
    this.firstEmptyDay = new Float64Array(stations).fill(NaN);
  }

  /** Counting begins, at the clock's day. */
  begin(): void {
    this.counting = 1;
    const day = this.clock[0];
    for (const level of [...this.occupancy, ...this.waiting, ...this.delayed, this.delayedAnywhere])
      level.countedTo = day;
    this.byWho?.begin(day);
    this.pairCountedTo.fill(day);
    for (let row = 0; row < this.stations * this.kinds; row++) {
      this.occupancyArea[row] = -this.occupancyNow[row] * day;
      this.waitingArea[row] = -this.waitingNow[row] * day;
      this.delayedArea[row] = -this.delayedNow[row] * day;
    }
    for (let station = 0; station < this.stations; station++) {
      this.openArea[station] = -this.open[station] * day;
      if (this.waiting[station].now === 0) this.firstEmptyDay[station] = day;
    }
  }

  /** Brings every area up to the clock's day; call at the end. */
  settle(): void {
    const day = this.clock[0];
    for (let station = 0; station < this.stations; station++) {
      this.countPlaces(station);
      this.openArea[station] += this.open[station] * day;
    }
    for (const level of [...this.waiting, ...this.delayed, this.delayedAnywhere]) lasted(level, day);
    this.byWho?.settle(day);
    for (let from = 0; from < this.froms; from++)
      for (let to = 0; to < this.stations; to++) this.countPair(from * this.stations + to, to);
    for (let row = 0; row < this.stations * this.kinds; row++) {
      this.occupancyArea[row] += this.occupancyNow[row] * day;
      this.waitingArea[row] += this.waitingNow[row] * day;
      this.delayedArea[row] += this.delayedNow[row] * day;
    }
  }

  setPlaces(station: number, places: number, startsLeft: boolean): void {
    this.countPlaces(station);
    // A signed sum, so that places that never change come out as exactly that number.
    if (this.counting === 1) this.openArea[station] += (this.open[station] - places) * this.clock[0];
    this.open[station] = places;
    this.startsLeftAt[station] = startsLeft ? 1 : 0;
    this.seeCause(station);
  }

  /** Whether the first visits of one more person fit into the day. */
  setVisitsFit(station: number, fit: boolean): void {
    this.visitsFitAt[station] = fit ? 1 : 0;
    this.seeCause(station);
  }

  /** Asks for `asked` (first) and has to wait. `held` −1 is outside. */
  joined(held: number, asked: number, kind: number): void {
    this.changePair(this.pairNow, held, asked, 1);
    this.changeWaiting(asked, kind, 1);
  }

  gone(held: number, asked: number, kind: number): void {
    this.changePair(this.pairNow, held, asked, -1);
    this.changeWaiting(asked, kind, -1);
  }

  /** A place of `station` is reserved for someone who goes on waiting, now for the preparation. */
  prepares(held: number, asked: number, station: number): void {
    this.changePair(this.pairNow, held, asked, -1);
    this.changePair(this.preparingNow, held, asked, 1);
    this.changeReserved(station, 1);
  }

  /** Prepared, and about to move in. */
  preparesNoMore(held: number, asked: number, station: number, kind: number): void {
    this.changePair(this.preparingNow, held, asked, -1);
    this.changeWaiting(asked, kind, -1);
    this.changeReserved(station, -1);
  }

  /** A team begins to see someone who asked first for `asked`: waiting no more, but not gone on either. */
  seen(held: number, asked: number, team: number, kind: number): void {
    this.gone(held, asked, kind);
    this.changePair(this.pairNow, held, team, 1);
  }

  seenNoMore(held: number, team: number): void {
    this.changePair(this.pairNow, held, team, -1);
  }

  becameReady(held: number, kind: number): void {
    this.changeDelayed(held, kind, 1);
  }

  /** Ready people who stay in the place they hold: delayed no more. */
  readyNoMore(held: number, kind: number): void {
    this.changeDelayed(held, kind, -1);
  }

  admitted(station: number, kind: number, from: number, stream: number): void {
    if (this.counting === 1) {
      const { streams } = this;
      this.startsByKind[station * this.kinds + kind]++;
      this.startsByFrom[station * this.froms + from + 1]++;
      this.startsByStream[station * streams + (stream < 0 ? streams - 1 : stream)]++;
    }
    if (!this.isExit[station]) this.changeOccupancy(station, kind, 1);
  }

  left(station: number, kind: number, stayedDays: number): void {
    this.changeOccupancy(station, kind, -1);
    if (this.counting === 0) return;
    this.leaves[station]++;
    record(this.stays[station], stayedDays);
    if (this.byWho !== null) this.byWho.record(this.byWho.stays, station, kind, stayedDays);
  }

  waited(station: number, kind: number, from: number, days: number): void {
    if (this.counting === 0) return;
    record(this.delays[station], days);
    const need = this.traits === 1 ? kind : Math.floor(kind / this.traits);
    record(this.delaysByNeed[station * this.needs + need], days);
    record(this.delaysByFrom[station * this.froms + from + 1], days);
    if (this.byWho !== null) this.byWho.record(this.byWho.delays, station, kind, days);
    if (this.traits === 1) return;
    this.delayDaysByKind[station * this.kinds + kind] += days;
    this.delaysByKind[station * this.kinds + kind]++;
  }

  /** A need has risen, and with it the kind of person. */
  rose(held: number, asked: number, before: number, after: number): void {
    const { byWho } = this;
    const move = (of: 'waiting' | 'occupancy' | 'delayed', area: Float64Array, nowBy: Int32Array, station: number) => {
      this.changeKind(area, nowBy, station * this.kinds + before, -1);
      this.changeKind(area, nowBy, station * this.kinds + after, 1);
      if (byWho === null) return;
      this.changeWho(byWho, byWho[of], station, before, -1);
      this.changeWho(byWho, byWho[of], station, after, 1);
    };
    move('waiting', this.waitingArea, this.waitingNow, asked);
    if (held < 0) return;
    move('occupancy', this.occupancyArea, this.occupancyNow, held);
    move('delayed', this.delayedArea, this.delayedNow, held);
  }

  visited(station: number, delivered: number, deferred: number, missed: number): void {
    if (this.counting === 0) return;
    this.visitsDelivered[station] += delivered;
    this.visitsDeferred[station] += deferred;
    this.visitsMissed[station] += missed;
  }

  /** What costs are counted by, as of the clock's day: a row of `COSTED` numbers a station. */
  costed(): Float64Array {
    const day = this.clock[0];
    const rows = new Float64Array(this.stations * COSTED);
    for (let s = 0; s < this.stations; s++) {
      let [personDays, delayedDays, starts] = [0, 0, 0];
      for (let row = s * this.kinds; row < (s + 1) * this.kinds; row++) {
        personDays += this.occupancyArea[row] + this.occupancyNow[row] * day;
        delayedDays += this.delayedArea[row] + this.delayedNow[row] * day;
        starts += this.startsByKind[row];
      }
      this.countPlaces(s);
      rows.set(
        [
          this.openArea[s] + this.open[s] * day,
          personDays,
          this.visitsDelivered[s],
          starts,
          delayedDays,
          this.freeArea[s],
        ],
        s * COSTED,
      );
    }
    return rows;
  }

  /** A person left the model by an exit, so many days after they arrived. */
  finished(exit: number, kind: number, journeyDays: number): void {
    if (this.counting === 0) return;
    record(this.journeys[exit], journeyDays);
    if (this.byWho !== null) this.byWho.record(this.byWho.journeys, exit, kind, journeyDays);
  }

  refused(asked: number): void {
    if (this.counting === 1) this.turnedAway[asked]++;
  }

  gaveUp(asked: number): void {
    if (this.counting === 1) this.leftWaiting[asked]++;
  }

  placedFor(need: number, right: boolean): void {
    if (this.counting === 0) return;
    this.placed[need]++;
    if (right) this.placedRight[need]++;
  }

  ring(): void {
    if (this.counting === 0) return;
    if (this.gridlocks++ === 0) this.firstGridlockDay = this.clock[0];
  }

  /** One more or one fewer in a level, from now on. */
  private change(level: Level, by: number): void {
    if (this.counting === 1 && this.clock[0] > level.countedTo) lasted(level, this.clock[0]);
    level.now += by;
  }

  /**
   * The same for people of one kind, as a signed sum: someone who comes at day a and goes at day b adds b − a. Those still
   * there at the end are added by `settle`.
   */
  private changeKind(area: Float64Array, nowBy: Int32Array, row: number, by: number): void {
    nowBy[row] += by;
    if (this.counting === 1) area[row] -= by * this.clock[0];
  }

  private changeWho(byWho: ByWho, of: readonly Level[], station: number, kind: number, by: number): void {
    byWho.change(of, station, kind, by, this.clock[0], this.counting === 1);
  }

  /** Places in force, free and full have lasted until now; call before occupancy or places change. */
  private countPlaces(station: number): void {
    const level = this.occupancy[station];
    const days = this.clock[0] - level.countedTo;
    if (days <= 0 || this.counting === 0) return;
    const held = level.now + this.reservedAt[station];
    const places = this.open[station];
    if (places > held) {
      this.freeArea[station] += (places - held) * days;
    } else {
      if (level.now > places) this.openArea[station] += (level.now - places) * days;
      this.fullDays[station] += days;
    }
    lasted(level, this.clock[0]);
  }

  private changeOccupancy(station: number, kind: number, by: number): void {
    this.countPlaces(station);
    this.occupancy[station].now += by;
    this.changeKind(this.occupancyArea, this.occupancyNow, station * this.kinds + kind, by);
    if (this.byWho !== null) this.changeWho(this.byWho, this.byWho.occupancy, station, kind, by);
    this.seeCause(station);
  }

  private changeReserved(station: number, by: number): void {
    this.countPlaces(station);
    this.reservedAt[station] += by;
    this.seeCause(station);
  }

  private changeWaiting(asked: number, kind: number, by: number): void {
    const level = this.waiting[asked];
    this.change(level, by);
    this.changeKind(this.waitingArea, this.waitingNow, asked * this.kinds + kind, by);
    if (this.byWho !== null) this.changeWho(this.byWho, this.byWho.waiting, asked, kind, by);
    if (level.now === 0 && this.counting === 1 && Number.isNaN(this.firstEmptyDay[asked]))
      this.firstEmptyDay[asked] = this.clock[0];
  }

  private changeDelayed(held: number, kind: number, by: number): void {
    this.change(this.delayed[held], by);
    this.change(this.delayedAnywhere, by);
    this.changeKind(this.delayedArea, this.delayedNow, held * this.kinds + kind, by);
    if (this.byWho !== null) this.changeWho(this.byWho, this.byWho.delayed, held, kind, by);
  }

  private changePair(now: Int32Array, held: number, asked: number, by: number): void {
    const pair = (held + 1) * this.stations + asked;
    this.countPair(pair, asked);
    now[pair] += by;
  }

  private countPair(pair: number, to: number): void {
    const day = this.clock[0];
    const days = day - this.pairCountedTo[pair];
    this.pairCountedTo[pair] = day;
    if (days <= 0 || this.counting === 0) return;
    const pairs = this.froms * this.stations;
    this.causeArea[this.cause[to] * pairs + pair] += this.pairNow[pair] * days;
    if (this.preparingNow[pair] > 0) this.causeArea[PREPARATION * pairs + pair] += this.preparingNow[pair] * days;
  }

  /**
   * The cause for everyone who asks first for a station: kept up whenever its free places, starts or visits change. With a place
   * they could have, only hours can keep them: the station's, or those of the place they hold.
   */
  private seeCause(station: number): void {
    if (this.keepsPlace[station]) return;
    const taken = this.occupancy[station].now + this.reservedAt[station];
    const next =
      this.open[station] <= taken
        ? NO_PLACE
        : !this.startsLeftAt[station]
          ? STARTS_LIMIT
          : !this.visitsFitAt[station]
            ? VISITS
            : this.lastCause;
    if (this.cause[station] !== next) this.setCause(station, next);
  }

  private setCause(station: number, next: number): void {
    if (this.waiting[station].now > 0)
      for (let from = 0; from < this.froms; from++) {
        const pair = from * this.stations + station;
        if (this.pairNow[pair] > 0) this.countPair(pair, station);
      }
    this.cause[station] = next;
  }
}
