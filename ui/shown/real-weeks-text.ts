// Weekly numbers as people copy them from a spreadsheet: a date and a number on each line, read, sorted, and refused line by line.
import { dateAt, dayNumber, fileKindOf, typedNumber, weekdayAt, type TypedNumber } from '../../engine/index.ts';

export interface Week {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly people: number;
}

export interface HistoryRead {
  readonly weeks: readonly Week[];
  /** Why it cannot be used; empty where it can. */
  readonly problem: string;
  /** What was done to them, or is missing; only where there is something to say. */
  readonly note?: string;
}

/** Ten years and more. */
export const MOST_WEEKS = 600;
/** Where so many wait on most days, a day with none at all is a return that was not made. */
const LEAST_WITHOUT_NONE = 20;
/** Ten years of days. */
const MOST_DAYS = 7 * MOST_WEEKS;
/** Fewer tell nothing of everyday variation. */
const FEWEST_WEEKS = 8;

/** By tabs or semicolons; without either, the first comma or space ends the date, for a number may have a comma of its own. */
const cellsOf = (line: string): string[] =>
  (/[\t;]/.test(line) ? line.split(/[\t;]/) : [...(/^(\S*?)[,\s]\s*(.*)$/.exec(line)?.slice(1) ?? [line])]).map(
    (cell) => cell.trim().replace(/^"(.*)"$/, '$1'),
  );

export function readHistory(text: string): HistoryRead {
  const other = fileKindOf(text);
  if (other)
    return {
      weeks: [],
      problem: `Found ${other.found}; expected a date and a number on each line. Save it as CSV, in UTF-8.`,
    };
  const lines = text.split(/\r\n?|\n/).map((line, at) => ({ line: line.trim(), number: at + 1 }));
  const given = lines.filter(({ line }) => line !== '');
  const weeks: Week[] = [];
  const seen = new Map<string, number>();
  for (const [at, { line, number }] of given.entries()) {
    const [first = '', second = '', ...more] = cellsOf(line);
    const date = dateOf(first);
    // The first line may name the columns.
    if (date === undefined && at === 0 && !/\d/.test(second)) continue;
    const refused = (found: string, expected: string) => ({
      weeks: [],
      problem: `Line ${number}: found ${found}; expected ${expected}.`,
    });
    if (date === undefined) return refused(`“${short(first)}”`, 'a date such as 2024-01-15 or 15/01/2024');
    if (more.some((cell) => cell !== '')) return refused('more than two columns', 'a date and a number');
    const people = peopleOf(second);
    if ('hint' in people) {
      const found = second === '' ? 'no number' : `“${short(second)}”`;
      return refused(found, `a number of 0 or more${/\d/.test(second) ? `. ${people.hint.slice(0, -1)}` : ''}`);
    }
    const before = seen.get(date);
    if (before !== undefined) return refused(`the date of line ${before} again`, 'each week once');
    seen.set(date, number);
    weeks.push({ date, people: people.value });
  }
  if (weeks.length === 0 && given.length === 0) return { weeks, problem: '' };
  if (weeks.length < FEWEST_WEEKS) return refusedAll(`${weeks.length} weeks; expected ${FEWEST_WEEKS} or more`);
  if (weeks.length > MOST_DAYS) return refusedAll(`${weeks.length} dates; expected ${MOST_WEEKS} weeks or fewer`);
  const read = inWeeks(weeks.toSorted((a, b) => (a.date < b.date ? -1 : 1)));
  return read.weeks.length > MOST_WEEKS
    ? refusedAll(`${read.weeks.length} weeks; expected ${MOST_WEEKS} or fewer`)
    : read;
}

const MOST_NAMED = 5;
/** Steps by which most of these dates follow each other, in days, and what numbers so given are called. */
const usualSteps = [
  { from: 1, to: 1, called: 'one date a day' },
  { from: 28, to: 31, called: 'one date a month' },
  { from: 89, to: 92, called: 'one date a quarter' },
  { from: 365, to: 366, called: 'one date a year' },
] as const;

/** Dates in order: one a week as they are; one a day as the average of each whole week; anything else is refused with its reason. */
function inWeeks(given: readonly Week[]): HistoryRead {
  const steps = given.slice(1).map(({ date }, at) => dayNumber(date) - dayNumber(given[at].date));
  const often = (from: number, to: number) =>
    steps.filter((step) => step >= from && step <= to).length * 2 > steps.length;
  const usual = usualSteps.find(({ from, to }) => often(from, to));
  if (usual?.to === 1) return weeksOfDays(given, steps);
  if (usual) return refusedAll(`${usual.called}; expected one date a week. Give a number for each week`);
  const uneven = steps.findIndex((step) => step % 7 !== 0);
  if (uneven >= 0)
    return refusedAll(
      `${given[uneven + 1].date} ${sayDays(steps[uneven])} after ${given[uneven].date}; expected one date a week, seven days apart. Check that date`,
    );
  const missing = steps.flatMap((step, at) =>
    Array.from({ length: step / 7 - 1 }, (_, week) => dateAt(dayNumber(given[at].date) + 7 * (week + 1))),
  );
  if (missing.length * 2 > given.length)
    return refusedAll('dates several weeks apart; expected one date a week. Give a number for each week');
  return {
    weeks: given,
    problem: '',
    ...(missing.length > 0 && {
      note: `No number for the week of ${named(missing)}: a step over a gap counts as one from week to week.`,
    }),
  };
}

/** The average of the seven days of each whole week from the first Monday on; a zero among days that have none is no number. */
function weeksOfDays(days: readonly Week[], steps: readonly number[]): HistoryRead {
  const missing = steps.flatMap((step, at) =>
    Array.from({ length: step - 1 }, (_, day) => dateAt(dayNumber(days[at].date) + day + 1)),
  );
  if (missing.length > 0)
    return refusedAll(
      `one date a day, but none for ${named(missing)}; expected every day, or one date a week. Give those days, or the average of each week`,
    );
  const usual = days.map(({ people }) => people).toSorted((a, b) => a - b)[Math.floor(days.length / 2)];
  const blank = days.find(({ people }) => people === 0 && usual >= LEAST_WITHOUT_NONE);
  if (blank)
    return refusedAll(
      `one date a day, with 0 on ${blank.date} where ${usual} is usual; expected a number for every day. If that day has no return, put in the number it should have, or give the average of each week`,
    );
  const first = days.findIndex(({ date }) => weekdayAt(dayNumber(date)) === 0);
  const weeks: Week[] = [];
  for (let from = first; from >= 0 && from + 7 <= days.length; from += 7) {
    const people = days.slice(from, from + 7).reduce((sum, day) => sum + day.people, 0) / 7;
    weeks.push({ date: days[from].date, people: Number(people.toFixed(1)) });
  }
  if (weeks.length < FEWEST_WEEKS)
    return refusedAll(
      `one date a day, which makes ${weeks.length} whole weeks from Monday to Sunday; expected ${FEWEST_WEEKS} or more. Give more days`,
    );
  return {
    weeks,
    problem: '',
    note: `${days.length} days were given, so each week shows the average of its seven days, Monday to Sunday: ${weeks.length} whole weeks.`,
  };
}

const refusedAll = (found: string): HistoryRead => ({ weeks: [], problem: `Found ${found}.` });
const sayDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
const named = (dates: readonly string[]): string =>
  dates.length <= MOST_NAMED
    ? dates.join(', ')
    : `${dates.slice(0, MOST_NAMED).join(', ')} and ${dates.length - MOST_NAMED} more`;

/** ISO, or day/month/year as people in Britain write it; undefined when there is no such day. */
function dateOf(text: string): string | undefined {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const date = british ? `${british[3]}-${british[2].padStart(2, '0')}-${british[1].padStart(2, '0')}` : text;
  const day = dayNumber(date);
  return Number.isNaN(day) ? undefined : dateAt(day);
}

function peopleOf(text: string): TypedNumber {
  const number = typedNumber(text);
  return 'hint' in number || (number.value >= 0 && number.value < 1e6) ? number : { hint: 'Is it a number of people?' };
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
