// Which columns of a table say where people were and where they went: by their heads; where these do not say, it is asked.
import { typedNumber } from '../../engine/index.ts';
import { isDay } from '../day.ts';
import type { Table } from '../table-file.ts';
import { columnMeant, usualColumn, type Wanted } from './columns.ts';
import type { Questions } from './questions.ts';
import type { RouteAnswers } from './route-answers.ts';

export interface RouteColumns {
  readonly from: number;
  readonly to: number;
  readonly count: number | undefined;
  readonly date: number | undefined;
}

const FROM: Wanted = {
  option: '--from',
  what: 'the places that people left',
  usually: [
    /^from\b|_from$|^where[\s-]*from$/i,
    /\b(discharged|moved|transferred|left|leaving) from\b|\borigin\b|^source\b/i,
  ],
};
const TO: Wanted = {
  option: '--to',
  what: 'the places that people went to',
  usually: [
    /^to\b|_to$|^where[\s-]*to$/i,
    /\b(discharged|moved|transferred|went|goes|going) to\b|destination|^next\b/i,
  ],
};
const COUNT: Wanted = {
  option: '--count',
  what: 'the numbers of people',
  usually: [/^(count|n|people|patients|total|how many)$/i],
};
const DATE: Wanted = {
  option: '--date',
  what: 'the dates',
  usually: [/^(date|day|month|week)$/i, /^(?!.*birth).*date/i],
};

/** A row with a head for where from and one for where to. */
export function isRoutesHead(cells: readonly string[]): boolean {
  const isShort = cells.every((cell) => cell.length <= MOST_LETTERS);
  const [from, to] = [usualColumn(cells, FROM), usualColumn(cells, TO)];
  return isShort && from !== undefined && to !== undefined && from !== to;
}

/** A longer cell is a sentence, such as a title. */
const MOST_LETTERS = 40;

/** Both places by their usual heads, where their columns hold names and neither dates nor numbers. */
export function usualRoutes(table: Table): Pick<RouteColumns, 'from' | 'to'> | undefined {
  if (table.heads === null || !isRoutesHead(table.heads)) return undefined;
  const [from, to] = [usualColumn(table.heads, FROM)!, usualColumn(table.heads, TO)!];
  return [from, to].every((column) => holdsNames(table, column)) ? { from, to } : undefined;
}

const ROWS_LOOKED_AT = 200;

/** Most of the first cells with anything in them. */
function holdsNames(table: Table, column: number): boolean {
  let [names, others, rows] = [0, 0, 0];
  for (const { cells } of table.rows()) {
    const cell = cells[column] ?? '';
    if (cell !== '' && ('value' in typedNumber(cell) || isDay(cell))) others++;
    else if (cell !== '') names++;
    if (++rows === ROWS_LOOKED_AT) break;
  }
  return names > others;
}

/** What was found, even where it is not enough and something is asked. */
export function columnsOfRoutes(table: Table, answers: RouteAnswers, questions: Questions): Partial<RouteColumns> {
  const column = (wanted: Wanted, name: string | undefined): number | undefined => {
    if (name === 'none') return undefined;
    return columnMeant(table, name, wanted, (problem) => questions.whole.push(problem));
  };
  const [from, to] = [column(FROM, answers.from), column(TO, answers.to)];
  const [count, date] = [column(COUNT, answers.count), column(DATE, answers.date)];
  if (questions.whole.length === 0 && (from === undefined || to === undefined || from === to))
    askWhich(table, questions);
  const isTaken = (one: number | undefined) => one === from || one === to;
  return { from, to, count: isTaken(count) ? undefined : count, date: isTaken(date) ? undefined : date };
}

function askWhich({ heads, rows }: Table, questions: Questions): void {
  const [first] = rows();
  questions.askOfAll(
    'the columns',
    heads === null ? `${first.cells.length} columns without heads` : heads.map((head) => `"${head}"`).join(', '),
    {
      expected: 'one column of the places that people left, and one of the places they went to',
      hint: `Say which: --from NAME --to NAME.${heads === null ? ' Without heads give numbers, counted from 1.' : ''}`,
    },
  );
}
