// A plan of demand and capacity (Better Care Fund), a row a pathway and month; what is missing, said twice or no number is asked about by its place.
import { dateAt, monthStart, nextMonthStart, type Problem, typedNumber } from '../../engine/index.ts';
import { dateOrderOf, dayReader, readMonth } from '../day.ts';
import type { Table } from '../table-file.ts';
import { columnsOfPlan, type PlanAnswers, type PlanColumns } from './plan-columns.ts';
import { Questions } from './questions.ts';

/** Of one pathway, as the plan calls it, in one month; null where the plan has no such column. */
export interface PlanRow {
  readonly pathway: string;
  /** The first day of the month, from 1970-01-01. */
  readonly month: number;
  readonly demand: number | null;
  readonly capacity: number | null;
}

export interface PlanRead {
  /** Null: something has to be mended or answered first. */
  readonly rows: readonly PlanRow[] | null;
  readonly problems: readonly Problem[];
  /** Sentences without their full stops. */
  readonly understood: readonly string[];
  /** The heads of the columns that were used, to be known again. */
  readonly columns: Readonly<Record<string, string>>;
}

const MOST_PATHWAYS = 60;
const MOST_MONTHS = 120;

export function readPlan(table: Table, answers: PlanAnswers): PlanRead {
  const questions = new Questions();
  const columns = columnsOfPlan(table, answers, questions);
  const rows = columns && rowsIn(table, columns, questions);
  const problems = questions.all();
  if (!columns || !rows || problems.length > 0) return { rows: null, problems, understood: [], columns: {} };
  const head = (column: number) => table.heads?.[column] ?? String(column + 1);
  const used = Object.entries(columns).flatMap(([of, column]): [string, string][] =>
    column === undefined ? [] : [[of, head(column)]],
  );
  const pathways = [...new Set(rows.map(({ pathway }) => pathway))];
  const months = [...new Set(rows.map(({ month }) => month))];
  const said = (month: number) => dateAt(month).slice(0, 7);
  return {
    rows,
    problems: [],
    understood: [
      table.understood,
      `${pathways.length === 1 ? 'one pathway' : `${pathways.length} pathways`}: ${pathways.join(', ')}`,
      `${months.length === 1 ? 'one month' : `${months.length} months`}, ${said(Math.min(...months))} to ${said(Math.max(...months))}`,
      ...(['demand', 'capacity'] as const).map((of) =>
        columns[of] === undefined ? `no ${of}` : `${of} from “${head(columns[of])}”`,
      ),
    ],
    columns: Object.fromEntries(used),
  };
}

function rowsIn(table: Table, { pathway, month, demand, capacity }: PlanColumns, questions: Questions): PlanRow[] {
  function* dates() {
    for (const { cells } of table.rows()) yield cells[month] ?? '';
  }
  const order = dateOrderOf(dates());
  if (order === null)
    questions.askOfAll('the months', 'some dates with the month first and some with the day first', {
      expected: 'months in one form',
      hint: 'Write all months as 2026-04.',
    });
  const dayOf = dayReader(order ?? 'day first');
  const found = new Map<string, PlanRow & { readonly line: number }>();
  const cannot = (kind: string, line: number, column: number, cell: string, expected: string, hint: string) =>
    questions.ask(
      `${kind} ${cell === ''}`,
      () => table.place(line, column),
      cell === '' ? 'an empty cell' : `"${cell.slice(0, 60)}"`,
      { expected, hint },
    );
  for (const { cells, line } of table.rows()) {
    const name = cells[pathway] ?? '';
    const cell = cells[month] ?? '';
    const named = readMonth(cell);
    const day = Number.isNaN(named) ? Math.floor(dayOf(cell)) : named;
    if (name === '') cannot('pathway', line, pathway, name, 'the name of a pathway', 'Fill it, or take the row out.');
    if (Number.isNaN(day)) cannot('month', line, month, cell, 'a month', 'Write it as 2026-04, Apr-26 or 01/04/2026.');
    const amount = (column: number | undefined, what: string): number | null => {
      if (column === undefined) return null;
      const text = cells[column] ?? '';
      const number = typedNumber(text);
      if ('value' in number && number.value >= 0) return number.value;
      cannot(
        what,
        line,
        column,
        text,
        `${what} as a number, 0 or more`,
        'hint' in number && text !== '' ? number.hint : 'Mend it.',
      );
      return null;
    };
    const its = { demand: amount(demand, 'demand'), capacity: amount(capacity, 'capacity') };
    if (name === '' || Number.isNaN(day)) continue;
    const first = monthStart(day);
    const key = `${name.toLowerCase()}\n${first}`;
    if (found.has(key))
      questions.ask('twice', () => table.place(line, month), `${name} in ${dateAt(first).slice(0, 7)} once more`, {
        expected: 'each pathway and month once',
        hint: 'Are there several places or options in the file? Keep the rows of one, or say in the column of pathways which is which.',
      });
    else found.set(key, { pathway: name, month: first, ...its, line });
  }
  const rows = [...found.values()];
  askForGaps(table, rows, month, questions);
  return rows.map(({ line: _line, ...row }) => row);
}

function askForGaps(
  table: Table,
  rows: readonly (PlanRow & { readonly line: number })[],
  column: number,
  questions: Questions,
): void {
  if (questions.all().length > 0) return;
  const pathways = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const its = pathways.get(row.pathway.toLowerCase());
    if (its) its.push(row);
    else pathways.set(row.pathway.toLowerCase(), [row]);
  }
  const first = Math.min(...rows.map(({ month }) => month));
  const last = Math.max(...rows.map(({ month }) => month));
  const months: number[] = [];
  for (let month = first; month <= last && months.length <= MOST_MONTHS; month = nextMonthStart(month))
    months.push(month);
  if (rows.length === 0 || months.length > MOST_MONTHS || pathways.size > MOST_PATHWAYS) {
    const found =
      rows.length === 0
        ? 'no row'
        : months.length > MOST_MONTHS
          ? `${dateAt(first)} to ${dateAt(last)}`
          : `${pathways.size} pathways`;
    questions.askOfAll('all rows', found, {
      expected: `a row a pathway and month, of up to ${MOST_PATHWAYS} pathways and ${MOST_MONTHS} months`,
      hint: 'Look whether these are the right columns, and whether a year is wrong.',
    });
    return;
  }
  for (const its of pathways.values())
    for (const month of months)
      if (!its.some((row) => row.month === month))
        questions.ask(
          'gap',
          () => table.place(its[0].line, column),
          `${its[0].pathway} without ${dateAt(month).slice(0, 7)}`,
          {
            expected: 'every month of every pathway',
            hint: 'Put in what is missing.',
          },
        );
}
