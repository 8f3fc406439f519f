// Sites: stations whose place on the ground is known, the locality each is close to, and how far each locality's people have to go.
import { kmBetween } from '../ground/distance.ts';
import type { Model } from '../model/document.ts';

export interface Site {
  readonly station: number;
  /** The people it is close to, named as their group is: `locality:east`. */
  readonly closeTo: string;
  /** In a straight line from the middle of where they live, by the name of their group; empty where the site has no place. */
  readonly kmFrom: Readonly<Record<string, number>>;
}

/** In the order of the network; none where the document does not say where people live. Places that only are drawn are none. */
export function sitesOf({ attributes = {}, stations }: Model, stationIds: readonly string[]): Site[] {
  const [id, { where = {} } = {}] = Object.entries(attributes).find(([, one]) => one.where !== undefined) ?? [];
  return stationIds.flatMap((name, station): Site[] => {
    const { lonLat, locality } = stations[name];
    if (locality === undefined) return [];
    const km = lonLat
      ? Object.entries(where).map(([value, { centre }]) => [`${id}:${value}`, kmBetween(lonLat, centre)] as const)
      : [];
    return [{ station, closeTo: `${id}:${locality}`, kmFrom: Object.fromEntries(km) }];
  });
}
