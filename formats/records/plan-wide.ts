// A plan laid out wide: months down and a column for each pathway's demand or capacity, or months across and a row for each.
import { monthStart, nextMonthStart, typedNumber } from '../../engine/index.ts';
import type { TableRow } from '../csv.ts';
import { readDay, readMonth } from '../day.ts';
import type { Table } from '../table-file.ts';
import { usualColumn } from './columns.ts';
import { isMonthHead, isPlanHead, type PlanAnswers } from './plan-columns.ts';
import type { PlanCell, PlanEntry } from './plan-entries.ts';

export interface WidePlan {
  /** How it is laid out. */
  readonly what: string;
  readonly entries: readonly PlanEntry[];
  readonly columns: Readonly<Record<string, string>>;
  /** Whether heads such as "Ward beds" say that capacity counts places. */
  readonly isInPlaces: boolean;
  /** Heads or rows that say neither demand nor capacity, while nobody has said which they are. */
  readonly unsaid: readonly string[];
}

type Amount = 'demand' | 'capacity';

/** So many heads that are months, one after the other, are laid across. */
const MONTHS_ACROSS = 3;

/** Undefined where the table has another form. */
export function widePlan(table: Table, { month, amounts }: PlanAnswers): WidePlan | undefined {
  if (table.heads === null) return undefined;
  const rows = [...table.rows()];
  const otherwise = amounts === 'demand' || amounts === 'capacity' ? amounts : undefined;
  return monthsAcross(table.heads) ? across(table.heads, rows, otherwise) : down(table.heads, rows, month, otherwise);
}

/** Whether months, one after the other, stand in a row of heads, after what they are months of. */
function monthsAcross(heads: readonly string[]): boolean {
  const months = heads.map(monthOf).filter((one) => !Number.isNaN(one));
  return (
    months.length >= MONTHS_ACROSS &&
    Number.isNaN(monthOf(heads[0])) &&
    months.every((one, at) => at === 0 || one === nextMonthStart(months[at - 1]))
  );
}

/** The row with the heads of a plan in any form. */
export const isPlanHeadRow = (cells: readonly string[]): boolean => isPlanHead(cells) || monthsAcross(cells);

/** Whether the heads, or the rows of months laid across, say demand or capacity themselves. */
export function isWidePlan(table: Table): boolean {
  const wide = widePlan(table, {});
  return wide !== undefined && wide.unsaid.length === 0 && !wide.isInPlaces;
}

/** The first day of a month or date; the same in either order of day and month where it is the first of a month. */
function monthOf(text: string): number {
  const named = readMonth(text);
  const day = Number.isNaN(named) ? readDay(text, 'day first') : named;
  return Number.isNaN(day) ? NaN : monthStart(Math.floor(day));
}

function down(
  heads: readonly string[],
  rows: readonly TableRow[],
  named: string | undefined,
  otherwise: Amount | undefined,
): WidePlan | undefined {
  const isMonths = (column: number) => {
    const months = rows.map(({ cells }) => monthOf(cells[column] ?? '')).filter((one) => !Number.isNaN(one));
    // The same month again is one of another pathway, or a day: that is another form.
    return months.length > 1 && months.length * 2 > rows.length && new Set(months).size === months.length;
  };
  const usual = usualColumn(heads, isMonthHead);
  const said = heads.findIndex((head) => head.toLowerCase() === named?.trim().toLowerCase());
  const month = [said, usual ?? -1, ...heads.keys()].find((column) => column >= 0 && isMonths(column));
  if (month === undefined) return undefined;
  const labels = heads.map((head, column) =>
    column === month || !areNumbers(rows, column) ? undefined : labelOf(head),
  );
  const used = labels.filter((label) => label !== undefined);
  if (used.length === 0 || used.some(({ name }) => name === '')) return undefined;
  const merged = rows.flatMap(({ cells, line }) => {
    const at = (column: number): PlanCell => ({ text: cells[column] ?? '', line, column });
    return ofOneMonth(
      () => at(month),
      labels.flatMap((label, column) => (label ? [{ ...label, cell: at(column) }] : [])),
      otherwise,
    );
  });
  return {
    what: 'months down, and a column for each pathway’s demand or capacity',
    entries: merged,
    columns: { month: heads[month] },
    ...saidBy(used, otherwise),
  };
}

function across(
  heads: readonly string[],
  rows: readonly TableRow[],
  otherwise: Amount | undefined,
): WidePlan | undefined {
  const months = [...heads.keys()].filter((column) => !Number.isNaN(monthOf(heads[column])));
  const words = [...heads.keys()].filter((column) => !months.includes(column) && !areNumbers(rows, column));
  let pathway = '';
  const labels = rows.map(({ cells }) => {
    // The cell of a pathway may be merged over its rows, and stands in the first of them.
    const [first = '', ...others] = words.map((column) => cells[column] ?? '');
    if (first !== '') pathway = first;
    return labelOf([pathway, ...others].filter((part) => part !== '').join(' '));
  });
  if (words.length === 0 || labels.some(({ name }) => name === '')) return undefined;
  const entries = months.flatMap((column) => {
    const byName = new Map<string, Labelled[]>();
    for (const [at, { cells, line }] of rows.entries()) {
      const cell = { text: cells[column] ?? '', line, column };
      const name = labels[at].name.toLowerCase();
      byName.set(name, [...(byName.get(name) ?? []), { ...labels[at], cell }]);
    }
    return [...byName.values()].flatMap((its) =>
      ofOneMonth((cell) => ({ ...cell, text: heads[column] }), its, otherwise),
    );
  });
  return {
    what: 'months across, and a row for each pathway’s demand or capacity',
    entries,
    columns: { pathway: words.map((column) => heads[column]).join(', ') },
    ...saidBy(labels, otherwise),
  };
}

interface Label {
  readonly name: string;
  readonly amount: Amount | undefined;
  readonly isOfPlaces: boolean;
}

interface Labelled extends Label {
  readonly cell: PlanCell;
}

/** "Pathway 1 – expected demand" is demand of Pathway 1; "Ward beds" is capacity of what is called so. */
function labelOf(text: string): Label {
  const isOfPlaces = PLACES.test(text) && !DEMAND.test(text);
  const amount = DEMAND.test(text) ? 'demand' : CAPACITY.test(text) || isOfPlaces ? 'capacity' : undefined;
  const name = text.replace(AMOUNT, ' ').replace(/\(\s*\)/g, ' ');
  return { name: name.replace(/^[\s:,;_–-]+|[\s:,;_–-]+$/g, '').replace(/\s+/g, ' '), amount, isOfPlaces };
}

const DEMAND = /demand/i;
const CAPACITY = /capacity/i;
const PLACES = /\b(beds?|places?|staff)\b/i;
const AMOUNT = /\b((expected|planned)[\s_-]+)?(demand|capacity)\b/gi;

/** Demand and capacity of one pathway stand together; the same said twice stays two, and is asked about. */
function ofOneMonth(
  monthOfCell: (cell: PlanCell) => PlanCell,
  labelled: readonly Labelled[],
  otherwise: Amount | undefined,
): PlanEntry[] {
  const entries: { name: string; entry: PlanEntry }[] = [];
  for (const { name, amount = otherwise, cell } of labelled) {
    if (amount === undefined) continue;
    const key = name.toLowerCase();
    const at = entries.findIndex((one) => one.name === key && one.entry[amount] === undefined);
    const before = at < 0 ? undefined : entries[at].entry;
    const entry: PlanEntry = {
      pathway: { ...cell, text: name },
      month: monthOfCell(cell),
      demand: undefined,
      capacity: undefined,
      ...before,
      [amount]: cell,
    };
    if (at < 0) entries.push({ name: key, entry });
    else entries[at] = { name: key, entry };
  }
  return entries.map(({ entry }) => entry);
}

const saidBy = (labels: readonly Label[], otherwise: Amount | undefined) => ({
  isInPlaces: labels.some(({ isOfPlaces }) => isOfPlaces),
  unsaid: otherwise ? [] : [...new Set(labels.flatMap(({ name, amount }) => (amount ? [] : [name])))],
});

/** Most of the cells that are filled. */
function areNumbers(rows: readonly TableRow[], column: number): boolean {
  const filled = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter((cell) => 'value' in typedNumber(cell)).length * 2 > filled.length;
}
