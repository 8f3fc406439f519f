// What the columns are compared on: rows of the results, and two sums over them, read from the values of one replication.
import { measures, type Model, type RowKey } from '../../engine/index.ts';
import type { Line } from './line.ts';
import { hasPlaces, isOnlyWaiting, subjectOf } from '../model/values.ts';
import { DAYS, PEOPLE, PERCENT, PLACES, POINTS, POUNDS_A_YEAR } from '../words/numbers/quantity.ts';

/** Which line it is, for those who look for one. */
export type Role = 'waiting' | 'bad day' | 'days' | 'empty' | 'right place' | 'home' | 'cost';

export interface ComparedLine extends Line {
  readonly role: Role;
  /** Says more than the label where the label alone could be misread. */
  readonly note?: string;
  /** The numbers of a replication, by key, that make it; undefined where it is a row by itself. */
  readonly from?: (number: (station: string, measure: string) => number) => number;
}

const mean = { statistic: 'mean' } as const;
const delayIsBetterWhen = measures.find(({ id }) => id === 'delayDays')?.betterWhen;

export function comparedLines(model: Model): ComparedLine[] {
  const { station, measure } = subjectOf(model);
  // Where people wait without holding a place, their days are counted by the service they wait for.
  const days = measure === 'delayed' ? 'stayDays' : 'delayDays';
  const isDelayOnly = measure === 'waiting' || isOnlyWaiting(model, station);
  const exits = Object.keys(model.stations).filter((id) => model.stations[id].kind === 'exit');
  const community = communityOf(model);
  const lines: (ComparedLine | false)[] = [
    { role: 'waiting', label: 'People waiting on a typical day', station, measure, ...mean, quantity: PEOPLE },
    { role: 'bad day', label: '1 day in 10, more than', station, measure, statistic: 'p90', quantity: PEOPLE },
    station !== 'all' &&
      isDelayOnly && {
        role: 'days',
        label: 'Days waited each',
        station,
        measure: days,
        ...mean,
        quantity: DAYS,
        betterWhen: delayIsBetterWhen,
      },
    community.length > 0 && {
      role: 'empty',
      label: 'Empty places',
      note: `on a typical day, of ${community.length === 1 ? 'one service' : `${community.length} services`} with a limited number of places`,
      station: 'all',
      measure: 'free',
      ...mean,
      quantity: PLACES,
      from: (number) => community.reduce((sum, id) => sum + number(id, 'free'), 0),
    },
    {
      role: 'right place',
      label: 'Right place first time',
      station: 'all',
      measure: 'rightPlace',
      ...mean,
      quantity: PERCENT,
      change: POINTS,
    },
    exits.length > 1 &&
      exits.includes('home') && {
        role: 'home',
        label: `Leave for: ${model.stations.home!.label}`,
        note: 'of everyone who leaves',
        station: 'home',
        measure: 'leavesBy',
        ...mean,
        quantity: PERCENT,
        change: POINTS,
        from: (number) => number('home', 'starts') / exits.reduce((sum, id) => sum + number(id, 'starts'), 0),
      },
    { role: 'cost', label: 'Cost a year', station: 'all', measure: 'cost', ...mean, quantity: POUNDS_A_YEAR },
  ];
  return lines.filter((line) => line !== false);
}

/** Services with a number of places, except the one people wait to leave. */
export function communityOf(model: Model): string[] {
  const { station, measure } = subjectOf(model);
  return Object.keys(model.stations).filter((id) => hasPlaces(model, id) && !(measure === 'delayed' && id === station));
}

/** The keys of the lines that this model has, and how the values of one replication become theirs. */
export function readerOf(
  lines: readonly ComparedLine[],
  keys: readonly RowKey[],
): { readonly keys: RowKey[]; readonly lines: ComparedLine[]; read(values: Float64Array): Float64Array } {
  const places = new Map<string, number>();
  keys.forEach(({ station, measure, statistic, who, day }, at) => {
    if (who === 'all' && day === '') places.set(`${station}/${measure}/${statistic}`, at);
  });
  const placeOf = (station: string, measure: string, statistic = 'mean') =>
    places.get(`${station}/${measure}/${statistic}`);
  const had = lines.filter(
    (line) => line.from !== undefined || placeOf(line.station, line.measure, line.statistic) !== undefined,
  );
  return {
    lines: had,
    keys: had.map((line) => {
      const at = placeOf(line.station, line.measure, line.statistic);
      const { station, measure, statistic = 'mean' } = line;
      return line.from === undefined
        ? keys[at!]
        : { station, measure, statistic, who: 'all', day: '', unit: line.quantity === PERCENT ? 'share' : '' };
    }),
    read(values) {
      const number = (station: string, measure: string) => values[placeOf(station, measure) ?? -1] ?? Number.NaN;
      return Float64Array.from(had, (line) =>
        line.from === undefined ? values[placeOf(line.station, line.measure, line.statistic)!] : line.from(number),
      );
    },
  };
}
