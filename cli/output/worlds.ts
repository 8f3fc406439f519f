// Plausible worlds as a text for people and as tables for a spreadsheet.
import { type Deciding, type DrawnNumbers, type JudgedWorld, csvText } from '../../engine/index.ts';
import { counted } from './counted.ts';
import { type Line, layTable } from './table.ts';

/** How much of the model was drawn, and what was not. */
export function drawnWords({ numbers, without, decided }: DrawnNumbers, drawnAgain: number): string {
  const words = [
    `A world draws ${counted(numbers, 'number')} at once, each within the range of its evidence. The other ${without} have no range and stay as they are.`,
  ];
  if (decided.length > 0) words.push(`Both options set ${decided.join(', ')}, so that no world draws it.`);
  if (drawnAgain > 0)
    words.push(`${counted(drawnAgain, 'world')} had numbers that do not fit together at first, and were drawn again.`);
  return words.join('\n');
}

const MOST_SHOWN = 10;

/** The numbers that decide most, the largest first, over the worlds that can be compared. */
export function decidesTable(decides: readonly Deciding[], worlds: number): string {
  if (decides.every(({ correlation }) => correlation === null))
    return `${counted(worlds, 'world')} with a difference: too few to say which number matters most.`;
  const lines: Line[] = decides.slice(0, MOST_SHOWN).map(({ path, low, high, correlation, isClear }) => ({
    cells: [
      path,
      `${low} to ${high}`,
      correlation === null ? '–' : said(correlation),
      correlation === null ? 'not known' : isClear ? 'clear' : 'may be chance',
    ],
  }));
  const head: Line = {
    cells: [`What decides it most, in ${counted(worlds, 'world')}`, 'range', 'rank correlation', ''],
  };
  return layTable([head, ...lines]);
}

const said = (correlation: number): string => correlation.toFixed(2).replace('-', '−');

/** A row a world. Where shares of a group were made to add to one, what was drawn has a column of its own. */
export function worldsCsv(worlds: readonly JudgedWorld[], paths: readonly string[]): string {
  const scaled = paths.flatMap((_, i) => (worlds.some(({ drawn, values }) => drawn[i] !== values[i]) ? [i] : []));
  const columns = ['world', ...paths, ...scaled.map((i) => `${paths[i]} as drawn`), ...foundColumns];
  return csvText(
    columns,
    worlds.map((world) => [
      world.number + 1,
      ...world.values,
      ...scaled.map((i) => world.drawn[i]),
      world.again,
      ...judgedColumns.map((column) => world[column]),
      ...world.settles.map((settles) => (settles ? 'yes' : 'no')),
    ]),
  );
}

const judgedColumns = ['baseline', 'option', 'difference', 'ciLow', 'ciHigh', 'verdict', 'leans'] as const;
const foundColumns = ['drawnAgain', ...judgedColumns, 'baselineSettles', 'optionSettles'] as const;

/** What `worldsCsv` wrote: without the numbers drawn, which are drawn again. None where the text is another table. */
export function readWorldsCsv(text: string): Omit<JudgedWorld, 'drawn' | 'values'>[] {
  const [head, ...rows] = text.trimEnd().split('\r\n');
  if (!head.startsWith('world,') || !head.endsWith(foundColumns.join())) return [];
  return rows.map((row) => {
    const cells = row.split(',');
    const [again, ...found] = cells.slice(-foundColumns.length);
    const [baseline, option, difference, ciLow, ciHigh] = found
      .slice(0, 5)
      .map((one) => (one === '' ? null : Number(one)));
    const [verdict, leans, base, changed] = found.slice(5);
    return {
      number: Number(cells[0]) - 1,
      again: Number(again),
      baseline,
      option,
      difference,
      ciLow,
      ciHigh,
      verdict: verdict as JudgedWorld['verdict'],
      leans: leans === '' ? null : (leans as JudgedWorld['leans']),
      settles: [base === 'yes', changed === 'yes'],
    };
  });
}

export const decidesCsv = (decides: readonly Deciding[]): string =>
  csvText(
    ['path', 'low', 'value', 'high', 'rankCorrelation', 'isClear'],
    decides.map(({ path, low, value, high, correlation, isClear }) => [
      path,
      low,
      value,
      high,
      correlation,
      isClear ? 'yes' : 'no',
    ]),
  );
