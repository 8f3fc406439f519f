// The answer of a sweep as rows, as a tidy table and as JSON: the same bytes from the page and the terminal.
import type { Cell } from '../csv.ts';
import type { Row } from '../experiment.ts';
import type { RowKey } from '../replication.ts';
import { rowsText, type Manifest } from '../result.ts';
import { cellsOf, summaryColumns } from '../result-tables.ts';
import { withAverages } from '../statistics/averages.ts';
import type { Tidy, TidyColumn } from '../tidy.ts';

/**
 * What a combination came to, as numbers that travel: 1 if it settles or else 0, and then of each row its mean, the two ends of its
 * interval, and how many replications had somebody to measure.
 */
export type Found = Float64Array;
export const NUMBERS_A_ROW = 4;

/** A combination that is finished: its values in the order of the levers, and what it came to. */
export interface Swept {
  readonly values: readonly number[];
  readonly found: Found;
}

const orNull = (value: number) => (Number.isFinite(value) ? value : null);

/** The rows of one combination; of what does not settle there are no averages. */
export function rowsOfFound(option: string, keys: readonly RowKey[], found: Found): readonly Row[] {
  const rows = keys.map((key, at): Row => {
    const [mean, low, high, n] = found.subarray(1 + NUMBERS_A_ROW * at);
    return { option, ...key, value: orNull(mean), ciLow: orNull(low), ciHigh: orNull(high), replications: n };
  });
  return withAverages(rows, { settles: found[0] === 1 ? 'settles' : 'fills up' });
}

/** A row a combination and measure; the numbers that were swept come first, each with a column of its own. */
export const sweptTable = (
  option: string,
  keys: readonly RowKey[],
  numbers: readonly TidyColumn[],
  swept: Iterable<Swept>,
): Tidy => ({
  columns: [...numbers, ...summaryColumns],
  rows: {
    *[Symbol.iterator](): Generator<Cell[]> {
      for (const { values, found } of swept)
        for (const row of rowsOfFound(option, keys, found)) yield [...values, ...cellsOf(summaryColumns, row)];
    },
  },
});

export function sweptJson(
  manifest: Manifest,
  keys: readonly RowKey[],
  paths: readonly string[],
  swept: Iterable<Swept>,
): string {
  const rows: object[] = [];
  for (const { values, found } of swept) {
    const at = Object.fromEntries(paths.map((path, i) => [path, values[i]]));
    for (const row of rowsOfFound(manifest.options[0], keys, found)) rows.push({ at, ...row });
  }
  return `{\n  "manifest": ${JSON.stringify(manifest)},\n  "sweep": ${rowsText(rows)}\n}`;
}
