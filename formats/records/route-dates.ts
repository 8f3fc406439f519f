// The days on which people went, where a table has them: only their first and last are used, and those that cannot be read are asked about.
import { dateAt } from '../../engine/index.ts';
import type { TableRow } from '../csv.ts';
import { dateOrderOf, dayReader, readMonth } from '../day.ts';
import type { Table } from '../table-file.ts';
import type { Questions } from './questions.ts';

export interface RouteDates {
  /** False where the row has no day that can be read. */
  read(row: TableRow): boolean;
  /** "2026-01-01 to 2026-06-30", or null where the table has no dates. */
  said(): string | null;
}

export function routeDates(
  table: Table,
  column: number | undefined,
  isLeftOut: boolean,
  questions: Questions,
): RouteDates {
  if (column === undefined) return { read: () => true, said: () => null };
  function* cellsIn() {
    for (const { cells } of table.rows()) yield cells[column!] ?? '';
  }
  const order = dateOrderOf(cellsIn());
  if (order === null)
    questions.askOfAll('the dates', 'some with the month first and some with the day first', {
      expected: 'dates in one order',
      hint: 'Write all dates as 2026-04-01, or use none: --date none.',
    });
  const dayOf = dayReader(order ?? 'day first');
  let [first, last] = [Infinity, -Infinity];
  return {
    read({ cells, line }) {
      const cell = cells[column] ?? '';
      const whole = dayOf(cell);
      const day = Math.floor(Number.isNaN(whole) ? readMonth(cell) : whole);
      if (!Number.isNaN(day)) {
        [first, last] = [Math.min(first, day), Math.max(last, day)];
        return true;
      }
      if (!isLeftOut)
        questions.ask(
          `date ${cell === ''}`,
          () => table.place(line, column),
          cell === '' ? 'an empty cell' : `"${cell.slice(0, 60)}"`,
          {
            expected: 'a date',
            hint: 'Write the year, month and day, as in 2026-04-01. Or leave such rows out: --leave-out unreadable. Or use no dates: --date none.',
          },
        );
      return false;
    },
    said: () => (first > last ? null : `${dateAt(first)} to ${dateAt(last)}`),
  };
}
