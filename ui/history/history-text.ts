// Weekly numbers as people copy them out of a spreadsheet: a date and a number a line, read, put in order, and refused by line.
import { dateAt, dayNumber, fileKindOf, typedNumber, type TypedNumber } from '../../engine/index.ts';

export interface Week {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly people: number;
}

export interface HistoryRead {
  readonly weeks: readonly Week[];
  /** Why it cannot be used; empty where it can. */
  readonly problem: string;
}

/** Ten years and more. */
export const MOST_WEEKS = 600;
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
      problem: `Found ${other.found}; expected a date and a number a line. Save it as CSV, in UTF-8.`,
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
  if (weeks.length < FEWEST_WEEKS)
    return { weeks: [], problem: `Found ${weeks.length} weeks; expected ${FEWEST_WEEKS} or more.` };
  if (weeks.length > MOST_WEEKS)
    return { weeks: [], problem: `Found ${weeks.length} weeks; expected ${MOST_WEEKS} or fewer.` };
  return { weeks: weeks.toSorted((a, b) => (a.date < b.date ? -1 : 1)), problem: '' };
}

/** ISO, or day/month/year as people in Britain write it; undefined when there is no such day. */
function dateOf(text: string): string | undefined {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const date = british ? `${british[3]}-${british[2]!.padStart(2, '0')}-${british[1]!.padStart(2, '0')}` : text;
  const day = dayNumber(date);
  return Number.isNaN(day) ? undefined : dateAt(day);
}

function peopleOf(text: string): TypedNumber {
  const number = typedNumber(text);
  return 'hint' in number || (number.value >= 0 && number.value < 1e6) ? number : { hint: 'Is it a number of people?' };
}

const short = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
