// Flow: how many people started, left, were turned away, gave up and were placed, how many visits were made, and gridlocks.
import type { Network } from '../network/network.ts';
import type { Books } from './books.ts';

/** S stations, K kinds of people, F = S + 1 places people come from (0 is outside, s + 1 is station s), T streams. */
export class Flow {
  /** Admissions (at an exit: people who left by it): by station × kind, × from, × stream (T, then initial people). */
  readonly startsByKind: Float64Array;
  readonly startsByFrom: Float64Array;
  readonly startsByStream: Float64Array;
  readonly leaves: Float64Array;
  readonly turnedAway: Float64Array;
  readonly leftWaiting: Float64Array;
  /** People placed for their need for the first time, and those of them in the right place, by need. */
  readonly placed: Float64Array;
  readonly placedRight: Float64Array;
  /** By station, whole days only. */
  readonly visitsDelivered: Float64Array;
  readonly visitsDeferred: Float64Array;
  readonly visitsMissed: Float64Array;
  /** One number each. */
  readonly gridlocks: Float64Array;
  readonly firstGridlockDay: Float64Array;
  private readonly kinds: number;
  private readonly froms: number;
  private readonly streams: number;

  constructor({ stationIds, needIds, streamIds, kinds }: Network, books: Books) {
    const stations = stationIds.length;
    this.kinds = kinds;
    this.froms = stations + 1;
    this.streams = streamIds.length + 1;
    this.startsByKind = books.column(stations * kinds);
    this.startsByFrom = books.column(stations * this.froms);
    this.startsByStream = books.column(stations * this.streams);
    this.leaves = books.column(stations);
    this.turnedAway = books.column(stations);
    this.leftWaiting = books.column(stations);
    this.placed = books.column(needIds.length);
    this.placedRight = books.column(needIds.length);
    this.visitsDelivered = books.column(stations);
    this.visitsDeferred = books.column(stations);
    this.visitsMissed = books.column(stations);
    this.gridlocks = books.column(1);
    this.firstGridlockDay = books.column(1, NaN);
  }

  /** A stream of −1 is people there at the start. */
  started(station: number, kind: number, from: number, stream: number): void {
    const { kinds, froms, streams } = this;
    this.startsByKind[station * kinds + kind]++;
    this.startsByFrom[station * froms + from + 1]++;
    this.startsByStream[station * streams + (stream < 0 ? streams - 1 : stream)]++;
  }

  /** People of every kind who started at a station. */
  startsAt(station: number): number {
    let starts = 0;
    for (let row = station * this.kinds; row < (station + 1) * this.kinds; row++) starts += this.startsByKind[row];
    return starts;
  }

  visited(station: number, delivered: number, deferred: number, missed: number): void {
    this.visitsDelivered[station] += delivered;
    this.visitsDeferred[station] += deferred;
    this.visitsMissed[station] += missed;
  }

  placedFor(need: number, isRight: boolean): void {
    this.placed[need]++;
    if (isRight) this.placedRight[need]++;
  }

  ring(day: number): void {
    if (this.gridlocks[0]++ === 0) this.firstGridlockDay[0] = day;
  }
}
