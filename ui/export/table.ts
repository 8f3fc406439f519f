// A table to be taken away: its columns with what they mean, and rows of as many cells. CSV and workbooks are made of these.
import { csvText, type Cell } from '../../engine/index.ts';

export interface Column {
  readonly name: string;
  readonly meaning: string;
}

export interface Table {
  /** Short enough for the tab of a sheet: at most 31 letters, none of : \ / ? * [ ]. */
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export const tableCsv = ({ columns, rows }: Table): string =>
  csvText(
    columns.map(({ name }) => name),
    rows,
  );
