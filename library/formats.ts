// The package `onward/formats`: the files that people have, as bytes in and out.
/**
 * Files are bytes here: nothing reads or writes a disk. What is wrong inside a file comes back as problems that name its sheet and cell,
 * or its line and column, all of them at once. A file of another kind altogether throws {@link NotAWorkbook} or {@link NotATable}, which
 * say what was found and what to do.
 *
 * @module onward/formats
 */
import type { Model } from '../engine/index.ts';
import { writeExcel } from '../formats/excel.ts';
import { sheetsOf } from '../formats/workbook/write.ts';

export { NotAWorkbook } from '../formats/excel.ts';
export { openWorkbook, type OpenedWorkbook, type WorkbookKind } from '../formats/workbook-file.ts';
export type { CellProblem } from '../formats/workbook/cell-problems.ts';
export type { CellValue, Place, Sheet } from '../formats/workbook/sheet.ts';
export { NotATable, openTable, type Table } from '../formats/table-file.ts';
export { openEvents, type OpenedLog } from '../formats/events.ts';
export { openPathSimR, type OpenedNetwork } from '../formats/pathsimr.ts';
export type { NamedTable } from '../formats/pathsimr-parts.ts';
export { differencesTable, summaryTable, tidyCsv, type Tidy, type TidyColumn } from '../engine/index.ts';
export { parquetOf } from '../formats/parquet.ts';

/**
 * A model as an Excel workbook (.xlsx), a sheet for each kind of fact. {@link openWorkbook} reads it back as the same model, and what was
 * changed in Excel or LibreOffice meanwhile is checked cell by cell.
 */
export const writeWorkbook = (model: Model): Promise<Uint8Array<ArrayBuffer>> => writeExcel(sheetsOf(model));
