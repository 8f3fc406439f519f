// A tidy table: one fact a row, and each column with its unit and what it means, so that a dictionary can lie beside the file.
import { csvText, type Cell } from './csv.ts';

/** A column: its name, the unit of its numbers, and what it means. */
export interface TidyColumn {
  readonly name: string;
  /** Of its numbers, empty where they have none; null where the column holds words. */
  readonly unit: string | null;
  readonly meaning: string;
}

/** A table with one fact a row. */
export interface Tidy {
  readonly columns: readonly TidyColumn[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** Columns as rows of name, unit and meaning: shorter to write where there are many. */
export const tidyColumns = (
  all: readonly (readonly [name: string, unit: string | null, meaning: string])[],
): TidyColumn[] => all.map(([name, unit, meaning]) => ({ name, unit, meaning }));

/** A table as CSV text, with its heads in the first line. */
export const tidyCsv = ({ columns, rows }: Tidy): string =>
  csvText(
    columns.map(({ name }) => name),
    rows,
  );
