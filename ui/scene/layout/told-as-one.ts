// A locality as one box: the map with the ways of all its stations to and from that box.
import { sum } from '../../ground/sums.ts';
import type { MapLink, MapStation, SceneMap } from '../../shown/map.ts';
import { isCounty, waysOf } from './county.ts';

/** The locality as a station of its own, in place of its members. */
export function localityBox(map: SceneMap, id: string, label: string): MapStation {
  const order = (map.localities ?? []).findIndex((one) => one.id === id);
  const members = map.stations.filter((station) => station.locality === id);
  // Behind all rooms, places and queues outside, so that nobody is ever drawn in it.
  const station = 2 * (1 + Math.max(...map.stations.map((one) => one.station))) + Math.max(0, order);
  const position = middleOf(members);
  return { station, id, label, members, position, isExit: false, isUnlimited: true, cells: 0, outsideCells: 0 };
}

/** Where the middle of all of them is; undefined where the document does not say so of each. */
function middleOf(members: readonly MapStation[]): MapStation['position'] {
  const positions = members.map((member) => member.position);
  if (positions.length === 0 || !positions.every((position) => position !== undefined)) return undefined;
  return { x: sum(positions, ({ x }) => x) / positions.length, y: sum(positions, ({ y }) => y) / positions.length };
}

/** The same map with these boxes in place of their members; each takes the place of the first of its members. */
export function toldAsOne(map: SceneMap, boxes: readonly MapStation[]): SceneMap {
  const boxOf = new Map(boxes.flatMap((box) => box.members!.map((member) => [member.station, box] as const)));
  const stations = [...new Set(map.stations.map((station) => boxOf.get(station.station) ?? station))];
  const end = (station: number) => boxOf.get(station)?.station ?? station;
  const links = new Map<string, MapLink[]>();
  for (const link of map.links) {
    const key = `${link.from < 0 ? -1 : end(link.from)}>${end(link.to)}`;
    links.set(key, [...(links.get(key) ?? []), link]);
  }
  return {
    ...map,
    stations,
    links: [...links]
      .map(([key, all]): MapLink => {
        const [from, to] = key.split('>').map(Number);
        return {
          from,
          to,
          share: Math.min(
            1,
            sum(all, (link) => link.share),
          ),
          ways: all.flatMap(waysOf),
        };
      })
      .filter(({ from, to }) => from !== to),
  };
}

/** What is laid out: all of it, or one locality with the whole county's services and every other locality as a box. */
export function mapOfView(map: SceneMap, open: string | undefined, isNarrow: boolean): SceneMap {
  const localities = map.localities ?? [];
  if (!isCounty(map) || (open === undefined && !isNarrow)) return map;
  const others = localities.filter(({ id }) => id !== open);
  return toldAsOne(
    map,
    others.map(({ id, label }) => localityBox(map, id, label)),
  );
}
