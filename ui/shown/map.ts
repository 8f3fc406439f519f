// The map before layout, from the document (names, ways) and the watched run (how many, how often).
import { everyValueOf, UNLIMITED, type Model, type NetworkOutline } from '../../engine/index.ts';
import type { Timeline } from '../playback/timeline.ts';
import { localitiesOf, localityName } from '../model/localities.ts';
import { placeOf, type Place } from './place.ts';

export interface MapStation {
  /** Index in the network, and id; of several drawn as one, an index after all rooms. */
  readonly station: number;
  readonly id: string;
  readonly label: string;
  readonly isExit: boolean;
  readonly isUnlimited: boolean;
  /** Without a limit of places, people may still wait for it: for a start, a visit or an hour. */
  readonly isWaitedFor?: boolean;
  /** Cells to leave room for: places, or people when there are more. */
  readonly cells: number;
  /** Cells for people who wait outside without holding a place anywhere. */
  readonly outsideCells: number;
  /** What each of its places looks like; undefined: a bed. */
  readonly place?: Place;
  /** A ward with beds of its own; everything else is care at home or a team. */
  readonly isWard?: boolean;
  /** People who need other care may be in it, because some need names it as an alternative. */
  readonly isAlternative?: boolean;
  /** A team whose people keep the place they hold elsewhere. */
  readonly isTeam?: boolean;
  /** Which locality's it is; undefined: the whole county's. */
  readonly locality?: string;
  /** Where the document wants its middle, in per cent of the map's width and height. */
  readonly position?: { readonly x: number; readonly y: number };
  /** The stations of a locality shown as one box. */
  readonly members?: readonly MapStation[];
}

export interface MapLink {
  /** Station index, −1: from outside. */
  readonly from: number;
  readonly to: number;
  /** Share of everybody who moved in the watched run. */
  readonly share: number;
  /** The ways between real stations it stands for, as keys `from>to`; without it, its own. */
  readonly ways?: readonly string[];
}

export interface SceneMap {
  /** In the order of the document, which is the order its author thinks in. */
  readonly stations: readonly MapStation[];
  readonly links: readonly MapLink[];
  readonly localities?: readonly { readonly id: string; readonly label: string }[];
}

export function mapOf(model: Model, network: NetworkOutline, timeline: Timeline): SceneMap {
  const count = network.stationIds.length;
  const localities = localitiesOf(model);
  const inDocument = Object.keys(model.stations).filter((id) => network.stationIds.includes(id));
  const alternatives = new Set(
    Object.values(model.needs).flatMap(({ otherwise }) =>
      everyValueOf(otherwise).flatMap((each) => each.flatMap(({ to }) => to)),
    ),
  );
  const stations = inDocument.map((id): MapStation => {
    const station = network.stationIds.indexOf(id);
    const isExit = network.isExit[station] === 1;
    const isUnlimited = timeline.mostPlaces[station] >= UNLIMITED;
    const crowd = timeline.mostCells[station];
    const { label, kind, position } = model.stations[id];
    return {
      station,
      id,
      label,
      isExit,
      isUnlimited,
      isWaitedFor: timeline.isWaitedFor[station] === 1,
      // Rounded up, so that a small change of the run does not redraw the whole map.
      cells: isExit ? 0 : isUnlimited ? roundUp(crowd) : Math.max(timeline.mostPlaces[station], crowd),
      outsideCells: roundUp(timeline.mostCells[count + station]),
      place: placeOf(model.stations[id]),
      isWard: kind === 'ward',
      isAlternative: alternatives.has(id),
      isTeam: network.keepsPlace[station] === 1,
      locality: localities?.of.get(id),
      position,
    };
  });

  const labelsIn = (id: string) => stations.filter((one) => one.locality === id).map((one) => one.label);

  const flow = new Map<string, number>();
  for (const [from, to] of waysOf(model, network)) flow.set(`${from}>${to}`, 0);
  for (let from = -1; from < count; from++)
    for (let to = 0; to < count; to++) {
      const people = timeline.flow[(from + 1) * count + to];
      if (people > 0) flow.set(`${from}>${to}`, people);
    }
  const all = Math.max(1, ...flow.values());
  const links = [...flow].map(([key, people]): MapLink => {
    const [from, to] = key.split('>').map(Number);
    return { from, to, share: people / all };
  });
  return {
    stations,
    links: links.filter((link) => link.from !== link.to),
    localities: localities?.ids.map((id) => ({ id, label: localityName(id, labelsIn(id)) })) ?? [],
  };
}

function roundUp(people: number): number {
  if (people === 0) return 0;
  const step = people < 60 ? 6 : 10 ** Math.floor(Math.log10(people)) / 2;
  return Math.ceil(people / step) * step;
}

/** Every pair (from, to) that the document's own words allow, alternatives left out: those show when they are used. */
function waysOf(model: Model, network: NetworkOutline): [number, number][] {
  const pairs: [number, number][] = [];
  const needsGoTo = Object.values(model.needs).flatMap((need) => everyValueOf(need.goesTo).flat());
  const connect = (from: string | null, to: string | readonly string[], forNeed: readonly string[]) => {
    for (const id of list(to).flatMap((word) => (word === 'need' ? forNeed : [word]))) {
      const target = network.stationIds.indexOf(id);
      if (target >= 0) pairs.push([from === null ? -1 : network.stationIds.indexOf(from), target]);
    }
  };
  for (const { startsAt, shares } of Object.values(model.streams)) {
    const given = everyValueOf(shares);
    const needs = Object.keys(model.needs).filter((id) => !shares || given.some((each) => (each[id] ?? 0) > 0));
    const forNeed = needs.flatMap((id) => everyValueOf(model.needs[id].goesTo).flat());
    for (const start of startsAt === undefined ? ['need'] : everyValueOf(startsAt)) connect(null, start, forNeed);
  }
  for (const [id, station] of Object.entries(model.stations)) {
    for (const ways of everyValueOf(station.next)) for (const way of ways) connect(id, way.to, needsGoTo);
  }
  return pairs;
}

const list = (words: string | readonly string[]): readonly string[] => (typeof words === 'string' ? [words] : words);
