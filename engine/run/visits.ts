// Visits: what running plans need each day, what is made of it at the day's end, and whether one more person fits in.
import { DAY_ENDS } from '../ground/calendar.ts';
import { weekdayLike } from '../ground/holidays.ts';
import { HAS_PLAN, KIND, PLAN_AT_ZERO, PLAN_FROM, PLAN_SLOPE, daysOf } from './people.ts';
import { DAYS, type State, markDirty } from './state.ts';

/** Visits are sums of fractions: what is short of room by less than this is rounding. */
const ROUNDING = 1e-9;

function visitsADay(run: State, station: number, day: number): number {
  const { network } = run;
  return network.visitsPerDay[station * 7 + weekdayLike(network.startDayNumber + day, network.holidays)];
}

function plannedFor(run: State, station: number, day: number): number {
  return run.planAtZero[station] + run.planSlope[station] * day;
}

/** Visits on the first and on the last day of a stay there, for someone like this. */
export function firstVisits(run: State, person: number, station: number): number {
  return run.network.firstVisits[station * run.kinds + run.people.who[person + KIND]];
}

export function lastVisits(run: State, person: number, station: number): number {
  return run.network.lastVisits[station * run.kinds + run.people.who[person + KIND]];
}

/** Whether so many visits more fit into what running plans leave of today. */
function fits(run: State, station: number, first: number): boolean {
  const { network, today } = run;
  const most = visitsADay(run, station, today);
  if (most < 0 || network.takesAll[station]) return true;
  return plannedFor(run, station, today) + first <= most + ROUNDING;
}

/** Whether anybody's first day may fit: that of the smallest plan. */
export const visitsFit = (run: State, station: number): boolean =>
  fits(run, station, run.network.fewestFirstVisits[station]);

/** Whether the first day of one person fits, where plans differ. */
export function ownVisitsFit(run: State, person: number, station: number): boolean {
  const { fewestFirstVisits, mostFirstVisits } = run.network;
  return (
    fewestFirstVisits[station] === mostFirstVisits[station] || fits(run, station, firstVisits(run, person, station))
  );
}

/** Visits keep people while the largest plan does not fit: so many of those who wait then wait for them. */
export function seeVisits(run: State, station: number): void {
  if (visitsADay(run, station, run.today) >= 0)
    run.ledger.setVisitsFit(station, fits(run, station, run.network.mostFirstVisits[station]));
}

/** A stay has begun that ends on `endDay`: its visits fall in a straight line over the days it touches. */
export function startPlan(run: State, person: number, station: number, endDay: number, first: number): void {
  if (run.watchesVisits === false || visitsADay(run, station, run.today) < 0) return;
  const { who, when } = run.people;
  const lastDay = Math.max(run.today, Math.ceil(endDay) - 1);
  const last = lastVisits(run, person, station);
  const slope = lastDay > run.today && lastDay < Infinity ? (last - first) / (lastDay - run.today) : 0;
  const days = daysOf(person);
  who[person + HAS_PLAN] = 1;
  who[person + PLAN_FROM] = run.today;
  when[days + PLAN_SLOPE] = slope;
  when[days + PLAN_AT_ZERO] = first - slope * run.today;
  run.plansRunning[station]++;
  run.planAtZero[station] += when[days + PLAN_AT_ZERO];
  run.planSlope[station] += slope;
  seeVisits(run, station);
}

/** The visits of today are still made, unless the day has only just begun; those of tomorrow are not. */
export function endPlan(run: State, person: number, station: number): void {
  if (run.watchesVisits === false) return;
  const { today } = run;
  const { who, when } = run.people;
  if (who[person + HAS_PLAN] === 0) return;
  who[person + HAS_PLAN] = 0;
  const days = daysOf(person);
  run.plansRunning[station]--;
  run.endedAtZero[station] += when[days + PLAN_AT_ZERO];
  run.endedSlope[station] += when[days + PLAN_SLOPE];
  if (run.clock[0] > today || who[person + PLAN_FROM] === today) return;
  dropEndedPlan(run, station, when[days + PLAN_AT_ZERO], when[days + PLAN_SLOPE]);
  seeVisits(run, station);
}

function bookDay(run: State): void {
  if (run.today + 1 < run.endDay) run.calendar.book(DAYS, run.today + 1, DAY_ENDS);
}

export function newDay(run: State): void {
  makeVisits(run);
  run.today++;
  for (let station = 0; station < run.stations; station++) {
    if (run.network.visitsPerDay[station * 7] < 0) continue;
    seeVisits(run, station);
    markDirty(run, station);
  }
  bookDay(run);
}

/** The day's visits, at its end: those put off longest first. */
export function makeVisits(run: State): void {
  const { network, today } = run;
  for (let station = 0; station < run.stations; station++) {
    if (network.visitsPerDay[station * 7] < 0) continue;
    const waiting = run.deferred[station];
    let room = visitsADay(run, station, today);
    let delivered = 0;
    const make = (visits: number): number => {
      const made = Math.min(visits, room);
      room -= made;
      delivered += made;
      return visits - made > ROUNDING ? visits - made : 0;
    };
    const left: number[] = [];
    for (let times = waiting.length; times > 0; times--) left[times] = make(waiting[times - 1]);
    left[0] = make(Math.max(0, plannedFor(run, station, today)));
    const most = network.deferDays[station];
    let missed = 0;
    let putOff = 0;
    for (const [times, visits] of left.entries())
      if (times >= most) missed += visits;
      else putOff += visits;
    run.deferred[station] = left.slice(0, most);
    if (today >= 0) run.ledger.visited(station, delivered, putOff, missed);
    dropEndedPlans(run, station);
  }
}

function dropEndedPlans(run: State, station: number): void {
  dropEndedPlan(run, station, run.endedAtZero[station], run.endedSlope[station]);
  if (run.plansRunning[station] > 0) return;
  // With nobody left, rounding is left behind too.
  run.planAtZero[station] = 0;
  run.planSlope[station] = 0;
}

function dropEndedPlan(run: State, station: number, atZero: number, slope: number): void {
  run.planAtZero[station] -= atZero;
  run.planSlope[station] -= slope;
  run.endedAtZero[station] -= atZero;
  run.endedSlope[station] -= slope;
}

export function beginVisits(run: State): void {
  if (run.watchesVisits) bookDay(run);
}
