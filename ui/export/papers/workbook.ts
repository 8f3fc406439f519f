// An Excel workbook of tables: a cover, a sheet each, and what every column means. Text stays text, whatever it begins with.
import type { SheetData } from 'write-excel-file/universal';
import type { Cell } from '../../../engine/index.ts';
import { mendParts, type Mend } from './mend-parts.ts';
import type { Table } from '../table.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A line of the cover: what it is, and the text. */
export type CoverLine = readonly [string, string];

export async function workbook(cover: readonly CoverLine[], tables: readonly Table[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const sheets = [coverSheet(cover, tables), ...tables.map(sheetOf), columnsSheet(tables)].map((sheet) => ({
    ...sheet,
    orientation: 'landscape' as const,
  }));
  const blob = await write(sheets, { fontFamily: 'Arial', fontSize: 11 }).toBlob();
  return new Blob([await mendParts(new Uint8Array(await blob.arrayBuffer()), mendOf)], { type: XLSX });
}

/** As the format's schema has it (ECMA-376 part 1, 18.8.22 font), and as wide as the page when it is printed. */
function mendOf(name: string): Mend | undefined {
  if (name === 'xl/styles.xml') return fontsInOrder;
  return /^xl\/worksheets\/sheet\d+\.xml$/.test(name) ? onePageWide : undefined;
}

const FONT_PARTS = ['b', 'i', 'strike', 'u', 'sz', 'color', 'name', 'family'];

const fontsInOrder = (xml: string): string =>
  xml.replace(/<font>(.*?)<\/font>/g, (_all, inner: string) => {
    const parts = [...inner.matchAll(/<(\w+)[^>]*\/>/g)].map(([part, name = '']) => ({
      part,
      at: FONT_PARTS.indexOf(name),
    }));
    return `<font>${parts
      .toSorted((one, other) => one.at - other.at)
      .map(({ part }) => part)
      .join('')}</font>`;
  });

const onePageWide = (xml: string): string =>
  xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/<pageSetup /, '<pageSetup fitToHeight="0" ');

/** Some programs do not make room for a text that wraps: here its row is as high as it needs, in points. */
const wrapped = (value: string, letters: number) => ({
  value,
  wrap: true,
  alignVertical: 'top' as const,
  height: 15 * Math.ceil(Math.max(1, value.length) / letters),
});

const bold = (value: string) => ({ value, fontWeight: 'bold' as const });

/** Infinite and missing numbers are empty; a text is written as one, so a spreadsheet never takes it for a formula. */
function cellOf(value: Cell) {
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  return value === null || value === '' ? null : { value, type: String };
}

function coverSheet(cover: readonly CoverLine[], tables: readonly Table[]) {
  const data: SheetData = [
    ...cover.map(([name, text], at) => [
      { ...bold(name), alignVertical: 'top' as const },
      { ...wrapped(text, 100), ...(at === 0 && { fontWeight: 'bold' as const, fontSize: 14, height: 20 }) },
    ]),
    [],
    [bold('Sheet'), bold('What it holds')],
    ...tables.map(({ name, about }) => [{ value: name, alignVertical: 'top' as const }, wrapped(about, 100)]),
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
      columns.map((column) => [name, cellOf(column.name), wrapped(column.meaning, 90)]),
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
