// The parameter workbook of IPACS (nhs-bnssg-analytics/ipacs-model): nodes of pathways and areas, as one model with an option for each scenario.
import { dayNumber } from '../engine/index.ts';
import { documentOf } from './ipacs-document.ts';
import { stayOf, type ByScenario, type Node } from './ipacs-parts.ts';
import { CellProblems } from './workbook/cell-problems.ts';
import { kinds } from './workbook/kinds.ts';
import { cellName, type CellValue, type Place, type Sheet } from './workbook/sheet.ts';

/** Sheets and the columns of each that are read, by their heads. */
const SHEETS = {
  arrivals: ['node', 'arrivals', 'scenario', 'date'],
  'initial conditions': ['node', 'measure', 'value'],
  capacity: ['node', 'scenario', 'capacity'],
  los: ['node', 'scenario', 'mu', 'sigma'],
  costs: ['node', 'community_cost', 'acute_dtoc'],
} as const;
type SheetName = keyof typeof SHEETS;

export interface Imported {
  /** Undefined where a cell must be mended first; else a document that `readModel` has yet to check. */
  readonly document: object | undefined;
  readonly problems: CellProblems;
  /** What was understood, a sentence each, and what a document cannot say. */
  readonly understood: readonly string[];
}

const named = (sheets: readonly Sheet[], name: string): Sheet | undefined =>
  sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);

export const isIpacs = (sheets: readonly Sheet[]): boolean =>
  ['arrivals', 'capacity', 'los'].every((name) => named(sheets, name) !== undefined);

/** A row by the heads of its columns, and where each cell stands. */
interface Row {
  readonly cells: ReadonlyMap<string, CellValue>;
  place(head: string): Place;
}

function rowsOf(sheets: readonly Sheet[], name: SheetName, problems: CellProblems): Row[] {
  const sheet = named(sheets, name);
  if (!sheet) {
    problems.wrong({ sheet: name, cell: '' }, 'no such sheet', `a sheet called ${name}`, 'Add it, as the tool has it.');
    return [];
  }
  const heads = (sheet.rows[0] ?? []).map((cell) =>
    String(cell ?? '')
      .trim()
      .toLowerCase(),
  );
  for (const head of SHEETS[name])
    if (!heads.includes(head))
      problems.wrong(
        { sheet: sheet.name, cell: '' },
        `the columns ${heads.join(', ')}`,
        `a column called ${head}`,
        'Add it, or give it its name again.',
      );
  return sheet.rows.slice(1).flatMap((row, at) => {
    if (row.every((cell) => cell === null || cell === '')) return [];
    const cells = new Map(heads.map((head, column) => [head, row[column] ?? null]));
    return [{ cells, place: (head) => ({ sheet: sheet.name, cell: cellName(at + 1, heads.indexOf(head)) }) }];
  });
}

/** `source`: the name of the file, for the evidence. */
export function modelOfIpacs(sheets: readonly Sheet[], source: string): Imported {
  const problems = new CellProblems();
  const read = <T>(
    row: Row,
    head: string,
    kind: { read(cell: Exclude<CellValue, null>): { value: unknown } | { expected: string; hint: string } },
  ): T | undefined => {
    const cell = row.cells.get(head) ?? null;
    const found = cell === null ? { expected: 'a value', hint: 'Fill this cell.' } : kind.read(cell);
    if ('value' in found) return found.value as T;
    problems.wrong(row.place(head), cell === null ? 'an empty cell' : `"${String(cell)}"`, found.expected, found.hint);
    return undefined;
  };
  const number = (row: Row, head: string) => read<number>(row, head, kinds.number) ?? NaN;
  const text = (row: Row, head: string) => read<string>(row, head, kinds.text) ?? '';
  const tables = Object.fromEntries(
    (Object.keys(SHEETS) as SheetName[]).map((name) => [name, rowsOf(sheets, name, problems)]),
  ) as Record<SheetName, Row[]>;
  if (problems.all.length > 0) return { document: undefined, problems, understood: [] };

  const nodes = new Map<string, Node>();
  for (const row of tables.capacity) {
    const name = text(row, 'node');
    const [, pathway, area] = /^P([123])_(\w+)$/i.exec(name) ?? [];
    if (pathway === undefined)
      problems.wrong(
        row.place('node'),
        `"${name}"`,
        'a pathway and an area, such as P1_B',
        'Write P1, P2 or P3, a low line and the area.',
      );
    else if (!nodes.has(name))
      nodes.set(name, { name, pathway: Number(pathway), area, id: name.toLowerCase().replace('_', '-') });
  }
  const nodeOf = (row: Row): Node | undefined => {
    const name = text(row, 'node');
    if (name !== '' && !nodes.has(name))
      problems.unknown(row.place('node'), name, 'a node of the sheet capacity', [...nodes.keys()]);
    return nodes.get(name);
  };

  const capacity = byScenario(tables.capacity, (row) => number(row, 'capacity'), nodeOf, text);
  const stays = byScenario(tables.los, (row) => stayOf(number(row, 'mu'), number(row, 'sigma')), nodeOf, text);
  const visits = byScenario(
    tables.los.filter((row) => row.cells.get('ivr') !== null && row.cells.get('ivr') !== undefined),
    (row) => ({ first: number(row, 'ivr'), last: number(row, 'fvr') }),
    nodeOf,
    text,
  );
  const days = byScenario(
    tables.arrivals,
    (row) => [dayNumber(read<string>(row, 'date', kinds.date) ?? ''), number(row, 'arrivals')] as const,
    nodeOf,
    text,
    true,
  );
  const start: Record<string, Record<string, number>> = { dtoc: {}, occ: {} };
  for (const row of tables['initial conditions']) {
    const [node, measure] = [nodeOf(row), text(row, 'measure').toLowerCase()];
    if (node && measure in start) start[measure][node.id] = number(row, 'value');
    else if (node) problems.unknown(row.place('measure'), measure, 'dtoc or occ', ['dtoc', 'occ']);
  }
  const costs = new Map<string, { person: number; delayed: number }>();
  for (const row of tables.costs) {
    const node = nodeOf(row);
    if (node) costs.set(node.id, { person: number(row, 'community_cost'), delayed: number(row, 'acute_dtoc') });
  }
  if (problems.all.length > 0) return { document: undefined, problems, understood: [] };
  return {
    problems,
    ...documentOf({ nodes: [...nodes.values()], capacity, stays, visits, days, start, costs, source }),
  };
}

function byScenario<T, M extends boolean = false>(
  rows: readonly Row[],
  value: (row: Row) => T,
  nodeOf: (row: Row) => Node | undefined,
  text: (row: Row, head: string) => string,
  isMany?: M,
): ByScenario<M extends true ? T[] : T> {
  const all = new Map<string, Map<string, T | T[]>>();
  for (const row of rows) {
    const node = nodeOf(row);
    if (!node) continue;
    const scenario = text(row, 'scenario');
    const one = all.get(scenario) ?? new Map<string, T | T[]>();
    all.set(scenario, one);
    if (isMany) one.set(node.id, [...((one.get(node.id) as T[] | undefined) ?? []), value(row)]);
    else one.set(node.id, value(row));
  }
  return all as never;
}
