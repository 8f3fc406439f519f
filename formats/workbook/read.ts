// Sheets as a model: every row put in its place, and every mistake named with its sheet and cell, all of them in one pass.
import { readModel, type Model } from '../../engine/index.ts';
import { CellProblems, sayCell, type CellProblem } from './cell-problems.ts';
import { put, valueAt, type Path } from './facts.ts';
import { kinds } from './kinds.ts';
import { isOptional, headsOf, placeOf, type Keys } from './rows.ts';
import { cellName, type CellValue, type Place, type Sheet } from './sheet.ts';
import {
  described,
  ELSE,
  otherNames,
  otherwise,
  place,
  PLACE,
  tables,
  type Column,
  type NamesOf,
  type Part,
  type Table,
} from './tables.ts';
import { columnsOf, pathOf } from './write.ts';

export interface ReadWorkbook {
  /** Undefined: something must be mended first. */
  readonly model: Model | undefined;
  readonly problems: readonly CellProblem[];
}

/** A row whose first cell begins so is there to show how, and is not read. */
const EXAMPLE = /^example\b/i;

export function modelOf(sheets: readonly Sheet[]): ReadWorkbook {
  const reading = new Reading();
  const byName = new Map(sheets.map((sheet) => [sheet.name.trim().toLowerCase(), sheet]));
  const sheetNamed = (name: string) => byName.get(name.toLowerCase());
  const known = [PLACE, ...tables.map(({ name }) => name), ELSE];
  for (const { name } of sheets)
    if (!known.some((one) => one.toLowerCase() === name.trim().toLowerCase()) && !/^(read me|columns)$/i.test(name))
      reading.problems.unknownSheet(name, known);
  const first = sheetNamed(PLACE);
  if (first) reading.placeSheet(first);
  else reading.problems.lacksSheet(PLACE, 'the title and the calendar');
  for (const table of tables) {
    const sheet = sheetNamed(table.name);
    if (sheet) reading.table(table, sheet);
  }
  const last = sheetNamed(ELSE);
  if (last) reading.anythingElse(last);
  return reading.end();
}

class Reading {
  readonly #document: Record<string, unknown> = {};
  readonly #from = new Map<string, Place>();
  /** Where a cell could not be read: what the document lacks there is no second mistake. */
  readonly #unread = new Set<string>();
  readonly problems = new CellProblems();
  readonly #named: { readonly name: string; readonly of: NamesOf; readonly at: Place }[] = [];

  placeSheet({ name, rows }: Sheet): void {
    rows.slice(1).forEach(([fact, cell], at) => {
      if (isEmpty(fact) || EXAMPLE.test(String(fact))) return;
      const found = place.find(({ head }) => isSame(head, fact));
      if (found) this.#fact(found.at.split('.'), found, cell, { sheet: name, cell: cellName(at + 1, 1) });
      else
        this.#unknownName(
          { sheet: name, cell: cellName(at + 1, 0) },
          fact,
          place.map(({ head }) => head),
        );
    });
  }

  table(table: Table, { name, rows }: Sheet): void {
    const { keys, facts } = columnsOf(table);
    const known = [...keys, ...facts.map(({ head }) => head)];
    const heads = (rows[0] ?? []).map((cell) => known.find((head) => isSame(head, cell)));
    (rows[0] ?? []).forEach((cell, at) => {
      if (heads[at] === undefined && !isEmpty(cell))
        this.#unknownName({ sheet: name, cell: cellName(0, at) }, cell, known);
    });
    rows.slice(1).forEach((row, at) => {
      if (row.every(isEmpty) || EXAMPLE.test(String(row[0] ?? ''))) return;
      const cells = new Map(
        heads.flatMap((head, column) =>
          head === undefined || isEmpty(row[column])
            ? []
            : [[head, { value: row[column]!, place: { sheet: name, cell: cellName(at + 1, column) } }] as const],
        ),
      );
      this.#row(table, cells, { sheet: name, cell: cellName(at + 1, 0) });
    });
  }

  anythingElse({ name, rows }: Sheet): void {
    rows.slice(1).forEach(([path, value], at) => {
      if (isEmpty(path)) return;
      const column: Column = { head: otherwise[1], at: '', kind: kinds.json, means: '' };
      this.#fact(pathIn(String(path)), column, value ?? null, { sheet: name, cell: cellName(at + 1, 1) });
    });
  }

  #row(table: Table, cells: ReadonlyMap<string, { value: CellValue; place: Place }>, start: Place): void {
    const part = table.parts.find((one) => isOf(one, table, (head) => cells.has(head)));
    if (!part) {
      const needed = [
        ...new Set(
          table.parts.map(({ rows }) =>
            headsOf(rows)
              .filter((head) => !isOptional(head))
              .join(' and '),
          ),
        ),
      ];
      const found = cells.size === 0 ? 'nothing' : `only ${[...cells.keys()].join(', ')}`;
      return this.problems.wrong(
        start,
        found,
        `a row with ${needed.join(', or ')}`,
        'Fill these cells, or empty the row.',
      );
    }
    for (const [head, { value, place: at }] of cells) {
      const owner = described[head];
      if (!owner || owner.sheet === table.name || !headsOf(part.rows).includes(head)) continue;
      const known = Object.keys((this.#document[owner.list] ?? {}) as object);
      const name = String(value).trim();
      if (!known.includes(name)) return this.problems.unknown(at, name, `a name from the sheet ${owner.sheet}`, known);
    }
    const keys: Keys = Object.fromEntries(
      headsOf(part.rows).flatMap((head) => (cells.has(head) ? [[head, keyIn(cells.get(head)!.value)]] : [])),
    );
    const lengthOf = (path: Path) => {
      const list = valueAt(this.#document, path);
      return Array.isArray(list) ? list.length : 0;
    };
    const placed = placeOf(part.rows, keys, this.#document, lengthOf);
    if ('wrong' in placed) {
      const { wrong: head, expected, names } = placed;
      return this.problems.unknown(cells.get(head)?.place ?? start, String(keys[head]), expected, names);
    }
    for (const { path, value } of placed.by) this.#put(path, value, cells.get('For')!.place);
    // What is refused within a row is its own cell's mistake, else that of what names it.
    this.#from.set(said(placed.path), start);
    for (const column of part.columns) {
      const cell = cells.get(column.head);
      if (cell) this.#fact(pathOf(placed.path, column.at), column, cell.value, cell.place);
    }
  }

  #fact(path: Path, { kind, namesOf }: Column, cell: CellValue | undefined, at: Place): void {
    if (cell === null || cell === undefined || isEmpty(cell)) return;
    const read = kind.read(cell);
    if ('value' in read) {
      if (namesOf) for (const name of [read.value].flat()) this.#named.push({ name: String(name), of: namesOf, at });
      return this.#put(path, read.value, at);
    }
    this.#unread.add(said(path));
    if (read.instead !== undefined) put(this.#document, path, read.instead);
    this.problems.wrong(at, sayCell(cell), read.expected, read.hint);
  }

  #put(path: Path, value: unknown, at: Place): void {
    const before = valueAt(this.#document, path);
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(value)) {
      const { sheet, cell } = this.#from.get(said(path)) ?? { sheet: at.sheet, cell: '' };
      return this.problems.wrong(
        at,
        sayCell(value as CellValue),
        `${JSON.stringify(before)}, as ${sheet} ${cell} has it`,
        'Let both say the same, or empty one of them.',
      );
    }
    put(this.#document, path, value);
    this.#from.set(said(path), at);
  }

  #unknownName(at: Place, found: CellValue, known: readonly string[]): void {
    this.problems.unknown(at, String(found), `one of ${known.join(', ')}`, known);
  }

  /** Names are looked up when every sheet has been read. */
  #lookNamesUp(): void {
    const { stations = {}, needs = {}, options = [] } = this.#document as Partial<Model>;
    const known = { stations: Object.keys(stations), needs: Object.keys(needs), options: options.map(({ id }) => id) };
    const sheets = { stations: 'Services', needs: 'Needs', options: 'Options' };
    for (const { name, of, at } of this.#named)
      if (!known[of].includes(name) && !otherNames[of].includes(name))
        this.problems.unknown(at, name, `a name from the sheet ${sheets[of]}`, known[of]);
  }

  end(): ReadWorkbook {
    this.#lookNamesUp();
    const { model, problems } = readModel(JSON.stringify(this.#document));
    for (const { path, ...problem } of problems) {
      // What holds a cell that could not be read lacks it.
      const isKnown =
        upwards(path).some((one) => this.#unread.has(one)) ||
        [...this.#unread].some((one) => one.startsWith(`${path}.`));
      const at = this.#placeOf(path);
      // What was said of a cell is not said again in other words.
      if (!isKnown && !this.problems.has(at)) this.problems.all.push({ ...problem, place: at });
    }
    const isWrong = this.problems.all.some(({ severity }) => severity === 'error');
    return { model: isWrong ? undefined : model, problems: this.problems.all };
  }

  /** The cell of a fact; of what is not there, that of the row it belongs to. */
  #placeOf(path: string): Place {
    const known = upwards(path).find((one) => this.#from.has(one));
    return known === undefined ? { sheet: PLACE, cell: '' } : this.#from.get(known)!;
  }
}

/** As problems say it: names with dots in them, such as those of evidence, stand there as they are. */
const said = (path: Path): string => path.join('.');

/** A path and all that hold it, the longest first. */
function upwards(path: string): string[] {
  const steps = path.split('.');
  return steps.map((_step, at) => steps.slice(0, steps.length - at).join('.'));
}

/** A row is of the part whose names it has, all of them and no other's, with at least one fact of its own. */
function isOf(part: Part, { parts }: Table, has: (head: string) => boolean): boolean {
  const own = headsOf(part.rows);
  const others = parts.flatMap(({ rows }) => headsOf(rows)).filter((head) => !own.includes(head));
  const hasOwn = own.every((head) => isOptional(head) || has(head)) && !others.some(has);
  return hasOwn && (parts.length === 1 || part.columns.some(({ head }) => has(head)));
}

const isEmpty = (cell: CellValue | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const isSame = (head: string, cell: CellValue | undefined): boolean =>
  String(cell ?? '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ') === head.toLowerCase();

const keyIn = (cell: CellValue): string | number => (typeof cell === 'number' ? cell : String(cell).trim());

/** As `sayPath` wrote it. */
export function pathIn(said: string): Path {
  const steps = said.match(/"(?:[^"\\]|\\.)*"|[^.]+/g) ?? [];
  return steps.map((step) =>
    step.startsWith('"') ? (JSON.parse(step) as string) : /^\d+$/.test(step) ? Number(step) : step,
  );
}
