// The ways between the stations of a document, as its own words allow them, and the places each station has.
import { everyValueOf, type Model } from '../../engine/index.ts';

export type Drawn = Pick<Model, 'needs' | 'streams' | 'stations'>;

export interface Way {
  /** A station's id; null from outside. */
  readonly from: string | null;
  readonly to: string;
}

/** Each pair once, in the document's order; second choices are left out, as on the map before anybody takes one. */
export function waysOf({ needs, streams, stations }: Drawn): Way[] {
  const found = new Map<string, Way>();
  const goes = (ids: readonly string[]) => ids.flatMap((id) => everyValueOf(needs[id].goesTo).flat());
  const connect = (from: string | null, to: string | readonly string[], forNeed: readonly string[]) => {
    for (const id of [to].flat().flatMap((word) => (word === 'need' ? forNeed : [word])))
      if (Object.hasOwn(stations, id) && id !== from) found.set(`${from} ${id}`, { from, to: id });
  };
  for (const { startsAt, shares } of Object.values(streams)) {
    const given = everyValueOf(shares);
    const here = Object.keys(needs).filter((id) => given.length === 0 || given.some((each) => (each[id] ?? 0) > 0));
    for (const start of startsAt === undefined ? ['need'] : everyValueOf(startsAt)) connect(null, start, goes(here));
  }
  for (const [id, { next }] of Object.entries(stations))
    for (const ways of everyValueOf(next)) for (const { to } of ways) connect(id, to, goes(Object.keys(needs)));
  return [...found.values()];
}

/** Places of a station, or null where there is no number of them. */
export function placesOf({ beds, places, staff }: Model['stations'][string]): number | null {
  const given = beds ?? places ?? staff;
  return typeof given === 'number' ? given : null;
}
