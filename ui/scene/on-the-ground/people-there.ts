// People there: what is counted at the stations of one place, and who came to it from where in the year on show.
import { sum } from 'd3';
import { UNLIMITED } from '../../../engine/index.ts';
import type { Counts } from '../../state/counts.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { sayCount } from '../../words/numbers/count.ts';

export interface There {
  readonly inUse: number;
  /** Infinity: without limit. */
  readonly places: number;
  readonly delayed: number;
  readonly isFull: boolean;
}

export function thereAt({ network }: WatchedRun, counts: Counts, stations: readonly string[]): There {
  const at = stations.map((id) => network.stationIds.indexOf(id)).filter((station) => station >= 0);
  const places = sum(at, (station) => counts.places[station]);
  const inUse = sum(at, (station) => counts.inUse[station]);
  const isUnlimited = at.some((station) => counts.places[station] >= UNLIMITED);
  return {
    inUse,
    places: isUnlimited ? Infinity : places,
    delayed: sum(at, (station) => counts.delayed[station]),
    isFull: !isUnlimited && inUse >= places && places > 0,
  };
}

/** "23 of 24", "24 of 24 FULL"; without a limit, "61 people". */
export function sayThere({ inUse, places, isFull }: There): string {
  if (places === 0 && inUse === 0) return 'closed';
  return Number.isFinite(places)
    ? `${sayCount(inUse)} of ${sayCount(places)}${isFull ? ' FULL' : ''}`
    : `${sayCount(inUse)} ${inUse === 1 ? 'person' : 'people'}`;
}

/** People a week who started at these stations, by where they live (the value of the attribute). */
export function startsAWeek(
  run: WatchedRun,
  attribute: string,
  stations: readonly string[],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  run.keys.forEach(({ station, measure, statistic, who, day }, at) => {
    if (measure !== 'starts' || statistic !== 'mean' || day !== '' || !stations.includes(station)) return;
    const [of, value] = who.split(':');
    if (of === attribute) found.set(value, (found.get(value) ?? 0) + 7 * run.values[at]);
  });
  return found;
}
