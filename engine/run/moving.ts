// Moving: taking and giving up places, being seen by a team, getting ready, leaving, giving up (reneging). Long because each of these ends in the others.
import { FALLS_DUE } from '../ground/calendar.ts';
import { progressBetween } from '../ground/hours.ts';
import { BY_EXIT, GAVE_UP, LEAVE, MOVE, READY, RESERVE, TURNED_AWAY } from '../trace/trace.ts';
import {
  ADMITTED_DAY,
  ARRIVED_DAY,
  ASKED_BY,
  ASKED_DAY,
  CARE,
  daysOf,
  DELAYED_DAYS,
  ENTRY,
  FIRST,
  GIVES_UP_DAY,
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
import { IN_PLACE, IS_EXIT, IS_PLAIN, KEEPS_PLACE, PLACES, RESERVED_FOR, rowOf, WAITING_OUTSIDE } from './stations.ts';
import { actorOf, type State, markDirty, refuseToGoOn, remember, tell } from './state.ts';
import { takePlainly } from './short-way.ts';
import { endPlan, firstVisits } from './visits.ts';
import { countStart } from './gates.ts';
import { endDelay, endWaiting, leaveLists, startWaiting } from './waiting.ts';
import { beginCare, beginStay, beginStayAt } from './care.ts';

const MOST_MOVES_AT_ONE_MOMENT = 1_000_000;

// ---- places ------------------------------------------------------------------------------------------------------

function giveUpPlace(run: State, person: number): void {
  const { at } = run;
  const { who, when } = run.people;
  const held = who[person + HELD];
  if (held < 0) return;
  endPlan(run, person, held);
  const row = rowOf(held);
  at[row + IN_PLACE]--;
  markDirty(run, held);
  // In a station with more people than places, someone who was not stuck may have been the one to go.
  if (run.canLock === true && at[row + IN_PLACE] >= at[row + PLACES]) run.mayHaveLocked = true;
  run.ledger.left(held, who[person + KIND], run.clock[0] - when[daysOf(person) + ADMITTED_DAY]);
  who[person + HELD] = -1;
}

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

function countMove(run: State): void {
  if (++run.movesAtThisMoment > MOST_MOVES_AT_ONE_MOMENT)
    refuseToGoOn(run, 'people sent round in a loop in which no time passes');
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

/** The next of an endless backlog comes as soon as one of them has been taken by what they came for, or gives up waiting for it. */
function refillFrom(run: State, person: number): void {
  const { who } = run.people;
  const stream = who[person + STREAM];
  if (stream < 0 || who[person + ASKED_BY] !== ~stream || who[person + KEEPS_TURN] === 1) return;
  refill(run, stream);
}

function refill(run: State, stream: number): void {
  if (run.network.streams[stream].alwaysWaiting > 0) remember(run, run.refill, stream);
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
  tell(run, READY, person, team, -1, 0);
}

// ---- leaving -----------------------------------------------------------------------------------------------------

function leaveBy(run: State, person: number, exit: number, why: number): void {
  const { ledger } = run;
  const { who, when } = run.people;
  const held = who[person + HELD];
  giveUpPlace(run, person);
  ledger.admitted(exit, who[person + KIND], held, who[person + STREAM]);
  ledger.finished(exit, who[person + KIND], run.clock[0] - when[daysOf(person) + ARRIVED_DAY]);
  tell(run, LEAVE, person, held, exit, why);
  run.people.leave(person);
}

/**
 * The short way out for people who leave as they arrive, where nobody watches: the ledger gets what `take` and `leaveBy` would
 * give it, and they need no row.
 */
export function passThrough(
  run: State,
  stream: number,
  need: number,
  kind: number,
  exit: number,
  forNeed: number,
): void {
  const { ledger } = run;
  countMove(run);
  if (run.hasBacklogs === true) refill(run, stream);
  countStart(run, exit);
  ledger.waited(exit, kind, -1, 0);
  if (forNeed === 1) ledger.placedFor(need, true);
  ledger.admitted(exit, kind, -1, stream);
  ledger.finished(exit, kind, 0);
}

/** Where patience was over the moment they asked, and no place came at that moment. */
export function giveUpIfOver(run: State, person: number): void {
  const { who, when } = run.people;
  if (who[person + WAITS] === 0 || who[person + RESERVED] >= 0) return;
  if (when[daysOf(person) + GIVES_UP_DAY] <= run.clock[0]) giveUp(run, person);
}

export function giveUp(run: State, person: number): void {
  const { ledger } = run;
  const { who, when } = run.people;
  run.calendar.cancel(actorOf(run, person));
  const first = who[person + FIRST];
  const waitedDays = run.clock[0] - when[daysOf(person) + ASKED_DAY];
  if (run.hasBacklogs === true) refillFrom(run, person);
  leaveLists(run, person);
  endDelay(run, person);
  ledger.gaveUp(first);
  ledger.waited(first, who[person + KIND], who[person + HELD], waitedDays);
  leaveBy(run, person, run.network.patienceExit[first], GAVE_UP);
}

export function turnAway(run: State, person: number): void {
  const { who } = run.people;
  leaveLists(run, person);
  run.calendar.cancel(actorOf(run, person));
  run.ledger.refused(who[person + FIRST]);
  tell(run, LEAVE, person, -1, -1, TURNED_AWAY);
  run.people.leave(person);
}
