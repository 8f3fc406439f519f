// The native engine: one replication from the beginning to the end, instant by instant.
import type { Program } from '../network/compile.ts';
import { STAY_ENDS } from '../ground/calendar.ts';
import { HandingOut } from './handing-out.ts';
import type { Roster } from './state.ts';
import type { Ledger } from '../account/ledger.ts';
import type { TraceWriter } from '../trace/trace.ts';

export type { Roster } from './state.ts';

/** Whether a run may go on: the engine knows no clock, its host does. */
export type MayGoOn = () => boolean;
/** Instants between two questions: some milliseconds. */
const INSTANTS_A_QUESTION = 16_384;

export interface Run {
  readonly ledger: Ledger;
  /** Levels on the days looked at: `looks[k]` holds occupancy, waiting, delayed of each station, one after the other. */
  readonly looks: readonly Int32Array[];
  /** Everything up to and including a day has happened. */
  runTo(day: number): void;
  /** Runs to the end and settles the ledger. */
  finish(): void;
  /** Counts by station straight from the state: holding a place, ready among them, asked for it first, places in force. */
  census(): { occupancy: Int32Array; delayed: Int32Array; waiting: Int32Array; places: Int32Array };
  /** Arrivals and ended stays so far. */
  events(): number;
}

/**
 * One replication, ready to run from `-warmUpDays`. A replication of ~r is the mirror of r: the same people, with every uniform
 * number u turned into 1 − u. Writes to `trace` and `roster` when they are given. Throws `Refusal` when a run cannot go on, or
 * when `mayGoOn` (asked every so many instants) says that its time is up.
 */
export const startRun = (
  program: Program,
  seed: number,
  replication: number,
  trace: TraceWriter | null,
  roster: Roster | null,
  mayGoOn: MayGoOn | null = null,
): Run => new NativeRun(program, seed | 0, replication, trace, roster, mayGoOn);

class NativeRun extends HandingOut implements Run {
  readonly looks: Int32Array[] = [];
  private nextLook = 0;
  private counting = false;
  private started = false;
  private instants = 0;
  private readonly mayGoOn: MayGoOn | null;

  constructor(
    program: Program,
    seed: number,
    replication: number,
    trace: TraceWriter | null,
    roster: Roster | null,
    mayGoOn: MayGoOn | null,
  ) {
    // The seed as a signed number: the same 32 bits, and quicker.
    super(program, seed, replication, trace, roster);
    this.mayGoOn = mayGoOn;
    this.placeInitialPeople(seed, replication < 0 ? ~replication : replication);
    this.openGates();
  }

  events(): number {
    return this.eventCount;
  }

  finish(): void {
    this.runTo(this.endDay);
    this.clock[0] = this.endDay;
    if (this.watchesVisits && Number.isInteger(this.endDay)) this.makeVisits();
    if (this.network.costs.some((cost) => cost.known)) this.ledger.anniversaries.push(this.ledger.costed());
    this.ledger.settle();
  }

  // ---- time --------------------------------------------------------------------------------------------------------

  private happen(actor: number, phase: number): void {
    if (actor < this.firstPerson) this.timePasses(actor);
    else if (phase === STAY_ENDS) this.stayEnds(actor - this.firstPerson);
    else this.fallsDue(actor - this.firstPerson);
  }

  private instant(day: number): void {
    this.clock[0] = day;
    this.movesAtThisMoment = 0;
    while (this.calendar.nextDay() <= day) {
      const actor = this.calendar.pop();
      this.others = this.calendar.nextDay() <= day || this.arrivals.nextDay() <= day;
      this.happen(actor, this.calendar.phaseOf(actor));
    }
    while (this.arrivals.nextDay() <= day) {
      const stream = this.arrivals.stream();
      const keyHigh = this.arrivals.keyHigh();
      const keyLow = this.arrivals.keyLow();
      const trait = this.draws.trait(this.network, stream, keyHigh, keyLow);
      const need = this.arrivals.need(this.network, trait);
      this.arrivals.advance();
      this.others = this.arrivals.nextDay() <= day;
      this.arrive(stream, need, trait, keyHigh, keyLow);
    }
    this.others = false;
    this.handOut();
    while (this.watchesSurge === true && this.lookAtSurge()) this.handOut();
    // With those turned away gone, a list may be down to where its surge places close.
    if (this.watchesRooms === true && this.lookAtWaitingRooms() && this.watchesSurge === true) this.lookAtSurge();
  }

  private look(): void {
    const { occupancy, waiting, delayed } = this.census();
    const levels = new Int32Array(3 * this.stations);
    levels.set(occupancy);
    levels.set(waiting, this.stations);
    levels.set(delayed, 2 * this.stations);
    this.looks.push(levels);
  }

  census(): ReturnType<Run['census']> {
    const { people } = this;
    const waiting = new Int32Array(this.stations);
    for (let person = 0; person < this.slots.used(); person++)
      if (people.state[person] > 0 && people.waits[person] === 1) waiting[people.first[person]]++;
    return {
      occupancy: Int32Array.from(this.inPlace),
      delayed: Int32Array.from(this.readyHere),
      waiting,
      places: Int32Array.from(this.places),
    };
  }

  runTo(until: number): void {
    for (;;) {
      const booked = this.calendar.nextDay();
      const arriving = this.arrivals.nextDay();
      const day = this.started === true ? (booked < arriving ? booked : arriving) : this.startDay;
      const reached = day > until || day >= this.endDay;
      const seen = reached ? until : day;
      if (this.counting === false && (day >= 0 || seen >= 0)) {
        this.counting = true;
        this.clock[0] = 0;
        this.ledger.begin();
      }
      while (
        this.nextLook < this.lookAtDays.length &&
        (reached ? this.lookAtDays[this.nextLook] <= seen : this.lookAtDays[this.nextLook] < day)
      ) {
        this.look();
        this.nextLook++;
      }
      if (reached) return;
      this.started = true;
      if (++this.instants % INSTANTS_A_QUESTION === 0 && this.mayGoOn !== null && !this.mayGoOn())
        this.refuseToGoOn('the time it was given is up');
      this.instant(day);
    }
  }
}
