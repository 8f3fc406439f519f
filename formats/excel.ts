// Excel workbooks: sheets of cells as the bytes of an .xlsx file, and back; what is no workbook is said to be what it is.
import { strFromU8, zipSync } from 'fflate';
import { fileKindOf } from '../engine/index.ts';
import { withoutEmptyRows } from './excel-empty-rows.ts';
import { extentOf } from './excel-extent.ts';
import { sheetName, type CellValue, type Sheet } from './workbook/sheet.ts';
import { partsOf, TooMuch, type ZipPart } from './zip-parts.ts';

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
/** Of all sheets together. A million rows of six columns have as many filled cells, and need no more of the others. */
const MOST = { filled: 6_000_000, rows: 16_000_000, widths: 50_000_000, tags: 50_000_000 };
const called = { filled: 'filled cells', rows: 'rows', widths: 'cells', tags: 'marks' };
const SAVE_AS = 'Open it in Excel or LibreOffice and save it as .xlsx.';

/** As they stand in the file; empty rows at the end are left out. Cells with a formula are read by the value it gave last. */
export async function readExcel(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[]> {
  refuseWhatIsNoZip(bytes);
  const stored = withinLimits(bytes);
  const { default: read } = await import('read-excel-file/universal');
  try {
    const sheets = await read(new Blob([stored]), { trim: false });
    // Sheets that are one and the same come as one, and stay so.
    const rowsOf = new Map(sheets.map(({ data }) => [data, data.map((row) => row.map(cellOf))]));
    return sheets.map(({ sheet, data }, at) => ({ name: sheetName(sheet, at), rows: rowsOf.get(data)! }));
  } catch {
    // What a reader of XML says of it would be no help.
    throw new NotAWorkbook('a workbook that is damaged inside', SAVE_AS);
  }
}

const cellOf = (cell: unknown): CellValue =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date
    ? cell
    : null;

function refuseWhatIsNoZip(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new NotAWorkbook('an empty file', 'Is this the right file?');
  // D0 CF 11 E0: Excel up to 2003, and every workbook with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new NotAWorkbook('an older workbook (.xls), or one with a password', `${SAVE_AS} Leave the password out.`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  const kind = fileKindOf(new TextDecoder().decode(bytes.subarray(0, 4000)));
  throw new NotAWorkbook(
    kind?.found ?? 'a text file',
    'A workbook is an .xlsx file. If it is a table, rename it to .csv.',
  );
}

/** The same workbook without what is not read of it: the library that reads it unpacks whatever it is given. */
function withinLimits(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    const parts = partsOf(bytes, MOST_UNPACKED);
    refuseWhatIsNoWorkbook(parts);
    refuseOneForMany(parts.get('xl/_rels/workbook.xml.rels'));
    const read: Record<string, Uint8Array> = {};
    const sum = { filled: 0, rows: 0, widths: 0, tags: 0 };
    for (const { name, unpack } of parts.values()) {
      // What other programs keep beside the sheets, such as their queries, is none of it.
      if (!/^(xl\/.*|\[Content_Types\])\.xml(\.rels)?$/.test(name)) continue;
      const xml = unpack();
      // A sheet may lie in any part that the workbook names.
      addTo(sum, xml);
      read[name] = withoutEmptyRows(xml);
    }
    return zipSync(read, { level: 0 }) as Uint8Array<ArrayBuffer>;
  } catch (error) {
    if (error instanceof NotAWorkbook) throw error;
    if (error instanceof TooMuch)
      throw new NotAWorkbook(error.found, `The limit is ${error.limit}; a workbook of a model has less than 10 MB.`);
    throw new NotAWorkbook(`a damaged file (${(error as Error).message})`, 'Is it whole? Save it again.');
  }
}

function refuseWhatIsNoWorkbook(parts: ReadonlyMap<string, ZipPart>): void {
  const kind = parts.get('mimetype');
  if (kind && kind.bytes < 200 && strFromU8(kind.unpack()).includes('opendocument'))
    throw new NotAWorkbook('an OpenDocument file (.ods)', SAVE_AS);
  if (parts.has('xl/workbook.bin')) throw new NotAWorkbook('a binary workbook (.xlsb)', SAVE_AS);
  if (!parts.has('xl/workbook.xml'))
    throw new NotAWorkbook('a zip file that is no Excel workbook', 'Unpack it, and choose the workbook inside.');
}

/** Two sheets that lie in one part: a small file would be read a thousand times over. */
function refuseOneForMany(relations: ZipPart | undefined): void {
  const said = relations === undefined || relations.bytes > 10_000_000 ? '' : strFromU8(relations.unpack());
  const targets = [...said.matchAll(/\bTarget\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, one, other]) => one ?? other);
  const parts = new Set(targets.map((target) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)));
  if (relations && (said === '' || said.includes('&#') || parts.size < targets.length))
    throw new Error('its list of sheets is not as a spreadsheet program writes it');
}

function addTo(sum: Record<keyof typeof MOST, number>, xml: Uint8Array): void {
  const { tooFar, ...extent } = extentOf(xml);
  if (tooFar !== null)
    throw new NotAWorkbook(
      `a workbook with a sheet that reaches to the cell ${tooFar}`,
      'Something stands in a cell far away: Ctrl and End shows it in Excel. Delete the rows and columns around it, and save it again.',
    );
  for (const of of ['filled', 'rows', 'widths', 'tags'] as const) {
    sum[of] += extent[of];
    if (sum[of] > MOST[of])
      throw new TooMuch(`a workbook of ${sum[of]} ${called[of]} or more`, `${MOST[of] / 1e6} million`);
  }
}

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
