// Who a person is to the tables of a document: a need, and traits (entity attributes, and the stream where a table uses it).
import type { Model } from './document.ts';
import type { ByWho, Table } from './document/values.ts';
import { sortedIds } from '../ground/ids.ts';

/** A person as a table looks them up. Those there at the start come from no stream. */
export interface Who {
  readonly need: string;
  readonly stream: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The value for a person out of a value or a table; undefined when the table has nothing for them. */
export function forWho<T>(value: ByWho<T> | undefined, who: Who): T | undefined {
  let at: unknown = value;
  while (isTable(at)) {
    const key = at.by === 'need' ? who.need : at.by === 'stream' ? who.stream : who.attributes[at.by];
    at = key !== null && key !== undefined && Object.hasOwn(at, key) ? at[key] : at['else'];
  }
  return at as T | undefined;
}

/** Every value that anybody may have: the value itself, or all those in a table and the tables in it. */
export function everyValueOf<T>(value: ByWho<T> | undefined): T[] {
  if (!isTable(value)) return value === undefined ? [] : [value as T];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'by' ? [] : everyValueOf(inner as ByWho<T>)));
}

export const isTable = (value: unknown): value is Table<unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'by' in value;

/** What distinguishes people of one need. Ids are sorted, so the order of a file makes no difference. */
export interface Traits {
  readonly attributes: readonly { readonly id: string; readonly values: readonly string[] }[];
  /** Stream ids when some table is by stream (then one more, unnamed, for those there at the start); else empty. */
  readonly streams: readonly string[];
  /** Combinations: the product of all of these, at least 1. */
  readonly count: number;
}

export function traitsOf(model: Model): Traits {
  const attributes = sortedIds(model.attributes ?? {}).map((id) => ({
    id,
    values: valuesOf(model.attributes![id].shares),
  }));
  const streams = [model.needs, model.stations].some(asksForStream) ? sortedIds(model.streams) : [];
  const combinations = attributes.reduce((product, { values }) => product * values.length, 1);
  return { attributes, streams, count: combinations * (streams.length === 0 ? 1 : streams.length + 1) };
}

/** Who the people of a need and a trait are; trait: 0 to `traits.count` − 1. */
export function whoIs(need: string, traits: Traits, trait: number): Who {
  const places = traits.streams.length === 0 ? 1 : traits.streams.length + 1;
  const attributes: Record<string, string> = {};
  let left = Math.floor(trait / places);
  for (let at = traits.attributes.length - 1; at >= 0; at--) {
    const { id, values } = traits.attributes[at];
    attributes[id] = values[left % values.length];
    left = Math.floor(left / values.length);
  }
  return { need, stream: traits.streams[trait % places] ?? null, attributes };
}

/** Every value an attribute is given a share of, anywhere in its shares, by id. */
export function valuesOf(shares: ByWho<Record<string, number>>): string[] {
  if (!isTable(shares)) return sortedIds(shares);
  const inside = Object.entries(shares).filter(([key]) => key !== 'by');
  return [...new Set(inside.flatMap(([, each]) => valuesOf(each as ByWho<Record<string, number>>)))].sort();
}

function asksForStream(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (isTable(value) && value.by === 'stream') return true;
  return Object.values(value).some(asksForStream);
}
