// The cells round each mistake of a workbook, as small tables: whoever mends it sees where they are.
import type { CellProblem } from './cell-problems.ts';
import { cellName, type CellValue, type Sheet } from './sheet.ts';

export interface Around {
  readonly sheet: string;
  /** Letters of the columns that are shown, "A" first: it names what a row is of. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** As the sheet counts, from 1. */
    readonly row: number;
    readonly cells: readonly {
      readonly text: string;
      /** Of the problems, those of this cell. */
      readonly problems: readonly number[];
    }[];
  }[];
}

/** Rows and columns that are shown on either side of a mistake. */
const [ROWS, COLUMNS] = [2, 2];
/** More tables than that nobody looks at; all mistakes are listed all the same. */
const MOST_TABLES = 30;
const MOST_LETTERS = 80;

/** Mistakes close to each other share a table. The heads of the columns are always there. */
export function aroundProblems(sheets: readonly Sheet[], problems: readonly CellProblem[]): Around[] {
  const marks = problems.flatMap(({ place }, problem) => {
    const at = cellAt(place.cell);
    const sheet = sheets.find(({ name }) => name === place.sheet);
    return at && sheet ? [{ ...at, sheet, problem }] : [];
  });
  const groups: (typeof marks)[] = [];
  for (const sheet of sheets)
    for (const mark of marks
      .filter((one) => one.sheet === sheet)
      .sort((a, b) => a.row - b.row || a.column - b.column)) {
      const last = groups.at(-1);
      const before = last?.at(-1);
      const isNear =
        before?.sheet === sheet &&
        mark.row - before.row <= 2 * ROWS &&
        last!.every(({ column }) => Math.abs(column - mark.column) <= 2 * COLUMNS);
      if (isNear) last!.push(mark);
      else groups.push([mark]);
    }
  return groups.slice(0, MOST_TABLES).map((group) => {
    const { sheet } = group[0];
    const columns = spread(
      group.map(({ column }) => column),
      COLUMNS,
      widthOf(sheet) - 1,
    );
    const rows = spread(
      group.map(({ row }) => row),
      ROWS,
      sheet.rows.length - 1,
    );
    return {
      sheet: sheet.name,
      columns: columns.map((column) => cellName(0, column).slice(0, -1)),
      rows: rows.map((row) => ({
        row: row + 1,
        cells: columns.map((column) => ({
          text: textOf(sheet.rows[row]?.[column] ?? null),
          problems: group.filter((mark) => mark.row === row && mark.column === column).map(({ problem }) => problem),
        })),
      })),
    };
  });
}

const widthOf = ({ rows }: Sheet): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

/** The first, and whatever is near, within the sheet or where a mistake is. */
function spread(at: readonly number[], near: number, last: number): number[] {
  const all = new Set([0]);
  for (const one of at)
    for (let each = one - near; each <= one + near; each++)
      if (each >= 0 && (each <= last || each === one)) all.add(each);
  return [...all].sort((a, b) => a - b);
}

/** "C7" as row and column from 0; null for a whole sheet. */
function cellAt(cell: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell) ?? [];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function textOf(cell: CellValue): string {
  const text = cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
}
