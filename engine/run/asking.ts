// Asking: joining the lists of what comes next, alternatives falling due, needs that rise, patience that ends (reneging).
import {
  ASKED_BY,
  ASKED_DAY,
  daysOf,
  ENTRY,
  FIRST,
  FIXED_ASK,
  GIVES_UP_DAY,
  HELD,
  JOINED_DAY,
  KEY_HIGH,
  KEY_LOW,
  KIND,
  NEED,
  NEXT_ALTERNATIVE,
  OWN_ALTERNATIVE,
  OWN_CHOICE,
  PRESENT_ASK,
  RESERVED,
  RISES_DAY,
  THIS_ASK_DAY,
  WAITS,
} from './people.ts';
import { FALLS_DUE } from '../ground/calendar.ts';
import { ASK, RISE } from '../trace/trace.ts';
import {
  ALTERNATIVES_FROM,
  ALTERNATIVES_TO,
  askRow,
  FIRST_TARGET,
  PRIORITY_CLASS,
  TARGETS_FROM,
  TARGETS_TO,
} from './plan.ts';
import { FIRST_COME, LISTED, rowOf } from './stations.ts';
import { actorOf, markDirty, remember, tell, type State } from './state.ts';
import { canTake, mayBeGiven } from './gates.ts';
import { AT_STATION, SIBLING } from './waiting-lists.ts';
import { leaveLists, startWaiting } from './waiting.ts';
import { giveUp } from './leaving.ts';
import { isPrepared, take } from './moving.ts';

/** Alternatives come after everything asked for in a person's own order of choice. */
const AFTER_ALL_CHOICES = 1000;

/** Ready (or arrived, or seen by a team): asks at this instant. Let in at once when nobody else could compete for the place. */
export function ask(run: State, person: number, askIndex: number, askedBy: number, joinedDay = run.clock[0]): void {
  const { who, when } = run.people;
  when[daysOf(person) + THIS_ASK_DAY] = run.clock[0];
  when[daysOf(person) + JOINED_DAY] = joinedDay;
  who[person + ASKED_BY] = askedBy;
  startAsking(run, person, askIndex);
  if (run.watchesDue === false || who[person + ENTRY] < 0 || who[person + WAITS] === 0) return;
  drawPatience(run, person);
  drawRise(run, person);
  bookDue(run, person);
}

/** Patience belongs to the list of the station asked for first, and counts from asking. */
function drawPatience(run: State, person: number): void {
  const { people } = run;
  const { who, when } = people;
  const first = who[person + FIRST];
  const number = people.staysAt(person, first);
  // Outside there is no place to stay in: they wait on.
  const mayGiveUp = run.network.patienceExit[first] >= 0 || who[person + HELD] >= 0;
  const days = !mayGiveUp
    ? Infinity
    : run.draws.patienceDays(run.network, who[person + KEY_HIGH], who[person + KEY_LOW], first, number);
  when[daysOf(person) + GIVES_UP_DAY] = when[daysOf(person) + THIS_ASK_DAY] + days;
}

function drawRise(run: State, person: number): void {
  const { draws, network, people } = run;
  const { who, when } = people;
  const first = who[person + FIRST];
  const number = people.staysAt(person, first);
  const days = draws.riseDays(
    network,
    who[person + NEED],
    who[person + KEY_HIGH],
    who[person + KEY_LOW],
    first,
    number,
  );
  when[daysOf(person) + RISES_DAY] = run.clock[0] + days;
}

/** Joins the lists of the ask, or goes straight to where handing out would send them. */
function startAsking(run: State, person: number, askIndex: number): void {
  const { network } = run;
  const { asks } = run.plan;
  const { who } = run.people;
  const row = askRow(askIndex);
  const from = asks[row + TARGETS_FROM];
  let to = asks[row + TARGETS_TO];
  const first = asks[row + FIRST_TARGET];
  const priorityClass = asks[row + PRIORITY_CLASS];
  const held = who[person + HELD];
  who[person + PRESENT_ASK] = askIndex;
  who[person + FIRST] = first;
  who[person + NEXT_ALTERNATIVE] = asks[row + ALTERNATIVES_FROM];
  who[person + OWN_CHOICE] = -1;
  tell(run, ASK, person, held, first, priorityClass);
  if (held === first) {
    remember(run, run.stayingOn, person);
    return;
  }
  if (held >= 0) for (let t = from + 1; t < to; t++) if (network.targets[t] === held) to = t;
  if (isAlone(run))
    for (let t = from; t < to; t++) {
      const station = t === from ? first : network.targets[t];
      if (canTake(run, station) && mayBeGiven(run, person, station)) return take(run, person, station, -1);
    }
  for (let t = from; t < to; t++)
    join(run, person, t === from ? first : network.targets[t], priorityClass, t - from, -1);
  startWaiting(run, person);
  if (run.canLock === true) run.mayHaveLocked = true;
  if (to < asks[row + TARGETS_TO]) mayStayOnBy(run, person, to - from, -1);
  else if (run.watchesDue === true) joinAlternatives(run, person);
}

/**
 * Whether nothing else is to happen at this instant and nobody can move: then handing out would choose the person who asks now, and
 * their first choice that has room. A list where nothing is new holds nobody who can move, however long it is.
 */
export function isAlone(run: State): boolean {
  if (run.others === true || run.mayMovePrepared === true) return false;
  if (run.isUnsettled === true)
    if (run.endingNow.length + run.refill.length + run.mayStayOn.length + run.stayingOn.length > 0) return false;
  for (let i = 0; i < run.dirtyCount; i++) if (run.at[rowOf(run.dirty[i]) + LISTED] > 0) return false;
  return true;
}

/** They can always stay in the place they hold, so they ask for nothing after it in their own order of choice. */
function mayStayOnBy(run: State, person: number, choice: number, alternative: number): void {
  const { who } = run.people;
  who[person + OWN_CHOICE] = choice;
  who[person + OWN_ALTERNATIVE] = alternative;
  who[person + NEXT_ALTERNATIVE] = run.plan.asks[askRow(who[person + PRESENT_ASK]) + ALTERNATIVES_TO];
  remember(run, run.mayStayOn, person);
}

function join(
  run: State,
  person: number,
  station: number,
  priorityClass: number,
  choice: number,
  alternative: number,
): void {
  run.lists.join(person, station, priorityClass, rankDayOf(run, person, station), choice, alternative);
  markDirty(run, station);
}

/** By the station's order of service (queue discipline). The usual one is known without asking. */
function rankDayOf(run: State, person: number, station: number): number {
  const kept = run.keptRankDay[station];
  if (kept === kept) return kept;
  const day = run.clock[0];
  if (run.at[rowOf(station) + FIRST_COME] === 1) return day;
  return run.network.rankDay[station](day, run.people.when[daysOf(person) + ASKED_DAY]);
}

/** Joins the lists of the alternatives that have fallen due. */
function joinAlternatives(run: State, person: number): void {
  const { network } = run;
  const { who, when } = run.people;
  const end = run.plan.asks[askRow(who[person + PRESENT_ASK]) + ALTERNATIVES_TO];
  while (who[person + NEXT_ALTERNATIVE] < end) {
    const alternative = who[person + NEXT_ALTERNATIVE];
    if (when[daysOf(person) + JOINED_DAY] + network.altAfterDays[alternative] > run.clock[0]) return;
    who[person + NEXT_ALTERNATIVE] = alternative + 1;
    for (let t = network.altFrom[alternative]; t < network.altFrom[alternative + 1]; t++) {
      const station = network.altTargets[t];
      if (station === who[person + HELD]) return mayStayOnBy(run, person, AFTER_ALL_CHOICES + t, alternative);
      // Nobody joins a list twice.
      if (run.lists.has(person, station)) continue;
      join(run, person, station, network.altClass[alternative], AFTER_ALL_CHOICES + t, alternative);
    }
  }
  if (run.canLock === true) run.mayHaveLocked = true;
}

/** The next of an alternative falling due, a rise and giving up: the one event of a person who waits. */
function bookDue(run: State, person: number): void {
  const { who, when } = run.people;
  const days = daysOf(person);
  const now = run.clock[0];
  if (when[days + GIVES_UP_DAY] <= now) {
    remember(run, run.impatient, person);
    return;
  }
  const alternative = who[person + NEXT_ALTERNATIVE];
  let day = when[days + RISES_DAY] < when[days + GIVES_UP_DAY] ? when[days + RISES_DAY] : when[days + GIVES_UP_DAY];
  if (alternative < run.plan.asks[askRow(who[person + PRESENT_ASK]) + ALTERNATIVES_TO]) {
    const due = when[days + JOINED_DAY] + run.network.altAfterDays[alternative];
    if (due < day) day = due;
  }
  if (day < run.endDay) run.calendar.book(actorOf(run, person), day > now ? day : now, FALLS_DUE);
}

export function fallsDue(run: State, person: number): void {
  const { who, when } = run.people;
  const days = daysOf(person);
  if (who[person + RESERVED] >= 0) return isPrepared(run, person);
  if (when[days + GIVES_UP_DAY] <= run.clock[0]) return giveUp(run, person);
  if (when[days + RISES_DAY] <= run.clock[0]) rise(run, person);
  if (who[person + WAITS] === 1 && who[person + ENTRY] >= 0) joinAlternatives(run, person);
  if (who[person + WAITS] === 1 && who[person + ENTRY] >= 0) bookDue(run, person);
}

function rise(run: State, person: number): void {
  const { network, lists } = run;
  const { who } = run.people;
  const before = who[person + NEED];
  const after = network.risesTo[before];
  const kindBefore = who[person + KIND];
  const kind = kindBefore + (after - before) * network.traits;
  const held = who[person + HELD];
  who[person + NEED] = after;
  who[person + KIND] = kind;
  tell(run, RISE, person, held, after, before);
  run.ledger.rose(held, who[person + FIRST], kindBefore, kind);
  const by = who[person + ASKED_BY];
  const next =
    by >= 0
      ? network.wayAsk[by * run.kinds + kind]
      : by === FIXED_ASK
        ? who[person + PRESENT_ASK]
        : network.streamAsk[~by * run.kinds + kind];
  if (next !== who[person + PRESENT_ASK]) {
    // On a list they are on already they keep their turn.
    for (let entry = who[person + ENTRY]; entry >= 0; entry = lists.rows[entry + SIBLING])
      run.keptRankDay[lists.rows[entry + AT_STATION]] = lists.rankDayOf(entry);
    leaveLists(run, person);
    run.people.when[daysOf(person) + JOINED_DAY] = run.clock[0];
    startAsking(run, person, next);
    run.keptRankDay.fill(NaN);
    if (who[person + ENTRY] < 0 || who[person + WAITS] === 0) return;
    drawPatience(run, person);
  } else if (run.hasOwnPlans === true)
    // With another need their first visits may fit on a list where nothing else is new.
    for (let entry = who[person + ENTRY]; entry >= 0; entry = lists.rows[entry + SIBLING])
      markDirty(run, lists.rows[entry + AT_STATION]);
  drawRise(run, person);
}
