// By who: the levels and days of each group of people. Kept only where percentiles or thresholds are asked for.
import type { Group } from '../network/groups.ts';
import { lasted, levels, type Level } from './level.ts';
import { makeRecorder, record, type Recorder } from './recorder.ts';

/** Accounts by station × group (index s × groups + group); a person is in one group by need and in one of each attribute. */
export class ByWho {
  readonly occupancy: readonly Level[];
  readonly waiting: readonly Level[];
  readonly delayed: readonly Level[];
  readonly delays: readonly Recorder[];
  readonly stays: readonly Recorder[];
  readonly journeys: readonly Recorder[];
  readonly groups: readonly Group[];
  private readonly groupsOf: readonly (readonly number[])[];

  constructor(groups: readonly Group[], kinds: number, stations: number, thresholds: readonly number[]) {
    const length = stations * groups.length;
    const recorders = () => Array.from({ length }, () => makeRecorder(thresholds));
    this.groups = groups;
    this.groupsOf = Array.from({ length: kinds }, (_, kind) =>
      groups.flatMap((group, at) => (group.kinds.includes(kind) ? [at] : [])),
    );
    this.occupancy = levels(length);
    this.waiting = levels(length);
    this.delayed = levels(length);
    this.delays = recorders();
    this.stays = recorders();
    this.journeys = recorders();
  }

  begin(day: number): void {
    for (const level of this.levels()) level.countedTo = day;
  }

  settle(day: number): void {
    for (const level of this.levels()) lasted(level, day);
  }

  /** One more or one fewer of a kind, from `day` on; before counting begins a level only keeps up. */
  change(of: readonly Level[], station: number, kind: number, by: number, day: number, isCounting: boolean): void {
    for (const group of this.groupsOf[kind]) {
      const level = of[station * this.groups.length + group];
      if (isCounting && day > level.countedTo) lasted(level, day);
      level.now += by;
    }
  }

  record(of: readonly Recorder[], station: number, kind: number, days: number): void {
    for (const group of this.groupsOf[kind]) record(of[station * this.groups.length + group], days);
  }

  private levels(): Level[] {
    return [...this.occupancy, ...this.waiting, ...this.delayed];
  }
}
