// Results as CSV files: one fact a row, RFC 4180, safe to open in a spreadsheet.
import type { DifferenceRow, Row } from './experiment.ts';
import type { RowKey } from './replication.ts';

export type Cell = string | number | null;

export const summaryColumns = [
  'option',
  'station',
  'measure',
  'statistic',
  'who',
  'day',
  'unit',
  'value',
  'ciLow',
  'ciHigh',
  'replications',
] as const satisfies readonly (keyof Row)[];
export const differenceColumns = ['option', 'baseline', ...summaryColumns.slice(1), 'verdict'] as readonly Exclude<
  keyof DifferenceRow,
  'settles' | 'overThisPeriod'
>[];
const keyColumns = ['station', 'measure', 'statistic', 'who', 'day', 'unit'] as const;

export const summaryCsv = (rows: readonly Row[]): string =>
  csvText(
    summaryColumns,
    rows.map((row) => summaryColumns.map((column) => row[column])),
  );

export const differencesCsv = (rows: readonly DifferenceRow[]): string =>
  csvText(
    differenceColumns,
    rows.map((row) => differenceColumns.map((column) => row[column])),
  );

/** The same rows for each replication, numbered from 1 as people count. */
export function replicationsCsv(
  options: readonly string[],
  keys: readonly RowKey[],
  values: readonly Float64Array[][],
): string {
  function* rows(): Generator<Cell[]> {
    for (const [at, option] of options.entries())
      for (const [replication, results] of values[at].entries())
        for (const [index, key] of keys.entries())
          yield [option, replication + 1, ...keyColumns.map((column) => key[column]), results[index]];
  }
  return csvText(['option', 'replication', ...keyColumns, 'value'], rows());
}

/** Any table: a head, and rows of as many cells. Lines end as RFC 4180 says. */
export function csvText(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [line(columns)];
  for (const row of rows) lines.push(line(row));
  return `${lines.join('\r\n')}\r\n`;
}

const line = (cells: readonly Cell[]): string => cells.map((each) => quoted(cell(each))).join(',');

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A spreadsheet takes text beginning so for a formula; an apostrophe makes it text again. Numbers stay numbers. */
const formulaStart = /^[=+\-@\t\r]/;

export function cell(value: Cell): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (value === null) return '';
  return formulaStart.test(value) ? `'${value}` : value;
}
