// Which columns of a table are pathway, month, demand and capacity: by their heads, or as the planner says.
import type { Table } from '../table-file.ts';
import { columnMeant, usualColumn, type Wanted } from './columns.ts';
import type { Questions } from './questions.ts';

/** By head; demand or capacity may be 'none'. */
export interface PlanAnswers {
  readonly pathway?: string;
  readonly month?: string;
  readonly demand?: string;
  readonly capacity?: string;
  /** What the numbers are whose heads say neither demand nor capacity. */
  readonly amounts?: string;
}

export interface PlanColumns {
  readonly pathway: number;
  readonly month: number;
  readonly demand: number | undefined;
  readonly capacity: number | undefined;
}

type Column = 'pathway' | 'month' | 'demand' | 'capacity';

const WANTED: Readonly<Record<Column, Wanted>> = {
  pathway: {
    option: '--pathway',
    what: 'the pathways',
    // "Pathway 1 demand" heads numbers.
    usually: [
      /^pathway(?!.*(demand|capacity))/i,
      /^(?!.*(demand|capacity)).*(pathway|service|type of (care|support))/i,
    ],
  },
  month: { option: '--month', what: 'the months', usually: [/^month/i, /month|period|\bdate\b/i] },
  demand: { option: '--demand', what: 'the expected demand', usually: [/expected.?demand/i, /demand/i] },
  capacity: { option: '--capacity', what: 'the capacity', usually: [/capacity/i] },
};

/** A row with heads for pathway, month and one of the two amounts. */
export function isPlanHead(cells: readonly string[]): boolean {
  const has = (of: Column) => usualColumn(cells, WANTED[of]) !== undefined;
  return (
    cells.every((cell) => cell.length <= MOST_LETTERS) &&
    has('pathway') &&
    has('month') &&
    (has('demand') || has('capacity'))
  );
}

/** A longer cell is a sentence, such as a title. */
const MOST_LETTERS = 60;
export const isMonthHead: Wanted = WANTED.month;

/** Of a table with a row a pathway and month; undefined where its columns do not say so. */
export function columnsOfPlan(table: Table, answers: PlanAnswers, questions: Questions): PlanColumns | undefined {
  const column = (of: Column): number | undefined => {
    const name = answers[of];
    if (name === 'none') return undefined;
    return columnMeant(table, name, WANTED[of], (problem) => questions.whole.push(problem));
  };
  const [pathway, month, demand, capacity] = [column('pathway'), column('month'), column('demand'), column('capacity')];
  const all = [pathway, month, demand, capacity].filter((one) => one !== undefined);
  const isWhole = pathway !== undefined && month !== undefined && all.length > 2 && new Set(all).size === all.length;
  return isWhole ? { pathway, month, demand, capacity } : undefined;
}

/** The three forms, each with a small example. */
export function askForColumns({ heads }: Pick<Table, 'heads'>, questions: Questions): void {
  questions.askOfAll(
    'the columns',
    heads === null ? 'columns without heads' : heads.map((head) => `"${head}"`).join(', '),
    {
      expected:
        'a plan in one of three forms: a row a pathway and month (Pathway, Month, Demand, Capacity); a row a month and columns for each pathway (Month, Pathway 1 demand, Pathway 1 capacity, Pathway 2 demand); or months across and rows for each pathway (Pathway, Measure, Apr-26, May-26, Jun-26, with rows such as Pathway 1, demand, 40, 42, 41)',
      hint: 'Lay it out in one of these forms. Or say which columns are meant: --pathway NAME --month NAME --demand NAME --capacity NAME.',
    },
  );
}
