// Amounts: how much each station has of something that can change without changing where anybody goes.
import type { Model } from '../model/document.ts';
import type { Station } from '../model/document/stations.ts';
import { UNLIMITED, type Network } from './network.ts';
import { childOf } from '../ground/child-of.ts';
import { sortedIds } from '../ground/ids.ts';
import { stationKinds } from '../model/stations/index.ts';

const AMOUNTS = ['beds', 'places', 'staff', 'surge', 'startsPerMonth', 'visitsPerDay'];

/** Whether all that sets the second model apart from the first are amounts. Places that open in steps make hundreds of such models. */
export const differInAmountsOnly = (one: Model, other: Model): boolean =>
  isAlike(one, other, ['stations']) &&
  Object.keys(one.stations).every((id) => isAlike(one.stations[id], other.stations[id], AMOUNTS));

/** Quick, for parts that no change has touched are the very same parts. */
const isAlike = (one: object, other: object, but: readonly string[] = []): boolean =>
  Object.keys({ ...one, ...other }).every((key) => {
    const [a, b] = [childOf(one, key), childOf(other, key)];
    return a === b || but.includes(key) || (isObject(a) && isObject(b) && isAlike(a, b));
  });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** In the order of a network. */
export const stationsOf = (model: Model): Station[] => sortedIds(model.stations).map((id) => model.stations[id]);

/** Length of each: as many as there are stations, in their order; visits by station × weekday. */
export function amountsOf(
  stations: readonly Station[],
): Pick<
  Network,
  'places' | 'surgePlaces' | 'surgeOpenAt' | 'surgeCloseAt' | 'surgeMinDays' | 'startsPerMonth' | 'visitsPerDay'
> {
  return {
    places: Int32Array.from(stations, (one) => limit(one[kindOf(one).placesKey ?? 'places'])),
    surgePlaces: Int32Array.from(stations, (one) => one.surge?.beds ?? one.surge?.places ?? one.surge?.staff ?? 0),
    surgeOpenAt: Int32Array.from(stations, (one) => one.surge?.openAtWaiting ?? 0),
    surgeCloseAt: Int32Array.from(stations, (one) => one.surge?.closeAtWaiting ?? 0),
    surgeMinDays: Float64Array.from(stations, (one) => one.surge?.minDays ?? 0),
    startsPerMonth: Int32Array.from(stations, (one) => one.startsPerMonth ?? -1),
    visitsPerDay: Float64Array.from(stations.flatMap(visitsByWeekday)),
  };
}

export const kindOf = ({ kind }: Station) => stationKinds.find((one) => one.kind === kind)!;
const limit = (places: number | 'unlimited' | undefined) => (typeof places === 'number' ? places : UNLIMITED);

/** Seven numbers, Monday first; −1 where a station counts no visits. */
function visitsByWeekday({ visitsPerDay }: Station): number[] {
  return typeof visitsPerDay === 'object' ? visitsPerDay : Array<number>(7).fill(visitsPerDay ?? -1);
}
