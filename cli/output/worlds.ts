// Plausible worlds as a text for people and as tables for a spreadsheet.
import {
  type Deciding,
  type DrawnNumbers,
  type JudgedWorld,
  type Tidy,
  type TidyColumn,
  tidyColumns,
} from '../../engine/index.ts';
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
export function worldsTidy(worlds: readonly JudgedWorld[], numbers: readonly TidyColumn[]): Tidy {
  const scaled = numbers.flatMap((_, i) => (worlds.some(({ drawn, values }) => drawn[i] !== values[i]) ? [i] : []));
  return {
    columns: [
      { name: 'world', unit: '', meaning: 'Its number, from 1.' },
      ...numbers,
      ...scaled.map((i) => ({
        name: `${numbers[i].name} as drawn`,
        unit: numbers[i].unit,
        meaning: 'What was drawn, before the shares of its group were made to add to one.',
      })),
      ...foundColumns,
    ],
    rows: worlds.map((world) => [
      world.number + 1,
      ...world.values,
      ...scaled.map((i) => world.drawn[i]),
      world.again,
      ...judgedColumns.map((column) => world[column]),
      ...world.settles.map((settles) => (settles ? 'yes' : 'no')),
    ]),
  };
}

const judgedColumns = ['baseline', 'option', 'difference', 'ciLow', 'ciHigh', 'verdict', 'leans'] as const;
const OF_MEASURE = 'as of the measure looked at';
const foundColumns = tidyColumns([
  ['drawnAgain', 'times', 'How often the world was drawn anew, because its numbers did not fit together.'],
  ['baseline', OF_MEASURE, 'The average with the baseline; empty where it does not settle.'],
  ['option', OF_MEASURE, 'The average with the option; empty where it does not settle.'],
  ['difference', OF_MEASURE, 'The option less the baseline, the same people in both.'],
  ['ciLow', OF_MEASURE, 'Lower end of the 95 % interval of the difference over the simulated periods.'],
  ['ciHigh', OF_MEASURE, 'Upper end of that interval.'],
  ['verdict', null, 'What the difference comes to in this world.'],
  ['leans', null, 'Which way it goes where the verdict is not clear.'],
  ['baselineSettles', null, 'yes or no: whether the baseline settles in this world.'],
  ['optionSettles', null, 'yes or no: whether the option settles in this world.'],
]);

const OF_NUMBER = 'as of the number';

export const decidesTidy = (decides: readonly Deciding[]): Tidy => ({
  columns: tidyColumns([
    ['path', null, 'A number of the model that has a range.'],
    ['low', OF_NUMBER, 'The low end of its range.'],
    ['value', OF_NUMBER, 'What the model says.'],
    ['high', OF_NUMBER, 'The high end of its range.'],
    [
      'rankCorrelation',
      '',
      'Partial rank correlation with the difference, from −1 to 1; empty where too few worlds have one.',
    ],
    ['isClear', null, 'yes where chance alone would not give such a correlation.'],
  ]),
  rows: decides.map(({ path, low, value, high, correlation, isClear }) => [
    path,
    low,
    value,
    high,
    correlation,
    isClear ? 'yes' : 'no',
  ]),
});
