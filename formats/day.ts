// Dates as people type them, with or without a time of day, as days from 1970-01-01.
import { dayNumber } from '../engine/index.ts';

/** Of dates in digits with the year last: 1 March is 01/03 in Britain and 03/01 in America. */
export type DateOrder = 'day first' | 'month first';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?Z?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${TIME}$`, 'i');
const IN_LETTERS = new RegExp(String.raw`^(\d{1,2})[- ]([a-z]{3,9})\.?[- ,]+(\d{4}|\d{2})${TIME}$`, 'i');
const MONTH_IN_LETTERS = /^([a-z]{3,9})\.?[- ,'’]+(\d{4}|\d{2})$/i;
const MONTH_IN_DIGITS = /^(\d{4})[-/](\d{1,2})$/;

/** NaN for what is no date. */
export function readDay(text: string, order: DateOrder): number {
  // A text that does not begin with a digit, or is very short, is no date: most cells need no closer look.
  if (text.length < 6 || text.length > 40 || !(text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57)) return NaN;
  const plain = YEAR_FIRST.exec(text);
  if (plain) return at(plain[1], plain[2], plain[3], plain);
  const last = YEAR_LAST.exec(text);
  if (last) return order === 'day first' ? at(last[3], last[2], last[1], last) : at(last[3], last[1], last[2], last);
  const letters = IN_LETTERS.exec(text);
  if (!letters) return NaN;
  return at(letters[3], monthNamed(letters[2]), letters[1], letters);
}

/** Whether it is a date, in whichever order: the rest of its column says which. */
export const isDay = (text: string): boolean =>
  !Number.isNaN(readDay(text, 'day first')) || !Number.isNaN(readDay(text, 'month first'));

/** The first day of a month that is written without one, as "Apr-22" or "2022-04"; NaN for anything else. */
export function readMonth(text: string): number {
  const letters = MONTH_IN_LETTERS.exec(text);
  if (letters) return dayOf(letters[2], monthNamed(letters[1]), '1');
  const digits = MONTH_IN_DIGITS.exec(text);
  return digits ? dayOf(digits[1], digits[2], '1') : NaN;
}

const monthNamed = (name: string): string =>
  String(MONTHS.findIndex((month) => name.toLowerCase().startsWith(month)) + 1);

/** A year of two digits is one of this century: records of an older one are not brought here. */
const dayOf = (year: string, month: string, day: string): number =>
  dayNumber(`${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

function at(year: string, month: string, day: string, [, , , , hour, minute, second, half]: RegExpExecArray): number {
  const date = dayOf(year, month, day);
  if (hour === undefined) return date;
  let hours = Number(hour);
  if (half !== undefined) hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const seconds = Number(second ?? 0);
  return hours > 23 || Number(minute) > 59 || seconds > 59
    ? NaN
    : date + (hours * 3600 + Number(minute) * 60 + seconds) / 86_400;
}

/** The same for a whole column, in which the same dates come again and again with other times of day. */
export function dayReader(order: DateOrder): (text: string) => number {
  const known = new Map<string, number>();
  const readOnce = (text: string): number => {
    let day = known.get(text);
    if (day === undefined) {
      day = readDay(text, order);
      if (known.size < MOST_KEPT) known.set(text, day);
    }
    return day;
  };
  return (text) => {
    if (text.length < 16) return readOnce(text);
    const time = plainTime(text);
    return Number.isNaN(time) ? readOnce(text) : readOnce(text.slice(0, 10)) + time;
  };
}

/** More different dates than there are days in a century were made by a time of day that is written another way. */
const MOST_KEPT = 40_000;

/** The share of a day in "2026-04-01 14:05" or "2026-04-01T14:05:30", or NaN. */
function plainTime(text: string): number {
  const mark = text.charCodeAt(10);
  if ((mark !== 32 && mark !== 84) || text.charCodeAt(13) !== 58 || (text.length !== 16 && text.length !== 19))
    return NaN;
  const two = (at: number) => {
    const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
  };
  const seconds = text.length === 16 ? 0 : text.charCodeAt(16) === 58 ? two(17) : NaN;
  const [hours, minutes] = [two(11), two(14)];
  return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 3600 + minutes * 60 + seconds) / 86_400 : NaN;
}

/** Read off the dates themselves: null where some can only be the one and some only the other; undefined where all may be either. */
export function dateOrderOf(texts: Iterable<string>): DateOrder | null | undefined {
  let [isDayFirst, isMonthFirst] = [false, false];
  for (const text of texts) {
    // Most dates have the year first; those four digits settle nothing.
    if (text.charCodeAt(4) === 45 || text === '') continue;
    const [, first, second] = YEAR_LAST.exec(text) ?? [];
    if (Number(first) > 12) isDayFirst = true;
    if (Number(second) > 12) isMonthFirst = true;
  }
  if (isDayFirst && isMonthFirst) return null;
  return isMonthFirst ? 'month first' : isDayFirst ? 'day first' : undefined;
}
