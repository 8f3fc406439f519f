// Which columns of a table say how long people stayed: one of lengths, or two of dates; by their heads, by what is in them, or as it was said.
import { dateOrderOf, dayReader } from '../day.ts';
import type { Table } from '../table-file.ts';
import { columnMeant, type Wanted } from './columns.ts';
import type { Questions } from './questions.ts';
import { isStillThere, type StayAnswers } from './stay-answers.ts';

export interface StayColumns {
  /** Of two dates; undefined where the lengths themselves are given. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly column: number | undefined;
  readonly still: number | undefined;
}

const STAY: Wanted = {
  option: '--column',
  what: 'the lengths of stay',
  usually: [/^los\b|length.of.stay|^stay/i, /\blos\b|stay|duration|^time$|^days$/i],
};
/** "From where" heads places, not dates. */
const FROM: Wanted = {
  option: '--from',
  what: 'the days of arrival',
  usually: [
    /^(date|day|time)?[\s_-]*in[\s_-]*(date|day|time)?$/i,
    /admi(t|ssion)|arriv|start|^from\b(?![\s_-]*where)|\bcame\b/i,
  ],
};
const TO: Wanted = {
  option: '--to',
  what: 'the days of leaving',
  usually: [
    /^(date|day|time)?[\s_-]*out[\s_-]*(date|day|time)?$/i,
    /discharge|\bleft\b|leav|\bend|^to\b(?![\s_-]*where)/i,
  ],
};
const STILL: Wanted = { option: '--still-there', what: 'who is still there', usually: [/censor|still|current/i] };

/** What was found, even where it is not enough and something is asked. */
export function columnsOfStays(table: Table, answers: StayAnswers, questions: Questions): StayColumns {
  const column = (wanted: Wanted, name: string | undefined) =>
    columnMeant(table, name, wanted, (problem) => questions.whole.push(problem));
  const still = column(STILL, answers.stillThere);
  const named = column(STAY, answers.column);
  const areDates = answers.from !== undefined || (answers.column === undefined && named === undefined);
  const [from, to] = [column(FROM, answers.from), column(TO, answers.to)];
  const dates = { from, to, column: undefined, still: undefined };
  if (questions.whole.length > 0) return { ...dates, column: named, still };
  if (areDates && from !== undefined && to !== undefined && from !== to) return dates;
  const width = table.heads?.length ?? firstOf(table).length;
  const only = named ?? (width === 1 ? 0 : undefined);
  if (only !== undefined) return { from: undefined, to: undefined, column: only, still };
  const isSaid = answers.from !== undefined || answers.to !== undefined;
  const found = isSaid ? undefined : columnsOfDates(table);
  if (found) return { ...dates, ...found };
  questions.askOfAll(
    'the columns',
    table.heads === null ? `${width} columns without heads` : table.heads.map((head) => `"${head}"`).join(', '),
    {
      expected: 'one column of lengths of stay, or two of dates',
      hint: 'Say which: --column NAME; or --from NAME --to NAME. Without heads give numbers, counted from 1.',
    },
  );
  return dates;
}

/**
 * The only two columns of dates, where the second is never before the first and may be empty. Where they are always as
 * far apart they are the first and last day of a period.
 */
function columnsOfDates(table: Table): { from: number; to: number } | undefined {
  const order = dateOrderOf(everyCell(table));
  if (order === null) return undefined;
  const dayOf = dayReader(order ?? 'day first');
  const columns = (table.heads ?? firstOf(table)).map(() => ({ dates: 0, open: 0, others: 0 }));
  for (const { cells } of table.rows())
    for (const [at, counted] of columns.entries()) {
      const cell = cells[at] ?? '';
      if (!Number.isNaN(dayOf(cell))) counted.dates++;
      else if (isStillThere(cell)) counted.open++;
      else counted.others++;
    }
  const [from, to, another] = columns.flatMap(({ dates, others }, at) => (dates > 0 && others === 0 ? [at] : []));
  if (to === undefined || another !== undefined || columns[from].open > 0) return undefined;
  const lengths = new Set<number>();
  for (const { cells } of table.rows()) {
    const days = dayOf(cells[to] ?? '') - dayOf(cells[from]);
    if (days < 0) return undefined;
    if (!Number.isNaN(days)) lengths.add(days);
  }
  return lengths.size > 1 ? { from, to } : undefined;
}

function* everyCell(table: Table): Generator<string> {
  for (const { cells } of table.rows()) yield* cells;
}

const firstOf = (table: Table): readonly string[] => {
  for (const { cells } of table.rows()) return cells;
  return [];
};
