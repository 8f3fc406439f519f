// Dates as people type them, with or without a time of day, as days from 1970-01-01.
import { dayNumber } from '../engine/index.ts';

/** Of dates in digits with the year last: 1 March is 01/03 in Britain and 03/01 in America. */
export type DateOrder = 'day first' | 'month first';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?Z?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${TIME}$`, 'i');
const IN_LETTERS = new RegExp(String.raw`^(\d{1,2})[- ]([a-z]{3,9})\.?[- ,]+(\d{4})${TIME}$`, 'i');

/** NaN for what is no date. */
export function readDay(text: string, order: DateOrder): number {
  // What begins with no digit, or is a short number, is none; most cells of most files are told so.
  if (text.length < 8 || text.length > 40 || !(text.charCodeAt(0) >= 48 && text.charCodeAt(0) <= 57)) return NaN;
  const plain = YEAR_FIRST.exec(text);
  if (plain) return at(plain[1], plain[2], plain[3], plain);
  const last = YEAR_LAST.exec(text);
  if (last) return order === 'day first' ? at(last[3], last[2], last[1], last) : at(last[3], last[1], last[2], last);
  const letters = IN_LETTERS.exec(text);
  if (!letters) return NaN;
  const month = MONTHS.findIndex((name) => letters[2].toLowerCase().startsWith(name)) + 1;
  return at(letters[3], String(month), letters[1], letters);
}

function at(year: string, month: string, day: string, [, , , , hour, minute, second, half]: RegExpExecArray): number {
  const date = dayNumber(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (hour === undefined) return date;
  let hours = Number(hour);
  if (half !== undefined) hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const seconds = Number(second ?? 0);
  return hours > 23 || Number(minute) > 59 || seconds > 59
    ? NaN
    : date + (hours * 3600 + Number(minute) * 60 + seconds) / 86_400;
}

/** Read off the dates themselves: null where some can only be the one and some only the other; undefined where all may be either. */
export function dateOrderOf(texts: Iterable<string>): DateOrder | null | undefined {
  let [isDayFirst, isMonthFirst] = [false, false];
  for (const text of texts) {
    const [, first, second] = YEAR_LAST.exec(text) ?? [];
    if (Number(first) > 12) isDayFirst = true;
    if (Number(second) > 12) isMonthFirst = true;
  }
  if (isDayFirst && isMonthFirst) return null;
  return isMonthFirst ? 'month first' : isDayFirst ? 'day first' : undefined;
}
