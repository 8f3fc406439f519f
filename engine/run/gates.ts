// Gates: whether a station may take someone now and let someone go: its places (servers), starts of the month, visits of the day, hours.
import { CAPACITY_CHANGES } from '../ground/calendar.ts';
import { nextMonthStart, yearsAfter } from '../ground/dates.ts';
import { isOpenAt, nextTurn } from '../ground/hours.ts';
import { UNLIMITED } from '../network/network.ts';
import { CLOSE, OPEN } from '../trace/trace.ts';
import { DATED_CHANGES, DAYS, HOURS, MONTHS, SURGES, YEARS, type State, markDirty, tell } from './state.ts';
import { newDay, seeVisits, visitsFit } from './visits.ts';

/** Once those already there are in their places: they were not started this month. */
export function openGates(run: State): void {
  run.startsUsed.fill(0);
  for (let station = 0; station < run.stations; station++) {
    countPlaces(run, station);
    if (run.watchesVisits) seeVisits(run, station);
  }
}

export function canTake(run: State, station: number): boolean {
  return (
    run.inPlace[station] + run.reservedFor[station] < run.places[station] &&
    (run.watchesHours === false || run.mayAdmit[station] === 1) &&
    hasStarts(run, station) &&
    (run.watchesVisits === false || visitsFit(run, station))
  );
}

/** Whether someone's own station lets them go now. */
export function mayLeave(run: State, person: number): boolean {
  const held = run.people.held[person];
  return run.watchesHours === false || held < 0 || run.mayRelease[held] === 1;
}

/** Whether someone may be given a place now: nobody need leave to be seen by a team, or while they get ready. */
export function mayBeGiven(run: State, person: number, station: number): boolean {
  const { network, people } = run;
  return (
    mayLeave(run, person) ||
    run.keepsPlace[station] === 1 ||
    (people.keepsTurn[person] === 0 && network.askPrepare[people.ask[person]] !== null)
  );
}

export function isAdmitting(run: State, station: number): boolean {
  return run.mayAdmit[station] === 1;
}

function hasStarts(run: State, station: number): boolean {
  const { network } = run;
  return (
    run.watchesMonths === false ||
    network.startsPerMonth[station] < 0 ||
    run.startsUsed[station] < network.startsPerMonth[station]
  );
}

/** One admission (or reservation) more in this month. */
export function countStart(run: State, station: number): void {
  if (run.watchesMonths === false || run.network.startsPerMonth[station] < 0) return;
  run.startsUsed[station]++;
  countPlaces(run, station);
}

function countPlaces(run: State, station: number): void {
  run.ledger.setPlaces(station, run.places[station], hasStarts(run, station));
}

// ---- places ------------------------------------------------------------------------------------------------------

function setPlaces(run: State, station: number, next: number, bySurge: boolean): void {
  const before = run.places[station];
  if (next === before) return;
  run.places[station] = next;
  countPlaces(run, station);
  tell(run, next > before ? OPEN : CLOSE, -1, station, bySurge ? 1 : 0, next);
  if (next > before) markDirty(run, station);
  else if (run.canLock === true) run.mayHaveLocked = true;
}

function withSurge(run: State, station: number): number {
  const { network } = run;
  const usual = network.places[station];
  return usual === UNLIMITED || !run.surgeOpen[station] ? usual : usual + network.surgePlaces[station];
}

/** What happens to stations by themselves: dated changes, months, hours, days and years. A surge's end is looked at with all others. */
export function timePasses(run: State, actor: number): void {
  if (actor === DATED_CHANGES) changeNetwork(run);
  else if (actor === MONTHS) newMonth(run);
  else if (actor === HOURS) turnHours(run);
  else if (actor === DAYS) newDay(run);
  else if (actor === YEARS) newYear(run);
}

function changeNetwork(run: State): void {
  run.network = run.later[run.nextChange++].network;
  for (let station = 0; station < run.stations; station++) {
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
  run.startsUsed.fill(0);
  for (let station = 0; station < run.stations; station++) {
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
  const { network } = run;
  let opened = false;
  for (let station = 0; station < run.stations; station++) {
    const length = run.lists.lengths[station];
    if (!run.surgeOpen[station]) {
      if (network.surgePlaces[station] === 0 || length < network.surgeOpenAt[station]) continue;
      run.surgeOpen[station] = 1;
      run.surgeOpenedDay[station] = run.clock[0];
      const until = run.clock[0] + network.surgeMinDays[station];
      if (until > run.clock[0] && until < run.endDay) run.calendar.book(SURGES + station, until, CAPACITY_CHANGES);
      setPlaces(run, station, withSurge(run, station), true);
      opened = true;
    } else if (
      length <= network.surgeCloseAt[station] &&
      run.clock[0] >= run.surgeOpenedDay[station] + network.surgeMinDays[station]
    ) {
      run.surgeOpen[station] = 0;
      setPlaces(run, station, withSurge(run, station), true);
    }
  }
  return opened;
}

// ---- hours -------------------------------------------------------------------------------------------------------

/** Something opens or closes: who waited for that may move now. */
function turnHours(run: State): void {
  const { network } = run;
  const day = run.clock[0];
  let next = Infinity;
  let released = false;
  for (let station = 0; station < run.stations; station++) {
    const admits = network.admits[station];
    const releases = network.releases[station];
    for (const windows of [admits, releases])
      if (windows !== null) next = Math.min(next, nextTurn(windows, day, network.startDayNumber));
    const takes = isOpenAt(admits, day, network.startDayNumber) ? 1 : 0;
    const lets = isOpenAt(releases, day, network.startDayNumber) ? 1 : 0;
    if (takes > run.mayAdmit[station]) markDirty(run, station);
    if (lets > run.mayRelease[station]) released = true;
    run.mayAdmit[station] = takes;
    run.mayRelease[station] = lets;
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
