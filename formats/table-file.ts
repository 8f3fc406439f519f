// A table as people keep it, in text with separators or in a workbook: its heads, its rows, and where each cell stands.
import { fileKindOf, typedNumber } from '../engine/index.ts';
import { csvRows, separatorOf, type TableRow, type TellShare } from './csv.ts';
import { isDay } from './day.ts';
import { NotAWorkbook, readExcel } from './excel.ts';
import { cellName, type CellValue } from './workbook/sheet.ts';

/** A table that was opened: its heads, and its rows as they stand. */
export interface Table {
  /** Null: the first row holds values. */
  readonly heads: readonly string[] | null;
  /** Whether its first rows hold any number or date. */
  readonly hasValues: boolean;
  /** Those below the heads that are not empty. */
  rows(): Iterable<TableRow>;
  /** "line 5, column 2 (Stay)". */
  place(line: number, column: number): string;
  /** What kind of table it is, and what stands above its heads. */
  readonly understood: string;
}

/** What was found instead of a table, and what to do about it. */
export class NotATable extends Error {
  readonly found: string;
  readonly hint: string;
  constructor(found: string, hint: string) {
    super(`${found}. ${hint}`);
    this.name = 'NotATable';
    this.found = found;
    this.hint = hint;
  }
}

/** Heads are looked for in so many rows. */
const MOST_ROWS_ABOVE = 40;
const SAVE_AS = 'Save it as CSV, or as an Excel workbook (.xlsx).';

/** Whether a row is the one with the heads; where none is, the heads are looked for. */
type IsHead = (cells: readonly string[]) => boolean;

/** `tell` hears how far each going over the rows of a long text has come. */
export async function openTable(
  bytes: Uint8Array<ArrayBuffer>,
  isHead: IsHead = () => false,
  tell?: TellShare,
): Promise<Table> {
  return opened(bytes, { isHead, isOfWords: false }, tell);
}

/** One that may have no number and no date in it: its heads are then the first row, unless that holds what other rows hold too. */
export const openTableOfWords = (
  bytes: Uint8Array<ArrayBuffer>,
  isHead: IsHead = () => false,
  tell?: TellShare,
): Promise<Table> => opened(bytes, { isHead, isOfWords: true }, tell);

interface Heads {
  readonly isHead: IsHead;
  readonly isOfWords: boolean;
}

async function opened(bytes: Uint8Array<ArrayBuffer>, heads: Heads, tell: TellShare | undefined): Promise<Table> {
  if (bytes.length === 0) throw new NotATable('an empty file', 'Is this the right file?');
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new NotATable('an older workbook (.xls), or one with a password', `${SAVE_AS} Leave the password out.`);
  return isZip(bytes) ? await ofWorkbook(bytes, heads) : ofText(bytes, heads, tell);
}

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function ofText(bytes: Uint8Array<ArrayBuffer>, heads: Heads, tell: TellShare | undefined): Table {
  const kind = fileKindOf(new TextDecoder().decode(bytes.subarray(0, 4000)));
  if (kind !== null) throw new NotATable(kind.found, SAVE_AS);
  let text: string;
  let encoding = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
    encoding = ' in the letters of older Windows programs';
  }
  if (text.slice(0, 4000).includes('\0')) throw new NotATable('no text', SAVE_AS);
  const { mark, name } = separatorOf(text);
  return tableOf(() => csvRows(text, mark, tell), heads, {
    what: `a table in text${name === '' ? '' : ` with ${name}`}${encoding}`,
    place: (line, column) => `line ${line}, column ${column + 1}`,
  });
}

async function ofWorkbook(bytes: Uint8Array<ArrayBuffer>, heads: Heads): Promise<Table> {
  try {
    const sheets = (await readExcel(bytes)).filter(({ rows }) => rows.length > 0);
    if (sheets.length !== 1)
      throw new NotATable(
        sheets.length === 0 ? 'a workbook with nothing in it' : `a workbook of ${sheets.length} sheets that are filled`,
        'Save the sheet that is meant as a workbook of its own, or as CSV.',
      );
    const [{ name, rows }] = sheets;
    const asRows = rows.map((row, at): TableRow => ({ cells: row.map(asText), line: at + 1 }));
    return tableOf(() => asRows, heads, {
      what: `the sheet ${name} of a workbook`,
      place: (line, column) => `${name} ${cellName(line - 1, column)}`,
    });
  } catch (error) {
    if (error instanceof NotAWorkbook) throw new NotATable(error.found, error.hint);
    throw error;
  }
}

function asText(cell: CellValue): string {
  if (!(cell instanceof Date)) return cell === null ? '' : String(cell).trim();
  return cell.toISOString().slice(0, 19).replace('T00:00:00', '');
}

interface Source {
  readonly what: string;
  place(line: number, column: number): string;
}

/** Where no row is known as that of the heads, they stand above the first one with a number or a date in it. */
function tableOf(allRows: () => Iterable<TableRow>, { isHead, isOfWords }: Heads, { what, place }: Source): Table {
  const first: TableRow[] = [];
  for (const row of allRows()) {
    if (row.cells.some((cell) => cell !== '')) first.push(row);
    if (first.length > MOST_ROWS_ABOVE) break;
  }
  const known = first.findIndex(({ cells }) => isHead(cells));
  const valued = first.findIndex(({ cells }) => cells.some(isValue));
  const start = known >= 0 ? known + 1 : valued < 0 && isOfWords ? firstOfWords(first) : valued;
  if (start < 0) throw new NotATable('no number and no date in its first rows', 'Is this the right file?');
  const head = start === 0 ? null : first[start - 1];
  const from = first[start]?.line ?? Infinity;
  const heads = known >= 0 ? first[known].cells : head && first[start].cells.map((_cell, at) => head.cells[at] ?? '');
  const above = start - 1;
  return {
    heads,
    hasValues: valued >= 0,
    *rows() {
      for (const row of allRows()) if (row.line >= from && row.cells.some((cell) => cell !== '')) yield row;
    },
    place: (line, column) => `${place(line, column)}${heads?.[column] ? ` (${heads[column]})` : ''}`,
    understood: `${what}${heads === null ? ', without heads' : ''}${above > 0 ? `, with ${above === 1 ? 'a line' : `${above} lines`} above its heads` : ''}`,
  };
}

/** Where rows of words begin: after their heads, which are words that no other row has. */
function firstOfWords([head, ...others]: readonly TableRow[]): number {
  if (others.length < 2 || head.cells.length < 2) return -1;
  // Lines of a text that happen to have commas in them are no rows.
  if (others.some(({ cells }) => cells.length !== head.cells.length)) return -1;
  return head.cells.every((cell, at) => others.every(({ cells }) => cells[at] !== cell)) ? 1 : 0;
}

export const isValue = (cell: string): boolean => 'value' in typedNumber(cell) || isDay(cell);
