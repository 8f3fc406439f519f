// Visits: what running plans ask of each day, what is made of it at the day's end, and whether one more person fits in.
import { DAY_ENDS } from '../ground/calendar.ts';
import type { Program } from '../network/compile.ts';
import { weekdayAt } from '../ground/dates.ts';
import type { TraceWriter } from '../trace/trace.ts';
import { DAYS, State, type Roster } from './state.ts';

/** Visits are sums of fractions: what is short of room by less than this is rounding. */
const ROUNDING = 1e-9;

export abstract class Visits extends State {
  /** By station: visits planned for a day are planAtZero + planSlope × day, plans that ended today still among them. */
  private readonly planAtZero: Float64Array;
  private readonly planSlope: Float64Array;
  private readonly endedAtZero: Float64Array;
  private readonly endedSlope: Float64Array;
  private readonly plansRunning: Int32Array;
  /** Visits put off, by station: how many have been put off once, twice … */
  private readonly deferred: number[][];
  private today: number;

  constructor(program: Program, seed: number, replication: number, trace: TraceWriter | null, roster: Roster | null) {
    super(program, seed, replication, trace, roster);
    const { stations } = this;
    this.planAtZero = new Float64Array(stations);
    this.planSlope = new Float64Array(stations);
    this.endedAtZero = new Float64Array(stations);
    this.endedSlope = new Float64Array(stations);
    this.plansRunning = new Int32Array(stations);
    this.deferred = Array.from({ length: stations }, () => []);
    this.today = Math.floor(this.startDay);
    if (this.watchesVisits) this.bookDay();
  }

  private visitsADay(station: number, day: number): number {
    const { network } = this;
    return network.visitsPerDay[station * 7 + weekdayAt(network.startDayNumber + day)];
  }

  private plannedFor(station: number, day: number): number {
    return this.planAtZero[station] + this.planSlope[station] * day;
  }

  /** Visits on the first and on the last day of a stay there, for someone like this. */
  protected firstVisits(person: number, station: number): number {
    return this.network.firstVisits[station * this.kinds + this.people.kind[person]];
  }

  protected lastVisits(person: number, station: number): number {
    return this.network.lastVisits[station * this.kinds + this.people.kind[person]];
  }

  protected visitsFit(station: number): boolean {
    const { network, today } = this;
    const most = this.visitsADay(station, today);
    if (most < 0 || network.takesAll[station]) return true;
    return this.plannedFor(station, today) + network.firstVisits[station * this.kinds] <= most + ROUNDING;
  }

  protected seeVisits(station: number): void {
    if (this.visitsADay(station, this.today) >= 0) this.ledger.setVisitsFit(station, this.visitsFit(station));
  }

  /** A stay has begun that ends on `endDay`: its visits fall in a straight line over the days it touches. */
  protected startPlan(person: number, station: number, endDay: number, first: number): void {
    if (this.watchesVisits === false || this.visitsADay(station, this.today) < 0) return;
    const { people } = this;
    const lastDay = Math.max(this.today, Math.ceil(endDay) - 1);
    const last = this.lastVisits(person, station);
    const slope = lastDay > this.today && lastDay < Infinity ? (last - first) / (lastDay - this.today) : 0;
    people.plans[person] = 1;
    people.planFrom[person] = this.today;
    people.planSlope[person] = slope;
    people.planAtZero[person] = first - slope * this.today;
    this.plansRunning[station]++;
    this.planAtZero[station] += people.planAtZero[person];
    this.planSlope[station] += slope;
    this.seeVisits(station);
  }

  /** The visits of today are still made, unless the day has only just begun; those of tomorrow are not. */
  protected endPlan(person: number, station: number): void {
    const { people, today } = this;
    if (people.plans[person] === 0) return;
    people.plans[person] = 0;
    this.plansRunning[station]--;
    this.endedAtZero[station] += people.planAtZero[person];
    this.endedSlope[station] += people.planSlope[person];
    if (this.clock[0] > today || people.planFrom[person] === today) return;
    this.dropEndedPlan(station, people.planAtZero[person], people.planSlope[person]);
    this.seeVisits(station);
  }

  private bookDay(): void {
    if (this.today + 1 < this.endDay) this.calendar.book(DAYS, this.today + 1, DAY_ENDS);
  }

  protected newDay(): void {
    this.makeVisits();
    this.today++;
    for (let station = 0; station < this.stations; station++) {
      if (this.network.visitsPerDay[station * 7] < 0) continue;
      this.seeVisits(station);
      this.markDirty(station);
    }
    this.bookDay();
  }

  /** The day's visits, at its end: those put off longest first. */
  protected makeVisits(): void {
    const { network, today } = this;
    for (let station = 0; station < this.stations; station++) {
      if (network.visitsPerDay[station * 7] < 0) continue;
      const waiting = this.deferred[station];
      let room = this.visitsADay(station, today);
      let delivered = 0;
      const make = (visits: number): number => {
        const made = Math.min(visits, room);
        room -= made;
        delivered += made;
        return visits - made > ROUNDING ? visits - made : 0;
      };
      const left: number[] = [];
      for (let times = waiting.length; times > 0; times--) left[times] = make(waiting[times - 1]);
      left[0] = make(Math.max(0, this.plannedFor(station, today)));
      const most = network.deferDays[station];
      let missed = 0;
      let putOff = 0;
      for (const [times, visits] of left.entries())
        if (times >= most) missed += visits;
        else putOff += visits;
      this.deferred[station] = left.slice(0, most);
      if (today >= 0) this.ledger.visited(station, delivered, putOff, missed);
      this.dropEndedPlans(station);
    }
  }

  private dropEndedPlans(station: number): void {
    this.dropEndedPlan(station, this.endedAtZero[station], this.endedSlope[station]);
    if (this.plansRunning[station] > 0) return;
    // With nobody left, rounding is left behind too.
    this.planAtZero[station] = 0;
    this.planSlope[station] = 0;
  }

  private dropEndedPlan(station: number, atZero: number, slope: number): void {
    this.planAtZero[station] -= atZero;
    this.planSlope[station] -= slope;
    this.endedAtZero[station] -= atZero;
    this.endedSlope[station] -= slope;
  }
}
