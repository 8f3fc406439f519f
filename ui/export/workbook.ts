// An Excel workbook of tables: a cover, a sheet each, and what every column means. Text stays text, whatever it begins with.
import type { SheetData } from 'write-excel-file/universal';
import type { Cell } from '../../engine/index.ts';
import type { Table } from './table.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A line of the cover: what it is, and the text. */
export type CoverLine = readonly [string, string];

export async function workbook(cover: readonly CoverLine[], tables: readonly Table[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const sheets = [coverSheet(cover, tables), ...tables.map(sheetOf), columnsSheet(tables)];
  return write(sheets, { fontFamily: 'Arial', fontSize: 11 }).toBlob();
}

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });

/** Infinite and missing numbers are empty; a text is written as one, so a spreadsheet never takes it for a formula. */
function cellOf(value: Cell) {
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  return value === null || value === '' ? null : { value, type: String };
}

function coverSheet(cover: readonly CoverLine[], tables: readonly Table[]) {
  const data: SheetData = [
    ...cover.map(([name, text], at) => [
      bold(name),
      { value: text, wrap: true, ...(at === 0 && { fontWeight: 'bold' as const, fontSize: 14 }) },
    ]),
    [],
    [bold('Sheet'), bold('What it holds')],
    ...tables.map(({ name, about }) => [name, { value: about, wrap: true }]),
    ['Columns', 'What every column of every sheet means.'],
  ];
  return { sheet: 'Cover', data, columns: [{ width: 24 }, { width: 100 }] };
}

function sheetOf({ name, columns, rows }: Table) {
  const data: SheetData = [columns.map((column) => bold(column.name)), ...rows.map((row) => row.map(cellOf))];
  return {
    sheet: name,
    data,
    columns: columns.map((column, at) => ({ width: widthOf(column.name, rows, at) })),
    stickyRowsCount: 1,
  };
}

function columnsSheet(tables: readonly Table[]) {
  const data: SheetData = [
    [bold('Sheet'), bold('Column'), bold('Meaning')],
    ...tables.flatMap(({ name, columns }) =>
      columns.map((column) => [name, cellOf(column.name), { value: column.meaning, wrap: true }]),
    ),
  ];
  return { sheet: 'Columns', data, columns: [{ width: 24 }, { width: 30 }, { width: 90 }], stickyRowsCount: 1 };
}

const [NARROW, WIDE] = [9, 48];

/** Wide enough for what stands in the first rows; numbers show as many digits as there is room for. */
function widthOf(name: string, rows: Table['rows'], at: number): number {
  const texts = rows.slice(0, 200).map((row) => (typeof row[at] === 'string' ? row[at].length : NARROW));
  return Math.min(WIDE, Math.max(NARROW, name.length + 2, ...texts));
}
