// Where people went (routing), from a table with a row a person: the place they left and the place they went to; whatever is odd is asked about.
import { type Move, type Problem, typedNumber } from '../../engine/index.ts';
import type { Table } from '../table-file.ts';
import { headsOf } from './columns.ts';
import { Questions } from './questions.ts';
import { ODD_IN_ROUTES, type RouteAnswers } from './route-answers.ts';
import { type RouteColumns, columnsOfRoutes } from './route-columns.ts';
import { routeDates } from './route-dates.ts';
import { namesIn } from './route-names.ts';

export interface RoutesRead {
  /** Null: something has to be answered first. */
  readonly moves: readonly Move[] | null;
  readonly problems: readonly Problem[];
  /** Sentences without their full stops. */
  readonly understood: readonly string[];
  /** The first and last day in the file, or null where it has no dates. */
  readonly dates: string | null;
  /** The heads of the columns that were found, by the option that names each. */
  readonly columns: Readonly<Record<string, string>>;
}

const NOT_KNOWN = /^(n\/?a|#n\/a|null|none|unknown|not (known|recorded|stated)|[-–?.]|tbc)$/i;

export function readRoutes(table: Table, answers: RouteAnswers): RoutesRead {
  const questions = new Questions();
  const found = columnsOfRoutes(table, answers, questions);
  const heads = headsOf(table, { ...found });
  const refused = (): RoutesRead => ({
    moves: null,
    problems: questions.all(),
    understood: [],
    dates: null,
    columns: heads,
  });
  if (questions.all().length > 0) return refused();
  const columns = found as RouteColumns; // whatever was missing was asked for
  const names = namesIn(table, columns, answers.spelling, isName, questions);
  const dates = routeDates(table, columns.date, answers.leaveOut.includes('unreadable'), questions);
  const left = { empty: 0, same: 0, unreadable: 0 };
  const people = new Map<string, Move>();
  let all = 0;
  for (const row of names ? table.rows() : []) {
    const move = moveIn(table, row, columns, answers.leaveOut, questions);
    if (typeof move === 'string') {
      left[move]++;
      continue;
    }
    if (!move || !dates.read(row)) {
      if (move) left.unreadable++;
      continue;
    }
    const [from, to] = [names!.nameOf(move.from), names!.nameOf(move.to)];
    if (from === to) {
      if (answers.leaveOut.includes('same')) left.same++;
      else askOfSame(table, row.line, columns, to, questions);
      continue;
    }
    if (move.people === 0) continue;
    const key = `${from}\n${to}`;
    people.set(key, { from, to, people: (people.get(key)?.people ?? 0) + move.people });
    all += move.people;
  }
  if (names && questions.all().length === 0 && all === 0)
    questions.askOfAll('all rows', 'nobody who went from one place to another', {
      expected: 'people and where they went',
      hint: 'Are these the right columns? --from NAME --to NAME.',
    });
  if (questions.all().length > 0) return refused();
  const moves = [...people.values()];
  const count = (of: 'from' | 'to') => new Set(moves.map((move) => move[of])).size;
  const head = (column: number) => `“${table.heads?.[column] ?? column + 1}”`;
  const said = dates.said();
  return {
    moves,
    problems: [],
    understood: [
      table.understood,
      `${all} people from ${head(columns.from)} to ${head(columns.to)}${columns.count === undefined ? ', a row each' : `, as many as ${head(columns.count)} says`}`,
      `${count('from')} ${count('from') === 1 ? 'place' : 'places'} they left and ${count('to')} they went to`,
      ...(said === null ? [] : [`${head(columns.date!)} is ${said}`]),
      ...names!.understood,
      ...saidOfLeft(left),
    ],
    dates: said,
    columns: heads,
  };
}

const isName = (cell: string): boolean => cell !== '' && !NOT_KNOWN.test(cell);

function saidOfLeft(left: Readonly<Record<(typeof ODD_IN_ROUTES)[number], number>>): string[] {
  const why = { empty: 'nothing says from where or to where', same: 'they stayed where they were' };
  return ODD_IN_ROUTES.filter((odd) => left[odd] > 0).map(
    (odd) => `${left[odd]} rows left out: ${odd === 'unreadable' ? 'could not be read' : why[odd]}`,
  );
}

/** A word where the row is left out; nothing where it is asked about. */
function moveIn(
  table: Table,
  { cells, line }: { readonly cells: readonly string[]; readonly line: number },
  { from, to, count }: RouteColumns,
  leaveOut: RouteAnswers['leaveOut'],
  questions: Questions,
): Move | 'empty' | 'unreadable' | undefined {
  const found = [from, to].find((column) => !isName(cells[column] ?? ''));
  if (found !== undefined) {
    if (leaveOut.includes('empty')) return 'empty';
    const cell = cells[found] ?? '';
    questions.ask(
      `empty ${found} ${cell.toLowerCase()}`,
      () => table.place(line, found),
      cell === '' ? 'an empty cell' : `"${cell}"`,
      {
        expected: found === from ? 'the place they left' : 'the place they went to',
        hint: 'Shares count only people whose next place is known. To leave these rows out, add --leave-out empty.',
      },
    );
    return undefined;
  }
  if (count === undefined) return { from: cells[from], to: cells[to], people: 1 };
  const number = typedNumber(cells[count] ?? '', true);
  if ('value' in number && Number.isInteger(number.value) && number.value >= 0)
    return { from: cells[from], to: cells[to], people: number.value };
  if (leaveOut.includes('unreadable')) return 'unreadable';
  questions.ask('count', () => table.place(line, count), `"${(cells[count] ?? '').slice(0, 60)}"`, {
    expected: 'a whole number of people, 0 or more',
    hint: `${'hint' in number ? number.hint : 'Mend it.'} Or leave such rows out: --leave-out unreadable. If every row is a person: --count none.`,
  });
  return undefined;
}

function askOfSame(table: Table, line: number, { to }: RouteColumns, place: string, questions: Questions): void {
  questions.ask(`same ${place}`, () => table.place(line, to), `"${place}", where they were already`, {
    expected: 'another place',
    hint: 'A move within a place is no way out of it: leave such rows out: --leave-out same.',
  });
}
