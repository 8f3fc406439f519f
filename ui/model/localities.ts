// Localities: which part of the county each station belongs to, read from the document's own tables of who goes where.
import type { Model } from '../../engine/index.ts';

export interface Localities {
  /** Of the attribute whose tables tell them apart, in the order of its shares. */
  readonly ids: readonly string[];
  /** By station id; whatever serves more than one locality is not in it. */
  readonly of: ReadonlyMap<string, string>;
}

/** A map of no more services than this is shown whole; a larger one shows localities. */
export const MOST_ON_ONE_MAP = 10;

/** A second choice says less about where somewhere is than any first one. */
const ALTERNATIVE_RANK = 100;

/** Null where no attribute sends people to different stations. */
export function localitiesOf(model: Model): Localities | null {
  const found = Object.keys(model.attributes ?? {}).map((attribute) => readOff(model, attribute));
  const best = found.toSorted((a, b) => b.of.size - a.of.size)[0];
  return best && new Set(best.of.values()).size > 1 ? best : null;
}

/** Those into which the map of this document can be opened. */
export function localitiesToOpen(model: Model): readonly string[] {
  return Object.keys(model.stations).length > MOST_ON_ONE_MAP ? (localitiesOf(model)?.ids ?? []) : [];
}

/**
 * Documents name localities by id alone; where several of its services say its name in full ("Home support, East and Rutland",
 * "East and Rutland: beds") and it begins as the id does, that is it. Otherwise "east-and-rutland" is "East and Rutland".
 */
export function localityName(id: string, labels: readonly string[] = []): string {
  const words = id.split(/[-_]+/).filter((word) => word !== '');
  const said = labels.flatMap((label) => [label.match(/^([^:]+):/)?.[1], label.match(/.*, ([^,]+)$/)?.[1]]);
  const full = said.find(
    (name, i) => name && said.indexOf(name) < i && name.toLowerCase().startsWith((words[0] ?? id).toLowerCase()),
  );
  if (full) return full;
  return words.map((word) => (/^(and|of|the)$/.test(word) ? word : word[0].toUpperCase() + word.slice(1))).join(' ');
}

/** A locality whose own station someone else asks for too is named by who asks first: "the nearest, or else the next". */
function readOff(model: Model, attribute: string): Localities {
  const ids = valuesIn(model.attributes![attribute].shares);
  const ranks = new Map<string, Map<string, number>>();
  for (const { inside, to, rank } of destinations(model, attribute, ids)) {
    if (inside === null) continue;
    const best = ranks.get(to) ?? new Map<string, number>();
    ranks.set(to, best.set(inside, Math.min(rank, best.get(inside) ?? Infinity)));
  }
  const of = new Map<string, string>();
  for (const [station, byLocality] of ranks) {
    const [first, second] = [...byLocality].toSorted(([, a], [, b]) => a - b);
    if (isService(model, station) && (!second || first[1] < second[1])) of.set(station, first[0]);
  }
  followOn(model, attribute, ids, of);
  return { ids: ids.filter((id) => [...of.values()].includes(id)), of };
}

/** A team that only the stations of one locality send people to is of that locality, though no table says so. */
function followOn(model: Model, attribute: string, ids: readonly string[], of: Map<string, string>): void {
  const senders = new Map<string, Set<string | null>>();
  for (const { from, to } of destinations(model, attribute, ids))
    senders.set(to, (senders.get(to) ?? new Set<string | null>()).add(from));
  for (let before = -1; before !== of.size;) {
    before = of.size;
    for (const [station, from] of senders) {
      if (of.has(station) || !isService(model, station)) continue;
      const places = new Set([...from].map((id) => (id === null ? undefined : of.get(id))));
      const [only] = places;
      if (places.size === 1 && only !== undefined) of.set(station, only);
    }
  }
}

const isService = (model: Model, id: string) => model.stations[id] !== undefined && model.stations[id].kind !== 'exit';

interface Destination {
  /** Station that sends people there; null: a need or a stream. */
  readonly from: string | null;
  readonly to: string;
  /** The locality whose people are sent; null: anybody's. */
  readonly inside: string | null;
  /** Place among the choices; 0: first. */
  readonly rank: number;
}

function* destinations(model: Model, attribute: string, ids: readonly string[]): Generator<Destination> {
  type Asking = { to?: unknown; goesTo?: unknown; otherwise?: unknown };
  function* asks(from: string | null, value: unknown, least: number, inside: string | null): Generator<Destination> {
    for (const [where, to] of leaves(value, attribute, ids, inside))
      for (const [i, id] of (Array.isArray(to) ? to : [to]).entries())
        if (typeof id === 'string' && id !== 'need') yield { from, to: id, inside: where, rank: least + i };
        else if (typeof id === 'object') yield* ask(from, id as Asking, least + i, where);
  }
  function* ask(from: string | null, one: Asking, least: number, inside: string | null): Generator<Destination> {
    yield* asks(from, one.to ?? one.goesTo, least, inside);
    yield* asks(from, one.otherwise, ALTERNATIVE_RANK, inside);
  }
  for (const need of Object.values(model.needs)) yield* ask(null, need, 0, null);
  for (const { startsAt } of Object.values(model.streams)) yield* asks(null, startsAt, 0, null);
  for (const [id, { next }] of Object.entries(model.stations))
    for (const [where, ways] of leaves(next, attribute, ids, null))
      for (const way of ways as Asking[]) yield* ask(id, way, 0, where);
}

/** Every value in a table (and the tables in it), each with the locality it is for. */
function* leaves(
  value: unknown,
  attribute: string,
  ids: readonly string[],
  inside: string | null,
): Generator<[string | null, unknown]> {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || !('by' in value)) return yield [inside, value];
  const { by, ...entries } = value as Record<string, unknown>;
  for (const [key, inner] of Object.entries(entries)) {
    if (by !== attribute) yield* leaves(inner, attribute, ids, inside);
    else
      for (const id of key === 'else' ? ids.filter((one) => !(one in entries)) : [key])
        yield* leaves(inner, attribute, ids, id);
  }
}

/** The values that shares name, wherever they stand in tables. */
function valuesIn(shares: unknown): string[] {
  if (typeof shares !== 'object' || shares === null) return [];
  const { by, ...inside } = shares as Record<string, unknown>;
  return [...new Set(by === undefined ? Object.keys(inside) : Object.values(inside).flatMap(valuesIn))];
}
