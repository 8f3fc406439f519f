// Gates: whether a station may take someone now and let someone go: its places, starts of the month, visits of the day, hours.
import { CAPACITY_CHANGES, DAY_ENDS } from '../calendar.ts';
import type { Program } from '../compile.ts';
import { nextMonthStart, weekdayAt } from '../dates.ts';
import { isOpenAt, nextTurn } from '../hours.ts';
import { UNLIMITED } from '../network.ts';
import { CLOSE, OPEN, type TraceWriter } from '../trace.ts';
import { DATED_CHANGES, DAYS, HOURS, MONTHS, State, SURGES, YEARS, type Roster } from './state.ts';

/** Visits are sums of fractions: what is short of room by less than this is rounding. */
const ROUNDING = 1e-9;
const DAYS_IN_A_YEAR = 365.25;

export abstract class Gates extends State {
  private readonly startsUsed: Int32Array;
  private readonly surgeOpen: Uint8Array;
  private readonly surgeOpenedDay: Float64Array;
  private readonly mayAdmit: Uint8Array;
  private readonly mayRelease: Uint8Array;
  /** By station: visits planned for a day are planAtZero + planSlope × day, plans that ended today still among them. */
  private readonly planAtZero: Float64Array;
  private readonly planSlope: Float64Array;
  private readonly endedAtZero: Float64Array;
  private readonly endedSlope: Float64Array;
  private readonly plansRunning: Int32Array;
  /** Visits put off, by station: how many have been put off once, twice … */
  private readonly deferred: number[][];
  private today: number;
  private nextChange = 0;
  private years = 0;

  constructor(program: Program, seed: number, replication: number, trace: TraceWriter | null, roster: Roster | null) {
    super(program, seed, replication, trace, roster);
    const { stations } = this;
    this.startsUsed = new Int32Array(stations);
    this.surgeOpen = new Uint8Array(stations);
    this.surgeOpenedDay = new Float64Array(stations);
    this.mayAdmit = new Uint8Array(stations).fill(1);
    this.mayRelease = new Uint8Array(stations).fill(1);
    this.planAtZero = new Float64Array(stations);
    this.planSlope = new Float64Array(stations);
    this.endedAtZero = new Float64Array(stations);
    this.endedSlope = new Float64Array(stations);
    this.plansRunning = new Int32Array(stations);
    this.deferred = Array.from({ length: stations }, () => []);
    this.today = Math.floor(this.startDay);
    if (this.later.length > 0) this.calendar.book(DATED_CHANGES, this.later[0]!.fromDay, CAPACITY_CHANGES);
    if (this.watchesMonths) this.bookMonth();
    if (this.watchesHours) this.turnHours();
    if (this.watchesVisits) this.bookDay();
    if (this.network.costs.some((cost) => cost.known && cost.growthPerYear !== 0)) this.bookYear();
  }

  /** Once those already there stand in their places: they were not started this month. */
  protected openGates(): void {
    this.startsUsed.fill(0);
    for (let station = 0; station < this.stations; station++) this.countPlaces(station);
  }

  protected canTake(station: number): boolean {
    return (
      this.inPlace[station]! + this.reservedFor[station]! < this.places[station]! &&
      (this.watchesHours === false || this.mayAdmit[station] === 1) &&
      this.hasStarts(station) &&
      (this.watchesVisits === false || this.visitsFit(station))
    );
  }

  /** Whether someone's own station lets them go now. */
  protected mayLeave(person: number): boolean {
    const held = this.people.held[person]!;
    return this.watchesHours === false || held < 0 || this.mayRelease[held] === 1;
  }

  /** Whether someone may be given a place now: nobody need leave to be seen by a team, or while they get ready. */
  protected mayBeGiven(person: number, station: number): boolean {
    const { network, people } = this;
    return (
      this.mayLeave(person) ||
      this.keepsPlace[station] === 1 ||
      (people.keepsTurn[person] === 0 && network.askPrepare[people.ask[person]!] !== null)
    );
  }

  protected isAdmitting(station: number): boolean {
    return this.mayAdmit[station] === 1;
  }

  protected hasStarts(station: number): boolean {
    const { network } = this;
    return (
      this.watchesMonths === false ||
      network.startsPerMonth[station]! < 0 ||
      this.startsUsed[station]! < network.startsPerMonth[station]!
    );
  }

  /** One admission (or reservation) more in this month. */
  protected useStart(station: number): void {
    if (this.watchesMonths === false || this.network.startsPerMonth[station]! < 0) return;
    this.startsUsed[station]!++;
    this.countPlaces(station);
  }

  private countPlaces(station: number): void {
    this.ledger.setPlaces(station, this.places[station]!, this.hasStarts(station));
  }

  // ---- places ------------------------------------------------------------------------------------------------------

  private setPlaces(station: number, next: number, bySurge: boolean): void {
    const before = this.places[station]!;
    if (next === before) return;
    this.places[station] = next;
    this.countPlaces(station);
    this.tell(next > before ? OPEN : CLOSE, -1, station, bySurge ? 1 : 0, next);
    if (next > before) this.markDirty(station);
    else if (this.canLock === true) this.mayHaveLocked = true;
  }

  private withSurge(station: number): number {
    const { network } = this;
    const usual = network.places[station]!;
    return usual === UNLIMITED || !this.surgeOpen[station] ? usual : usual + network.surgePlaces[station]!;
  }

  /** What happens to stations by themselves: dated changes, months, hours, days and years. A surge's end is looked at with all others. */
  protected timePasses(actor: number): void {
    if (actor === DATED_CHANGES) this.changeNetwork();
    else if (actor === MONTHS) this.newMonth();
    else if (actor === HOURS) this.turnHours();
    else if (actor === DAYS) this.newDay();
    else if (actor === YEARS) this.newYear();
  }

  private changeNetwork(): void {
    this.network = this.later[this.nextChange++]!.network;
    for (let station = 0; station < this.stations; station++) {
      this.setPlaces(station, this.withSurge(station), false);
      this.countPlaces(station);
      this.markDirty(station);
      if (this.watchesVisits) this.seeVisits(station);
    }
    if (this.watchesHours) this.turnHours();
    if (this.nextChange < this.later.length)
      this.calendar.book(DATED_CHANGES, this.later[this.nextChange]!.fromDay, CAPACITY_CHANGES);
  }

  private newMonth(): void {
    this.startsUsed.fill(0);
    for (let station = 0; station < this.stations; station++) {
      if (this.network.startsPerMonth[station]! < 0) continue;
      this.countPlaces(station);
      this.markDirty(station);
    }
    this.bookMonth();
  }

  private bookMonth(): void {
    const { network } = this;
    this.calendar.book(
      MONTHS,
      nextMonthStart(network.startDayNumber + this.clock[0]!) - network.startDayNumber,
      CAPACITY_CHANGES,
    );
  }

  /** Opens and closes surge places by the length of the lists; true when something opened. */
  protected lookAtSurge(): boolean {
    const { network } = this;
    let opened = false;
    for (let station = 0; station < this.stations; station++) {
      const length = this.lists.lengths[station]!;
      if (!this.surgeOpen[station]) {
        if (network.surgePlaces[station]! === 0 || length < network.surgeOpenAt[station]!) continue;
        this.surgeOpen[station] = 1;
        this.surgeOpenedDay[station] = this.clock[0]!;
        const until = this.clock[0]! + network.surgeMinDays[station]!;
        if (until > this.clock[0]! && until < this.endDay)
          this.calendar.book(SURGES + station, until, CAPACITY_CHANGES);
        this.setPlaces(station, this.withSurge(station), true);
        opened = true;
      } else if (
        length <= network.surgeCloseAt[station]! &&
        this.clock[0]! >= this.surgeOpenedDay[station]! + network.surgeMinDays[station]!
      ) {
        this.surgeOpen[station] = 0;
        this.setPlaces(station, this.withSurge(station), true);
      }
    }
    return opened;
  }

  // ---- hours -------------------------------------------------------------------------------------------------------

  /** Something opens or closes: who waited for that may move now. */
  private turnHours(): void {
    const { network } = this;
    const day = this.clock[0]!;
    let next = Infinity;
    let released = false;
    for (let station = 0; station < this.stations; station++) {
      const admits = network.admits[station]!;
      const releases = network.releases[station]!;
      for (const windows of [admits, releases])
        if (windows !== null) next = Math.min(next, nextTurn(windows, day, network.startDayNumber));
      const takes = isOpenAt(admits, day, network.startDayNumber) ? 1 : 0;
      const lets = isOpenAt(releases, day, network.startDayNumber) ? 1 : 0;
      if (takes > this.mayAdmit[station]!) this.markDirty(station);
      if (lets > this.mayRelease[station]!) released = true;
      this.mayAdmit[station] = takes;
      this.mayRelease[station] = lets;
    }
    // Those let go may stand on any list.
    if (released) for (let station = 0; station < this.stations; station++) this.markDirty(station);
    this.mayMovePrepared = this.prepared.length > 0;
    if (next < this.endDay) this.calendar.book(HOURS, next, CAPACITY_CHANGES);
    else this.calendar.cancel(HOURS);
  }

  // ---- visits ------------------------------------------------------------------------------------------------------

  private visitsADay(station: number, day: number): number {
    const { network } = this;
    return network.visitsPerDay[station * 7 + weekdayAt(network.startDayNumber + day)]!;
  }

  private plannedFor(station: number, day: number): number {
    return this.planAtZero[station]! + this.planSlope[station]! * day;
  }

  private visitsFit(station: number): boolean {
    const { network, today } = this;
    const most = this.visitsADay(station, today);
    if (most < 0 || network.takesAll[station]) return true;
    return this.plannedFor(station, today) + network.firstVisits[station]! <= most + ROUNDING;
  }

  private seeVisits(station: number): void {
    if (this.visitsADay(station, this.today) >= 0) this.ledger.setVisitsFit(station, this.visitsFit(station));
  }

  /** A stay has begun that ends on `endDay`: its visits fall in a straight line over the days it touches. */
  protected startPlan(person: number, station: number, endDay: number, first: number): void {
    if (this.watchesVisits === false || this.visitsADay(station, this.today) < 0) return;
    const { people } = this;
    const lastDay = Math.max(this.today, Math.ceil(endDay) - 1);
    const last = this.network.lastVisits[station]!;
    const slope = lastDay > this.today && lastDay < Infinity ? (last - first) / (lastDay - this.today) : 0;
    people.plans[person] = 1;
    people.planFrom[person] = this.today;
    people.planSlope[person] = slope;
    people.planAtZero[person] = first - slope * this.today;
    this.plansRunning[station]!++;
    this.planAtZero[station]! += people.planAtZero[person]!;
    this.planSlope[station]! += slope;
    this.seeVisits(station);
  }

  /** The visits of today are still made, unless the day has only just begun; those of tomorrow are not. */
  protected endPlan(person: number, station: number): void {
    const { people, today } = this;
    if (people.plans[person] === 0) return;
    people.plans[person] = 0;
    this.plansRunning[station]!--;
    this.endedAtZero[station]! += people.planAtZero[person]!;
    this.endedSlope[station]! += people.planSlope[person]!;
    if (this.clock[0]! > today || people.planFrom[person] === today) return;
    this.dropEndedPlan(station, people.planAtZero[person]!, people.planSlope[person]!);
    this.seeVisits(station);
  }

  private bookDay(): void {
    if (this.today + 1 < this.endDay) this.calendar.book(DAYS, this.today + 1, DAY_ENDS);
  }

  private newDay(): void {
    this.makeVisits();
    this.today++;
    for (let station = 0; station < this.stations; station++) {
      if (this.network.visitsPerDay[station * 7]! < 0) continue;
      this.seeVisits(station);
      this.markDirty(station);
    }
    this.bookDay();
  }

  /** The day's visits, at its end: those put off longest first. */
  protected makeVisits(): void {
    const { network, today } = this;
    for (let station = 0; station < this.stations; station++) {
      if (network.visitsPerDay[station * 7]! < 0) continue;
      const waiting = this.deferred[station]!;
      let room = this.visitsADay(station, today);
      let delivered = 0;
      const make = (visits: number): number => {
        const made = Math.min(visits, room);
        room -= made;
        delivered += made;
        return visits - made > ROUNDING ? visits - made : 0;
      };
      const left: number[] = [];
      for (let times = waiting.length; times > 0; times--) left[times] = make(waiting[times - 1]!);
      left[0] = make(Math.max(0, this.plannedFor(station, today)));
      const most = network.deferDays[station]!;
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
    this.dropEndedPlan(station, this.endedAtZero[station]!, this.endedSlope[station]!);
    if (this.plansRunning[station]! > 0) return;
    // With nobody left, rounding is left behind too.
    this.planAtZero[station] = 0;
    this.planSlope[station] = 0;
  }

  private dropEndedPlan(station: number, atZero: number, slope: number): void {
    this.planAtZero[station]! -= atZero;
    this.planSlope[station]! -= slope;
    this.endedAtZero[station]! -= atZero;
    this.endedSlope[station]! -= slope;
  }

  // ---- years -------------------------------------------------------------------------------------------------------

  private newYear(): void {
    this.ledger.anniversaries.push(this.ledger.costed());
    this.bookYear();
  }

  /** Prices rise at each anniversary of the start date. */
  private bookYear(): void {
    const next = ++this.years * DAYS_IN_A_YEAR;
    if (next < this.endDay) this.calendar.book(YEARS, next, CAPACITY_CHANGES);
  }
}
