// A model beside what happened, as text with a table for each series, and as JSON.
import {
  bandWords,
  dateAt,
  limitsWords,
  matchWords,
  type Band,
  type CountedRow,
  type Explained,
  type Manifest,
  type Model,
  type Spacing,
  type Xmr,
} from '../../engine/index.ts';
import { heading } from './run-table.ts';
import { amount, layTable } from './table.ts';

/** A series with the model's years under each of its periods. */
export interface Beside {
  readonly row: CountedRow;
  readonly name: string;
  readonly spacing: Spacing;
  /** The first day of each period. */
  readonly days: readonly number[];
  readonly observed: readonly number[];
  readonly band: Band;
  readonly limits: Xmr;
}

export interface History {
  readonly model: Model;
  readonly manifest: Manifest;
  readonly beside: readonly Beside[];
  readonly explained: Explained;
  /** Numbers with a range that change nothing in the series. */
  readonly without: readonly string[];
  readonly understood: readonly string[];
}

/** Longer tables are for a file. */
const MOST_ROWS = 60;

export function historyText({ model, manifest, beside, explained, without }: History): string {
  const parts = [
    heading(model, manifest),
    ...beside.flatMap((one) => [
      sayRow(one),
      seriesTable(one),
      [bandWords(one.band, one.spacing), limitsWords(one.limits, one.observed.length, one.spacing)].join('\n'),
    ]),
    matchWords(model, explained).join('\n'),
    without.length > 0 ? `Not tried, because they change nothing here: ${without.join(', ')}.` : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const sayRow = ({ row: { station, measure }, name, spacing }: Beside): string =>
  `${name}, each ${spacing}, beside ${station}.${measure}`;

function seriesTable({ days, observed, band, limits, spacing }: Beside): string {
  const special = new Set([...limits.outside, ...limits.inRuns]);
  const rows = days.slice(0, MOST_ROWS).map((day, at) => ({
    cells: [
      dateAt(day),
      amount(observed[at]),
      `${amount(band.low[at])} to ${amount(band.high[at])}`,
      observed[at] > band.high[at] ? 'above' : observed[at] < band.low[at] ? 'below' : '',
      special.has(at) ? 'not everyday variation' : '',
    ],
  }));
  const more = days.length - rows.length;
  return [
    layTable([{ cells: [spacing, 'counted', 'the model’s band', '', ''] }, ...rows]),
    ...(more > 0 ? [`and ${more} more; --json has them all`] : []),
  ].join('\n');
}

export function historyJson({ model, manifest, beside, explained, without, understood }: History): string {
  const series = beside.map(({ days, spacing, limits, band: { low, high, ...inBand }, ...one }) => ({
    ...one,
    spacing,
    dates: days.map(dateAt),
    band: { low, high },
    inBand,
    limits,
  }));
  return `${JSON.stringify({ manifest, understood, series, says: matchWords(model, explained), ...explained, changeNothing: without }, null, 2)}\n`;
}
