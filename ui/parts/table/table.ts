// A table of facts: its caption, its columns with their units, its rows; put in order, and written as CSV and JSON.
import { csvText } from '../../../engine/index.ts';

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Shown in the header; rows of different units have a column that says theirs. */
  readonly unit?: string;
  readonly isNumber?: boolean;
}

export interface Cell {
  /** What is put in order and saved. */
  readonly value: string | number | null;
  /** How it is said, where that is not the value itself. */
  readonly shown?: string;
  /** The row of the results it is read from, as `station/measure/statistic/who`, with whose it is and its own number. */
  readonly of?: { readonly row: string; readonly option: string; readonly value: number | null };
}

export interface DataRow {
  readonly key: string;
  /** By the key of the column; the first column is the row's name. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface DataTable {
  /** In the name of the file. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly DataRow[];
}

export interface Order {
  readonly by: string;
  readonly isDown: boolean;
}

const NOTHING: Cell = { value: null };
export const cellOf = (row: DataRow, column: Column): Cell => row.cells[column.key] ?? NOTHING;

/** Whatever has no value comes last, either way; what is equal keeps the order it came in. */
export function inOrder(rows: readonly DataRow[], order: Order | undefined): readonly DataRow[] {
  if (!order) return rows;
  const valueOf = (row: DataRow) => row.cells[order.by]?.value ?? null;
  return rows.toSorted((a, b) => {
    const [one, two] = [valueOf(a), valueOf(b)];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    const isText = typeof one === 'string' || typeof two === 'string';
    const rises = isText ? collator.compare(String(one), String(two)) : one - two;
    return order.isDown ? -rises : rises;
  });
}
const collator = new Intl.Collator('en-GB', { numeric: true });

/** The header as written to a file: "Longest wait (days)". */
export const headerOf = ({ title, unit }: Column): string => (unit ? `${title} (${unit})` : title);

/** RFC 4180, with the values and not the rounded words. */
export const tableCsv = ({ columns }: DataTable, rows: readonly DataRow[]): string =>
  csvText(
    columns.map(headerOf),
    rows.map((row) => columns.map((column) => cellOf(row, column).value)),
  );

/** One row a line; units beside the columns. */
export function tableJson({ caption, columns }: DataTable, rows: readonly DataRow[]): string {
  const heads = columns.map(({ key, title, unit }) => ({ key, title, ...(unit && { unit }) }));
  const lines = rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map((column) => [column.key, cellOf(row, column).value]))),
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]`;
  return `{\n  "caption": ${JSON.stringify(caption)},\n  "columns": ${JSON.stringify(heads)},\n  "rows": ${list}\n}\n`;
}
