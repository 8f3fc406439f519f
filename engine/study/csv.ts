// Any table as CSV: RFC 4180, safe to open in a spreadsheet.

export type Cell = string | number | null;

/** Any table: a head, and rows of as many cells. Lines end as RFC 4180 says. */
export function csvText(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [line(columns)];
  for (const row of rows) lines.push(line(row));
  return `${lines.join('\r\n')}\r\n`;
}

const line = (cells: readonly Cell[]): string => cells.map((each) => quoted(cell(each))).join(',');

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A spreadsheet takes text beginning so for a formula, the wide letters of East Asia too; an apostrophe makes it text again. Numbers stay numbers. */
const formulaStart = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

export function cell(value: Cell): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (value === null) return '';
  return formulaStart.test(value) ? `'${value}` : value;
}
