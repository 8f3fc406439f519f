// Hours of the week: windows in which something may happen, half-open; outside them it waits, or time stands still.
import { weekdayAt } from './dates.ts';
import { nextHoliday, NO_HOLIDAYS, weekdayLike, type Holidays } from './holidays.ts';

/** Days (a tenth of a millisecond): a stay of whole hours that ends as the hours close must not end a bit after, on another day. */
const ROUNDING = 1e-9;

/** Null means any hour. */
export interface Windows {
  /** A usual week from Monday 00:00, in days: from, to, from, to … sorted, apart, each to ≤ 7. */
  readonly week: Float64Array;
  /** Days that have the windows of a Sunday. */
  readonly holidays: Holidays;
}

const WEEK = 7;
const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Weekdays (0 Monday) named by "Mon-Fri", "Sat, Sun", "Fri-Mon"; null when a word is none. */
export function weekdaysIn(text: string): number[] | null {
  const days = new Set<number>();
  for (const part of text.split(',')) {
    const ends = part
      .split(/[-–]/)
      .map((word) => names.findIndex((name) => word.trim().toLowerCase().startsWith(name)));
    if (ends.length > 2 || ends.some((day) => day < 0)) return null;
    const [from, to = from] = ends as [number, number?];
    for (let day = from; ; day = (day + 1) % WEEK) {
      days.add(day);
      if (day === to) break;
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** The windows of opening hours whose days are known to be right; null when they are always open. */
export function windowsOf(
  hours: readonly { days: string; fromHour?: number; toHour?: number }[] | undefined,
  holidays = NO_HOLIDAYS,
): Windows | null {
  if (hours === undefined) return null;
  const each = hours
    .flatMap(({ days, fromHour = 0, toHour = 24 }) =>
      (weekdaysIn(days) ?? []).map((day) => [day + fromHour / 24, day + toHour / 24] as const),
    )
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  const merged: number[] = [];
  for (const [from, to] of each) {
    const last = merged.length - 1;
    if (last > 0 && from <= merged[last]) merged[last] = Math.max(merged[last], to);
    else merged.push(from, to);
  }
  const isAlways = merged.length === 2 && merged[0] === 0 && merged[1] === WEEK;
  return isAlways ? null : { week: Float64Array.from(merged), holidays };
}

/** Share of a usual week that is open. */
function openShare(week: Float64Array): number {
  let open = 0;
  for (let at = 0; at < week.length; at += 2) open += week[at + 1] - week[at];
  return open / WEEK;
}

/** The day on which the week of a moment began, so that whole weeks leave no rounding behind. */
const weekStart = (day: number, startDayNumber: number): number => {
  const whole = Math.floor(day);
  return whole - weekdayAt(startDayNumber + whole);
};

/** The first holiday on the day of a moment or after it, as a day of the run. */
const holidayAfter = ({ holidays }: Windows, day: number, startDayNumber: number): number =>
  nextHoliday(holidays, startDayNumber + Math.floor(day)) - startDayNumber;

/** From, to, from, to … of one day, which may be a holiday. */
function openOn({ week, holidays }: Windows, whole: number, startDayNumber: number): number[] {
  const monday = whole - weekdayLike(startDayNumber + whole, holidays);
  const found: number[] = [];
  for (let at = 0; at < week.length; at += 2) {
    const from = Math.max(whole, monday + week[at]);
    const to = Math.min(whole + 1, monday + week[at + 1]);
    if (to > from) found.push(from, to);
  }
  return found;
}

export function isOpenAt(windows: Windows | null, day: number, startDayNumber: number): boolean {
  if (windows === null) return true;
  const { week, holidays } = windows;
  const whole = Math.floor(day);
  const monday = whole - weekdayLike(startDayNumber + whole, holidays);
  for (let at = 0; at < week.length; at += 2) if (day >= monday + week[at] && day < monday + week[at + 1]) return true;
  return false;
}

/** The next moment after `day` at which any of the windows opens or closes (near a holiday also any midnight); Infinity when there are none. */
export function nextTurn(windows: Windows, day: number, startDayNumber: number): number {
  const whole = Math.floor(day);
  if (holidayAfter(windows, day, startDayNumber) > whole + 2 * WEEK)
    return usualTurn(windows.week, day, startDayNumber);
  return openOn(windows, whole, startDayNumber).find((turn) => turn > day) ?? whole + 1;
}

function usualTurn(week: Float64Array, day: number, startDayNumber: number): number {
  const monday = weekStart(day, startDayNumber);
  for (let from = monday; from <= monday + WEEK; from += WEEK)
    for (let at = 0; at < week.length; at++) if (from + week[at] > day) return from + week[at];
  return Infinity;
}

/** The day on which `days` of progress end that begin at `day` and pause outside the windows. */
export function afterProgress(windows: Windows | null, day: number, days: number, startDayNumber: number): number {
  if (windows === null || days <= 0) return day + days;
  const { week } = windows;
  const usual = usualProgress(week, day, days, startDayNumber);
  if (usual <= holidayAfter(windows, day, startDayNumber)) return usual;
  let left = days;
  let whole = Math.floor(day);
  for (; holidayAfter(windows, whole, startDayNumber) < Infinity; whole++) {
    const open = openOn(windows, whole, startDayNumber);
    for (let at = 0; at < open.length; at += 2) {
      const begins = Math.max(day, open[at]);
      const room = open[at + 1] - begins;
      if (room <= 0) continue;
      if (left <= room + ROUNDING) return left >= room - ROUNDING ? open[at + 1] : begins + left;
      left -= room;
    }
  }
  return usualProgress(week, Math.max(day, whole), left, startDayNumber);
}

function usualProgress(windows: Float64Array, day: number, days: number, startDayNumber: number): number {
  const monday = weekStart(day, startDayNumber);
  let open = 0;
  for (let at = 0; at < windows.length; at += 2) open += windows[at + 1] - windows[at];
  // What the first week leaves is taken in whole weeks at once: a long stay costs no more than a short one.
  let left = days - progressIn(windows, day - monday, WEEK);
  if (left <= ROUNDING) return monday + momentAfter(windows, day - monday, days);
  let weeks = Math.floor(left / open);
  if (weeks * open >= left - ROUNDING && weeks > 0) weeks--;
  left -= weeks * open;
  return monday + WEEK * (weeks + 1) + momentAfter(windows, 0, left);
}

/** Days of progress made between two moments. */
export function progressBetween(windows: Windows | null, from: number, to: number, startDayNumber: number): number {
  if (windows === null) return to - from;
  if (holidayAfter(windows, from, startDayNumber) >= to) return usualBetween(windows.week, from, to, startDayNumber);
  let done = 0;
  for (let whole = Math.floor(from); whole < to; whole++) {
    const open = openOn(windows, whole, startDayNumber);
    for (let at = 0; at < open.length; at += 2)
      done += Math.max(0, Math.min(to, open[at + 1]) - Math.max(from, open[at]));
  }
  return done;
}

function usualBetween(windows: Float64Array, from: number, to: number, startDayNumber: number): number {
  const first = weekStart(from, startDayNumber);
  const last = weekStart(to, startDayNumber);
  if (first === last) return progressIn(windows, from - first, to - first);
  const whole = (last - first) / WEEK - 1;
  return (
    progressIn(windows, from - first, WEEK) + whole * openShare(windows) * WEEK + progressIn(windows, 0, to - last)
  );
}

function progressIn(windows: Float64Array, from: number, to: number): number {
  let done = 0;
  for (let at = 0; at < windows.length; at += 2) {
    const begins = Math.max(from, windows[at]);
    const ends = Math.min(to, windows[at + 1]);
    if (ends > begins) done += ends - begins;
  }
  return done;
}

/** The moment of the week at which `days` of progress from `from` are over; they fit into it. */
function momentAfter(windows: Float64Array, from: number, days: number): number {
  let left = days;
  for (let at = 0; at < windows.length; at += 2) {
    const begins = Math.max(from, windows[at]);
    const room = windows[at + 1] - begins;
    if (room <= 0) continue;
    if (left <= room + ROUNDING) return left >= room - ROUNDING ? windows[at + 1] : begins + left;
    left -= room;
  }
  return windows[windows.length - 1];
}
