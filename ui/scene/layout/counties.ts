// A county as lanes: the services of each locality in order, and what serves all of it beside them or in a lane of its own.
import type { MapStation, SceneMap } from '../../shown/map.ts';
import { zonesOf, type Zones } from './columns.ts';
import { inOrderOfPosition } from './county.ts';
import { localityBox } from './told-as-one.ts';

interface Lane {
  readonly of: MapStation;
  readonly stations: readonly MapStation[];
}

/** A county with what serves all of it standing left of the lanes, or in a lane of its own. */
export interface County extends Pick<Zones, 'early' | 'exits'> {
  readonly map: SceneMap;
  readonly lanes: readonly Lane[];
}

/** Beds first, then care at home and teams. */
const inOrder = (stations: readonly MapStation[]) => [
  ...inOrderOfPosition(stations.filter((station) => station.isWard)),
  ...inOrderOfPosition(stations.filter((station) => !station.isWard)),
];

export function countiesOf(map: SceneMap): County[] {
  const { early, middle, exits } = zonesOf(map);
  const localities = map.localities ?? [];
  const lanes = localities.map(({ id, label }): Lane => {
    const stations = middle.filter((station) => station.locality === id).map((one) => inLane(one, label));
    return { of: localityBox(map, id, label), stations: inOrder(stations) };
  });
  const shared = middle.filter((station) => station.locality === undefined);
  if (shared.length === 0) return [{ map, early, lanes, exits }];
  const box = localityBox(map, '', localities.length > 0 ? 'Whole area' : '');
  const of = { ...box, station: box.station + localities.length, members: shared };
  const inItsOwn = { map, early, lanes: [...lanes, { of, stations: inOrder(shared) }], exits };
  return lanes.length === 0 ? [inItsOwn] : [{ map, early: [...early, ...shared], lanes, exits }, inItsOwn];
}

/** "Stroke beds, City" in the lane of the City is "Stroke beds". */
function inLane(station: MapStation, locality: string): MapStation {
  const escaped = locality.replaceAll(/[^\w ]/g, String.raw`\$&`);
  const shorter = station.label
    .replace(new RegExp(String.raw`[\s,:·–-]*\(?\b${escaped}\)?$`, 'i'), '')
    .replace(new RegExp(String.raw`^${escaped}\b[\s,:·–-]*`, 'i'), '');
  return shorter.length > 2 ? { ...station, label: shorter[0].toUpperCase() + shorter.slice(1) } : station;
}
