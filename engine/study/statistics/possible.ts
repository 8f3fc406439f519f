// What a number can be at all: intervals end there, so that none claims fewer than nobody or 11 people in 10 beds.
import type { Interval } from './confidence.ts';
import type { RowKey } from '../replication.ts';

/** The least and the most that a number can be. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

export const AT_LEAST_NOTHING: Limits = { least: 0, most: Infinity };
export const SHARE: Limits = { least: 0, most: 1 };

/** Measures of people who hold places, and of the places that they do not hold: none is more than the places there are. */
const inPlaces = new Set(['occupancy', 'delayed', 'free']);
/** Of a count over time, those that are themselves a count. */
const counts = /^(mean|max|value|week|p[\d.]+)$/;

/**
 * An interval cut at what is possible. The truth lies there, so what is cut off never held it: the cut interval holds the truth
 * exactly as often as the whole one. The mean, of numbers that were possible, stays inside.
 */
export function within<T extends Interval>(interval: T, { least, most }: Limits): T {
  const { mean, low, high } = interval;
  return { ...interval, low: Math.min(mean, Math.max(low, least)), high: Math.max(mean, Math.min(high, most)) };
}

/** Limits of a difference a − b. */
export const apart = (a: Limits, b: Limits): Limits => ({ least: a.least - b.most, most: a.most - b.least });

/** By row: nothing counted is below 0, no share above 1, and nobody is in a place that is not there. */
export function limitsOf(key: RowKey, placesAt: (station: string) => number): Limits {
  if (key.unit === 'share') return SHARE;
  const { measure, statistic, station } = key;
  if (!inPlaces.has(measure) || station === 'all') return AT_LEAST_NOTHING;
  if (statistic === 'sd') return { least: 0, most: placesAt(station) / 2 };
  return counts.test(statistic) ? { least: 0, most: placesAt(station) } : AT_LEAST_NOTHING;
}

/**
 * Limits by row, from what the replications say of themselves: places count where there were the same number, on average over the
 * run, in every one of them, and never more people in them.
 */
export function limitsIn(keys: readonly RowKey[], replications: readonly Float64Array[]): (row: number) => Limits {
  const places = new Map<string, number>();
  const most = new Map<string, number>();
  keys.forEach(({ station, measure, statistic, who }, at) => {
    if (who !== 'all') return;
    if (measure === 'occupancy' && statistic === 'max')
      most.set(
        station,
        replications.reduce((largest, one) => Math.max(largest, one[at]), 0),
      );
    if (measure !== 'open' || statistic !== 'mean') return;
    const values = replications.map((one) => one[at]);
    // What is added up day by day leaves a little rounding.
    const [first = NaN] = values;
    const isSame = values.every((value) => Math.abs(value - first) <= 1e-9 * first);
    if (isSame) places.set(station, Math.abs(first - Math.round(first)) < 1e-9 * first ? Math.round(first) : first);
  });
  const placesAt = (station: string) => {
    const there = places.get(station) ?? Infinity;
    return (most.get(station) ?? 0) > there ? Infinity : there;
  };
  return (row) => limitsOf(keys[row], placesAt);
}
