// Columns: which column of the map a station is in, by its distance from where people come in.
import { largest } from '../../ground/sums.ts';
import type { MapStation, SceneMap } from '../../shown/map.ts';
import { inOrderOfPosition, isCounty } from './county.ts';

/** Stations by column, left to right; exits come last. At most `most` columns: longer chains share one. */
export function columnsOf(map: SceneMap, most: number): MapStation[][] {
  const columns = isCounty(map) ? countyColumns(map, most) : columnsByDistance(map, most);
  return columns.map(inOrderOfPosition);
}

function columnsByDistance(map: SceneMap, most: number): MapStation[][] {
  const distance = distances(map);
  const inner = map.stations.filter((s) => !s.isExit);
  const exits = map.stations.filter((s) => s.isExit);
  const furthest = largest(inner, (s) => distance.get(s.station)!) ?? 0;
  const room = Math.max(1, most - (exits.length > 0 ? 1 : 0));
  const squeeze = Math.min(1, room / (furthest + 1));
  const byColumn: MapStation[][] = [];
  for (const s of inner) (byColumn[Math.floor(distance.get(s.station)! * squeeze)] ??= []).push(s);
  const columns = Object.values(byColumn);
  if (exits.length > 0) columns.push(exits);
  // Only where even two columns are too many are exits below the rest.
  return columns.length > most ? [columns.flat()] : columns;
}

/** Where everybody starts, beds, care at home and teams, and the ways out: by distance alone one column would hold nearly all. */
function countyColumns(map: SceneMap, most: number): (readonly MapStation[])[] {
  const { early, middle, exits } = zonesOf(map);
  // A locality's own, then the whole county's, then other localities.
  const near = (station: MapStation) => (station.locality !== undefined ? 0 : station.members ? 2 : 1);
  const sorted = middle.toSorted((a, b) => near(a) - near(b));
  const wards = sorted.filter((station) => station.isWard);
  const others = sorted.filter((station) => !station.isWard);
  const columns = [early, wards, others, exits].filter((column) => column.length > 0);
  if (columns.length > most && most >= 3) return [early, sorted, exits].filter((column) => column.length > 0);
  return columns.length > most ? [columns.flat()] : columns;
}

/** What comes before the services of any locality, the services, and the ways out. */
export interface Zones {
  readonly early: readonly MapStation[];
  readonly middle: readonly MapStation[];
  readonly exits: readonly MapStation[];
}

export function zonesOf(map: SceneMap): Zones {
  const distance = distances(map);
  const exits = map.stations.filter((s) => s.isExit);
  const services = map.stations.filter((s) => !s.isExit);
  const isPlaced = (s: MapStation) => s.locality !== undefined || s.members !== undefined;
  const away = services.flatMap((s) => (isPlaced(s) ? [distance.get(s.station)!] : [])).toSorted((a, b) => a - b);
  const usual = away.length > 0 ? (away[(away.length - 1) >> 1] + away[away.length >> 1]) / 2 : 1;
  const early = new Set(services.filter((s) => !isPlaced(s) && distance.get(s.station)! < usual));
  // A team that sees people where they start is beside them, though nobody moves to it.
  const isBeside = (team: MapStation) =>
    team.isTeam &&
    map.links.every(({ from, to }) => to !== team.station || from < 0 || [...early].some((s) => s.station === from));
  for (const team of services) if (!isPlaced(team) && isBeside(team)) early.add(team);
  const middle = services.filter((s) => !early.has(s));
  // Where everybody starts everywhere, nothing comes first.
  return middle.length > 0 ? { early: [...early], middle, exits } : { early: [], middle: services, exits };
}

/** Fewest moves from where people come in; a station that nothing leads to is with the first. */
function distances(map: SceneMap): Map<number, number> {
  const found = new Map<number, number>();
  const entrances = new Set(map.links.filter((link) => link.from < 0).map((link) => link.to));
  // A service entered from home as well as from the hospital comes after the hospital.
  const isLedTo = (to: number) =>
    map.links.some(
      (link) =>
        link.to === to &&
        entrances.has(link.from) &&
        !map.links.some((back) => back.from === to && back.to === link.from),
    );
  const first = [...entrances].filter((station) => !isLedTo(station));
  let edge = first.length > 0 ? first : [...entrances];
  for (let moves = 0; edge.length > 0; moves++) {
    const fresh = [...new Set(edge)].filter((station) => !found.has(station));
    for (const station of fresh) found.set(station, moves);
    edge = map.links.filter((link) => fresh.includes(link.from)).map((link) => link.to);
  }
  for (const { station } of map.stations) if (!found.has(station)) found.set(station, 0);
  return found;
}
