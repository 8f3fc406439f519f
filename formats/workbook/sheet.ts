// A workbook as both programs and people see it: sheets of cells, each cell with a name such as B3.

/** What one cell holds; null where it is empty. */
export type CellValue = string | number | boolean | Date | null;

/** A sheet by its name, row by row. */
export interface Sheet {
  readonly name: string;
  /** The first row holds the heads of the columns. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly lists?: readonly DropDown[];
}

/** Cells in which a program offers what may stand there: "B2:B500", and a formula for the words or for the cells that hold them. */
export interface DropDown {
  readonly cells: string;
  readonly formula: string;
  /** Whether the program warns of anything else. */
  readonly isAll: boolean;
}

/** Where something stands in a workbook; `cell` is '' for a whole sheet. */
export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** Of the sheet at a place from 0: bytes may say a name that nobody sees. */
export const sheetName = (name: string, at: number): string => (name.trim() === '' ? `Sheet ${at + 1}` : name);

/** Row and column counted from 0: "A1" is (0, 0), "AA3" is (2, 26). */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}
