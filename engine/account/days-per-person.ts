// Days per person: waited, stayed at a station, and from arrival to an exit, each recorded when it ends.
import type { Asked } from '../model/asked.ts';
import type { Network } from '../network/network.ts';
import type { Books } from './books.ts';
import type { ByWho } from './by-who.ts';
import { record, recordAboveZero, USUAL_THRESHOLDS, type Recorder } from './recorder.ts';

/** S stations, N needs, F = S + 1 places people come from (0 is outside, s + 1 is station s). */
export class DaysPerPerson {
  /** By station: all; station × need; station × from; station × group. */
  readonly delays: readonly Recorder[];
  readonly delaysByNeed: readonly Recorder[];
  readonly delaysByFrom: readonly Recorder[];
  readonly delaysByWho: readonly Recorder[];
  readonly stays: readonly Recorder[];
  readonly staysByWho: readonly Recorder[];
  readonly journeys: readonly Recorder[];
  readonly journeysByWho: readonly Recorder[];
  /** Days waited by station × kind, and how many people they are of; only where there is more to people than their need. */
  readonly delayDaysByKind: Float64Array;
  readonly delaysByKind: Float64Array;
  /** Waits of 0 days, by station × need and × from: most are, so they are counted here alone until `settle`. */
  private readonly atOnceByNeed: Float64Array;
  private readonly atOnceByFrom: Float64Array;
  private readonly needs: number;
  private readonly traits: number;
  private readonly kinds: number;
  private readonly froms: number;
  private readonly who: ByWho | null;

  constructor(network: Network, asked: Asked, who: ByWho | null, books: Books) {
    const stations = network.stationIds.length;
    const thresholds = [...new Set([...USUAL_THRESHOLDS, ...asked.over])];
    const recorders = (length: number) => books.openRecorders(length, thresholds);
    const ofWho = () => recorders(stations * (who?.groups.length ?? 0));
    this.needs = network.needIds.length;
    this.traits = network.traits;
    this.kinds = network.kinds;
    this.froms = stations + 1;
    this.who = who;
    this.delays = recorders(stations);
    this.delaysByNeed = recorders(stations * this.needs);
    this.delaysByFrom = recorders(stations * this.froms);
    this.delaysByWho = ofWho();
    this.stays = recorders(stations);
    this.staysByWho = ofWho();
    this.journeys = recorders(stations);
    this.journeysByWho = ofWho();
    this.atOnceByNeed = books.column(this.delaysByNeed.length);
    this.atOnceByFrom = books.column(this.delaysByFrom.length);
    this.delayDaysByKind = books.column(network.traits > 1 ? stations * network.kinds : 0);
    this.delaysByKind = books.column(network.traits > 1 ? stations * network.kinds : 0);
  }

  waited(station: number, kind: number, from: number, days: number): void {
    const byNeed = station * this.needs + (this.traits === 1 ? kind : Math.floor(kind / this.traits));
    const byFrom = station * this.froms + from + 1;
    if (days > 0) {
      recordAboveZero(this.delays[station], days);
      recordAboveZero(this.delaysByNeed[byNeed], days);
      recordAboveZero(this.delaysByFrom[byFrom], days);
    } else {
      this.atOnceByNeed[byNeed]++;
      this.atOnceByFrom[byFrom]++;
    }
    if (this.who !== null) this.recordByWho(this.who, this.delaysByWho, station, kind, days);
    if (this.traits > 1) {
      this.delayDaysByKind[station * this.kinds + kind] += days;
      this.delaysByKind[station * this.kinds + kind]++;
    }
  }

  stayed(station: number, kind: number, days: number): void {
    record(this.stays[station], days);
    if (this.who !== null) this.recordByWho(this.who, this.staysByWho, station, kind, days);
  }

  /** A person left the model by an exit, so many days after they arrived. */
  finished(exit: number, kind: number, days: number): void {
    record(this.journeys[exit], days);
    if (this.who !== null) this.recordByWho(this.who, this.journeysByWho, exit, kind, days);
  }

  /** Brings the recorders of waits up to date; call at the end. */
  settle(): void {
    const { atOnceByNeed, atOnceByFrom, needs } = this;
    for (let row = 0; row < atOnceByFrom.length; row++) this.delaysByFrom[row].zeros = atOnceByFrom[row];
    for (let station = 0; station < this.delays.length; station++) {
      let zeros = 0;
      for (let row = station * needs; row < (station + 1) * needs; row++) {
        this.delaysByNeed[row].zeros = atOnceByNeed[row];
        zeros += atOnceByNeed[row];
      }
      this.delays[station].zeros = zeros;
    }
  }

  private recordByWho(who: ByWho, of: readonly Recorder[], station: number, kind: number, days: number): void {
    for (const group of who.groupsOf[kind]) record(of[station * who.groups.length + group], days);
  }
}
