// The names of places in a table: written large or small they are one; what is nearly the same, far too many or a date is asked about.
import { nearestName } from '../../engine/index.ts';
import { isDay } from '../day.ts';
import type { Table } from '../table-file.ts';
import type { Questions } from './questions.ts';
import type { RouteColumns } from './route-columns.ts';
import type { RouteAnswers } from './route-answers.ts';

export interface PlaceNames {
  /** As most rows have it. */
  nameOf(cell: string): string;
  readonly understood: readonly string[];
}

/** No area has more places that people leave or go to: such a column names people, or tells stories. */
const MOST_PLACES = 150;
/** A slip of the pen is rare beside the name that was meant. */
const RARELY = 0.1;
/** Shorter names differ by a letter without being meant as one. */
const FEWEST_LETTERS = 4;

const folded = (cell: string): string => cell.toLowerCase().replace(/\s+/g, ' ').trim();

export function namesIn(
  table: Table,
  { from, to }: RouteColumns,
  spelling: RouteAnswers['spelling'],
  isName: (cell: string) => boolean,
  questions: Questions,
): PlaceNames | undefined {
  const written = new Map<string, Map<string, number>>();
  const first = new Map<string, { readonly line: number; readonly column: number }>();
  for (const { cells, line } of table.rows())
    for (const column of [from, to]) {
      const cell = cells[column] ?? '';
      if (!isName(cell)) continue;
      const key = folded(cell);
      const ways = written.get(key) ?? new Map<string, number>();
      written.set(key, ways.set(cell, (ways.get(cell) ?? 0) + 1));
      if (!first.has(key)) first.set(key, { line, column });
    }
  const place = (key: string) => () => table.place(first.get(key)!.line, first.get(key)!.column);
  const dated = [...written.keys()].filter(isDay);
  for (const key of dated)
    questions.ask('date', place(key), `the date "${key}"`, {
      expected: 'the name of a place',
      hint: 'Are these the right columns? --from NAME --to NAME.',
    });
  if (written.size > MOST_PLACES)
    questions.askOfAll('the places', `${written.size} different names`, {
      expected: `no more than ${MOST_PLACES}`,
      hint: 'Are these the right columns? --from NAME --to NAME.',
    });
  if (dated.length > 0 || written.size > MOST_PLACES) return undefined;

  const rows = new Map([...written].map(([key, ways]) => [key, [...ways.values()].reduce((sum, n) => sum + n, 0)]));
  const meant = new Map<string, string>();
  for (const [key, count] of spelling === 'as-written' ? [] : rows) {
    const near = nearlyAs(key, count, rows);
    if (near === undefined) continue;
    meant.set(key, near);
    if (spelling === undefined)
      questions.ask(`near ${key}`, place(key), `"${mostWritten(written, key)}" in ${count} of the cells`, {
        expected: `"${mostWritten(written, near)}", which is in ${rows.get(near)}, or a name unlike it`,
        hint: 'If they are one place: --spelling alike. If they are two: --spelling as-written.',
      });
  }
  const ofCase = [...written].filter(([, ways]) => ways.size > 1);
  return {
    nameOf(cell) {
      let key = folded(cell);
      // Each name that is meant is more frequent than the last.
      for (let next = meant.get(key); next !== undefined; next = meant.get(key)) key = next;
      return mostWritten(written, key);
    },
    understood: [
      ...ofCase.map(([, ways]) => `${[...ways.keys()].map((one) => `“${one}”`).join(' and ')} are one place`),
      ...[...meant].map(([key, near]) => `“${mostWritten(written, key)}” is taken as “${mostWritten(written, near)}”`),
    ],
  };
}

function mostWritten(written: ReadonlyMap<string, ReadonlyMap<string, number>>, key: string): string {
  const [[name]] = [...written.get(key)!].toSorted((a, b) => b[1] - a[1]);
  return name;
}

/** A far more frequent name with nearly the same letters; what tells Ward 1 from Ward 2, or Ward A from Ward B, is no slip. */
function nearlyAs(key: string, count: number, rows: ReadonlyMap<string, number>): string | undefined {
  if (key.length < FEWEST_LETTERS) return undefined;
  const marks = (name: string) => (name.match(/\d+|\b[a-z]\b/g) ?? []).join(' ');
  const frequent = [...rows].filter(
    ([name, many]) => name !== key && count <= RARELY * many && marks(name) === marks(key),
  );
  const near = nearestName(
    key,
    frequent.map(([name]) => name).filter((name) => !name.startsWith(key)),
  );
  return near ?? undefined;
}
