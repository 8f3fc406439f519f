// The tables of a screen: what it says first, then its settings, every number behind it, and what each number rests on.
import {
  definitions,
  coveringEvidence,
  differencesTable,
  measures,
  summaryTable,
  type DifferenceRow,
  type Row,
  type Tidy,
} from '../../engine/index.ts';
import { isCompared, rowOf } from '../shown/numbers.ts';
import { hasPlaces, subjectOf, valueAt, valueInForce, valueUnderOption, TODAY } from '../model/values.ts';
import { figureTable } from './pictures/figure.ts';
import { weeksFigure } from './screen-figures.ts';
import type { Screen } from './screen.ts';
import { worldsTables } from './worlds-tables.ts';
import { tableOf, type ColumnOf, type Table } from './table.ts';

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
  const rows = asked.flatMap(([at, of, statistic]): OnScreen[] => {
    const [row, before] = [shown.option, shown.today].map((some) => rowOf(some, at, of, statistic));
    return row ? [{ row, before, apart: rowOf(shown.differences, at, of, statistic) }] : [];
  });
  const service = ({ row: { station } }: OnScreen) =>
    station === 'all' ? 'All services' : (model.stations[station]?.label ?? station);
  const value = `The average over all simulated runs: ${what}. Empty where the run does not settle.`;
  return tableOf({
    name: 'On the screen',
    about: `${what}. ${limits}`,
    rows,
    columns: [
      ['Service', 'Where; “All services” is everywhere together.', service],
      ['Measure', 'What is counted; each is defined in the sheet Measures.', ({ row }) => labelOf(row.measure)],
      [
        'Statistic',
        'The average, or what one day (or person) in ten is above.',
        ({ row: { statistic } }) => statisticInWords[statistic] ?? statistic,
      ],
      ['Unit', 'Of all numbers of the row. A share is from 0 to 1.', ({ row }) => row.unit],
      ['Value', value, ({ row }) => row.value],
      ['Low', 'Lower end of the 95 % interval of the value.', ({ row }) => row.ciLow],
      ['High', 'Upper end of the 95 % interval of the value.', ({ row }) => row.ciHigh],
      ...(isCompared(shown) ? besideToday : []),
    ],
  });
}

/** A row of the page with the same of today, and the difference. */
interface OnScreen {
  readonly row: Row;
  readonly before: Row | undefined;
  readonly apart: DifferenceRow | undefined;
}

const besideToday: readonly ColumnOf<OnScreen>[] = [
  ['Today', 'The same, today.', ({ before }) => before?.value ?? null],
  ['Difference', 'Value less today, the same people in both.', ({ apart }) => apart?.value ?? null],
  ['Difference, low', 'Lower end of the 95 % interval of the difference.', ({ apart }) => apart?.ciLow ?? null],
  ['Difference, high', 'Upper end of the 95 % interval of the difference.', ({ apart }) => apart?.ciHigh ?? null],
  [
    'Verdict',
    'No clear difference where the interval of the difference includes 0.',
    ({ apart }) => apart?.verdict ?? null,
  ],
];

const labelOf = (measure: string): string => measures.find(({ id }) => id === measure)?.label ?? measure;

const statisticInWords: Readonly<Record<string, string>> = { mean: 'average', p90: '9 in 10 are at or below' };

function settingsTable({ model, shown }: Screen): Table {
  const now = shown.settings;
  const sliders = (model.controls ?? []).map(({ path, label }) => ({
    name: label ?? path,
    path,
    today: valueUnderOption(model, TODAY, path) ?? null,
    value: valueInForce(model, now, path) ?? null,
  }));
  const dated = now.changes.map(({ path, atDay, value }) => ({ name: `From day ${atDay}`, path, today: null, value }));
  return tableOf({
    name: 'Settings',
    about: 'The sliders, today and as they are set.',
    rows: [...sliders, ...dated],
    columns: [
      ['Setting', 'The name of the slider, or the day of a change with a date.', ({ name }) => name],
      ['Path', 'Where the number is in the model document.', ({ path }) => path],
      ['Today', 'As the document has it.', ({ today }) => today],
      ['Now', 'As it is on the screen.', ({ value }) => value],
    ],
  });
}

const tidy = (name: string, about: string, { columns, rows }: Tidy): Table => ({
  name,
  about,
  columns,
  rows: [...rows],
});

const allNumbers = ({ shown, limits }: Screen): Table =>
  tidy('All numbers', limits, summaryTable(isCompared(shown) ? [...shown.today, ...shown.option] : shown.option));

const allDifferences = ({ shown, limits }: Screen): Table =>
  tidy('All differences', limits, differencesTable(shown.differences));

/** Every line of evidence: what is measured, estimated or illustrative, and where it comes from. */
export function evidenceTable({ model }: Pick<Screen, 'model'>): Table {
  const rows = Object.entries(model.evidence ?? {}).map(([path, line]) => {
    const value = valueAt(model, path);
    return { ...line, path, value: typeof value === 'number' || typeof value === 'string' ? value : null };
  });
  return tableOf({
    name: 'What is assumed',
    about: 'Every number of the model has a line here, its own or that of the part it belongs to.',
    rows,
    columns: [
      ['Path', 'Where the number is in the model document.', ({ path }) => path],
      ['Value', 'Today; empty where the line is about several numbers.', ({ value }) => value],
      ['Status', 'measured, estimated or illustrative.', ({ status }) => status],
      ['Could be as low as', 'Where a range is given.', ({ low }) => low ?? null],
      ['Could be as high as', 'Where a range is given.', ({ high }) => high ?? null],
      ['Source', 'Where it comes from.', ({ source }) => source],
      ['Note', 'What else there is to say.', ({ note }) => note ?? null],
    ],
  });
}

/** The line of evidence for a slider, if there is one. */
export const evidenceFor = ({ model }: Pick<Screen, 'model'>, path: string) => {
  const at = coveringEvidence(path, model.evidence);
  return at === null ? undefined : model.evidence?.[at];
};

const measuresTable = (): Table =>
  tableOf({
    name: 'Measures',
    about: 'What each measure counts.',
    rows: measures,
    columns: [
      ['Measure', 'Its id in the other sheets.', ({ id }) => id],
      ['Name', 'In words.', ({ label }) => label],
      ['Unit', 'What it is counted in.', ({ unit }) => unit],
      ['Definition', 'What it counts.', ({ id }) => definitions[id]],
    ],
  });
