// Gates: whether a station may take someone now and let someone go: its places, starts of the month, visits of the day, hours.
import { CAPACITY_CHANGES } from '../ground/calendar.ts';
import type { Program } from '../network/compile.ts';
import { nextMonthStart, yearsAfter } from '../ground/dates.ts';
import { isOpenAt, nextTurn } from '../ground/hours.ts';
import { UNLIMITED } from '../network/network.ts';
import { CLOSE, OPEN, type TraceWriter } from '../trace/trace.ts';
import { DATED_CHANGES, DAYS, HOURS, MONTHS, SURGES, YEARS, type Roster } from './state.ts';
import { Visits } from './visits.ts';

export abstract class Gates extends Visits {
  private readonly startsUsed: Int32Array;
  private readonly surgeOpen: Uint8Array;
  private readonly surgeOpenedDay: Float64Array;
  private readonly mayAdmit: Uint8Array;
  private readonly mayRelease: Uint8Array;
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
    if (this.later.length > 0) this.calendar.book(DATED_CHANGES, this.later[0].fromDay, CAPACITY_CHANGES);
    if (this.watchesMonths) this.bookMonth();
    if (this.watchesHours) this.turnHours();
    if (this.network.costs.some((cost) => cost.known && cost.growthPerYear !== 0)) this.bookYear();
  }

  /** Once those already there stand in their places: they were not started this month. */
  protected openGates(): void {
    this.startsUsed.fill(0);
    for (let station = 0; station < this.stations; station++) {
      this.countPlaces(station);
      if (this.watchesVisits) this.seeVisits(station);
    }
  }

  protected canTake(station: number): boolean {
    return (
      this.inPlace[station] + this.reservedFor[station] < this.places[station] &&
      (this.watchesHours === false || this.mayAdmit[station] === 1) &&
      this.hasStarts(station) &&
      (this.watchesVisits === false || this.visitsFit(station))
    );
  }

  /** Whether someone's own station lets them go now. */
  protected mayLeave(person: number): boolean {
    const held = this.people.held[person];
    return this.watchesHours === false || held < 0 || this.mayRelease[held] === 1;
  }

  /** Whether someone may be given a place now: nobody need leave to be seen by a team, or while they get ready. */
  protected mayBeGiven(person: number, station: number): boolean {
    const { network, people } = this;
    return (
      this.mayLeave(person) ||
      this.keepsPlace[station] === 1 ||
      (people.keepsTurn[person] === 0 && network.askPrepare[people.ask[person]] !== null)
    );
  }

  protected isAdmitting(station: number): boolean {
    return this.mayAdmit[station] === 1;
  }

  protected hasStarts(station: number): boolean {
    const { network } = this;
    return (
      this.watchesMonths === false ||
      network.startsPerMonth[station] < 0 ||
      this.startsUsed[station] < network.startsPerMonth[station]
    );
  }

  /** One admission (or reservation) more in this month. */
  protected useStart(station: number): void {
    if (this.watchesMonths === false || this.network.startsPerMonth[station] < 0) return;
    this.startsUsed[station]++;
    this.countPlaces(station);
  }

  private countPlaces(station: number): void {
    this.ledger.setPlaces(station, this.places[station], this.hasStarts(station));
  }

  // ---- places ------------------------------------------------------------------------------------------------------

  private setPlaces(station: number, next: number, bySurge: boolean): void {
    const before = this.places[station];
    if (next === before) return;
    this.places[station] = next;
    this.countPlaces(station);
    this.tell(next > before ? OPEN : CLOSE, -1, station, bySurge ? 1 : 0, next);
    if (next > before) this.markDirty(station);
    else if (this.canLock === true) this.mayHaveLocked = true;
  }

  private withSurge(station: number): number {
    const { network } = this;
    const usual = network.places[station];
    return usual === UNLIMITED || !this.surgeOpen[station] ? usual : usual + network.surgePlaces[station];
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
    this.network = this.later[this.nextChange++].network;
    for (let station = 0; station < this.stations; station++) {
      this.setPlaces(station, this.withSurge(station), false);
      this.countPlaces(station);
      this.markDirty(station);
      if (this.watchesVisits) this.seeVisits(station);
    }
    if (this.watchesHours) this.turnHours();
    if (this.nextChange < this.later.length)
      this.calendar.book(DATED_CHANGES, this.later[this.nextChange].fromDay, CAPACITY_CHANGES);
  }

  private newMonth(): void {
    this.startsUsed.fill(0);
    for (let station = 0; station < this.stations; station++) {
      if (this.network.startsPerMonth[station] < 0) continue;
      this.countPlaces(station);
      this.markDirty(station);
    }
    this.bookMonth();
  }

  private bookMonth(): void {
    const { network } = this;
    this.calendar.book(
      MONTHS,
      nextMonthStart(network.startDayNumber + this.clock[0]) - network.startDayNumber,
      CAPACITY_CHANGES,
    );
  }

  /** Opens and closes surge places by the length of the lists; true when something opened. */
  protected lookAtSurge(): boolean {
    const { network } = this;
    let opened = false;
    for (let station = 0; station < this.stations; station++) {
      const length = this.lists.lengths[station];
      if (!this.surgeOpen[station]) {
        if (network.surgePlaces[station] === 0 || length < network.surgeOpenAt[station]) continue;
        this.surgeOpen[station] = 1;
        this.surgeOpenedDay[station] = this.clock[0];
        const until = this.clock[0] + network.surgeMinDays[station];
        if (until > this.clock[0] && until < this.endDay) this.calendar.book(SURGES + station, until, CAPACITY_CHANGES);
        this.setPlaces(station, this.withSurge(station), true);
        opened = true;
      } else if (
        length <= network.surgeCloseAt[station] &&
        this.clock[0] >= this.surgeOpenedDay[station] + network.surgeMinDays[station]
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
    const day = this.clock[0];
    let next = Infinity;
    let released = false;
    for (let station = 0; station < this.stations; station++) {
      const admits = network.admits[station];
      const releases = network.releases[station];
      for (const windows of [admits, releases])
        if (windows !== null) next = Math.min(next, nextTurn(windows, day, network.startDayNumber));
      const takes = isOpenAt(admits, day, network.startDayNumber) ? 1 : 0;
      const lets = isOpenAt(releases, day, network.startDayNumber) ? 1 : 0;
      if (takes > this.mayAdmit[station]) this.markDirty(station);
      if (lets > this.mayRelease[station]) released = true;
      this.mayAdmit[station] = takes;
      this.mayRelease[station] = lets;
    }
    // Those let go may stand on any list.
    if (released) for (let station = 0; station < this.stations; station++) this.markDirty(station);
    this.mayMovePrepared = this.prepared.length > 0;
    if (next < this.endDay) this.calendar.book(HOURS, next, CAPACITY_CHANGES);
    else this.calendar.cancel(HOURS);
  }

  // ---- years -------------------------------------------------------------------------------------------------------

  private newYear(): void {
    this.ledger.anniversaries.push(this.ledger.costed());
    this.bookYear();
  }

  /** Prices rise at each anniversary of the start date. */
  private bookYear(): void {
    const { startDayNumber } = this.network;
    const next = yearsAfter(startDayNumber, ++this.years) - startDayNumber;
    if (next < this.endDay) this.calendar.book(YEARS, next, CAPACITY_CHANGES);
  }
}
