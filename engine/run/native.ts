// The native engine: one replication from beginning to end, instant by instant.
import type { Ledger } from '../account/ledger.ts';
import { STAY_ENDS } from '../ground/calendar.ts';
import { Idle, MOST_PEOPLE_OF_A_STATE } from '../ground/kept.ts';
import type { Program } from '../network/compile.ts';
import type { TraceWriter } from '../trace/trace.ts';
import { arrive, placeInitialPeople } from './arriving.ts';
import { fallsDue } from './asking.ts';
import { stayEnds } from './ending.ts';
import { beginGates, lookAtSurge, openGates, timePasses } from './gates.ts';
import { handOut, lookAtWaitingRooms } from './handing-out.ts';
import { A_PERSON, FIRST, GONE, personOf, STATE, WAITS } from './people.ts';
import { IN_PLACE, PLACES, READY_HERE, rowOf } from './stations.ts';
import { NEXT_ARRIVAL, refuseToGoOn, State, watchBy, type MayGoOn, type Roster } from './state.ts';
import { beginVisits, makeVisits } from './visits.ts';
import { tellCauses } from './waiting.ts';

export type { MayGoOn, Roster } from './state.ts';

/** Instants between two questions: some milliseconds. */
const INSTANTS_A_QUESTION = 16_384;

/** Counts by station straight from the state: holding a place, ready among them, asked for it first, places in force. */
interface Census {
  occupancy: Int32Array;
  delayed: Int32Array;
  waiting: Int32Array;
  places: Int32Array;
}

export interface Run {
  readonly ledger: Ledger;
  /** Levels on the days looked at: `looks[k]` holds occupancy, waiting, delayed of each station, one after the other. */
  readonly looks: readonly Int32Array[];
  /** Everything up to and including a day has happened. */
  runTo(day: number): void;
  /** Runs to the end and settles the ledger. */
  finish(): void;
  census(): Census;
  /** Arrivals and ended stays so far. */
  events(): number;
}

/**
 * One replication, ready to run from `-warmUpDays`. A replication of ~r is the mirror of r: the same people, with every uniform
 * number u turned into 1 − u. Writes to `trace` and `roster` when they are given. Throws `Refusal` when a run cannot go on, or
 * when `mayGoOn` (called every so many instants) says that its time is up.
 */
export function startRun(
  program: Program,
  seed: number,
  replication: number,
  trace: TraceWriter | null,
  roster: Roster | null,
  mayGoOn: MayGoOn | null = null,
): Run {
  const signedSeed = seed | 0; // the same 32 bits, and quicker
  const run = roomFor(program, signedSeed, replication);
  watchBy(run, trace, roster);
  run.mayGoOn = mayGoOn;
  beginVisits(run);
  beginGates(run);
  placeInitialPeople(run, signedSeed, replication < 0 ? ~replication : replication);
  openGates(run);
  return new OpenRun(run);
}

/** States of runs that are over. */
const idle = new Idle<Program, State>();

/** A state of a run's own until it is over: one that is idle if there is, for its memory is warm and need not be made anew. */
function roomFor(program: Program, seed: number, replication: number): State {
  const state = idle.take(program);
  if (state === undefined) return new State(program, seed, replication);
  state.begin(seed, replication);
  return state;
}

/** Once it is over, a run answers from what it has kept, for its state may serve another. */
class OpenRun implements Run {
  readonly ledger: Ledger;
  readonly looks: readonly Int32Array[];
  private state: State | null;
  private atEnd: { census: Census; events: number } | null = null;

  constructor(state: State) {
    this.state = state;
    this.ledger = state.ledger;
    this.looks = state.looks;
  }

  runTo(day: number): void {
    if (this.state !== null) runTo(this.state, day);
  }

  finish(): void {
    const { state } = this;
    if (state === null) return;
    finish(state);
    this.atEnd = { census: census(state), events: state.eventCount };
    this.state = null;
    if (state.people.room <= MOST_PEOPLE_OF_A_STATE) idle.leave(state.program, state);
  }

  census(): Census {
    return this.state !== null ? census(this.state) : this.atEnd!.census;
  }

  events(): number {
    return this.state !== null ? this.state.eventCount : this.atEnd!.events;
  }
}

function runTo(run: State, until: number): void {
  const { calendar, clock, endDay } = run;
  for (;;) {
    const booked = calendar.nextDay();
    const coming = clock[NEXT_ARRIVAL];
    const day = run.hasStarted === true ? (booked < coming ? booked : coming) : run.startDay;
    const isReached = day > until || day >= endDay;
    if (run.hasStops === true) stopBefore(run, isReached ? until : day, isReached);
    if (isReached) return;
    run.hasStarted = true;
    if (++run.instants % INSTANTS_A_QUESTION === 0 && run.mayGoOn !== null && !run.mayGoOn())
      refuseToGoOn(run, 'the time limit reached');
    instant(run, day);
  }
}

/** What happens between two instants: counting begins, and levels are looked at. */
function stopBefore(run: State, day: number, isReached: boolean): void {
  if (run.isCounting === false) beginCounting(run, day);
  lookBefore(run, day, isReached);
  run.hasStops = run.isCounting === false || run.looks.length < run.lookAtDays.length;
}

/** Day 0 is the end of the warm-up. */
function beginCounting(run: State, day: number): void {
  if (!(day >= 0)) return;
  run.isCounting = true;
  run.clock[0] = 0;
  run.ledger.begin();
}

/** A day is looked at when all that happens on it has happened. */
function lookBefore(run: State, day: number, isReached: boolean): void {
  const { lookAtDays, looks, stations } = run;
  while (looks.length < lookAtDays.length) {
    const next = lookAtDays[looks.length];
    if (isReached ? next > day : next >= day) return;
    const { occupancy, waiting, delayed } = census(run);
    const levels = new Int32Array(3 * stations);
    levels.set(occupancy);
    levels.set(waiting, stations);
    levels.set(delayed, 2 * stations);
    looks.push(levels);
  }
}

function instant(run: State, day: number): void {
  const { calendar, clock } = run;
  clock[0] = day;
  run.movesAtThisMoment = 0;
  const comes = clock[NEXT_ARRIVAL] <= day;
  while (calendar.nextDay() <= day) {
    const actor = calendar.pop();
    run.others = comes || calendar.nextDay() <= day;
    happen(run, actor, calendar.phaseOf(actor));
  }
  if (comes) everyoneComes(run, day);
  run.others = false;
  handOut(run);
  while (run.watchesSurge === true && lookAtSurge(run)) handOut(run);
  // With those turned away gone, a list may be down to where its surge places close.
  if (run.watchesRooms === true && lookAtWaitingRooms(run) && run.watchesSurge === true) lookAtSurge(run);
  if (run.trace !== null) tellCauses(run);
}

/** All who come at this instant. */
function everyoneComes(run: State, day: number): void {
  const { arrivals, clock } = run;
  do {
    const stream = arrivals.stream();
    const keyHigh = arrivals.keyHigh();
    const keyLow = arrivals.keyLow();
    const trait = arrivals.trait(run.network);
    const need = arrivals.need(run.network);
    arrivals.advance();
    clock[NEXT_ARRIVAL] = arrivals.nextDay();
    run.others = clock[NEXT_ARRIVAL] <= day;
    arrive(run, stream, need, trait, keyHigh, keyLow);
  } while (run.others === true);
}

function happen(run: State, actor: number, phase: number): void {
  if (actor < run.firstPerson) timePasses(run, actor);
  else if (phase === STAY_ENDS) stayEnds(run, personOf(actor - run.firstPerson));
  else fallsDue(run, personOf(actor - run.firstPerson));
}

function finish(run: State): void {
  const { clock, endDay, ledger } = run;
  runTo(run, endDay);
  clock[0] = endDay;
  if (run.watchesVisits && Number.isInteger(endDay)) makeVisits(run);
  if (run.network.costs.some((cost) => cost.known)) ledger.yearEnds();
  ledger.settle();
}

function census({ at, people, stations }: State): Census {
  const { who } = people;
  const [occupancy, delayed, waiting, places] = Array.from({ length: 4 }, () => new Int32Array(stations));
  for (let station = 0; station < stations; station++) {
    const row = rowOf(station);
    occupancy[station] = at[row + IN_PLACE];
    delayed[station] = at[row + READY_HERE];
    places[station] = at[row + PLACES];
  }
  for (let person = 0; person < people.end(); person += A_PERSON)
    if (who[person + STATE] !== GONE && who[person + WAITS] === 1) waiting[who[person + FIRST]]++;
  return { occupancy, delayed, waiting, places };
}
