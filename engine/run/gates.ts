// Gates: whether a station may take someone now and let someone go: its places (servers), starts of the month, visits of the day, hours.
import { CAPACITY_CHANGES } from '../ground/calendar.ts';
import { nextMonthStart, yearsAfter } from '../ground/dates.ts';
import { isOpenAt, nextTurn } from '../ground/hours.ts';
import { UNLIMITED } from '../network/network.ts';
import { USUAL_ORDER } from '../network/ranked.ts';
import { CLOSE, OPEN } from '../trace/trace.ts';
import { HELD, KEEPS_TURN, PRESENT_ASK } from './people.ts';
import { askRow, planOf, PREPARES } from './plan.ts';
import { DATED_CHANGES, DAYS, HOURS, MONTHS, SURGES, YEARS, type State, markDirty, tell } from './state.ts';
import {
  FIRST_COME,
  HAS_GATES,
  IN_PLACE,
  KEEPS_PLACE,
  LISTED,
  MAY_ADMIT,
  MAY_RELEASE,
  PLACES,
  RESERVED_FOR,
  rowOf,
  STARTS_USED,
  SURGE_OPEN,
} from './stations.ts';
import { newDay, ownVisitsFit, seeVisits, visitsFit } from './visits.ts';
import { endTurnarounds } from './turnaround.ts';

/** Once those already there are in their places: they were not started this month. */
export function openGates(run: State): void {
  for (let station = 0; station < run.stations; station++) {
    run.at[rowOf(station) + STARTS_USED] = 0;
    countPlaces(run, station);
    if (run.watchesVisits) seeVisits(run, station);
  }
}

export function canTake(run: State, station: number): boolean {
  const { at } = run;
  const row = rowOf(station);
  return (
    at[row + IN_PLACE] + at[row + RESERVED_FOR] < at[row + PLACES] &&
    (at[row + HAS_GATES] === 0 || areGatesOpen(run, station))
  );
}

function areGatesOpen(run: State, station: number): boolean {
  return (
    (run.watchesHours === false || isAdmitting(run, station)) &&
    hasStarts(run, station) &&
    (run.watchesVisits === false || visitsFit(run, station))
  );
}

/** Whether someone's own station lets them go now. */
export function mayLeave(run: State, person: number): boolean {
  if (run.watchesHours === false) return true;
  const held = run.people.who[person + HELD];
  return held < 0 || run.at[rowOf(held) + MAY_RELEASE] === 1;
}

/** Whether someone may be given a place now: their own visits fit; nobody need leave to be seen by a team, or while they get ready. */
export function mayBeGiven(run: State, person: number, station: number): boolean {
  if (run.hasOwnPlans === true && !ownVisitsFit(run, person, station)) return false;
  if (run.watchesHours === false || mayLeave(run, person)) return true;
  const { who } = run.people;
  return (
    run.at[rowOf(station) + KEEPS_PLACE] === 1 ||
    (who[person + KEEPS_TURN] === 0 && run.plan.asks[askRow(who[person + PRESENT_ASK]) + PREPARES] === 1)
  );
}

export function isAdmitting(run: State, station: number): boolean {
  return run.at[rowOf(station) + MAY_ADMIT] === 1;
}

function hasStarts(run: State, station: number): boolean {
  const { network } = run;
  return (
    run.watchesMonths === false ||
    network.startsPerMonth[station] < 0 ||
    run.at[rowOf(station) + STARTS_USED] < network.startsPerMonth[station]
  );
}

/** One admission (or reservation) more in this month. */
export function countStart(run: State, station: number): void {
  if (run.watchesMonths === false || run.network.startsPerMonth[station] < 0) return;
  run.at[rowOf(station) + STARTS_USED]++;
  countPlaces(run, station);
}

function countPlaces(run: State, station: number): void {
  run.ledger.setPlaces(station, run.at[rowOf(station) + PLACES], hasStarts(run, station));
}

// ---- places ------------------------------------------------------------------------------------------------------

function setPlaces(run: State, station: number, next: number, bySurge: boolean): void {
  const { at } = run;
  const row = rowOf(station);
  const before = at[row + PLACES];
  if (next === before) return;
  at[row + PLACES] = next;
  countPlaces(run, station);
  tell(run, next > before ? OPEN : CLOSE, -1, station, bySurge ? 1 : 0, next);
  if (next > before) markDirty(run, station);
  else if (run.canLock === true) run.mayHaveLocked = true;
}

function withSurge(run: State, station: number): number {
  const { network } = run;
  const usual = network.places[station];
  return usual === UNLIMITED || run.at[rowOf(station) + SURGE_OPEN] === 0
    ? usual
    : usual + network.surgePlaces[station];
}

/** What happens to stations by themselves: dated changes, months, hours, days and years. A surge's end is looked at with all others. */
export function timePasses(run: State, actor: number): void {
  if (actor === DATED_CHANGES) changeNetwork(run);
  else if (actor === MONTHS) newMonth(run);
  else if (actor === HOURS) turnHours(run);
  else if (actor === DAYS) newDay(run);
  else if (actor === YEARS) newYear(run);
  else if (actor >= run.firstTurnaround) endTurnarounds(run, actor - run.firstTurnaround);
}

function changeNetwork(run: State): void {
  run.network = run.later[run.nextChange++].network;
  run.plan = planOf(run.network);
  for (let station = 0; station < run.stations; station++) {
    run.at[rowOf(station) + FIRST_COME] = run.network.orders[station] === USUAL_ORDER ? 1 : 0;
    setPlaces(run, station, withSurge(run, station), false);
    countPlaces(run, station);
    markDirty(run, station);
    if (run.watchesVisits) seeVisits(run, station);
  }
  if (run.watchesHours) turnHours(run);
  if (run.nextChange < run.later.length)
    run.calendar.book(DATED_CHANGES, run.later[run.nextChange].fromDay, CAPACITY_CHANGES);
}

function newMonth(run: State): void {
  for (let station = 0; station < run.stations; station++) {
    run.at[rowOf(station) + STARTS_USED] = 0;
    if (run.network.startsPerMonth[station] < 0) continue;
    countPlaces(run, station);
    markDirty(run, station);
  }
  bookMonth(run);
}

function bookMonth(run: State): void {
  const { network } = run;
  run.calendar.book(
    MONTHS,
    nextMonthStart(network.startDayNumber + run.clock[0]) - network.startDayNumber,
    CAPACITY_CHANGES,
  );
}

/** Opens and closes surge places by the length of the lists; true when something opened. */
export function lookAtSurge(run: State): boolean {
  const { at, network } = run;
  let opened = false;
  for (const station of run.surging) {
    const row = rowOf(station);
    const length = at[row + LISTED];
    if (at[row + SURGE_OPEN] === 0) {
      if (network.surgePlaces[station] === 0 || length < network.surgeOpenAt[station]) continue;
      at[row + SURGE_OPEN] = 1;
      run.surgeOpenedDay[station] = run.clock[0];
      const until = run.clock[0] + network.surgeMinDays[station];
      if (until > run.clock[0] && until < run.endDay) run.calendar.book(SURGES + station, until, CAPACITY_CHANGES);
      setPlaces(run, station, withSurge(run, station), true);
      opened = true;
    } else if (
      length <= network.surgeCloseAt[station] &&
      run.clock[0] >= run.surgeOpenedDay[station] + network.surgeMinDays[station]
    ) {
      at[row + SURGE_OPEN] = 0;
      setPlaces(run, station, withSurge(run, station), true);
    }
  }
  return opened;
}

// ---- hours -------------------------------------------------------------------------------------------------------

/** Something opens or closes: who waited for that may move now. */
function turnHours(run: State): void {
  const { at, network } = run;
  const day = run.clock[0];
  let next = Infinity;
  let released = false;
  for (let station = 0; station < run.stations; station++) {
    const row = rowOf(station);
    const admits = network.admits[station];
    const releases = network.releases[station];
    for (const windows of [admits, releases])
      if (windows !== null) next = Math.min(next, nextTurn(windows, day, network.startDayNumber));
    const takes = isOpenAt(admits, day, network.startDayNumber) ? 1 : 0;
    const lets = isOpenAt(releases, day, network.startDayNumber) ? 1 : 0;
    if (takes > at[row + MAY_ADMIT]) markDirty(run, station);
    if (lets > at[row + MAY_RELEASE]) released = true;
    at[row + MAY_ADMIT] = takes;
    at[row + MAY_RELEASE] = lets;
  }
  // Those let go may be on any list.
  if (released) for (let station = 0; station < run.stations; station++) markDirty(run, station);
  run.mayMovePrepared = run.prepared.length > 0;
  if (next < run.endDay) run.calendar.book(HOURS, next, CAPACITY_CHANGES);
  else run.calendar.cancel(HOURS);
}

// ---- years -------------------------------------------------------------------------------------------------------

function newYear(run: State): void {
  run.ledger.yearEnds();
  bookYear(run);
}

/** Prices rise at each anniversary of the start date. */
function bookYear(run: State): void {
  const { startDayNumber } = run.network;
  const next = yearsAfter(startDayNumber, ++run.years) - startDayNumber;
  if (next < run.endDay) run.calendar.book(YEARS, next, CAPACITY_CHANGES);
}

export function beginGates(run: State): void {
  if (run.later.length > 0) run.calendar.book(DATED_CHANGES, run.later[0].fromDay, CAPACITY_CHANGES);
  if (run.watchesMonths) bookMonth(run);
  if (run.watchesHours) turnHours(run);
  if (run.network.costs.some((cost) => cost.known && cost.growthPerYear !== 0)) bookYear(run);
}
