// A plan of demand and capacity by month (Better Care Fund); what is missing, said twice or no number is asked about by its place.
import { dateAt, monthStart, nextMonthStart, type Problem, typedNumber } from '../../engine/index.ts';
import { dateOrderOf, dayReader, readMonth } from '../day.ts';
import type { Table } from '../table-file.ts';
import { headsOf } from './columns.ts';
import { askForColumns, columnsOfPlan, type PlanAnswers } from './plan-columns.ts';
import { entriesOfRows, type PlanCell, type PlanEntry } from './plan-entries.ts';
import { widePlan } from './plan-wide.ts';
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
  /** Whether the plan itself says that its capacity counts places. */
  readonly isInPlaces: boolean;
}

const MOST_PATHWAYS = 60;
const MOST_MONTHS = 120;

export function readPlan(table: Table, answers: PlanAnswers): PlanRead {
  const questions = new Questions();
  const form = formOf(table, answers, questions);
  const rows = form && rowsIn(table, form.entries, questions);
  const problems = questions.all();
  const { columns = {}, isInPlaces = false } = form ?? {};
  if (!rows || problems.length > 0) return { rows: null, problems, understood: [], columns, isInPlaces };
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
      ...form.understood,
    ],
    columns,
    isInPlaces,
  };
}

interface Form {
  readonly entries: Iterable<PlanEntry>;
  readonly columns: Readonly<Record<string, string>>;
  readonly isInPlaces: boolean;
  readonly understood: readonly string[];
}

/** A row a pathway and month, or what is laid out wide. */
function formOf(table: Table, answers: PlanAnswers, questions: Questions): Form | undefined {
  const columns = columnsOfPlan(table, answers, questions);
  if (questions.all().length > 0) return undefined;
  if (columns) {
    const heads = headsOf(table, { ...columns });
    return {
      entries: entriesOfRows(table, columns),
      columns: heads,
      isInPlaces: false,
      understood: AMOUNTS.map((of) => (heads[of] === undefined ? `no ${of}` : `${of} from “${heads[of]}”`)),
    };
  }
  const wide = answers.pathway === undefined ? widePlan(table, answers) : undefined;
  if (!wide) askForColumns(table, questions);
  else if (wide.unsaid.length > 0)
    questions.askOfAll('the columns', `numbers of ${wide.unsaid.map((name) => `"${name}"`).join(', ')}`, {
      expected: '--amounts demand or --amounts capacity, or the word in each head',
      hint: 'Say which, for all of them: --amounts demand, or --amounts capacity. Or write it in each head: Pathway 1 demand.',
    });
  else return { ...wide, understood: [wide.what, ...(wide.isInPlaces ? ['capacity counts places'] : [])] };
  return undefined;
}

const AMOUNTS = ['demand', 'capacity'] as const;

function rowsIn(table: Table, entries: Iterable<PlanEntry>, questions: Questions): PlanRow[] {
  const all = [...entries];
  const order = dateOrderOf(all.map(({ month }) => month.text));
  if (order === null)
    questions.askOfAll('the months', 'some dates with the month first and some with the day first', {
      expected: 'months in one form',
      hint: 'Write all months as 2026-04.',
    });
  const dayOf = dayReader(order ?? 'day first');
  const found = new Map<string, Row>();
  const cannot = (kind: string, { line, column, text }: PlanCell, expected: string, hint: string) =>
    questions.ask(
      `${kind} ${text === ''}`,
      () => table.place(line, column),
      text === '' ? 'an empty cell' : `"${text.slice(0, 60)}"`,
      { expected, hint },
    );
  const amount = (cell: PlanCell | undefined, what: string): number | null => {
    if (cell === undefined) return null;
    const number = typedNumber(cell.text);
    if ('value' in number && number.value >= 0) return number.value;
    cannot(
      what,
      cell,
      `${what} as a number, 0 or more`,
      'hint' in number && cell.text !== '' ? number.hint : 'Mend it.',
    );
    return null;
  };
  for (const { pathway, month, demand, capacity } of all) {
    const name = pathway.text;
    const named = readMonth(month.text);
    const day = Number.isNaN(named) ? Math.floor(dayOf(month.text)) : named;
    if (name === '') cannot('pathway', pathway, 'the name of a pathway', 'Fill it, or take the row out.');
    if (Number.isNaN(day)) cannot('month', month, 'a month', 'Write it as 2026-04, Apr-26 or 01/04/2026.');
    const its = { demand: amount(demand, 'demand'), capacity: amount(capacity, 'capacity') };
    if (name === '' || Number.isNaN(day)) continue;
    const first = monthStart(day);
    const key = `${name.toLowerCase()}\n${first}`;
    if (found.has(key))
      questions.ask(
        'twice',
        () => table.place(month.line, month.column),
        `${name} in ${dateAt(first).slice(0, 7)} once more`,
        {
          expected: 'each pathway and month once',
          hint: 'Are there several places or options in the file? Keep the rows of one, or say in the column of pathways which is which.',
        },
      );
    else found.set(key, { pathway: name, month: first, ...its, at: month });
  }
  const rows = [...found.values()];
  askForGaps(table, rows, questions);
  return rows.map(({ at: _at, ...row }) => row);
}

/** With the cell of its month. */
type Row = PlanRow & { readonly at: PlanCell };

function askForGaps(table: Table, rows: readonly Row[], questions: Questions): void {
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
          () => table.place(its[0].at.line, its[0].at.column),
          `${its[0].pathway} without ${dateAt(month).slice(0, 7)}`,
          {
            expected: 'every month of every pathway',
            hint: 'Put in what is missing.',
          },
        );
}
