// The frontier as a tidy table: a row a mix, with its averages and their ranges, and whether it is on an edge, today or an option.
import type { Interval } from './statistics/confidence.ts';
import { tidyColumns, type Tidy, type TidyColumn } from './tidy.ts';

export interface FrontierRow {
  /** '' for a mix of the frontier, or the title of an option. */
  readonly option: string;
  readonly values: readonly (number | string)[];
  /** By reading: people waiting, empty places, pounds a year. */
  readonly readings: readonly Interval[];
  readonly on: readonly string[];
}

const READ: readonly (readonly [name: string, unit: string, meaning: string])[] = [
  ['waiting', 'people', 'People waiting on a typical day'],
  ['empty', 'places', 'Empty places on a typical day'],
  ['cost', '£ a year', 'What a year costs'],
];

/** `numbers`: a column for each number of the mix. Money only where there are prices. */
export function frontierTable(numbers: readonly TidyColumn[], rows: readonly FrontierRow[]): Tidy {
  const hasCost = rows.some(({ readings }) => Number.isFinite(readings[2].mean));
  const read = READ.slice(0, hasCost ? 3 : 2);
  const orNull = (value: number) => (Number.isFinite(value) ? value : null);
  return {
    columns: [
      ...tidyColumns([['option', null, 'The option that this row is; empty for a mix that was found.']]),
      ...numbers,
      ...tidyColumns(
        read.flatMap(([name, unit, meaning]) => [
          [name, unit, `${meaning}: the average.`] as const,
          [`${name}_low`, unit, `${meaning}: from here, with 95 % confidence,`] as const,
          [`${name}_high`, unit, `${meaning}: to here.`] as const,
        ]),
      ),
      ...tidyColumns([['edge', null, 'What it is not beaten on: empty (places), cost, or both.']]),
    ],
    rows: rows.map(({ option, values, readings, on }) => [
      option,
      ...values,
      ...read.flatMap((_, at) => [readings[at].mean, readings[at].low, readings[at].high].map(orNull)),
      on.join(' '),
    ]),
  };
}
