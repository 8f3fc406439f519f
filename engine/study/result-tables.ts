// The results of runs as tidy tables, and the dictionary that says what every column and measure means.
import { definitions, measures } from '../account/measures/index.ts';
import type { Cell } from './csv.ts';
import type { DifferenceRow, Row } from './experiment.ts';
import type { RowKey } from './replication.ts';
import { tidyColumns, type Tidy, type TidyColumn } from './tidy.ts';

const OF_ROW = 'as in the column unit';

const columnsOfKey = tidyColumns([
  ['station', null, 'Where, by its id in the model; “all” is everywhere.'],
  ['measure', null, 'What, by its id.'],
  ['statistic', null, 'mean, sd, min, max, a percentile (p90), or a share over a number.'],
  ['who', null, 'Which people: all, by need, by where they came from, or by an attribute.'],
  ['day', null, 'Empty for the whole run; else a date looked at, or the first day of a week.'],
  ['unit', null, 'Of value and interval. A share is from 0 to 1.'],
]);
const [ofOption, ofBaseline] = tidyColumns([
  ['option', null, 'Which option of the model.'],
  ['baseline', null, 'What it is compared with.'],
]);
const columnsOfValue = tidyColumns([
  [
    'value',
    OF_ROW,
    'The average over the simulated periods; empty where there was nobody to measure, or the run does not settle.',
  ],
  ['ciLow', OF_ROW, 'Lower end of the 95 % interval of the average.'],
  ['ciHigh', OF_ROW, 'Upper end of the 95 % interval of the average.'],
  ['replications', 'periods', 'Simulated periods in which there was somebody to measure.'],
]);
const ofVerdict: TidyColumn = {
  name: 'verdict',
  unit: null,
  meaning: 'better, worse, higher, lower, no clear difference, or does not settle.',
};

export const summaryColumns = [ofOption, ...columnsOfKey, ...columnsOfValue];
const differenceColumns = [ofOption, ofBaseline, ...columnsOfKey, ...columnsOfValue, ofVerdict];

/** Rows of an answer as a table, with the unit and meaning of each column. */
export const summaryTable = (rows: readonly Row[]): Tidy => tableOf(summaryColumns, rows);

/** Differences and their verdicts as a table. */
export const differencesTable = (rows: readonly DifferenceRow[]): Tidy => tableOf(differenceColumns, rows);

const tableOf = (columns: readonly TidyColumn[], rows: readonly (Row | DifferenceRow)[]): Tidy => ({
  columns,
  rows: rows.map((row) => cellsOf(columns, row)),
});

/** The cells of a row, each by its column's name. */
export const cellsOf = (columns: readonly TidyColumn[], row: Row | DifferenceRow): Cell[] =>
  columns.map(({ name }) => row[name as keyof Row] as Cell);

/** The same rows for each replication, numbered from 1 as people count. */
export function replicationsTable(
  options: readonly string[],
  keys: readonly RowKey[],
  values: readonly Float64Array[][],
): Tidy {
  function* rows(): Generator<Cell[]> {
    for (const [at, option] of options.entries())
      for (const [replication, results] of values[at].entries())
        for (const [index, key] of keys.entries())
          yield [option, replication + 1, ...columnsOfKey.map(({ name }) => key[name as keyof RowKey]), results[index]];
  }
  const [ofReplication, ofItsValue] = tidyColumns([
    ['replication', '', 'Which simulated period, from 1. The same number is the same people in every option.'],
    ['value', OF_ROW, 'What it came to in that period; empty where there was nobody to measure.'],
  ]);
  return { columns: [ofOption, ofReplication, ...columnsOfKey, ofItsValue], rows: rows() };
}

/** What every column of some tables holds, and below them what every measure counts. */
export function dictionaryOf(tables: Readonly<Record<string, Tidy>>): Tidy {
  const columns = Object.entries(tables).flatMap(([table, one]) =>
    one.columns.map(({ name, unit, meaning }): Cell[] => [table, name, unit ?? '', meaning]),
  );
  const hasMeasures = columns.some(([, name]) => name === 'measure');
  const counted = measures.map(({ id, unit }): Cell[] => ['measure', id, unit, definitions[id]]);
  return {
    columns: tidyColumns([
      ['table', null, 'The table a column is in; “measure” where the line says what a measure counts.'],
      ['name', null, 'The column, or the measure by its id.'],
      ['unit', null, 'Of its numbers; empty where it holds words or numbers without a unit.'],
      ['meaning', null, 'What it says.'],
    ]),
    rows: hasMeasures ? [...columns, ...counted] : columns,
  };
}
