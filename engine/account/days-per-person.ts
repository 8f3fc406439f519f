// Days per person: waited, stayed at a station, and from arrival to an exit, each recorded when it ends.
import type { Asked } from '../model/asked.ts';
import type { Network } from '../network/network.ts';
import type { ByWho } from './by-who.ts';
import { makeRecorder, record, USUAL_THRESHOLDS, type Recorder } from './recorder.ts';

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
  private readonly needs: number;
  private readonly traits: number;
  private readonly kinds: number;
  private readonly froms: number;
  private readonly who: ByWho | null;

  constructor(network: Network, asked: Asked, who: ByWho | null) {
    const stations = network.stationIds.length;
    const thresholds = [...new Set([...USUAL_THRESHOLDS, ...asked.over])];
    const recorders = (length: number) => Array.from({ length }, () => makeRecorder(thresholds));
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
    this.delayDaysByKind = new Float64Array(network.traits > 1 ? stations * network.kinds : 0);
    this.delaysByKind = new Float64Array(network.traits > 1 ? stations * network.kinds : 0);
  }

  waited(station: number, kind: number, from: number, days: number): void {
    record(this.delays[station], days);
    const need = this.traits === 1 ? kind : Math.floor(kind / this.traits);
    record(this.delaysByNeed[station * this.needs + need], days);
    record(this.delaysByFrom[station * this.froms + from + 1], days);
    this.recordByWho(this.delaysByWho, station, kind, days);
    if (this.traits === 1) return;
    this.delayDaysByKind[station * this.kinds + kind] += days;
    this.delaysByKind[station * this.kinds + kind]++;
  }

  stayed(station: number, kind: number, days: number): void {
    record(this.stays[station], days);
    this.recordByWho(this.staysByWho, station, kind, days);
  }

  /** A person left the model by an exit, so many days after they arrived. */
  finished(exit: number, kind: number, days: number): void {
    record(this.journeys[exit], days);
    this.recordByWho(this.journeysByWho, exit, kind, days);
  }

  private recordByWho(of: readonly Recorder[], station: number, kind: number, days: number): void {
    if (this.who !== null)
      for (const group of this.who.groupsOf[kind]) record(of[station * this.who.groups.length + group], days);
  }
}
