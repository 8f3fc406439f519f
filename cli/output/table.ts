// Text tables for people: columns that line up, and numbers rounded as far as they can be trusted.
import type { Row } from '../../engine/index.ts';

/** Each row's cells; the first column is left-aligned, the others right. `dim` rows are printed fainter. */
export interface Line {
  readonly cells: readonly string[];
  readonly dim?: boolean;
}

export function layTable(lines: readonly Line[]): string {
  const columns = Math.max(...lines.map((line) => line.cells.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...lines.map((line) => line.cells[at]?.length ?? 0)),
  );
  return lines
    .map(({ cells, dim }) => {
      const text = cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at]))).join('  ');
      return dim ? faint(text.trimEnd()) : text.trimEnd();
    })
    .join('\n');
}

const coloured = (): boolean => Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
export const faint = (text: string): string => (coloured() && text !== '' ? `\u001b[2m${text}\u001b[22m` : text);
export const strong = (text: string): string => (coloured() ? `\u001b[1m${text}\u001b[22m` : text);

/** About three significant figures: more would suggest knowledge. */
export function amount(value: number | null | undefined, unit = ''): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (unit === 'share') return `${fixed(value * 100, 1)} %`;
  if (unit === 'points') return `${fixed(value * 100, 1)} points`;
  // A mean of whole numbers that never changed; the rest is rounding.
  if (unit === 'places' && Math.abs(value - Math.round(value)) < 1e-9) return fixed(value, 0);
  const size = Math.abs(value);
  return fixed(value, size >= 100 ? 0 : size >= 0.995 || size < 0.005 ? 1 : 2);
}

function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace('-', '−');
}

export function range(row: Pick<Row, 'ciLow' | 'ciHigh' | 'unit'> | undefined): string {
  if (!row || row.ciLow === null || row.ciHigh === null) return '';
  return `${amount(row.ciLow, row.unit).replace(/ (%|points)$/, '')} to ${amount(row.ciHigh, row.unit)}`;
}

/** A difference between two shares is in points: 78 % to 99 % is 21 points, not 21 %. */
export const inPoints = <T extends Pick<Row, 'unit'>>(row: T): T =>
  row.unit === 'share' ? { ...row, unit: 'points' } : row;

export const signed = (value: number | null, unit: string): string => {
  const text = amount(value, unit);
  return value !== null && value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

/** Rows looked up by what they are. */
export function finder<T extends Row>(
  rows: readonly T[],
): (option: string, station: string, measure: string, statistic?: string, who?: string) => T | undefined {
  const keyOf = (...parts: string[]) => parts.join('\n');
  const found = new Map(
    rows.map((row) => [keyOf(row.option, row.station, row.measure, row.statistic, row.who, row.day), row]),
  );
  return (option, station, measure, statistic = 'mean', who = 'all') =>
    found.get(keyOf(option, station, measure, statistic, who, ''));
}
