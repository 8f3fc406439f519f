// A cell of a CSV file: numbers as they are, nothing for nobody, and no text that a spreadsheet takes for a formula.

/** A spreadsheet takes text beginning so for a formula; an apostrophe makes it text again. Numbers stay numbers. */
const formulaStart = /^[=+\-@\t\r]/;

export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (value === null) return '';
  return formulaStart.test(value) ? `'${value}` : value;
}
