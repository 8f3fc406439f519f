// Handing out: at the end of every instant free places go to the first on their lists; full waiting rooms turn people away (balking, loss); a deadlock is resolved.
import { findRing, mayBeLocked } from './gridlock.ts';
import { RING } from '../trace/trace.ts';
import {
  askedBefore,
  daysOf,
  FIRST,
  GIVES_UP_DAY,
  hasSmallerKey,
  HELD,
  JOINED_DAY,
  NEXT_ALTERNATIVE,
  OWN_ALTERNATIVE,
  OWN_CHOICE,
  PRESENT_ASK,
  RESERVED,
  RISES_DAY,
  WAITS,
} from './people.ts';
import { ALTERNATIVES_TO, askRow } from './plan.ts';
import { IS_DIRTY, LISTED, rowOf, WAITING_OUTSIDE } from './stations.ts';
import { ALTERNATIVE, AT_STATION, BEFORE, CHOICE, PERSON } from './waiting-lists.ts';
import { type State, tell } from './state.ts';
import { canTake, isAdmitting, mayBeGiven, mayLeave, countStart } from './gates.ts';
import { giveUpIfOver, turnAway } from './leaving.ts';
import { moveIn, movePrepared, stayOn, take } from './moving.ts';
import { stayEnds } from './ending.ts';
import { arriveNumbered } from './arriving.ts';

export function handOut(run: State): void {
  if (run.isUnsettled === false && run.mayHaveLocked === false && run.mayMovePrepared === false)
    if (nobodyCouldMove(run)) return;
  for (;;) {
    while (run.stayingOn.length > 0) stayOn(run, run.stayingOn.pop()!, -1);
    while (run.endingNow.length > 0) stayEnds(run, run.endingNow.pop()!);
    while (run.refill.length > 0) arriveNumbered(run, run.refill.pop()!);
    if (run.stayingOn.length > 0 || run.endingNow.length > 0 || moveNext(run)) continue;
    if (run.mayHaveLocked === true && moveRing(run)) continue;
    if (run.impatient.length === 0) break;
    for (const person of run.impatient.splice(0)) giveUpIfOver(run, person);
  }
  run.isUnsettled = false;
}

/** Whether every list where something is new is empty, as at most instants; then nothing is new any more. */
function nobodyCouldMove(run: State): boolean {
  const { at, dirty } = run;
  for (let i = 0; i < run.dirtyCount; i++) if (at[rowOf(dirty[i]) + LISTED] > 0) return false;
  for (let i = 0; i < run.dirtyCount; i++) at[rowOf(dirty[i]) + IS_DIRTY] = 0;
  run.dirtyCount = 0;
  return true;
}

/**
 * Of all who can move – first on a list, staying on as a later choice, or prepared – the one who asked first does (then by
 * key, then by their own order of choice); false when nobody can.
 */
function moveNext(run: State): boolean {
  const { who } = run.people;
  const { rows } = run.lists;
  const entry = firstOnLists(run);
  const own = run.mayStayOn.length > 0 ? firstToStayOn(run) : -1;
  const prepared = run.mayMovePrepared === true ? firstPrepared(run) : -1;
  let person = entry < 0 ? -1 : rows[entry + PERSON];
  const staysOn =
    own >= 0 &&
    (own === person
      ? who[own + OWN_CHOICE] < rows[entry + CHOICE]
      : person < 0 || askedBefore(run.people, own, person));
  if (staysOn) person = own;
  if (prepared >= 0 && (person < 0 || askedBefore(run.people, prepared, person))) movePrepared(run, prepared);
  else if (staysOn) stayOn(run, own, who[own + OWN_ALTERNATIVE]);
  else if (entry >= 0) take(run, person, rows[entry + AT_STATION], rows[entry + ALTERNATIVE]);
  else return false;
  return true;
}

/** Of the first on each list who may be given a place, the one who goes first; −1 for nobody. */
function firstOnLists(run: State): number {
  const { at } = run;
  let best = -1;
  for (let i = 0; i < run.dirtyCount; i++) {
    const station = run.dirty[i];
    const row = rowOf(station);
    const entry = at[row + LISTED] > 0 && canTake(run, station) ? firstWhoMay(run, station) : -1;
    if (entry < 0) {
      at[row + IS_DIRTY] = 0;
      run.dirty[i--] = run.dirty[--run.dirtyCount];
    } else if (best < 0 || goesFirst(run, entry, best)) best = entry;
  }
  return best;
}

/** The first on a list who may be given a place now. */
function firstWhoMay(run: State, station: number): number {
  const { lists } = run;
  const { rows } = lists;
  let entry = lists.head(station);
  if (run.watchesHours === false && run.hasOwnPlans === false) return entry;
  while (entry >= 0 && !mayBeGiven(run, rows[entry + PERSON], station)) entry = lists.next(entry);
  return entry;
}

function goesFirst(run: State, a: number, b: number): boolean {
  const { rows } = run.lists;
  const one = rows[a + PERSON];
  const two = rows[b + PERSON];
  return one === two ? rows[a + CHOICE] < rows[b + CHOICE] : askedBefore(run.people, one, two);
}

/** Of those who may stay on and still wait, the one who has asked longest; −1 for nobody. */
function firstToStayOn(run: State): number {
  const { mayStayOn } = run;
  const { who } = run.people;
  let first = -1;
  for (let i = mayStayOn.length - 1; i >= 0; i--) {
    const person = mayStayOn[i];
    const waits = who[person + WAITS] === 1 && who[person + RESERVED] < 0;
    if (!waits || who[person + OWN_CHOICE] < 0) mayStayOn.splice(i, 1);
    else if (first < 0 || askedBefore(run.people, person, first)) first = person;
  }
  return first;
}

/** Of those whose preparation is over and whose hours allow the move, the one who has asked longest; −1 for nobody. */
function firstPrepared(run: State): number {
  const { who } = run.people;
  let first = -1;
  for (const person of run.prepared)
    if (mayLeave(run, person) && isAdmitting(run, who[person + RESERVED]))
      if (first < 0 || askedBefore(run.people, person, first)) first = person;
  if (first < 0) run.mayMovePrepared = false;
  return first;
}

function moveRing(run: State): boolean {
  const { network, at, locking, people, lists } = run;
  const { who, when } = people;
  run.mayHaveLocked = false;
  let full = false;
  for (let i = 0; i < locking.length && !full; i++) full = mayBeLocked(network, at, locking[i]);
  if (!full) return false;
  const mayStillLeave = (person: number) =>
    when[daysOf(person) + RISES_DAY] < Infinity ||
    when[daysOf(person) + GIVES_UP_DAY] < Infinity ||
    hasMoreToJoin(run, person);
  const { rows } = lists;
  const ring = findRing({ network, at, people, rows, mayStillLeave });
  if (ring === null) return false;
  run.ledger.ring();
  // Everyone lets go before anyone takes: inside the ring each place is given and taken at one instant.
  const moves = ring.map((entry) => ({
    person: rows[entry + PERSON],
    station: rows[entry + AT_STATION],
    alternative: rows[entry + ALTERNATIVE],
  }));
  for (const { person, station } of moves) tell(run, RING, person, who[person + HELD], station, moves.length);
  run.isRingMoving = true;
  for (const { person, station, alternative } of moves) {
    countStart(run, station);
    moveIn(run, person, station, alternative);
  }
  run.isRingMoving = false;
  run.mayHaveLocked = true;
  return true;
}

/** Whether an alternative yet to come leads to a list they are not on. */
function hasMoreToJoin(run: State, person: number): boolean {
  const { network } = run;
  const { who } = run.people;
  const end = network.altFrom[run.plan.asks[askRow(who[person + PRESENT_ASK]) + ALTERNATIVES_TO]];
  for (let t = network.altFrom[who[person + NEXT_ALTERNATIVE]]; t < end; t++)
    if (!run.lists.has(person, network.altTargets[t])) return true;
  return false;
}

/** True when somebody was turned away. */
export function lookAtWaitingRooms(run: State): boolean {
  const { at } = run;
  let turned = false;
  for (const station of run.roomed) {
    const room = run.network.waitingRoom[station];
    if (room < 0) continue;
    for (; at[rowOf(station) + WAITING_OUTSIDE] > room; turned = true) turnAway(run, firstTurnedAway(run, station));
  }
  return turned;
}

/**
 * Of those outside who asked for a station first, the one who joined last (of several at once, the largest key): of everybody, or of the least
 * urgent.
 */
function firstTurnedAway(run: State, station: number): number {
  const { who, when } = run.people;
  const { rows } = run.lists;
  const isByUrgency = run.network.turnsAwayLeastUrgent[station] === 1;
  let last = -1;
  for (let list = run.network.classes - 1; list >= 0 && (last < 0 || !isByUrgency); list--)
    for (let entry = run.lists.tail(station, list); entry >= 0; entry = rows[entry + BEFORE]) {
      const person = rows[entry + PERSON];
      if (who[person + HELD] >= 0 || who[person + FIRST] !== station) continue;
      const joinedLater = last < 0 || when[daysOf(person) + JOINED_DAY] > when[daysOf(last) + JOINED_DAY];
      const tie = last >= 0 && when[daysOf(person) + JOINED_DAY] === when[daysOf(last) + JOINED_DAY];
      if (joinedLater || (tie && hasSmallerKey(run.people, last, person))) last = person;
    }
  return last;
}
