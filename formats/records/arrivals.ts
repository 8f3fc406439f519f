// Arrivals from a table: one row a person with a date, or one row a day, week or month with a count; recognised by the columns and the spacing.
import { dateAt, spacingOf, type Counted, type Problem, type Spacing, typedNumber } from '../../engine/index.ts';
import { dateOrderOf, dayReader } from '../day.ts';
import type { Table } from '../table-file.ts';
import { columnMeant, headsOf, type Wanted } from './columns.ts';
import { Questions } from './questions.ts';

export interface ArrivalAnswers {
  readonly date?: string;
  /** 'none': every row is a person. */
  readonly count?: string;
  /** Rows that cannot be read are left out. */
  readonly leaveOutUnreadable: boolean;
}

export interface ArrivalsRead {
  /** Null: something has to be answered first. */
  readonly counted: readonly Counted[] | null;
  readonly problems: readonly Problem[];
  readonly understood: readonly string[];
  readonly doubts: readonly string[];
  /** The heads of the columns that were found, by the option that names each. */
  readonly columns: Readonly<Record<string, string>>;
}

const DATE: Wanted = {
  option: '--from',
  what: 'the dates',
  usually: [/^date$/i, /date|admi(t|ssion)|arriv|\breferred\b|^day$|week|month/i],
};
const COUNT: Wanted = {
  option: '--count',
  what: 'the counts',
  usually: [/count|^n$|number|people|total/i, /admissions|arrivals|referrals/i],
};
/** What a person once entered by mistake would make of the records. */
const MOST_DAYS = 40_000;

export function readArrivals(table: Table, answers: ArrivalAnswers): ArrivalsRead {
  const questions = new Questions();
  const columns = columnsOf(table, answers, questions);
  const found = headsOf(table, { from: columns?.date, count: columns?.count });
  const refused = (): ArrivalsRead => ({
    counted: null,
    problems: questions.all(),
    understood: [],
    doubts: [],
    columns: found,
  });
  if (!columns) return refused();
  const { date, count } = columns;
  const order = dateOrderOf(cellsIn(table, date));
  if (order === null)
    questions.askOfAll('the dates', 'some with the month first and some with the day first', {
      expected: 'dates in one order',
      hint: 'Write all dates as 2026-04-01.',
    });
  const perDay = new Map<number, number>();
  const dayOf = dayReader(order ?? 'day first');
  let [rows, leftOut] = [0, 0];
  const cannot = (line: number, column: number, found: string, expected: string, hint: string) => {
    if (answers.leaveOutUnreadable) leftOut++;
    else
      questions.ask(
        `${column} ${expected} ${found === ''}`,
        () => table.place(line, column),
        found === '' ? 'an empty cell' : `"${found.slice(0, 60)}"`,
        {
          expected,
          hint: `${hint} Or leave such rows out: --leave-out unreadable.`,
        },
      );
  };
  for (const { cells, line } of table.rows()) {
    const said = cells[date] ?? '';
    const day = Math.floor(dayOf(said));
    if (Number.isNaN(day)) {
      cannot(line, date, said, 'a date', 'Write the year, month and day, as in 2026-04-01, or 01/04/2026.');
      continue;
    }
    rows++;
    if (count === undefined) {
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
      continue;
    }
    const cell = cells[count] ?? '';
    const number = typedNumber(cell, true);
    if (!('value' in number) || !Number.isInteger(number.value) || number.value < 0)
      cannot(line, count, cell, 'a whole number of people, 0 or more', 'value' in number ? 'Mend it.' : number.hint);
    else if (perDay.has(day))
      questions.ask('twice', () => table.place(line, date), `${dateAt(day)} once more`, {
        expected: 'each date once',
        hint: 'Are there several places in the file? Take the rows of one with --where, or add them up by date.',
      });
    else perDay.set(day, number.value);
  }
  const dates = [...perDay.keys()].sort((a, b) => a - b);
  const [first, last] = [dates[0], dates[dates.length - 1]];
  if (questions.all().length === 0 && (dates.length < 7 || last - first > MOST_DAYS))
    questions.askOfAll(
      'the dates',
      dates.length < 7 ? `${dates.length} different dates` : `${dateAt(first)} to ${dateAt(last)}`,
      {
        expected: 'at least seven different dates, over no more than a hundred years',
        hint: 'Give more of what happened, and look whether a year is wrong.',
      },
    );
  const each = [...perDay.values()];
  // People never come so evenly; places that report every day do.
  if (
    count === undefined &&
    answers.count !== 'none' &&
    questions.all().length === 0 &&
    each.every((n) => n === each[0])
  )
    questions.askOfAll('all rows', `every date ${each[0] === 1 ? 'once' : `${each[0]} times`}`, {
      expected: 'a row a person, or a column of counts',
      hint: 'Give the column of how many came: --count NAME; of several places take the rows of one with --where. If every row is a person: --count none.',
    });
  if (questions.all().length > 0) return refused();
  const spacing = count === undefined ? 'day' : spacingOf(dates);
  const counted =
    count === undefined
      ? everyDay(perDay, first, last)
      : dates.map((day) => ({ day, days: daysFrom(day, spacing), count: perDay.get(day)! }));
  if (!counted.some((each) => each.count > 0)) {
    questions.askOfAll('the counts', 'nobody at all', {
      expected: 'people who arrive',
      hint: 'Is this the right column? --count NAME.',
    });
    return refused();
  }
  const heads = (column: number) => `“${table.heads?.[column] ?? column + 1}”`;
  const missing = count === undefined ? 0 : missingIn(dates, spacing);
  const empty = counted.filter((each) => each.count === 0).length;
  return {
    counted,
    problems: [],
    understood: [
      table.understood,
      count === undefined
        ? `${rows} arrivals, a row each, by ${heads(date)}`
        : `a count a ${spacing}, ${heads(count)} by ${heads(date)}`,
      `${dateAt(first)} to ${dateAt(last + daysFrom(last, spacing) - 1)}${order === undefined ? '' : `, dates with the ${order}`}`,
      ...(leftOut > 0 ? [`${leftOut} rows left out: could not be read`] : []),
    ],
    doubts: [
      ...(missing > 0
        ? [`${missing} ${missing === 1 ? `${spacing} is` : `${spacing}s are`} missing from the counts and left out`]
        : []),
      ...(count === undefined && empty > 0
        ? [`${empty} of ${counted.length} days have no row and count as days on which nobody came`]
        : []),
      ...(count === undefined ? ['the first and the last day may not be whole'] : []),
    ],
    columns: found,
  };
}

function* cellsIn(table: Table, column: number): Generator<string> {
  for (const { cells } of table.rows()) yield cells[column] ?? '';
}

function columnsOf(table: Table, answers: ArrivalAnswers, questions: Questions) {
  const column = (wanted: Wanted, name: string | undefined) =>
    columnMeant(table, name, wanted, (problem) => questions.whole.push(problem));
  let date = column(DATE, answers.date);
  let count = answers.count === 'none' ? undefined : column(COUNT, answers.count);
  if (questions.whole.length > 0) return undefined;
  const [first] = table.rows();
  // Without heads: the first column is the date, and a second one is the count.
  if (table.heads === null && answers.date === undefined) date = 0;
  if (table.heads === null && answers.count === undefined && first.cells.length === 2) count = 1;
  if (table.heads?.length === 1) date = 0;
  if (date !== undefined) return { date, count: count === date ? undefined : count };
  questions.askOfAll('the columns', table.heads!.map((head) => `"${head}"`).join(', '), {
    expected: 'a column of dates, and for counts one of whole numbers',
    hint: 'Say which: --from NAME, and --count NAME.',
  });
  return undefined;
}

/** A month lasts until the same day of the next. */
function daysFrom(day: number, spacing: Spacing): number {
  if (spacing !== 'month') return spacing === 'week' ? 7 : 1;
  const [year, month, dayOfMonth] = dateAt(day).split('-').map(Number);
  const next = new Date(Date.UTC(year, month, dayOfMonth)).getTime() / 86_400_000;
  return next - day;
}

function everyDay(perDay: ReadonlyMap<number, number>, first: number, last: number): Counted[] {
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    day: first + at,
    days: 1,
    count: perDay.get(first + at) ?? 0,
  }));
}

const missingIn = (dates: readonly number[], spacing: Spacing): number =>
  dates
    .slice(1)
    .reduce((sum, day, at) => sum + Math.max(0, Math.round((day - dates[at]) / daysFrom(dates[at], spacing)) - 1), 0);
