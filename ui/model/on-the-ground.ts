// On the ground: where the services and the people of a document are, where it says so.
import type { LonLat, Model } from '../../engine/index.ts';

/** One place, with every station there: beds of two kinds may be in one building. */
export interface Site {
  readonly at: LonLat;
  readonly stations: readonly string[];
  /** Of its first station. */
  readonly name: string;
  readonly locality?: string;
}

export interface Area {
  readonly id: string;
  readonly centre: LonLat;
  readonly districts: readonly string[];
}

/** In the order of the document. */
export function sitesOf({ stations }: Model): Site[] {
  const found = new Map<string, Site>();
  for (const [id, { lonLat, locality, label, kind }] of Object.entries(stations)) {
    if (lonLat === undefined || kind === 'exit') continue;
    const key = `${lonLat.lon} ${lonLat.lat}`;
    const { stations: others = [], name = label, locality: first = locality } = found.get(key) ?? {};
    found.set(key, {
      at: lonLat,
      stations: [...others, id],
      name,
      ...(first === undefined ? {} : { locality: first }),
    });
  }
  return [...found.values()];
}

/** Where people live, by value of the attribute that says it; and that attribute's id. */
export function areasOf({
  attributes = {},
}: Model): { readonly attribute: string; readonly areas: readonly Area[] } | null {
  for (const [attribute, { where }] of Object.entries(attributes))
    if (where)
      return {
        attribute,
        areas: Object.entries(where).map(([id, { centre, districts = [] }]) => ({ id, centre, districts })),
      };
  return null;
}
