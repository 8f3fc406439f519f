// Results as CSV files: one fact a row, RFC 4180, safe to open in a spreadsheet.
import type { DifferenceRow, Row, RowKey } from '../../engine/index.ts';

type Cell = string | number | null;

const summaryColumns = [
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
] as const;
const differenceColumns = [
  'option',
  'baseline',
  ...summaryColumns.slice(1),
  'verdict',
] as readonly (keyof DifferenceRow)[];
const keyColumns = ['station', 'measure', 'statistic', 'who', 'day', 'unit'] as const;

export const summaryCsv = (rows: readonly Row[]): Promise<string> =>
  csv(
    summaryColumns,
    rows.map((row) => summaryColumns.map((column) => row[column])),
  );

export const differencesCsv = (rows: readonly DifferenceRow[]): Promise<string> =>
  csv(
    differenceColumns,
    rows.map((row) => differenceColumns.map((column) => row[column])),
  );

/** The same rows for each replication, numbered from 1 as people count. */
export function replicationsCsv(
  options: readonly string[],
  keys: readonly RowKey[],
  values: readonly Float64Array[][],
): Promise<string> {
  function* rows(): Generator<Cell[]> {
    for (const [at, option] of options.entries())
      for (const [replication, results] of values[at].entries())
        for (const [index, key] of keys.entries())
          yield [option, replication + 1, ...keyColumns.map((column) => key[column]), results[index]];
  }
  return csv(['option', 'replication', ...keyColumns, 'value'], rows());
}

async function csv(columns: readonly string[], rows: Iterable<Cell[]>): Promise<string> {
  const { csvFormatRow } = await import('d3');
  const lines = [csvFormatRow([...columns])];
  for (const row of rows) lines.push(csvFormatRow(row.map(cell)));
  return `${lines.join('\r\n')}\r\n`;
}

/** A spreadsheet takes text beginning so for a formula; an apostrophe makes it text again. Numbers stay numbers. */
const formulaStart = /^[=+\-@\t\r]/;

export function cell(value: Cell): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (value === null) return '';
  return formulaStart.test(value) ? `'${value}` : value;
}
