// Stays from two columns of dates; whoever has no second date is still there.
import { dateAt } from '../../engine/index.ts';
import { dateOrderOf, dayReader, type DateOrder } from '../day.ts';
import type { Table } from '../table-file.ts';
import type { Questions } from './questions.ts';
import { isStillThere as isOpen, unreadable, type Leave, type Reader, type StayAnswers } from './stay-answers.ts';

export function ofDates(
  table: Table,
  { from, to }: { readonly from: number; readonly to: number },
  answers: StayAnswers,
  questions: Questions,
  leave: Leave,
): Reader | undefined {
  const order = orderIn(table, [from, to], questions);
  if (order === null) return undefined;
  const dayOf = dayReader(order ?? 'day first');
  const cannot = unreadable(table, answers, questions, leave);
  let [first, last, latestStart, earliestEnd] = [Infinity, -Infinity, -Infinity, Infinity];
  let rows = 0;
  for (const { cells } of table.rows())
    for (const column of [from, to]) {
      const day = dayOf(cells[column] ?? '');
      if (day > last) last = day;
      if (day < first) first = day;
    }
  const counted = answers.countedOn ?? last;
  const heads = [from, to].map((column) => `“${table.heads?.[column] ?? column + 1}”`).join(' to ');
  return {
    what: `${heads}, counted on ${dateAt(counted)}${order === undefined ? '' : `, dates with the ${order}`}`,
    column: to,
    read(cells, line) {
      const [came, went] = [cells[from] ?? '', cells[to] ?? ''];
      const expected = 'a date';
      const hint = 'Write the year, month and day, as in 2026-04-01, or 01/04/2026.';
      const start = dayOf(came);
      if (Number.isNaN(start)) return cannot(line, from, came, expected, hint);
      const isStillThere = isOpen(went);
      const end = isStillThere ? counted : dayOf(went);
      if (Number.isNaN(end)) return cannot(line, to, went, expected, hint);
      rows++;
      latestStart = Math.max(latestStart, Math.floor(start));
      earliestEnd = Math.min(earliestEnd, Math.floor(end));
      const { presentOn } = answers;
      if (typeof presentOn !== 'number') return { days: end - start, isStillThere };
      if (start > presentOn || end < presentOn) return void leave(`not there on ${dateAt(presentOn)}`);
      return { days: end - start, isStillThere, before: presentOn - start };
    },
    end() {
      if (answers.presentOn === undefined && rows >= 20 && latestStart <= earliestEnd)
        questions.askOfAll('all rows', `${rows} people who were all there on ${dateAt(latestStart)}`, {
          expected: 'people by the day they came or left, whoever was there on some day',
          hint: `A file of those present on one day has too many long stays. If it is one, say so and it is allowed for: --present-on ${dateAt(latestStart)}. If it is chance: --present-on no.`,
        });
      return { from: first, until: Math.max(last, counted) };
    },
  };
}

/** Null where the dates of a file contradict each other; undefined where their order makes no difference, or the British one is taken. */
function orderIn(table: Table, columns: readonly number[], questions: Questions): DateOrder | null | undefined {
  function* dates() {
    for (const { cells } of table.rows()) for (const column of columns) yield cells[column] ?? '';
  }
  const order = dateOrderOf(dates());
  if (order !== null) return order;
  questions.askOfAll('the dates', 'some with the month first and some with the day first', {
    expected: 'dates in one order',
    hint: 'Write all dates as 2026-04-01.',
  });
  return null;
}
