// Some rows of a table: those with one word in a column, such as the rows of one service; and the words that columns have to choose from.
import { nearestName, type Problem } from '../engine/index.ts';
import { namedColumn } from './records/columns.ts';
import { isValue, type Table } from './table-file.ts';

/** A column with more different words than these tells people apart, not kinds of them. */
const MOST_WORDS = 40;

export type RowsWhere =
  | { readonly table: Table; readonly problem?: never }
  | { readonly problem: Problem; readonly table?: never };

/** `where`: "Ward=Victoria"; capitals make no difference. Undefined is every row. */
export function rowsWhere(table: Table, where: string | undefined): RowsWhere {
  if (where === undefined) return { table };
  const refuse = (found: string, expected: string, hint: string): RowsWhere => ({
    problem: { path: '--where', found, expected, hint, severity: 'error' },
  });
  const split = where.indexOf('=');
  if (split < 1) return refuse(`"${where}"`, 'a column and a word in it', 'Write it as Ward=Victoria.');
  const column = namedColumn(table, where.slice(0, split), {
    option: '--where',
    what: 'the rows to take',
    usually: [],
  });
  if (typeof column !== 'number') return { problem: column };
  const word = where.slice(split + 1).trim();
  const isMeant = (cells: readonly string[]) => (cells[column] ?? '').trim().toLowerCase() === word.toLowerCase();
  let [all, meant] = [0, 0];
  for (const { cells } of table.rows()) {
    all++;
    if (isMeant(cells)) meant++;
  }
  if (meant === 0) {
    const words = wordsIn(table)[column] ?? [];
    const near = nearestName(word, words);
    return refuse(
      `no row with "${word}"`,
      words.length === 0 ? 'a word of that column' : `one of ${words.map((each) => `"${each}"`).join(', ')}`,
      near === null ? 'Look how it is written in the file.' : `Did you mean "${near}"?`,
    );
  }
  return {
    table: {
      ...table,
      *rows() {
        for (const row of table.rows()) if (isMeant(row.cells)) yield row;
      },
      understood: `${table.understood}, ${meant} of its ${all} rows: ${rowsNamed(table, column)} is ${word}`,
    },
  };
}

const rowsNamed = ({ heads }: Table, column: number): string => heads?.[column] ?? `column ${column + 1}`;

/** The name of a file with the rows that were taken, for evidence. */
export const fileWhere = (file: string, where: string | undefined): string =>
  where === undefined ? file : `${file} (rows with ${where.replace('=', ' = ')})`;

/** What rows can be chosen by: a column by its head or number, and the words in it. */
export interface RowChoice {
  readonly column: string;
  readonly words: readonly string[];
}

/** Of the columns with few different words that are not all numbers or dates. */
export const rowChoices = (table: Table): RowChoice[] =>
  wordsIn(table).flatMap((words, at) =>
    words.every(isValue) ? [] : [{ column: table.heads?.[at] || String(at + 1), words }],
  );

/** By column: at least two, each in some row; none where they are too many. */
function wordsIn(table: Table): readonly (readonly string[])[] {
  const columns: (Map<string, string> | null)[] = [];
  for (const { cells } of table.rows())
    for (let at = 0; at < cells.length; at++) {
      const words = (columns[at] ??= columns[at] === null ? null : new Map());
      const word = cells[at].trim();
      if (words === null || word === '' || words.has(word.toLowerCase())) continue;
      words.set(word.toLowerCase(), word);
      if (words.size > MOST_WORDS) columns[at] = null;
    }
  return Array.from(columns, (words) => (words && words.size > 1 ? [...words.values()].sort(byLetters) : []));
}

const byLetters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
