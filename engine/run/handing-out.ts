// Handing out: at the end of every instant free places go to the first on their lists; full waiting rooms turn people away (balking, loss); a deadlock is resolved.
import { findRing, mayBeLocked } from './gridlock.ts';
import { keyBefore } from '../arrivals/arrivals.ts';
import { RING } from '../trace/trace.ts';
import { type State, tell } from './state.ts';
import { canTake, isAdmitting, mayBeGiven, mayLeave, countStart } from './gates.ts';
import { giveUpIfOver, moveIn, movePrepared, stayOn, take, turnAway } from './moving.ts';
import { stayEnds } from './asking.ts';
import { arriveNumbered } from './arriving.ts';

export function handOut(run: State): void {
  if (
    run.dirtyCount === 0 &&
    run.mayHaveLocked === false &&
    run.mayMovePrepared === false &&
    run.endingNow.length === 0 &&
    run.stayingOn.length === 0 &&
    run.mayStayOn.length === 0 &&
    run.impatient.length === 0 &&
    run.refill.length === 0
  )
    return;
  for (;;) {
    while (run.stayingOn.length > 0) stayOn(run, run.stayingOn.pop()!, -1);
    while (run.endingNow.length > 0) stayEnds(run, run.endingNow.pop()!);
    while (run.refill.length > 0) arriveNumbered(run, run.refill.pop()!);
    if (run.stayingOn.length > 0 || run.endingNow.length > 0 || moveNext(run)) continue;
    if (run.mayHaveLocked === true && moveRing(run)) continue;
    if (run.impatient.length === 0) return;
    for (const person of run.impatient.splice(0)) giveUpIfOver(run, person);
  }
}

/**
 * Of all who can move – first on a list, staying on as a later choice, or prepared – the one who asked first does (then by
 * key, then by their own order of choice); false when nobody can.
 */
function moveNext(run: State): boolean {
  const { entries, people } = run;
  const entry = firstOnLists(run);
  const own = run.mayStayOn.length > 0 ? firstToStayOn(run) : -1;
  const prepared = run.mayMovePrepared === true ? firstPrepared(run) : -1;
  let person = entry < 0 ? -1 : entries.person[entry];
  const staysOn =
    own >= 0 &&
    (own === person ? people.ownChoice[own] < entries.choice[entry] : person < 0 || askedBefore(run, own, person));
  if (staysOn) person = own;
  if (prepared >= 0 && (person < 0 || askedBefore(run, prepared, person))) movePrepared(run, prepared);
  else if (staysOn) stayOn(run, own, people.ownAlternative[own]);
  else if (entry >= 0) take(run, person, entries.station[entry], entries.alternative[entry]);
  else return false;
  return true;
}

/** Of the first on each list who may be given a place, the one who goes first; −1 for nobody. */
function firstOnLists(run: State): number {
  let best = -1;
  for (let i = 0; i < run.dirtyCount; i++) {
    const station = run.dirty[i];
    const entry = canTake(run, station) ? firstWhoMay(run, station) : -1;
    if (entry < 0) {
      run.isDirty[station] = 0;
      run.dirty[i--] = run.dirty[--run.dirtyCount];
    } else if (best < 0 || goesFirst(run, entry, best)) best = entry;
  }
  return best;
}

/** The first on a list who may be given a place now. */
function firstWhoMay(run: State, station: number): number {
  const { entries, lists } = run;
  let entry = lists.head(station);
  if (run.watchesHours === false) return entry;
  while (entry >= 0 && !mayBeGiven(run, entries.person[entry], station)) entry = lists.next(entry);
  return entry;
}

function goesFirst(run: State, a: number, b: number): boolean {
  const { entries } = run;
  const one = entries.person[a];
  const two = entries.person[b];
  return one === two ? entries.choice[a] < entries.choice[b] : askedBefore(run, one, two);
}

function askedBefore(run: State, one: number, two: number): boolean {
  const { askedDay, keyHigh, keyLow } = run.people;
  if (askedDay[one] !== askedDay[two]) return askedDay[one] < askedDay[two];
  return keyBefore(keyHigh[one], keyLow[one], keyHigh[two], keyLow[two]);
}

/** Of those who may stay on and still wait, the one who has asked longest; −1 for nobody. */
function firstToStayOn(run: State): number {
  const { mayStayOn, people } = run;
  let first = -1;
  for (let i = mayStayOn.length - 1; i >= 0; i--) {
    const person = mayStayOn[i];
    const waits = people.waits[person] === 1 && people.reserved[person] < 0;
    if (!waits || people.ownChoice[person] < 0) mayStayOn.splice(i, 1);
    else if (first < 0 || askedBefore(run, person, first)) first = person;
  }
  return first;
}

/** Of those whose preparation is over and whose hours allow the move, the one who has asked longest; −1 for nobody. */
function firstPrepared(run: State): number {
  let first = -1;
  for (const person of run.prepared)
    if (mayLeave(run, person) && isAdmitting(run, run.people.reserved[person]))
      if (first < 0 || askedBefore(run, person, first)) first = person;
  if (first < 0) run.mayMovePrepared = false;
  return first;
}

function moveRing(run: State): boolean {
  const { entries, people } = run;
  run.mayHaveLocked = false;
  const standing = placesAndPeople(run);
  let full = false;
  for (let station = 0; station < run.stations && !full; station++) full = mayBeLocked(standing, station);
  if (!full) return false;
  const mayStillLeave = (person: number) =>
    people.risesDay[person] < Infinity || people.givesUpDay[person] < Infinity || hasMoreToJoin(run, person);
  const ring = findRing({ ...standing, people, entries, slots: run.slots.used(), mayStillLeave });
  if (ring === null) return false;
  run.ledger.ring();
  // Everyone lets go before anyone takes: inside the ring each place is given and taken at one instant.
  const moves = ring.map((entry) => ({
    person: entries.person[entry],
    station: entries.station[entry],
    alternative: entries.alternative[entry],
  }));
  for (const { person, station } of moves) tell(run, RING, person, people.held[person], station, moves.length);
  for (const { person, station, alternative } of moves) {
    countStart(run, station);
    moveIn(run, person, station, alternative);
  }
  run.mayHaveLocked = true;
  return true;
}

/** Whether an alternative yet to come leads to a list they are not on. */
function hasMoreToJoin(run: State, person: number): boolean {
  const { network, people } = run;
  const end = network.altFrom[network.askAltFrom[people.ask[person] + 1]];
  for (let t = network.altFrom[people.nextAlternative[person]]; t < end; t++)
    if (!run.lists.has(person, network.altTargets[t])) return true;
  return false;
}

function placesAndPeople(run: State) {
  const { network, places, inPlace, readyHere, reservedFor } = run;
  return { network, places, inPlace, readyHere, reservedFor };
}

/** True when somebody was turned away. */
export function lookAtWaitingRooms(run: State): boolean {
  let turned = false;
  for (let station = 0; station < run.stations; station++) {
    const room = run.network.waitingRoom[station];
    if (room < 0) continue;
    for (; run.waitingOutside[station] > room; turned = true) turnAway(run, lastFromOutside(run, station));
  }
  return turned;
}

/** Of those outside who asked for a station first, the one who joined last (of several at once, the largest key). */
function lastFromOutside(run: State, station: number): number {
  const { entries, people } = run;
  let last = -1;
  for (let list = 0; list < run.network.classes; list++)
    for (let entry = run.lists.tail(station, list); entry >= 0; entry = entries.before[entry]) {
      const person = entries.person[entry];
      if (people.held[person] >= 0 || people.first[person] !== station) continue;
      const joinedLater = last < 0 || people.joinedDay[person] > people.joinedDay[last];
      const tie = last >= 0 && people.joinedDay[person] === people.joinedDay[last];
      if (
        joinedLater ||
        (tie && keyBefore(people.keyHigh[last], people.keyLow[last], people.keyHigh[person], people.keyLow[person]))
      )
        last = person;
    }
  return last;
}
