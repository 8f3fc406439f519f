// People over time (time-weighted monitors): how many were at each station, by kind and by group, and for how long.
import type { Network } from '../network/network.ts';
import type { Books } from './books.ts';
import type { ByWho } from './by-who.ts';
import { lasted, step, type Level } from './level.ts';

/** Levels count from day 0 on, for they are complete up to then; areas are those of after `begin`. */
export class PeopleOverTime {
  /** By station. */
  readonly levels: readonly Level[];
  /** By station × group; empty where nothing is asked for by who. */
  readonly byWho: readonly Level[];
  /**
   * Days × people by station × kind (index s × kinds + kind), as signed sums: someone who comes at day a and goes at day b adds
   * b − a. Those still there are added by `settle`.
   */
  readonly area: Float64Array;
  private readonly now: Int32Array;
  private readonly kinds: number;
  private readonly who: ByWho | null;
  private clock: Float64Array;

  constructor(
    { stationIds: { length: stations }, kinds }: Network,
    clock: Float64Array,
    who: ByWho | null,
    books: Books,
  ) {
    this.clock = clock;
    this.kinds = kinds;
    this.who = who;
    this.levels = books.openLevels(stations);
    this.byWho = books.openLevels(stations * (who?.groups.length ?? 0));
    this.area = books.column(stations * kinds);
    this.now = new Int32Array(stations * kinds);
  }

  /** As new; levels and areas are cleared with the books. */
  clear(clock: Float64Array): void {
    this.clock = clock;
    this.now.fill(0);
  }

  begin(): void {
    const day = this.clock[0];
    for (const level of this.levels) level.countedTo = day;
    for (const level of this.byWho) level.countedTo = day;
    for (let row = 0; row < this.area.length; row++) this.area[row] = -this.now[row] * day;
  }

  settle(): void {
    const day = this.clock[0];
    for (const level of this.levels) lasted(level, day);
    for (const level of this.byWho) lasted(level, day);
    for (let row = 0; row < this.area.length; row++) this.area[row] += this.now[row] * day;
  }

  /** One more or one fewer of a kind at a station, from now on. */
  change(station: number, kind: number, by: number): void {
    step(this.levels[station], this.clock[0], by);
    this.changeKind(station, kind, by);
  }

  /** The same, where the level of the station has been counted up to now. */
  changeCounted(station: number, kind: number, by: number): void {
    this.levels[station].now += by;
    this.changeKind(station, kind, by);
  }

  /** Someone at a station has become of another kind. */
  rise(station: number, before: number, after: number): void {
    this.changeKind(station, before, -1);
    this.changeKind(station, after, 1);
  }

  /** Days × people of every kind at a station up to the clock's day. */
  daysAt(station: number): number {
    let days = 0;
    for (let row = station * this.kinds; row < (station + 1) * this.kinds; row++)
      days += this.area[row] + this.now[row] * this.clock[0];
    return days;
  }

  private changeKind(station: number, kind: number, by: number): void {
    const row = station * this.kinds + kind;
    this.now[row] += by;
    this.area[row] -= by * this.clock[0];
    if (this.who !== null) this.changeByWho(this.who, station, kind, by);
  }

  private changeByWho({ groups, groupsOf }: ByWho, station: number, kind: number, by: number): void {
    for (const group of groupsOf[kind]) step(this.byWho[station * groups.length + group], this.clock[0], by);
  }
}
