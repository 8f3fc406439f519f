// How much a part of a workbook makes of itself when it is read: one stray cell in the last corner makes a sheet of seventeen thousand million.
import { cellName } from './workbook/sheet.ts';

/** Rows times columns of one sheet. More fill the memory of a computer, however empty they are. */
const MOST_CELLS = 50_000_000;
/** A sheet of Excel has no more. */
const [MOST_ROWS, MOST_COLUMNS] = [1_048_576, 16_384];

/**
 * In bytes; the reader goes through a long one again and again. The longest tag that programs write lists the cells of a rule, and a cell
 * holds 32,767 letters.
 */
const [LONGEST_TAG, LONGEST_TEXT] = [100_000, 400_000];

export interface Extent {
  /** The name of the last cell of a sheet that is too large, such as "XFD1048576"; null where it is not. */
  readonly tooFar: string | null;
  /** Cells that hold something. */
  readonly filled: number;
  /** The number of the last row, however empty, and of every row the column of its last cell, added up. */
  readonly rows: number;
  readonly widths: number;
  readonly tags: number;
}

const codes = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));
const [LESS, MORE, SLASH, BANG, ASKED, COLON, EQUAL, DOUBLE, SINGLE, R] = codes('<>/!?:="\'r');
const [CELL, ROW] = [codes('c'), codes('row')];
/** More than the columns that three letters can name. */
const PER_ROW = 32_768;
const BLANK = 32;
const closedBy = { '<!--': codes('-->'), '<![CDATA[': codes(']]>'), '<?': codes('?>') };

/**
 * Of bytes, because a text of that length may be longer than texts can be. Names of tags may have a prefix. Throws for what no
 * spreadsheet program writes and a reader may take in another way: a document type, a cell or a row of no such name.
 */
export function extentOf(xml: Uint8Array): Extent {
  let [lastRow, lastColumn, filled, rows, widths, width, tags] = [0, 0, 0, 0, 0, 0, 0];
  let at = xml.indexOf(LESS);
  while (at >= 0) {
    tags++;
    const letter = xml[at + 1];
    if (letter === BANG || letter === ASKED) at = afterMarkup(xml, at);
    else if (letter === SLASH) at = after(xml, MORE, at);
    else {
      const name = nameAt(xml, at + 1);
      const end = endOfTag(xml, name);
      const isCell = isNamed(xml, name, CELL);
      if (isCell || isNamed(xml, name, ROW)) {
        const place = placeIn(xml, name, end, isCell);
        const row = Math.floor(place / PER_ROW);
        rows = Math.max(rows, row);
        if (!isCell) {
          widths += width;
          width = 0;
        } else {
          width = Math.max(width + (place === 0 ? 1 : 0), place % PER_ROW);
          if (xml[end - 1] !== SLASH) {
            filled++;
            lastRow = Math.max(lastRow, row);
            lastColumn = Math.max(lastColumn, width);
          }
        }
      }
      at = end;
    }
    const next = xml.indexOf(LESS, at);
    if ((next < 0 ? xml.length : next) - at > LONGEST_TEXT) throw new Error('a text of it is longer than any cell');
    at = next;
  }
  const isTooFar = lastRow * lastColumn > MOST_CELLS || rows > MOST_ROWS || lastColumn > MOST_COLUMNS;
  const last = cellName(Math.max(lastRow, rows > MOST_ROWS ? rows : 1) - 1, Math.max(lastColumn, 1) - 1);
  return { tooFar: isTooFar ? last : null, filled, rows, widths: widths + width, tags };
}

const after = (xml: Uint8Array, letter: number, from: number): number => {
  const at = xml.indexOf(letter, from);
  return at < 0 ? xml.length : at + 1;
};

/** Behind a comment, a passage of plain text or an instruction. */
function afterMarkup(xml: Uint8Array, at: number): number {
  for (const [opening, closing] of Object.entries(closedBy)) {
    if (!codes(opening).every((letter, n) => xml[at + n] === letter)) continue;
    for (let end = xml.indexOf(MORE, at); end >= 0 && end < at + LONGEST_TAG; end = xml.indexOf(MORE, end + 1))
      if (closing.every((letter, n) => xml[end + 1 - closing.length + n] === letter)) return end + 1;
    throw new Error('a comment of it never ends');
  }
  throw new Error('it has a document type in it, which no spreadsheet program writes');
}

/** Behind the prefix, if there is one. */
function nameAt(xml: Uint8Array, from: number): number {
  let name = from;
  for (let at = from; isOfName(xml[at]); at++) if (xml[at] === COLON) name = at + 1;
  return name;
}

/** False beyond the end. */
const isOfName = (letter: number): boolean => letter > BLANK && letter !== MORE && letter !== SLASH;

function isNamed(xml: Uint8Array, at: number, name: readonly number[]): boolean {
  for (let n = 0; n < name.length; n++) if (xml[at + n] !== name[n]) return false;
  return !isOfName(xml[at + name.length]);
}

function endOfTag(xml: Uint8Array, from: number): number {
  let quote = 0;
  for (let at = from; at < Math.min(xml.length, from + LONGEST_TAG); at++) {
    const letter = xml[at];
    if (quote !== 0) {
      if (letter === quote) quote = 0;
    } else if (letter === MORE) return at;
    else if (letter === DOUBLE || letter === SINGLE) quote = letter;
  }
  throw new Error('a mark of it never ends');
}

/** What a tag says of where it stands, as its row times `PER_ROW` and its column; 0 where it says nothing. */
function placeIn(xml: Uint8Array, name: number, end: number, isCell: boolean): number {
  let place = 0;
  let quote = 0;
  for (let at = name; at < end; at++) {
    const letter = xml[at];
    if (quote !== 0) {
      if (letter === quote) quote = 0;
    } else if (letter === DOUBLE || letter === SINGLE) quote = letter;
    else if (letter === R && (xml[at - 1] <= BLANK || xml[at - 1] === COLON)) {
      let value = at + 1;
      while (xml[value] <= BLANK) value++;
      if (xml[value] !== EQUAL) continue;
      value++;
      while (xml[value] <= BLANK) value++;
      if (place !== 0) throw new Error('a cell says twice where it stands');
      place = placeAt(xml, value + 1, xml[value], isCell);
      if (place === 0) throw new Error('a cell or a row has a name that no spreadsheet program gives it');
    }
  }
  return place;
}

/** Letters and a number, or for a row the number alone; 0 for anything else. */
function placeAt(xml: Uint8Array, from: number, quote: number, isCell: boolean): number {
  let at = from;
  let column = 0;
  let row = 0;
  for (; isCell && xml[at] >= 65 && xml[at] <= 90 && at < from + 3; at++) column = column * 26 + xml[at] - 64;
  const digits = at;
  for (; xml[at] >= 48 && xml[at] <= 57 && at < digits + 10; at++) row = row * 10 + xml[at] - 48;
  return xml[at] === quote && row > 0 && (column > 0 || !isCell) ? row * PER_ROW + column : 0;
}
