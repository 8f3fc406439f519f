// Moving: taking and giving up places, being seen by a team, getting ready, leaving, giving up (reneging). Long because each of these ends in the others.
import { FALLS_DUE } from '../ground/calendar.ts';
import { progressBetween } from '../ground/hours.ts';
import { BY_EXIT, GAVE_UP, LEAVE, MOVE, READY, RESERVE, TURNED_AWAY } from '../trace/trace.ts';
import { type State, markDirty, refuseToGoOn, tell } from './state.ts';
import { endPlan, firstVisits } from './visits.ts';
import { countStart } from './gates.ts';
import { endDelay, endWaiting, leaveLists, startWaiting } from './waiting.ts';
import { beginCare, beginStay, beginStayAt } from './care.ts';

const MOST_MOVES_AT_ONE_MOMENT = 1_000_000;

// ---- places ------------------------------------------------------------------------------------------------------

function giveUpPlace(run: State, person: number): void {
  const { people } = run;
  const held = people.held[person];
  if (held < 0) return;
  endPlan(run, person, held);
  run.inPlace[held]--;
  markDirty(run, held);
  // In a station with more people than places, someone who was not stuck may have been the one to go.
  if (run.canLock === true && run.inPlace[held] >= run.places[held]) run.mayHaveLocked = true;
  run.ledger.left(held, people.kind[person], run.clock[0] - people.admittedDay[person]);
  people.held[person] = -1;
}

export function takePlace(run: State, person: number, station: number): void {
  const { people } = run;
  const from = people.held[person];
  giveUpPlace(run, person);
  run.ledger.admitted(station, people.kind[person], from, people.stream[person]);
  people.held[person] = station;
  people.admittedDay[person] = run.clock[0];
  run.inPlace[station]++;
}

/** A place is theirs: they move in at once, are seen by the team, or get ready for it. */
export function take(run: State, person: number, station: number, alternative: number): void {
  if (++run.movesAtThisMoment > MOST_MOVES_AT_ONE_MOMENT)
    refuseToGoOn(run, 'people sent round in a loop in which no time passes');
  if (run.hasBacklogs === true) refillFrom(run, person);
  if (run.people.keepsTurn[person] === 1) moveOn(run, person, station);
  else if (run.keepsPlace[station] === 1) beginTask(run, person, station, alternative);
  else if (run.hasPreparation === true && run.network.askPrepare[run.people.ask[person]] !== null)
    reserve(run, person, station, alternative);
  else {
    countStart(run, station);
    moveIn(run, person, station, alternative);
  }
}

export function moveIn(run: State, person: number, station: number, alternative: number): void {
  const { people } = run;
  const held = people.held[person];
  const keepsTurn = alternative >= 0 && run.network.altMovesOn[alternative] === 1;
  if (people.waits[person] === 1) {
    if (keepsTurn) keepTurn(run, person);
    else leaveLists(run, person);
    if (run.watchesDue === true) run.calendar.cancel(run.firstPerson + person);
  }
  endDelay(run, person);
  placedFor(run, person, station, held, alternative);
  if (run.isExit[station]) return leaveBy(run, person, station, BY_EXIT);
  takePlace(run, person, station);
  tell(run, MOVE, person, held, station, people.first[person]);
  beginCare(run, person, station, alternative);
}

/** A further stay in the place already held. */
export function stayOn(run: State, person: number, alternative: number): void {
  const { people } = run;
  const held = people.held[person];
  if (alternative >= 0 && run.network.altMovesOn[alternative] === 1) keepTurn(run, person);
  else leaveLists(run, person);
  endDelay(run, person);
  run.calendar.cancel(run.firstPerson + person);
  placedFor(run, person, held, held, alternative);
  tell(run, MOVE, person, held, held, people.first[person]);
  beginCare(run, person, held, alternative);
}

/** Books the wait that has just ended and, the first time, whether the place is the one that was needed. */
function placedFor(run: State, person: number, station: number, from: number, alternative: number): void {
  const { ledger, people } = run;
  const waitedDays = run.clock[0] - people.askedDay[person];
  ledger.waited(station, people.kind[person], from, waitedDays);
  people.delayedDays[person] += waitedDays;
  if (people.placed[person] || !run.network.askForNeed[people.ask[person]]) return;
  people.placed[person] = 1;
  ledger.placedFor(people.need[person], alternative < 0);
}

/** The next of an endless backlog comes as soon as one of them has been taken by what they came for, or gives up waiting for it. */
function refillFrom(run: State, person: number): void {
  const stream = run.people.stream[person];
  if (stream < 0 || run.people.askedBy[person] !== ~stream || run.people.keepsTurn[person] === 1) return;
  if (run.network.streams[stream].alwaysWaiting > 0) run.refill.push(stream);
}

// ---- a turn kept -------------------------------------------------------------------------------------------------

function keepTurn(run: State, person: number): void {
  run.people.keepsTurn[person] = 1;
  run.lists.leaveAlternatives(person);
  endWaiting(run, person);
}

export function forgetTurn(run: State, person: number): void {
  if (run.people.keepsTurn[person] === 0) return;
  run.people.keepsTurn[person] = 0;
  run.lists.leaveAll(person);
}

/** The place that was needed has come: on with what is left of the stay. */
function moveOn(run: State, person: number, station: number): void {
  const { network, people } = run;
  const held = people.held[person];
  const day = run.clock[0];
  const end = people.stayEndDay[person];
  const leftDays = progressBetween(network.progresses[held], day, end, network.startDayNumber);
  const factor = people.stayFactor[person];
  forgetTurn(run, person);
  run.calendar.cancel(run.firstPerson + person);
  countStart(run, station);
  takePlace(run, person, station);
  tell(run, MOVE, person, held, station, people.first[person]);
  // They go on from here as from any other admission, whichever of the equal stations had room.
  people.care[person] = station;
  people.stayFactor[person] = NaN;
  beginStay(run, person, factor === factor ? leftDays / factor : leftDays, firstVisits(run, person, station));
}

// ---- preparation -------------------------------------------------------------------------------------------------

/** The place is theirs, and stays empty while they get ready where they are. */
function reserve(run: State, person: number, station: number, alternative: number): void {
  const { ledger, network, people } = run;
  const actor = run.firstPerson + person;
  const first = people.first[person];
  if (people.waits[person] === 0) startWaiting(run, person);
  if (people.entry[person] >= 0) run.lists.leaveAll(person);
  const held = people.held[person];
  if (held < 0) run.waitingOutside[first]--;
  ledger.prepares(held, first, station);
  countStart(run, station);
  run.reservedFor[station]++;
  people.reserved[person] = station;
  people.reservedBy[person] = alternative;
  const { keyHigh, keyLow, stays } = people;
  const number = stays[person * run.stations + first];
  const days = run.draws.prepareDays(network, people.ask[person], keyHigh[person], keyLow[person], first, number);
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
  const { people, prepared } = run;
  prepared.splice(prepared.indexOf(person), 1);
  const station = people.reserved[person];
  run.ledger.preparesNoMore(people.held[person], people.first[person], station, people.kind[person]);
  people.waits[person] = 0;
  people.reserved[person] = -1;
  run.reservedFor[station]--;
  moveIn(run, person, station, people.reservedBy[person]);
}

// ---- teams -------------------------------------------------------------------------------------------------------

/** Seen where they are: they keep the place, and those who were delayed still are. */
function beginTask(run: State, person: number, team: number, alternative: number): void {
  const { ledger, people } = run;
  const held = people.held[person];
  const kind = people.kind[person];
  // Even without a moment of waiting, they are delayed until they have been seen.
  if (people.waits[person] === 0) startWaiting(run, person);
  if (people.entry[person] >= 0) run.lists.leaveAll(person);
  people.waits[person] = 0;
  const first = people.first[person];
  if (held < 0) run.waitingOutside[first]--;
  ledger.seen(held, first, team, kind);
  run.calendar.cancel(run.firstPerson + person);
  if (!people.placed[person] && run.network.askForNeed[people.ask[person]]) {
    people.placed[person] = 1;
    ledger.placedFor(people.need[person], alternative < 0);
  }
  countStart(run, team);
  ledger.admitted(team, kind, held, people.stream[person]);
  run.inPlace[team]++;
  people.team[person] = team;
  people.taskDay[person] = run.clock[0];
  tell(run, MOVE, person, held, team, first);
  beginStayAt(run, person, team, team, 0);
}

export function endTask(run: State, person: number): void {
  const { ledger, people } = run;
  const team = people.team[person];
  people.team[person] = -1;
  run.inPlace[team]--;
  markDirty(run, team);
  ledger.left(team, people.kind[person], run.clock[0] - people.taskDay[person]);
  ledger.seenNoMore(people.held[person], team);
  tell(run, READY, person, team, -1, 0);
}

// ---- leaving -----------------------------------------------------------------------------------------------------

function leaveBy(run: State, person: number, exit: number, why: number): void {
  const { ledger, people } = run;
  const held = people.held[person];
  giveUpPlace(run, person);
  ledger.admitted(exit, people.kind[person], held, people.stream[person]);
  ledger.finished(exit, people.kind[person], run.clock[0] - people.arrivedDay[person]);
  tell(run, LEAVE, person, held, exit, why);
  run.slots.free(person);
}

/** Where patience was over the moment they asked, and no place came at that moment. */
export function giveUpIfOver(run: State, person: number): void {
  const { people } = run;
  if (people.waits[person] === 0 || people.reserved[person] >= 0) return;
  if (people.givesUpDay[person] <= run.clock[0]) giveUp(run, person);
}

export function giveUp(run: State, person: number): void {
  const { ledger, people } = run;
  run.calendar.cancel(run.firstPerson + person);
  const first = people.first[person];
  const waitedDays = run.clock[0] - people.askedDay[person];
  if (run.hasBacklogs === true) refillFrom(run, person);
  leaveLists(run, person);
  endDelay(run, person);
  ledger.gaveUp(first);
  ledger.waited(first, people.kind[person], people.held[person], waitedDays);
  leaveBy(run, person, run.network.patienceExit[first], GAVE_UP);
}

export function turnAway(run: State, person: number): void {
  leaveLists(run, person);
  run.calendar.cancel(run.firstPerson + person);
  run.ledger.refused(run.people.first[person]);
  tell(run, LEAVE, person, -1, -1, TURNED_AWAY);
  run.slots.free(person);
}
