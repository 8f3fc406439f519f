// Moving: into a place or on from one kept, being seen by a team, getting ready. Each of these ends in the others.
import { FALLS_DUE } from '../ground/calendar.ts';
import { progressBetween } from '../ground/hours.ts';
import { BY_EXIT, MOVE, READY, RESERVE } from '../trace/trace.ts';
import {
  ADMITTED_DAY,
  ASKED_DAY,
  CARE,
  daysOf,
  DELAYED_DAYS,
  ENTRY,
  FIRST,
  HELD,
  KEEPS_TURN,
  KEY_HIGH,
  KEY_LOW,
  KIND,
  NEED,
  PLACED,
  PRESENT_ASK,
  RESERVED,
  RESERVED_BY,
  STAY_END_DAY,
  STAY_FACTOR,
  STREAM,
  TASK_DAY,
  TEAM,
  WAITS,
} from './people.ts';
import { askRow, FOR_NEED, PREPARES } from './plan.ts';
import { IN_PLACE, IS_EXIT, IS_PLAIN, KEEPS_PLACE, RESERVED_FOR, rowOf, WAITING_OUTSIDE } from './stations.ts';
import { actorOf, type State, markDirty, tell } from './state.ts';
import { takePlainly } from './short-way.ts';
import { beginTurnaround } from './turnaround.ts';
import { firstVisits } from './visits.ts';
import { countStart } from './gates.ts';
import { endDelay, endWaiting, leaveLists, startWaiting } from './waiting.ts';
import { beginCare, beginStay, beginStayAt } from './care.ts';
import { countMove, giveUpPlace, leaveBy, refillFrom } from './leaving.ts';

// ---- places ------------------------------------------------------------------------------------------------------

export function takePlace(run: State, person: number, station: number): void {
  const { at } = run;
  const { who, when } = run.people;
  const from = who[person + HELD];
  giveUpPlace(run, person);
  run.ledger.admitted(station, who[person + KIND], from, who[person + STREAM]);
  who[person + HELD] = station;
  when[daysOf(person) + ADMITTED_DAY] = run.clock[0];
  at[rowOf(station) + IN_PLACE]++;
}

/** A place is theirs: they move in at once, are seen by the team, or get ready for it. */
export function take(run: State, person: number, station: number, alternative: number): void {
  const { at } = run;
  const { who } = run.people;
  countMove(run);
  if (run.hasBacklogs === true) refillFrom(run, person);
  const row = rowOf(station);
  if (run.hasKeptTurns === true && who[person + KEEPS_TURN] === 1) moveOn(run, person, station);
  else if (at[row + KEEPS_PLACE] === 1) beginTask(run, person, station, alternative);
  else if (run.hasPreparation === true && run.plan.asks[askRow(who[person + PRESENT_ASK]) + PREPARES] === 1)
    reserve(run, person, station, alternative);
  else if (at[row + IS_PLAIN] === 1 && alternative < 0) takePlainly(run, person, station);
  else {
    countStart(run, station);
    moveIn(run, person, station, alternative);
  }
}

export function moveIn(run: State, person: number, station: number, alternative: number): void {
  const { at } = run;
  const { who } = run.people;
  const held = who[person + HELD];
  const keepsTurn = alternative >= 0 && run.network.altMovesOn[alternative] === 1;
  if (who[person + WAITS] === 1) {
    if (keepsTurn) keepTurn(run, person);
    else leaveLists(run, person);
    if (run.watchesDue === true) run.calendar.cancel(actorOf(run, person));
  }
  endDelay(run, person);
  placedFor(run, person, station, held, alternative);
  if (at[rowOf(station) + IS_EXIT] === 1) return leaveBy(run, person, station, BY_EXIT);
  takePlace(run, person, station);
  tell(run, MOVE, person, held, station, who[person + FIRST]);
  beginCare(run, person, station, alternative);
}

/** A further stay in the place already held. */
export function stayOn(run: State, person: number, alternative: number): void {
  const { who } = run.people;
  const held = who[person + HELD];
  if (alternative >= 0 && run.network.altMovesOn[alternative] === 1) keepTurn(run, person);
  else leaveLists(run, person);
  endDelay(run, person);
  run.calendar.cancel(actorOf(run, person));
  placedFor(run, person, held, held, alternative);
  tell(run, MOVE, person, held, held, who[person + FIRST]);
  beginCare(run, person, held, alternative);
}

/** Books the wait that has just ended and, the first time, whether the place is the one that was needed. */
function placedFor(run: State, person: number, station: number, from: number, alternative: number): void {
  const { ledger } = run;
  const { who, when } = run.people;
  const waitedDays = run.clock[0] - when[daysOf(person) + ASKED_DAY];
  ledger.waited(station, who[person + KIND], from, waitedDays);
  when[daysOf(person) + DELAYED_DAYS] += waitedDays;
  if (who[person + PLACED] === 1 || !run.plan.asks[askRow(who[person + PRESENT_ASK]) + FOR_NEED]) return;
  who[person + PLACED] = 1;
  ledger.placedFor(who[person + NEED], alternative < 0);
}

// ---- a turn kept -------------------------------------------------------------------------------------------------

function keepTurn(run: State, person: number): void {
  const { who } = run.people;
  who[person + KEEPS_TURN] = 1;
  run.lists.leaveAlternatives(person);
  endWaiting(run, person);
}

export function forgetTurn(run: State, person: number): void {
  const { who } = run.people;
  if (run.hasKeptTurns === false || who[person + KEEPS_TURN] === 0) return;
  who[person + KEEPS_TURN] = 0;
  run.lists.leaveAll(person);
}

/** The place that was needed has come: on with what is left of the stay. */
function moveOn(run: State, person: number, station: number): void {
  const { network } = run;
  const { who, when } = run.people;
  const held = who[person + HELD];
  const day = run.clock[0];
  const end = when[daysOf(person) + STAY_END_DAY];
  const leftDays = progressBetween(network.progresses[held], day, end, network.startDayNumber);
  const factor = when[daysOf(person) + STAY_FACTOR];
  forgetTurn(run, person);
  run.calendar.cancel(actorOf(run, person));
  countStart(run, station);
  takePlace(run, person, station);
  tell(run, MOVE, person, held, station, who[person + FIRST]);
  // They go on from here as from any other admission, whichever of the equal stations had room.
  who[person + CARE] = station;
  when[daysOf(person) + STAY_FACTOR] = NaN;
  beginStay(run, person, factor === factor ? leftDays / factor : leftDays, firstVisits(run, person, station));
}

// ---- preparation -------------------------------------------------------------------------------------------------

/** The place is theirs, and stays empty while they get ready where they are. */
function reserve(run: State, person: number, station: number, alternative: number): void {
  const { at, ledger, network, people } = run;
  const { who } = people;
  const actor = actorOf(run, person);
  const first = who[person + FIRST];
  if (who[person + WAITS] === 0) startWaiting(run, person);
  if (who[person + ENTRY] >= 0) run.lists.leaveAll(person);
  const held = who[person + HELD];
  if (held < 0) at[rowOf(first) + WAITING_OUTSIDE]--;
  ledger.prepares(held, first, station);
  countStart(run, station);
  at[rowOf(station) + RESERVED_FOR]++;
  who[person + RESERVED] = station;
  who[person + RESERVED_BY] = alternative;
  const number = people.staysAt(person, first);
  const days = run.draws.prepareDays(
    network,
    who[person + PRESENT_ASK],
    who[person + KEY_HIGH],
    who[person + KEY_LOW],
    first,
    number,
  );
  const until = run.clock[0] + days;
  tell(run, RESERVE, person, held, station, until);
  run.calendar.cancel(actor);
  if (until <= run.clock[0]) isPrepared(run, person);
  else if (until < run.endDay) run.calendar.book(actor, until, FALLS_DUE);
}

export function isPrepared(run: State, person: number): void {
  run.prepared.push(person);
  run.mayMovePrepared = true;
}

/** Into the place reserved for them. */
export function movePrepared(run: State, person: number): void {
  const { at, prepared } = run;
  const { who } = run.people;
  prepared.splice(prepared.indexOf(person), 1);
  const station = who[person + RESERVED];
  run.ledger.preparesNoMore(who[person + HELD], who[person + FIRST], station, who[person + KIND]);
  who[person + WAITS] = 0;
  who[person + RESERVED] = -1;
  at[rowOf(station) + RESERVED_FOR]--;
  moveIn(run, person, station, who[person + RESERVED_BY]);
}

// ---- teams -------------------------------------------------------------------------------------------------------

/** Seen where they are: they keep the place, and those who were delayed still are. */
function beginTask(run: State, person: number, team: number, alternative: number): void {
  const { at, ledger } = run;
  const { who, when } = run.people;
  const held = who[person + HELD];
  const kind = who[person + KIND];
  // Even without a moment of waiting, they are delayed until they have been seen.
  if (who[person + WAITS] === 0) startWaiting(run, person);
  if (who[person + ENTRY] >= 0) run.lists.leaveAll(person);
  who[person + WAITS] = 0;
  const first = who[person + FIRST];
  if (held < 0) at[rowOf(first) + WAITING_OUTSIDE]--;
  ledger.seen(held, first, team, kind);
  run.calendar.cancel(actorOf(run, person));
  if (who[person + PLACED] === 0 && run.plan.asks[askRow(who[person + PRESENT_ASK]) + FOR_NEED]) {
    who[person + PLACED] = 1;
    ledger.placedFor(who[person + NEED], alternative < 0);
  }
  countStart(run, team);
  ledger.admitted(team, kind, held, who[person + STREAM]);
  at[rowOf(team) + IN_PLACE]++;
  who[person + TEAM] = team;
  when[daysOf(person) + TASK_DAY] = run.clock[0];
  tell(run, MOVE, person, held, team, first);
  beginStayAt(run, person, team, team, 0);
}

export function endTask(run: State, person: number): void {
  const { at, ledger } = run;
  const { who, when } = run.people;
  const team = who[person + TEAM];
  who[person + TEAM] = -1;
  at[rowOf(team) + IN_PLACE]--;
  markDirty(run, team);
  ledger.left(team, who[person + KIND], run.clock[0] - when[daysOf(person) + TASK_DAY]);
  ledger.seenNoMore(who[person + HELD], team);
  if (run.hasTurnarounds === true) beginTurnaround(run, person, team);
  tell(run, READY, person, team, -1, 0);
}
