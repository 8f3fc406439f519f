// Which columns of a table are pathway, month, demand and capacity: by their heads, or as the planner says.
import { readDay, readMonth } from '../day.ts';
import type { Table } from '../table-file.ts';
import { namedColumn, usualColumn, type Wanted } from './columns.ts';
import type { Questions } from './questions.ts';

/** By head; demand or capacity may be 'none'. */
export interface PlanAnswers {
  readonly pathway?: string;
  readonly month?: string;
  readonly demand?: string;
  readonly capacity?: string;
}

export interface PlanColumns {
  readonly pathway: number;
  readonly month: number;
  readonly demand: number | undefined;
  readonly capacity: number | undefined;
}

const WANTED: Readonly<Record<keyof PlanAnswers, Wanted>> = {
  pathway: {
    option: '--pathway',
    what: 'the pathways',
    usually: [/^pathway/i, /pathway|service|type of (care|support)/i],
  },
  month: { option: '--month', what: 'the months', usually: [/^month/i, /month|period|\bdate\b/i] },
  demand: { option: '--demand', what: 'the expected demand', usually: [/expected.?demand/i, /demand/i] },
  capacity: { option: '--capacity', what: 'the capacity', usually: [/capacity/i] },
};

/** A row with heads for pathway, month and one of the two amounts. */
export function isPlanHead(cells: readonly string[]): boolean {
  const has = (of: keyof PlanAnswers) => usualColumn(cells, WANTED[of]) !== undefined;
  return (
    cells.every((cell) => cell.length <= MOST_LETTERS) &&
    has('pathway') &&
    has('month') &&
    (has('demand') || has('capacity'))
  );
}

/** A longer cell is a sentence, such as a title. */
const MOST_LETTERS = 60;
/** So many heads that are months say that they are laid across. */
const MONTHS_ACROSS = 3;

export function columnsOfPlan(table: Table, answers: PlanAnswers, questions: Questions): PlanColumns | undefined {
  const column = (of: keyof PlanAnswers): number | undefined => {
    const name = answers[of];
    if (name === 'none') return undefined;
    if (name === undefined) return table.heads === null ? undefined : usualColumn(table.heads, WANTED[of]);
    const found = namedColumn(table, name, WANTED[of]);
    if (typeof found === 'number') return found;
    questions.whole.push(found);
    return undefined;
  };
  const [pathway, month, demand, capacity] = [column('pathway'), column('month'), column('demand'), column('capacity')];
  if (questions.whole.length > 0) return undefined;
  const all = [pathway, month, demand, capacity].filter((one) => one !== undefined);
  const isWhole = pathway !== undefined && month !== undefined && all.length > 2 && new Set(all).size === all.length;
  if (isWhole) return { pathway, month, demand, capacity };
  const heads = table.heads ?? [];
  const isAcross = heads.filter(
    (head) => !Number.isNaN(readMonth(head)) || !Number.isNaN(readDay(head, 'day first')),
  ).length;
  questions.askOfAll(
    'the columns',
    table.heads === null ? 'columns without heads' : heads.map((head) => `"${head}"`).join(', '),
    {
      expected:
        'a column of pathways, one of months, and one of expected demand or capacity: a row a pathway and month',
      hint:
        isAcross >= MONTHS_ACROSS
          ? 'Months are laid across here: put them below each other, a row a pathway and month.'
          : 'Say which: --pathway NAME --month NAME --demand NAME --capacity NAME.',
    },
  );
  return undefined;
}
