// Excel workbooks: sheets of cells as the bytes of an .xlsx file, and back; what is no workbook is said to be what it is.
import { strFromU8, unzipSync } from 'fflate';
import { fileKindOf } from '../engine/index.ts';
import { withoutEmptyRows } from './excel-empty-rows.ts';
import { tooFarCell } from './excel-extent.ts';
import type { CellValue, Sheet } from './workbook/sheet.ts';

/** What was found instead of a workbook that can be read. */
export class NotAWorkbook extends Error {
  readonly found: string;
  readonly hint: string;
  constructor(found: string, hint: string) {
    super(`${found}. ${hint}`);
    this.name = 'NotAWorkbook';
    this.found = found;
    this.hint = hint;
  }
}

/** Unpacked, in bytes: a hundred times a large workbook. What is far larger was made to fill a computer's memory. */
const MOST_UNPACKED = 512_000_000;
const SAVE_AS = 'Open it in Excel or LibreOffice and save it as .xlsx.';

/** As they stand in the file; empty rows at the end are left out. Cells with a formula are read by the value it gave last. */
export async function readExcel(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  refuseWhatIsNone(bytes);
  const { default: read } = await import('read-excel-file/universal');
  try {
    const sheets = await read(new Blob([withoutEmptyRows(bytes)]), { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) }));
  } catch (error) {
    throw new NotAWorkbook(`a workbook that cannot be read (${(error as Error).message})`, SAVE_AS);
  }
}

const cellOf = (cell: unknown): CellValue =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date
    ? cell
    : null;

function refuseWhatIsNone(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new NotAWorkbook('an empty file', 'Is this the right file?');
  // D0 CF 11 E0: Excel up to 2003, and every workbook with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new NotAWorkbook('an older workbook (.xls), or one with a password', `${SAVE_AS} Leave the password out.`);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const kind = fileKindOf(new TextDecoder().decode(bytes.subarray(0, 4000)));
    throw new NotAWorkbook(
      kind?.found ?? 'a text file',
      'A workbook is an .xlsx file. If it is a table, rename it to .csv.',
    );
  }
  const names = new Set<string>();
  let unpacked = 0;
  try {
    unzipSync(bytes, { filter: ({ name, originalSize }) => (names.add(name), (unpacked += originalSize), false) });
  } catch (error) {
    throw new NotAWorkbook(`a damaged file (${(error as Error).message})`, 'Is it whole? Save it again.');
  }
  if (unpacked > MOST_UNPACKED)
    throw new NotAWorkbook(
      `a file that unpacks to ${Math.round(unpacked / 1e6)} MB`,
      'A workbook of a model has less than 10 MB.',
    );
  if (names.has('mimetype') && isOpenDocument(bytes)) throw new NotAWorkbook('an OpenDocument file (.ods)', SAVE_AS);
  if (names.has('xl/workbook.bin')) throw new NotAWorkbook('a binary workbook (.xlsb)', SAVE_AS);
  if (!names.has('xl/workbook.xml'))
    throw new NotAWorkbook('a zip file that is no Excel workbook', 'Unpack it, and choose the workbook inside.');
  const far = tooFarCell(bytes);
  if (far !== null)
    throw new NotAWorkbook(
      `a workbook with a sheet that reaches to the cell ${far}`,
      'Something stands in a cell far away: Ctrl and End shows it in Excel. Delete the rows and columns around it, and save it again.',
    );
}

const isOpenDocument = (bytes: Uint8Array): boolean => {
  const { mimetype } = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === 'mimetype' && originalSize < 200,
  });
  return mimetype !== undefined && strFromU8(mimetype).includes('opendocument');
};

const [NARROW, WIDE] = [9, 60];

/** A text is written as one, so that no program takes it for a formula. The first row stays in sight. */
export async function writeExcel(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: write } = await import('write-excel-file/universal');
  const { dropDowns } = await import('./excel-lists.ts');
  const written = sheets.map(({ name, rows, lists }) => ({
    sheet: name,
    lists,
    stickyRowsCount: 1,
    columns: (rows[0] ?? []).map((_head, at) => ({ width: widthOf(rows, at) })),
    data: rows.map((row, at) => row.map((cell) => writtenCell(cell, at === 0))),
  }));
  const blob = await write(written, { fontFamily: 'Arial', fontSize: 11, features: [dropDowns] }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

function writtenCell(cell: CellValue, isHead: boolean) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  if (cell instanceof Date) return { value: cell, type: Date, format: 'yyyy-mm-dd' };
  return { value: cell, type: String, ...(isHead && { fontWeight: 'bold' as const }) };
}

function widthOf(rows: Sheet['rows'], at: number): number {
  const letters = rows.slice(0, 200).map((row) => (typeof row[at] === 'string' ? row[at].length : NARROW));
  return Math.min(WIDE, Math.max(NARROW, ...letters) + 1);
}
