// Where the dates and the counts of a series stand in a table: dates down a column, dates across the head, or a column a year.
import { dateAt, typedNumber } from '../../engine/index.ts';
import type { TableRow } from '../csv.ts';
import { isDay, readDay, readMonth } from '../day.ts';
import type { Table } from '../table-file.ts';
import { namedColumn, usualColumn, type Wanted } from './columns.ts';
import type { Questions } from './questions.ts';

/** A count as it stands in the table. */
export interface Entry {
  /** What tells its series from the others of the table: groups, then the head of its column. */
  readonly parts: readonly string[];
  readonly date: string;
  /** Where its date stands; across the head, where the count does. */
  readonly dateColumn: number;
  readonly cell: string;
  readonly line: number;
  readonly column: number;
  /** Of a column a year: whether other years have a count for that day and this one should. */
  readonly isShort: boolean;
}

export interface Layout {
  readonly what: string;
  readonly entries: readonly Entry[];
  readonly dateHead: string;
  /** The heads of the columns that were found, by the option that names each; none where dates or years stand across. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that are neither dates, counts nor groups. */
  readonly unused: readonly string[];
}

export interface Columns {
  readonly date?: string;
  readonly counts?: readonly string[];
}

const DATE: Wanted = {
  option: '--date',
  what: 'the dates',
  usually: [/^(date|day|week|month|period)$/i, /date|\bday\b|week|month|period/i],
};
const COUNT: Wanted = { option: '--count', what: 'the counts', usually: [] };
/** A number that names something. */
const NAMES = /code|(^|[\s_])(id|ods|year|no)\.?$/i;
const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\.?,?\s+/i;
const YEAR = /^(\d{4})(?:\s*[-/–]\s*(\d{2}|\d{4}))?$/;
const [FEWEST_DATES, FEWEST_YEARS] = [3, 2];
const ROWS_LOOKED_AT = 500;
/** A longer list of heads is only counted. */
const MOST_NAMED = 3;

/** "Fri 5 April 2024" without its weekday. */
export const withoutWeekday = (cell: string): string => cell.replace(WEEKDAY, '');

const isDate = (cell: string): boolean => {
  const date = withoutWeekday(cell);
  return isDay(date) || !Number.isNaN(readMonth(date));
};
const isCount = (cell: string): boolean => 'value' in typedNumber(cell);
const countOf = (cells: readonly string[], is: (cell: string) => boolean): number => cells.filter(is).length;

/** The row with the heads: dates or years across it, or a head for the dates beside others. */
export const isSeriesHead = (cells: readonly string[]): boolean =>
  countOf(cells, isDate) >= FEWEST_DATES ||
  (countOf(cells, isYear) >= FEWEST_YEARS && cells.every((cell) => isYear(cell) || !isCount(cell) || cell === '')) ||
  (countOf(cells, (cell) => cell !== '') > 1 &&
    !cells.some((cell) => isDate(cell) || isCount(cell)) &&
    usualColumn(cells, DATE) !== undefined);

const isYear = (cell: string): boolean => {
  const [, first, second] = YEAR.exec(cell) ?? [];
  return (
    Number(first) >= 1900 &&
    Number(first) < 2200 &&
    (second === undefined || (Number(first) + 1) % 100 === Number(second) % 100)
  );
};

export function layoutOf(table: Table, columns: Columns, questions: Questions): Layout | undefined {
  const heads = table.heads ?? [];
  const rows = [...table.rows()];
  if (countOf(heads, isDate) >= FEWEST_DATES) return across(heads, rows);
  if (countOf(heads, isYear) >= FEWEST_YEARS) return byYears(heads, rows);
  return down(table, rows, columns, questions);
}

/** A row a series. */
function across(heads: readonly string[], rows: readonly TableRow[]): Layout {
  const dates = heads.flatMap((head, at) => (isDate(head) ? [at] : []));
  const names = heads.flatMap((head, at) =>
    isDate(head) || rows.some(({ cells }) => isCount(cells[at] ?? '')) ? [] : [{ head, at }],
  );
  const entries = rows.flatMap(({ cells, line }) => {
    const parts = names.map(({ at }) => cells[at] ?? '').filter((part) => part !== '');
    return dates.map((column): Entry => ({
      parts,
      date: heads[column],
      dateColumn: column,
      cell: cells[column] ?? '',
      line,
      column,
      isShort: false,
    }));
  });
  const named = names.map(({ at }) => at);
  const unused = heads.filter((head, at) => head !== '' && !dates.includes(at) && !named.includes(at));
  return { what: `a row a series, dates across the head`, entries, dateHead: '', columns: {}, unused };
}

/** Days and months without a year down the first column; one series, year after year. */
function byYears(heads: readonly string[], rows: readonly TableRow[]): Layout {
  const years = heads.flatMap((head, at) => (isYear(head) ? [at] : []));
  const dayColumn = heads.findIndex((head) => !isYear(head));
  const entries = years.flatMap((column, which) => {
    const own = rows.flatMap(({ cells, line }) => {
      const date = dateIn(heads[column], cells[dayColumn] ?? '');
      const cell = cells[column] ?? '';
      // 29 February is no day of most years.
      if (date === undefined && cell === '') return [];
      return [
        {
          parts: [],
          date: date ?? cells[dayColumn] ?? '',
          dateColumn: dayColumn,
          cell,
          line,
          column,
          isShort: cell === '',
        },
      ];
    });
    const filled = own.map(({ cell }) => cell !== '');
    // The first year may begin late, and the last one is not over.
    const from = which === 0 ? filled.indexOf(true) : 0;
    const until = which === years.length - 1 ? filled.lastIndexOf(true) + 1 : own.length;
    return own.slice(Math.max(0, from), until);
  });
  return {
    what: `a column a year, ${heads[years[0]]} to ${heads[years[years.length - 1]]}`,
    entries,
    dateHead: '',
    columns: {},
    unused: [],
  };
}

/** "1 April" or "Apr" in the year "2022/23", which ends in March; undefined where there is no such day. */
function dateIn(head: string, day: string): string | undefined {
  const [, first, second] = YEAR.exec(head)!;
  const inYear = (year: number): string | undefined =>
    [`${day} ${year}`, `1 ${day} ${year}`, `${day}/${year}`, `${day}-${year}`].find((one) => isDate(one));
  const date = inYear(Number(first));
  if (second === undefined || date === undefined) return date ?? inYear(Number(first));
  const month = Number(monthOf(date));
  return month < 4 ? inYear(Number(first) + 1) : date;
}

const monthOf = (date: string): string => {
  const day = readDay(date, 'day first');
  return dateAt(Number.isNaN(day) ? readMonth(date) : day).slice(5, 7);
};

/** A row a date: a column of dates, one or more of counts, and where dates come again columns that say of what. */
function down(table: Table, rows: readonly TableRow[], columns: Columns, questions: Questions): Layout | undefined {
  const heads = table.heads ?? [];
  const width = Math.max(heads.length, ...rows.slice(0, ROWS_LOOKED_AT).map(({ cells }) => cells.length));
  const named = (name: string, wanted: Wanted): number => {
    const found = namedColumn(table, name, wanted);
    if (typeof found === 'number') return found;
    questions.whole.push(found);
    return -1;
  };
  const cellsOf = (at: number) => rows.slice(0, ROWS_LOOKED_AT).flatMap(({ cells }) => (cells[at] ? [cells[at]] : []));
  const all = Array.from({ length: width }, (_, at) => at);
  const mostly = (at: number, is: (cell: string) => boolean) => countOf(cellsOf(at), is) * 2 > cellsOf(at).length;
  const usual = usualColumn(heads, DATE);
  const dated = usual !== undefined && mostly(usual, isDate) ? usual : all.find((at) => mostly(at, isDate));
  const date = columns.date === undefined ? dated : named(columns.date, DATE);
  const counts =
    columns.counts?.map((name) => named(name, COUNT)) ??
    all.filter((at) => at !== date && !NAMES.test(heads[at] ?? '') && mostly(at, isCount) && !mostly(at, isDate));
  if (questions.whole.length > 0) return undefined;
  if (date === undefined || counts.length === 0) {
    questions.askOfAll(
      'the columns',
      heads.length === 0 ? `${width} columns without heads` : heads.map((head) => `"${head}"`).join(', '),
      {
        expected: 'a column of dates and one or more of counts; or dates, or years, across the head',
        hint: 'Say which: --date NAME, and --count NAME. Dates are written as 2026-04-01, 01/04/2026 or Apr 2026.',
      },
    );
    return undefined;
  }
  const others = all.filter((at) => at !== date && !counts.includes(at));
  const areTwice = new Set(rows.map(({ cells }) => cells[date])).size < rows.length;
  const groups = areTwice ? others.filter((at) => isGroup(rows, at)) : [];
  const headOf = (at: number) => heads[at] || `column ${at + 1}`;
  const entries = rows.flatMap(({ cells, line }) => {
    const own = groups.map((at) => cells[at]);
    return counts.map((column): Entry => ({
      parts: counts.length > 1 || own.length === 0 ? [...own, headOf(column)] : own,
      date: cells[date] ?? '',
      dateColumn: date,
      cell: cells[column] ?? '',
      line,
      column,
      isShort: false,
    }));
  });
  const said = counts.map((at) => `“${headOf(at)}”`).join(' and ');
  const by = groups.length > 0 ? `, for each ${groups.map((at) => `“${headOf(at)}”`).join(' and ')}` : '';
  const unused = others.filter((at) => !groups.includes(at) && headOf(at) !== '').map(headOf);
  return {
    what: `${said} by “${headOf(date)}”${by}`,
    entries,
    dateHead: heads[date] ?? '',
    columns: {
      date: headOf(date),
      count: counts.length > MOST_NAMED ? `${counts.length} columns` : counts.map(headOf).join(', '),
    },
    unused,
  };
}

/** Filled in every row, and with values that come again. */
function isGroup(rows: readonly TableRow[], at: number): boolean {
  const values = new Set<string>();
  for (const { cells } of rows) {
    if (!cells[at]) return false;
    values.add(cells[at]);
  }
  return values.size * 2 <= rows.length;
}
