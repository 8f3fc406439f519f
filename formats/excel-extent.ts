// How far the filled cells of a workbook reach: one stray cell in the last corner makes a sheet of seventeen thousand million cells.
import { unzipSync } from 'fflate';
import { cellName } from './workbook/sheet.ts';

/** Rows times columns of one sheet. More fill the memory of a computer, however empty they are. */
const MOST_CELLS = 50_000_000;

/** The name of the last cell of a sheet that is too large, such as "XFD1048576"; null where none is. */
export function tooFarCell(bytes: Uint8Array): string | null {
  const sheets = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) });
  for (const xml of Object.values(sheets)) {
    const { rows, columns } = extentOf(xml);
    if (rows * columns > MOST_CELLS) return cellName(rows - 1, columns - 1);
  }
  return null;
}

const [LESS, C, BLANK, SLASH, MORE, QUOTE, R] = [...'<c />"r'].map((letter) => letter.charCodeAt(0));

/** Bytes, because a text of that length may be longer than texts can be. Cells that hold nothing count for nothing. */
function extentOf(xml: Uint8Array): { rows: number; columns: number } {
  let [rows, columns] = [0, 0];
  for (let at = xml.indexOf(LESS); at >= 0; at = xml.indexOf(LESS, at + 1)) {
    if (xml[at + 1] !== C || xml[at + 2] !== BLANK) continue;
    let [end, name] = [at + 3, -1];
    while (end < xml.length && xml[end] !== MORE) {
      if (name < 0 && xml[end] === QUOTE && xml[end - 2] === R && xml[end - 3] === BLANK) name = end + 1;
      end++;
    }
    if (name < 0 || xml[end - 1] === SLASH) continue;
    let [column, row] = [0, 0];
    for (; xml[name] >= 65 && xml[name] <= 90; name++) column = column * 26 + xml[name] - 64;
    for (; xml[name] >= 48 && xml[name] <= 57; name++) row = row * 10 + xml[name] - 48;
    columns = Math.max(columns, column);
    rows = Math.max(rows, row);
  }
  return { rows, columns };
}
