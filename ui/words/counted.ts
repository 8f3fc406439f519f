// Series of what happened, in words: what one counts in the model, and how long it is.
import type { CountedRow, Model, Spacing } from '../../engine/index.ts';

/** The heads of what a series may count. */
const COUNTS: Readonly<Record<CountedRow['measure'], string>> = {
  occupancy: 'People in places',
  waiting: 'People waiting for',
  delayed: 'People ready to leave',
  starts: 'Admissions',
  leaves: 'Departures',
};

export const sayCounted = (model: Model, { station, measure }: CountedRow): string =>
  station === 'all' && measure === 'delayed'
    ? 'People delayed, everywhere'
    : `${COUNTS[measure]}: ${model.stations[station]?.label ?? 'everywhere'}`;

/** Every number of the model that a series may count. */
export function countedRows(model: Model): CountedRow[] {
  const stations = Object.entries(model.stations).flatMap(([id, { kind }]) => (kind === 'exit' ? [] : [id]));
  const measures = Object.keys(COUNTS) as CountedRow['measure'][];
  return [
    { station: 'all', measure: 'delayed' },
    ...stations.flatMap((station) => measures.map((measure) => ({ station, measure }))),
  ];
}

export const sayLength = (periods: number, spacing: Spacing): string => `${periods} ${spacing}s`;
