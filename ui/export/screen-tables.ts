// The tables of a screen: what it says first, then its settings, every number behind it, and what each number rests on.
import {
  coveringEvidence,
  differenceColumns,
  measures,
  summaryColumns,
  type Cell,
  type DifferenceRow,
  type Row,
} from '../../engine/index.ts';
import { isCompared, rowOf } from '../shown/numbers.ts';
import { hasPlaces, subjectOf, valueAt, valueInForce, valueUnderOption, TODAY } from '../model/values.ts';
import { figureTable } from './pictures/figure.ts';
import { weeksFigure } from './screen-figures.ts';
import type { Screen } from './screen.ts';
import { worldsTables } from './worlds-tables.ts';
import type { Table } from './table.ts';

export const tablesOf = (screen: Screen): Table[] => {
  const weeks = weeksFigure(screen);
  return [
    onScreen(screen),
    ...(weeks ? [figureTable(weeks)] : []),
    ...(screen.worlds ? worldsTables(screen.worlds, screen) : []),
    settingsTable(screen),
    allNumbers(screen),
    ...(isCompared(screen.shown) ? [allDifferences(screen)] : []),
    evidenceTable(screen),
    measuresTable(),
  ];
};

/** The measures of the page, in its order. */
export function onScreen({ model, shown, limits, what }: Screen): Table {
  const { station, measure } = subjectOf(model);
  const compared = isCompared(shown);
  const asked: [string, string, string][] = [
    [station, measure, 'mean'],
    [station, measure, 'p90'],
    ...(['mean', 'p90'].map((statistic) => [station, measure === 'delayed' ? 'stayDays' : 'delayDays', statistic]) as [
      string,
      string,
      string,
    ][]),
    ['all', 'rightPlace', 'mean'],
    ...Object.keys(model.stations)
      .filter((id) => hasPlaces(model, id))
      .flatMap((id): [string, string, string][] => [
        [id, 'full', 'mean'],
        [id, 'occupancy', 'mean'],
        [id, 'waiting', 'mean'],
      ]),
  ];
  const rows = asked.flatMap(([at, of, statistic]): Cell[][] => {
    const row = rowOf(shown.option, at, of, statistic);
    if (!row) return [];
    const [before, apart] = [rowOf(shown.today, at, of, statistic), rowOf(shown.differences, at, of, statistic)];
    return [
      [
        at === 'all' ? 'All services' : (model.stations[at]?.label ?? at),
        measures.find(({ id }) => id === of)?.label ?? of,
        statisticInWords[statistic] ?? statistic,
        row.unit,
        row.value,
        row.ciLow,
        row.ciHigh,
        ...(compared
          ? [
              before?.value ?? null,
              apart?.value ?? null,
              apart?.ciLow ?? null,
              apart?.ciHigh ?? null,
              apart?.verdict ?? null,
            ]
          : []),
      ],
    ];
  });
  return {
    name: 'On the screen',
    about: `${what}. ${limits}`,
    columns: [
      { name: 'Service', meaning: 'Where; “All services” is everywhere together.' },
      { name: 'Measure', meaning: 'What is counted; each is defined in the sheet Measures.' },
      { name: 'Statistic', meaning: 'The average, or what one day (or person) in ten is above.' },
      { name: 'Unit', meaning: 'Of all numbers of the row. A share is from 0 to 1.' },
      { name: 'Value', meaning: `The average over the simulated years: ${what}. Empty where the run does not settle.` },
      { name: 'Low', meaning: 'Lower end of the 95 % interval of the value.' },
      { name: 'High', meaning: 'Upper end of the 95 % interval of the value.' },
      ...(compared
        ? [
            { name: 'Today', meaning: 'The same, today.' },
            { name: 'Difference', meaning: 'Value less today, the same people in both.' },
            { name: 'Difference, low', meaning: 'Lower end of the 95 % interval of the difference.' },
            { name: 'Difference, high', meaning: 'Upper end of the 95 % interval of the difference.' },
            { name: 'Verdict', meaning: 'No clear difference where the interval of the difference includes 0.' },
          ]
        : []),
    ],
    rows,
  };
}

const statisticInWords: Readonly<Record<string, string>> = { mean: 'average', p90: '9 in 10 are at or below' };

function settingsTable({ model, shown }: Screen): Table {
  const now = shown.settings;
  const rows = (model.controls ?? []).map(({ path, label }): Cell[] => [
    label ?? path,
    path,
    valueUnderOption(model, TODAY, path) ?? null,
    valueInForce(model, now, path) ?? null,
  ]);
  const dated = now.changes.map(({ path, atDay, value }): Cell[] => [`From day ${atDay}`, path, null, value]);
  return {
    name: 'Settings',
    about: 'The sliders, today and as they are set.',
    columns: [
      { name: 'Setting', meaning: 'The name of the slider, or the day of a change with a date.' },
      { name: 'Path', meaning: 'Where the number is in the model document.' },
      { name: 'Today', meaning: 'As the document has it.' },
      { name: 'Now', meaning: 'As it is on the screen.' },
    ],
    rows: [...rows, ...dated],
  };
}

const columnMeanings: Readonly<Record<string, string>> = {
  option: 'Which option of the model.',
  baseline: 'What it is compared with.',
  station: 'Where, by its id in the model; “all” is everywhere.',
  measure: 'What, by its id; defined in the sheet Measures.',
  statistic: 'mean, sd, min, max, a percentile (p90), or a share over a number.',
  who: 'Which people: all, by need, by where they came from, or by an attribute.',
  day: 'Empty for the whole run; else a date looked at, or the first day of a week.',
  unit: 'Of value and interval. A share is from 0 to 1.',
  value: 'The average over the simulated years; empty where there was nobody to measure, or the run does not settle.',
  ciLow: 'Lower end of the 95 % interval of the average.',
  ciHigh: 'Upper end of the 95 % interval of the average.',
  replications: 'Simulated years in which there was somebody to measure.',
  verdict: 'better, worse, higher, lower, no clear difference, or does not settle.',
};

const tidy = (
  name: string,
  about: string,
  columns: readonly string[],
  rows: readonly (Row | DifferenceRow)[],
): Table => ({
  name,
  about,
  columns: columns.map((column) => ({ name: column, meaning: columnMeanings[column] ?? '' })),
  rows: rows.map((row) => columns.map((column) => row[column as (typeof summaryColumns)[number]])),
});

const allNumbers = ({ shown, limits }: Screen): Table =>
  tidy('All numbers', limits, summaryColumns, isCompared(shown) ? [...shown.today, ...shown.option] : shown.option);

const allDifferences = ({ shown, limits }: Screen): Table =>
  tidy('All differences', limits, differenceColumns, shown.differences);

/** Every line of evidence: what is measured, estimated or illustrative, and where it comes from. */
export function evidenceTable({ model }: Pick<Screen, 'model'>): Table {
  const rows = Object.entries(model.evidence ?? {}).map(([path, line]): Cell[] => {
    const value = valueAt(model, path);
    const isPlain = typeof value === 'number' || typeof value === 'string';
    return [
      path,
      isPlain ? value : null,
      line.status,
      line.low ?? null,
      line.high ?? null,
      line.source,
      line.note ?? null,
    ];
  });
  return {
    name: 'What is assumed',
    about: 'Every number of the model has a line here, its own or that of the part it belongs to.',
    columns: [
      { name: 'Path', meaning: 'Where the number is in the model document.' },
      { name: 'Value', meaning: 'Today; empty where the line is about several numbers.' },
      { name: 'Status', meaning: 'measured, estimated or illustrative.' },
      { name: 'Could be as low as', meaning: 'Where a range is given.' },
      { name: 'Could be as high as', meaning: 'Where a range is given.' },
      { name: 'Source', meaning: 'Where it comes from.' },
      { name: 'Note', meaning: 'What else there is to say.' },
    ],
    rows,
  };
}

/** The line of evidence for a slider, if there is one. */
export const evidenceFor = ({ model }: Pick<Screen, 'model'>, path: string) => {
  const at = coveringEvidence(path, model.evidence);
  return at === null ? undefined : model.evidence?.[at];
};

const measuresTable = (): Table => ({
  name: 'Measures',
  about: 'What each measure counts.',
  columns: [
    { name: 'Measure', meaning: 'Its id in the other sheets.' },
    { name: 'Name', meaning: 'In words.' },
    { name: 'Unit', meaning: 'What it is counted in.' },
    { name: 'Definition', meaning: 'What it counts.' },
  ],
  rows: measures.map(({ id, label, unit, definition }): Cell[] => [id, label, unit, definition]),
});
