// Asking: joining the lists of what comes next, alternatives falling due, needs that rise, patience that ends (reneging).
import { FIXED_ASK, READY_TO_GO } from './people.ts';
import { FALLS_DUE } from '../ground/calendar.ts';
import { ASK, READY, RISE } from '../trace/trace.ts';
import { type State, markDirty, tell } from './state.ts';
import { endPlan } from './visits.ts';
import { canTake, mayBeGiven } from './gates.ts';
import { leaveLists, startWaiting } from './waiting.ts';
import { endTask, forgetTurn, giveUp, isPrepared, take } from './moving.ts';

/** Alternatives come after everything asked for in a person's own order of choice. */
const AFTER_ALL_CHOICES = 1000;

function askOnward(run: State, person: number, way: number): void {
  ask(run, person, run.network.wayAsk[way * run.kinds + run.people.kind[person]], way);
}

/** Ready (or arrived, or seen by a team): asks at this instant. Let in at once when nobody else could compete for the place. */
export function ask(run: State, person: number, askIndex: number, askedBy: number): void {
  const { people } = run;
  people.thisAskDay[person] = run.clock[0];
  people.askedBy[person] = askedBy;
  startAsking(run, person, askIndex);
  if (run.watchesDue === false || people.entry[person] < 0 || people.waits[person] === 0) return;
  drawPatience(run, person);
  drawRise(run, person);
  bookDue(run, person);
}

/** Patience belongs to the list of the station asked for first, and counts from asking. */
function drawPatience(run: State, person: number): void {
  const { people } = run;
  const { keyHigh, keyLow } = people;
  const first = people.first[person];
  const number = people.stays[person * run.stations + first];
  const days = run.draws.patienceDays(run.network, keyHigh[person], keyLow[person], first, number);
  people.givesUpDay[person] = people.thisAskDay[person] + days;
}

function drawRise(run: State, person: number): void {
  const { people } = run;
  const { need, keyHigh, keyLow } = people;
  const first = people.first[person];
  const number = people.stays[person * run.stations + first];
  people.risesDay[person] =
    run.clock[0] + run.draws.riseDays(run.network, need[person], keyHigh[person], keyLow[person], first, number);
}

/** Joins the lists of the ask, or goes straight to where handing out would send them. */
function startAsking(run: State, person: number, askIndex: number): void {
  const { network, people } = run;
  people.ask[person] = askIndex;
  people.joinedDay[person] = run.clock[0];
  const from = network.askFrom[askIndex];
  let to = network.askFrom[askIndex + 1];
  const first = network.targets[from];
  const held = people.held[person];
  people.first[person] = first;
  people.nextAlternative[person] = network.askAltFrom[askIndex];
  people.ownChoice[person] = -1;
  tell(run, ASK, person, held, first, network.askClass[askIndex]);
  if (held === first) {
    run.stayingOn.push(person);
    return;
  }
  if (held >= 0) for (let t = from + 1; t < to; t++) if (network.targets[t] === held) to = t;
  if (isAlone(run))
    for (let t = from; t < to; t++) {
      const station = network.targets[t];
      if (canTake(run, station) && mayBeGiven(run, person, station)) return take(run, person, station, -1);
    }
  for (let t = from; t < to; t++) join(run, person, network.targets[t], network.askClass[askIndex], t - from, -1);
  startWaiting(run, person);
  if (run.canLock === true) run.mayHaveLocked = true;
  if (to < network.askFrom[askIndex + 1]) mayStayOnBy(run, person, to - from, -1);
  else if (run.watchesDue === true) joinAlternatives(run, person);
}

/**
 * Whether nothing else is to happen at this instant and nobody can move: then handing out would choose the person who asks now, and
 * their first choice that has room. A list where nothing is new holds nobody who can move, however long it is.
 */
function isAlone(run: State): boolean {
  if (run.others || run.mayMovePrepared || run.endingNow.length > 0 || run.refill.length > 0) return false;
  if (run.mayStayOn.length > 0 || run.stayingOn.length > 0) return false;
  for (let i = 0; i < run.dirtyCount; i++) if (run.lists.lengths[run.dirty[i]] > 0) return false;
  return true;
}

/** They can always stay in the place they hold, so they ask for nothing after it in their own order of choice. */
function mayStayOnBy(run: State, person: number, choice: number, alternative: number): void {
  const { people } = run;
  people.ownChoice[person] = choice;
  people.ownAlternative[person] = alternative;
  people.nextAlternative[person] = run.network.askAltFrom[people.ask[person] + 1];
  run.mayStayOn.push(person);
}

export function join(
  run: State,
  person: number,
  station: number,
  priorityClass: number,
  choice: number,
  alternative: number,
): void {
  const kept = run.keptRankDay[station];
  const rankDay = kept === kept ? kept : run.network.rankDay[station](run.clock[0], run.people.askedDay[person]);
  run.lists.join(person, station, priorityClass, rankDay, choice, alternative);
  markDirty(run, station);
}

/** Joins the lists of the alternatives that have fallen due. */
function joinAlternatives(run: State, person: number): void {
  const { network, people } = run;
  const end = network.askAltFrom[people.ask[person] + 1];
  while (people.nextAlternative[person] < end) {
    const alternative = people.nextAlternative[person];
    if (people.joinedDay[person] + network.altAfterDays[alternative] > run.clock[0]) return;
    people.nextAlternative[person] = alternative + 1;
    for (let t = network.altFrom[alternative]; t < network.altFrom[alternative + 1]; t++) {
      const station = network.altTargets[t];
      if (station === people.held[person]) return mayStayOnBy(run, person, AFTER_ALL_CHOICES + t, alternative);
      // Nobody joins a list twice.
      if (run.lists.has(person, station)) continue;
      join(run, person, station, network.altClass[alternative], AFTER_ALL_CHOICES + t, alternative);
    }
  }
  if (run.canLock === true) run.mayHaveLocked = true;
}

/** The next of an alternative falling due, a rise and giving up: the one event of a person who waits. */
function bookDue(run: State, person: number): void {
  const { network, people } = run;
  if (people.givesUpDay[person] <= run.clock[0]) {
    run.impatient.push(person);
    return;
  }
  const alternative = people.nextAlternative[person];
  let day = people.risesDay[person] < people.givesUpDay[person] ? people.risesDay[person] : people.givesUpDay[person];
  if (alternative < network.askAltFrom[people.ask[person] + 1]) {
    const due = people.joinedDay[person] + network.altAfterDays[alternative];
    if (due < day) day = due;
  }
  if (day < run.endDay) run.calendar.book(run.firstPerson + person, day > run.clock[0] ? day : run.clock[0], FALLS_DUE);
}

export function fallsDue(run: State, person: number): void {
  const { people } = run;
  if (people.reserved[person] >= 0) return isPrepared(run, person);
  if (people.givesUpDay[person] <= run.clock[0]) return giveUp(run, person);
  if (people.risesDay[person] <= run.clock[0]) rise(run, person);
  if (people.waits[person] === 1 && people.entry[person] >= 0) joinAlternatives(run, person);
  if (people.waits[person] === 1 && people.entry[person] >= 0) bookDue(run, person);
}

export function rise(run: State, person: number): void {
  const { network, entries, people } = run;
  const before = people.need[person];
  const after = network.risesTo[before];
  const kindBefore = people.kind[person];
  const kind = kindBefore + (after - before) * network.traits;
  const held = people.held[person];
  people.need[person] = after;
  people.kind[person] = kind;
  tell(run, RISE, person, held, after, before);
  run.ledger.rose(held, people.first[person], kindBefore, kind);
  const by = people.askedBy[person];
  const next =
    by >= 0
      ? network.wayAsk[by * run.kinds + kind]
      : by === FIXED_ASK
        ? people.ask[person]
        : network.streamAsk[~by * run.kinds + kind];
  if (next !== people.ask[person]) {
    // On a list they are on already they keep their turn.
    for (let entry = people.entry[person]; entry >= 0; entry = entries.sibling[entry])
      run.keptRankDay[entries.station[entry]] = entries.rankDay[entry];
    leaveLists(run, person);
    startAsking(run, person, next);
    run.keptRankDay.fill(NaN);
    if (people.entry[person] < 0 || people.waits[person] === 0) return;
    drawPatience(run, person);
  }
  drawRise(run, person);
}

// ---- a stay is over ----------------------------------------------------------------------------------------------

export function stayEnds(run: State, person: number): void {
  const { network, people } = run;
  run.eventCount++;
  const row = people.care[person] * run.kinds + people.kind[person];
  const { keyHigh, keyLow, stayAt, stayNumber, delayedDays } = people;
  const way = run.draws.way(
    network,
    network.wayFrom[row],
    network.wayTo[row],
    keyHigh[person],
    keyLow[person],
    stayAt[person],
    stayNumber[person],
    delayedDays[person],
  );
  if (people.team[person] >= 0) endTask(run, person);
  else {
    const held = people.held[person];
    forgetTurn(run, person);
    endPlan(run, person, held);
    people.askedDay[person] = run.clock[0];
    people.state[person] = READY_TO_GO;
    tell(run, READY, person, held, -1, 0);
  }
  askOnward(run, person, way);
}
