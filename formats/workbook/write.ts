// A model as sheets that a person would make, and one sheet for whatever has no column of its own: nothing is lost on the way.
import type { Model } from '../../engine/index.ts';
import { factsOf, keyOf, Taken, valueAt, type Path } from './facts.ts';
import { dropDownsOf, wordsFor } from './drop-downs.ts';
import { kinds } from './kinds.ts';
import { readMe } from './read-me.ts';
import { find, headsOf } from './rows.ts';
import { cellName, type CellValue, type Sheet } from './sheet.ts';
import { ELSE, otherwise, place, PLACE, tables, type Column, type Part, type Table } from './tables.ts';

/** A path as it stands in a cell: dots between steps, and a step with a dot of its own in quotation marks. */
export const sayPath = (path: Path): string =>
  path
    .map((step) => (/[."]|^\d+$/.test(String(step)) && typeof step === 'string' ? JSON.stringify(step) : step))
    .join('.');

/** Sheets with nothing in them are left out. */
export function sheetsOf(model: Model): Sheet[] {
  const taken = new Taken();
  taken.take(['$schema']);
  const [first, ...rest] = [placeSheet(model, taken), ...tables.map((one) => sheetOf(one, model, taken))];
  const left = factsOf(model).filter(({ path }) => !taken.has(path));
  const other = left.map(({ path, value }) => [sayPath(path), kinds.json.write(value)!]);
  const sheets = [first, ...rest, { name: ELSE, rows: [otherwise, ...other] }].filter(({ rows }) => rows.length > 1);
  return [readMe(model.title), ...sheets];
}

function placeSheet(model: Model, taken: Taken): Sheet {
  const rows = place.flatMap(({ head, at, kind, means }) => {
    const path = at.split('.');
    const cell = written(model, path, kind, taken);
    return cell === undefined ? [] : [[head, cell, means]];
  });
  const lists = rows.flatMap(
    ([head], at) => wordsFor(place.find((one) => one.head === head)!.kind, cellName(at + 1, 1)) ?? [],
  );
  return { name: PLACE, rows: [['Fact', 'Value', 'Meaning'], ...rows], lists };
}

function written(model: Model, path: Path, kind: Column['kind'], taken: Taken): CellValue | undefined {
  const value = valueAt(model, path);
  if (value === undefined || taken.has(path)) return undefined;
  const cell = kind.write(value);
  if (cell !== undefined) taken.take(path);
  return cell;
}

/** The heads of a sheet: what names a row, then its facts. */
export function columnsOf({ parts }: Table): { readonly keys: string[]; readonly facts: Column[] } {
  const keys = [...new Set(parts.flatMap(({ rows }) => headsOf(rows)))];
  const byHead = new Map(parts.flatMap(({ columns }) => columns).map((one) => [one.head, one]));
  return { keys, facts: [...byHead.values()] };
}

export const pathOf = (row: Path, at: string): Path => (at === '' ? row : [...row, ...at.split('.')]);

function sheetOf(table: Table, model: Model, taken: Taken): Sheet {
  const { keys, facts } = columnsOf(table);
  const heads = [...keys, ...facts.map(({ head }) => head)];
  const places = table.parts.flatMap((one) => rowsOf(one, model, taken, heads));
  // In the order of the document, whichever of a sheet's shapes a row has.
  const at = new Map(factsOf(model).map(({ path }, index) => [keyOf(path), index]));
  const rows = places.toSorted((one, other) => at.get(one.first)! - at.get(other.first)!).map(({ row }) => row);
  const used = heads.map((head, column) => keys.includes(head) || rows.some((row) => row[column] !== null));
  const [shown, ...said] = [heads, ...rows].map((row) => row.filter((_cell, column) => used[column])) as [string[]];
  return { name: table.name, rows: [shown, ...said], lists: dropDownsOf(table.name, shown, facts) };
}

interface Placed {
  /** The first fact of its place in the document. */
  readonly first: string;
  readonly row: readonly CellValue[];
}

function rowsOf({ rows, columns }: Part, model: Model, taken: Taken, heads: readonly string[]): Placed[] {
  return find(model, rows).flatMap(({ keys, path, by }) => {
    const cells = columns.map(({ head, at, kind }) => [head, written(model, pathOf(path, at), kind, taken)] as const);
    const said = new Map<string, CellValue | undefined>([...Object.entries(keys), ...cells]);
    if (cells.every(([, cell]) => cell === undefined)) return [];
    for (const one of by) taken.take(one);
    return [
      {
        first: keyOf([...path, ...factsOf(valueAt(model, path))[0].path]),
        row: heads.map((head) => said.get(head) ?? null),
      },
    ];
  });
}
