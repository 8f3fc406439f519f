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

/** What a column is called, what it means, and its cell in a row. */
export type ColumnOf<Row> = readonly [name: string, meaning: string, cell: (row: Row) => Cell];

interface TableOf<Row> extends Pick<Table, 'name' | 'about'> {
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnOf<Row>[];
}

export const tableOf = <Row>({ name, about, rows, columns }: TableOf<Row>): Table => ({
  name,
  about,
  columns: columns.map(([title, meaning]) => ({ name: title, meaning })),
  rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
});

export const tableCsv = ({ columns, rows }: Table): string =>
  csvText(
    columns.map(({ name }) => name),
    rows,
  );
