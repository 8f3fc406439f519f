// The services of a locality that come to people's homes: what belongs to it and has no place of its own on the map.
import { sitesOf } from '../../model/on-the-ground.ts';
import type { MapStation } from '../../shown/map.ts';
import type { WatchedRun } from '../../state/watched.ts';

export function homeServicesOf({ model, map }: WatchedRun, locality: string): MapStation[] {
  const sited = new Set(sitesOf(model).flatMap(({ stations }) => stations));
  return map.stations.filter((one) => one.locality === locality && !one.isExit && !one.isTeam && !sited.has(one.id));
}
