// Visits, worked out independently: every person's plan by itself, and each day's visits made, put off and missed as the rule says.
import type { Network } from '../../engine/network/network.ts';
import { weekday } from './week.ts';

/** A plan over whole days; `until` is its last day, earlier than planned if the person has moved on. */
export interface Plan {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly first: number;
  readonly last: number;
  until: number;
}

/** The day before, if a moment is exactly at midnight: what ends then needs nothing of the day that begins. */
export const lastDayOf = (moment: number): number => {
  const near = Math.round(moment);
  return Math.abs(moment - near) < 1e-9 ? near - 1 : Math.floor(moment);
};

export function makePlan(from: number, end: number, first: number, last: number): Plan {
  const firstDay = Math.floor(from);
  const lastDay = Math.max(firstDay, lastDayOf(end));
  return { firstDay, lastDay, first, last, until: lastDay };
}

export function endPlan(plan: Plan | null, day: number): void {
  if (plan) plan.until = Math.min(plan.until, Math.max(plan.firstDay, lastDayOf(day)));
}

export function visitsOn(plans: readonly Plan[], day: number): number {
  let sum = 0;
  for (const { firstDay, lastDay, until, first, last } of plans) {
    if (day < firstDay || day > until) continue;
    sum += lastDay === firstDay ? first : first + ((last - first) * (day - firstDay)) / (lastDay - firstDay);
  }
  return sum;
}

/** Visits of a station over whole days from the beginning of the run; counted from day 0. */
export function visitsMade(
  plans: readonly Plan[],
  station: number,
  networkOf: (day: number) => Network,
  off: ReadonlySet<number>,
): { delivered: number[]; deferred: number; missed: number } {
  const { warmUpDays, runDays } = networkOf(-Infinity);
  const delivered: number[] = [];
  let deferred = 0;
  let missed = 0;
  /** Oldest first: how often put off, and how many. */
  let line: { times: number; visits: number }[] = [];
  for (let day = Math.floor(-warmUpDays); day + 1 <= runDays; day++) {
    // A day's visits are made at its end, with what can be made then; a change at that midnight comes after.
    const { visitsPerDay, deferDays } = networkOf(day + 1 - 1e-9);
    let room = visitsPerDay[station * 7 + weekday(day, off)];
    const before = room;
    line.push({ times: 0, visits: visitsOn(plans, day) });
    for (const part of line) {
      const made = Math.min(part.visits, room);
      part.visits -= made;
      room -= made;
    }
    const over = line.filter((part) => part.times >= deferDays[station]);
    line = line.filter((part) => part.times < deferDays[station]);
    if (day >= 0) {
      delivered.push(before - room);
      deferred += line.reduce((sum, part) => sum + part.visits, 0);
      missed += over.reduce((sum, part) => sum + part.visits, 0);
    }
    for (const part of line) part.times++;
  }
  return { delivered, deferred, missed };
}
