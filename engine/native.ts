// The native engine: one replication from the beginning to the end, instant by instant.
import type { Program } from './compile.ts';
import { FIXED_ASK, IN_CARE, OUTSIDE, READY_TO_GO } from './people.ts';
import { STAY_ENDS } from './calendar.ts';
import { threefry, word } from './random.ts';
import { HandingOut } from './run/handing-out.ts';
import type { Roster } from './run/state.ts';
import type { Ledger } from './ledger.ts';
import { ARRIVE, MOVE, READY, type TraceWriter } from './trace.ts';

export type { Roster } from './run/state.ts';

const MOST_PEOPLE = 1_000_000;
/** Some minutes' work: what has come to this will not come to an end. */
const MOST_EVENTS = 400_000_000;

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
  private readonly numbered: Int32Array;
  private serial = 0;
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
    this.numbered = new Int32Array(this.network.streams.length);
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

  // ---- people come -------------------------------------------------------------------------------------------------

  private newPerson(stream: number, need: number, trait: number, keyHigh: number, keyLow: number): number {
    if (this.slots.present() >= MOST_PEOPLE) this.refuseToGoOn(`${MOST_PEOPLE} people in the model at once`);
    const person = this.slots.take();
    const { people } = this;
    people.serial[person] = this.serial++;
    people.keyHigh[person] = keyHigh;
    people.keyLow[person] = keyLow;
    people.stream[person] = stream;
    people.need[person] = need;
    people.kind[person] = need * this.network.traits + trait;
    people.state[person] = OUTSIDE;
    people.held[person] = -1;
    people.team[person] = -1;
    people.reserved[person] = -1;
    people.waits[person] = 0;
    people.isDelayed[person] = 0;
    people.arrivedDay[person] = this.clock[0]!;
    people.askedDay[person] = this.clock[0]!;
    people.delayedDays[person] = 0;
    people.risesDay[person] = Infinity;
    people.givesUpDay[person] = Infinity;
    people.stayFactor[person] = NaN;
    people.keepsTurn[person] = 0;
    people.plans[person] = 0;
    people.placed[person] = 0;
    people.entry[person] = -1;
    for (let s = 0; s < this.stations; s++) people.stays[person * this.stations + s] = 0;
    if (this.roster !== null) {
      this.roster.need.push(people.need[person]!);
      this.roster.stream.push(stream);
      this.roster.keyHigh.push(keyHigh >>> 0);
      this.roster.keyLow.push(keyLow >>> 0);
    }
    this.tell(ARRIVE, person, -1, people.need[person]!, stream);
    return person;
  }

  private arrive(stream: number, need: number, trait: number, keyHigh: number, keyLow: number): void {
    if (++this.eventCount > MOST_EVENTS) this.refuseToGoOn(`${MOST_EVENTS} events`);
    const person = this.newPerson(stream, need, trait, keyHigh, keyLow);
    this.ask(person, this.network.streamAsk[stream * this.kinds + this.people.kind[person]!]!, ~stream);
  }

  protected arriveNumbered(stream: number): void {
    const { draws, network } = this;
    this.arrivals.numberedKey(stream, this.numbered[stream]!++);
    const keyHigh = word[0]!;
    const keyLow = word[1]!;
    const trait = draws.trait(network, stream, keyHigh, keyLow);
    this.arrive(stream, draws.need(network, stream, trait, keyHigh, keyLow), trait, keyHigh, keyLow);
  }

  private placeInitialPeople(seed: number, replication: number): void {
    const { draws, network, people } = this;
    for (const group of network.initial)
      for (let n = 0; n < group.people; n++) {
        threefry(seed, replication, group.hash, 0);
        threefry(word[0]!, word[1]!, n, 0);
        const keyHigh = word[0]!;
        const keyLow = word[1]!;
        const trait = draws.trait(network, -1, keyHigh, keyLow);
        const { station } = group;
        const person = this.newPerson(-1, group.need, trait, keyHigh, keyLow);
        if (group.state !== 'waiting') {
          this.takePlace(person, station);
          people.first[person] = station;
          this.tell(MOVE, person, -1, station, station);
        }
        if (group.state === 'inCare') {
          people.state[person] = IN_CARE;
          people.care[person] = station;
          people.stayAt[person] = station;
          people.stayNumber[person] = 0;
          people.stays[person * this.stations + station] = 1;
          const days = draws.remainingDays(network, group.remaining[trait]!, keyHigh, keyLow, station);
          // In the middle of their stay, on average, and so of their visits.
          this.beginStay(person, days, 0.5 * (network.firstVisits[station]! + network.lastVisits[station]!));
        } else {
          if (group.state === 'delayed') {
            people.state[person] = READY_TO_GO;
            this.tell(READY, person, station, -1, 0);
          }
          this.ask(person, group.asks[trait]!, FIXED_ASK);
        }
      }
    for (let stream = 0; stream < network.streams.length; stream++)
      for (let n = 0; n < network.streams[stream]!.alwaysWaiting; n++) this.arriveNumbered(stream);
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
    if (this.watchesRooms === true) this.lookAtWaitingRooms();
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
      if (people.state[person]! > 0 && people.waits[person] === 1) waiting[people.first[person]!]!++;
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
        (reached ? this.lookAtDays[this.nextLook]! <= seen : this.lookAtDays[this.nextLook]! < day)
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
