// What even a map without localities asks of one that may have them: whether it is a county's, its order, and its ways.
import { MOST_ON_ONE_MAP } from '../../model/localities.ts';
import type { MapLink, MapStation, SceneMap } from '../../shown/map.ts';

/** A map larger than this shows localities, if it has any; opened into one of them it is still a county's. */
export const isCounty = ({ stations }: SceneMap): boolean =>
  stations.length > MOST_ON_ONE_MAP || stations.some((station) => station.members);

/** Those whose position is given, from top to bottom; the others keep their place among them. */
export function inOrderOfPosition(stations: readonly MapStation[]): MapStation[] {
  const placed = stations.filter((station) => station.position).toSorted((a, b) => a.position!.y - b.position!.y);
  return stations.map((station) => (station.position ? placed.shift()! : station));
}

export const waysOf = ({ from, to, ways }: MapLink): readonly string[] => ways ?? [`${from}>${to}`];
