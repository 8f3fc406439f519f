// Which column of a table is meant: by the name that was given, else by what such columns are usually called.
import { nearestName, type Problem } from '../../engine/index.ts';
import type { Table } from '../table-file.ts';

/** Words for one column, in the order of trust; each is looked for as a whole head first, then as a part of one. */
export interface Wanted {
  /** How it is asked for: --column. */
  readonly option: string;
  readonly what: string;
  readonly usually: readonly RegExp[];
}

/** The place of the column from 0; undefined where no head is like it. */
export function usualColumn(heads: readonly string[], { usually }: Wanted): number | undefined {
  for (const pattern of usually) {
    const at = heads.findIndex((head) => pattern.test(head));
    if (at >= 0) return at;
  }
  return undefined;
}

/** Heads by the option that names each; without heads, numbers from 1. */
export const headsOf = (
  { heads }: Pick<Table, 'heads'>,
  columns: Readonly<Record<string, number | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([option, column]) =>
      column === undefined ? [] : [[option, heads?.[column] ?? String(column + 1)]],
    ),
  );

/** By its head, or by its number from 1 where there are none. */
export function namedColumn({ heads }: Table, name: string, { option, what }: Wanted): number | Problem {
  const wrong = (expected: string, hint: string): Problem => ({
    path: option,
    found: `"${name}"`,
    expected,
    hint,
    severity: 'error',
  });
  const number = Number(name);
  if (heads === null)
    return Number.isInteger(number) && number >= 1
      ? number - 1
      : wrong(`the number of the column of ${what}`, 'The file has no heads: count its columns from 1.');
  const at = heads.findIndex((head) => head.toLowerCase() === name.trim().toLowerCase());
  if (at >= 0) return at;
  if (Number.isInteger(number) && number >= 1 && number <= heads.length) return number - 1;
  const near = nearestName(name, heads);
  return wrong(
    `the head of the column of ${what}: ${heads.map((head) => `"${head}"`).join(', ')}`,
    near === null ? 'Give one of these heads.' : `Did you mean "${near}"?`,
  );
}

/** By the name that was given, or usually; what is wrong with the name is handed to `refuse`, and no column is meant then. */
export function columnMeant(
  table: Table,
  name: string | undefined,
  wanted: Wanted,
  refuse: (problem: Problem) => void,
): number | undefined {
  if (name === undefined) return table.heads === null ? undefined : usualColumn(table.heads, wanted);
  const found = namedColumn(table, name, wanted);
  if (typeof found === 'number') return found;
  refuse(found);
  return undefined;
}
