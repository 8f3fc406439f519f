// A journey as a table, span by span; the same rows that the strip draws.
import { dateAt, dayNumber } from '../../../engine/index.ts';
import type { Cell, Column, DataTable } from '../table/table.ts';
import { dateOfDay } from '../../words/numbers/day-in-words.ts';
import { sayLength } from '../../words/journey.ts';
import type { Course } from '../../playback/course.ts';

const columns: readonly Column[] = [
  { key: 'what', title: 'What' },
  { key: 'where', title: 'Where' },
  { key: 'from', title: 'From' },
  { key: 'days', title: 'For', unit: 'days', isNumber: true },
];

export function journeyTable(
  id: string,
  caption: string,
  course: Course,
  label: (station: number) => string,
  startDate: string,
): DataTable {
  const from = (day: number) => ({
    value: dateAt(dayNumber(startDate) + Math.floor(day)),
    shown: dateOfDay(startDate, day),
  });
  const rows: Record<string, Cell>[] = course.spans.map(({ what, station, fromDay, toDay }) => ({
    what: { value: what },
    where: { value: `${what === 'waiting outside' ? 'for ' : ''}${label(station)}` },
    from: from(fromDay),
    days: { value: toDay - fromDay, shown: sayLength(toDay - fromDay) },
  }));
  const { left, gaveUp } = course;
  if (left)
    rows.push({
      what: { value: gaveUp ? 'gave up, left' : 'left' },
      where: { value: label(left.station) },
      from: from(left.day),
      days: { value: null },
    });
  return { id, caption, columns, rows: rows.map((cells, at) => ({ key: String(at), cells })) };
}
