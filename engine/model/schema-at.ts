// What the schema says at a path, found by walking the schema and a document side by side.
import type { z } from 'zod';
import { timeKeys } from '../distributions/index.ts';
import { childOf } from '../ground/child-of.ts';
import type { NumberFacts } from './document/values.ts';

export type Schema = z.core.$ZodType;

/** The schemas that may apply at one place (a union has several), and whether the place may be empty. */
export interface Spot {
  readonly schemas: readonly Schema[];
  readonly optional: boolean;
  /** Descriptions met on the way in, the nearest last. */
  readonly said: readonly string[];
}

type Def = z.core.$ZodTypeDef & {
  readonly innerType: Schema;
  readonly getter: () => Schema;
  readonly options: readonly Schema[];
  readonly shape: Readonly<Record<string, Schema>>;
  readonly catchall?: Schema;
  readonly element: Schema;
  readonly valueType: Schema;
  readonly values: readonly unknown[];
};
export const defOf = (schema: Schema) => schema._zod.def as Def;
const metaOf = (schema: Schema) => (schema as z.ZodType).meta();

/** A schema with its wrappers taken off; of a union, the members that the value does not contradict, or all if it contradicts all. */
export function unwrap(schema: Schema, value: unknown): Spot {
  const spot = agreeing(schema, value);
  return spot.schemas.length > 0 ? spot : agreeing(schema, undefined);
}

function agreeing(schema: Schema, value: unknown): Spot {
  const def = defOf(schema);
  const described = metaOf(schema)?.description;
  const said = described === undefined ? [] : [described];
  const inside = (inner: Schema, optional: boolean): Spot => {
    const spot = agreeing(inner, value);
    return { schemas: spot.schemas, optional: optional || spot.optional, said: [...said, ...spot.said] };
  };
  switch (def.type) {
    case 'optional':
    case 'default':
      return inside(def.innerType, true);
    case 'lazy':
      return inside(def.getter(), false);
    case 'union': {
      const spots = def.options.map((option) => agreeing(option, value));
      return { schemas: spots.flatMap((spot) => spot.schemas), optional: spots.some((spot) => spot.optional), said };
    }
    default:
      return { schemas: agrees(def, value) ? [schema] : [], optional: false, said };
  }
}

/**
 * The value at a place decides which member of a union is meant: a list, one value or an object, and of objects `kind` and
 * `shape` by their word and `by` by its presence. Where there is no value, any may be meant.
 */
function agrees(def: Def, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (def.type === 'array') return Array.isArray(value);
  if (typeof value !== 'object' || Array.isArray(value))
    return def.type !== 'object' && def.type !== 'record' && typeof value !== 'object';
  if (def.type === 'record') return typeof childOf(value, 'by') !== 'string';
  if (def.type !== 'object') return false;
  if ('by' in def.shape) return Object.hasOwn(value, 'by');
  return Object.entries(def.shape).every(([key, schema]) => {
    const inner = defOf(schema);
    return inner.type !== 'literal' || inner.values.includes(childOf(value, key));
  });
}

/** One step further in: what may be under `key` of a value at `spot`. No schemas: nothing may. */
export function stepInto(spot: Spot, value: unknown, key: string): Spot {
  const next = childOf(value, key);
  const found = spot.schemas.flatMap((schema): Spot[] => {
    const def = defOf(schema);
    if (def.type === 'object') {
      const inner = Object.hasOwn(def.shape, key)
        ? def.shape[key]
        : def.catchall?._zod.def.type === 'never'
          ? undefined
          : def.catchall;
      return inner ? [unwrap(inner, next)] : [];
    }
    // An entry of a record may be there or not; the names are checked where names are.
    if (def.type === 'record') return [{ ...unwrap(def.valueType, next), optional: true }];
    if (def.type === 'array' && /^(0|[1-9]\d{0,6})$/.test(key)) return [unwrap(def.element, next)];
    return [];
  });
  return {
    schemas: found.flatMap((one) => one.schemas),
    optional: found.some((one) => one.optional),
    said: found.flatMap((one) => one.said),
  };
}

/** The keys that may follow at a place: those of the schema, and those the document has. */
export function keysAt(spot: Spot, value: unknown): string[] {
  const keys = new Set<string>();
  for (const schema of spot.schemas)
    if (defOf(schema).type === 'object') for (const key of Object.keys(defOf(schema).shape)) keys.add(key);
  if (spot.schemas.some((schema) => ['record', 'array', 'object'].includes(defOf(schema).type)))
    if (typeof value === 'object' && value !== null)
      for (const key of Object.keys(value)) if (stepInto(spot, value, key).schemas.length > 0) keys.add(key);
  return [...keys];
}

/** What is known about the text at a place that may be set like a number (days of the week), or null when there is none such. */
export function textFactsAt(spot: Spot): NumberFacts | null {
  const meta = spot.schemas.filter((one) => defOf(one).type === 'string').map(metaOf);
  const described = meta.find((one) => typeof one?.['title'] === 'string');
  return described === undefined
    ? null
    : { title: String(described['title']), unit: String(described['unit'] ?? ''), dated: false };
}

/** What is known about the number at a place, or null when no number may be there. */
export function factsAt(spot: Spot, key: string): NumberFacts | null {
  const schema = spot.schemas.find((one) => defOf(one).type === 'number');
  if (schema === undefined) return null;
  const meta = metaOf(schema);
  if (typeof meta?.['title'] === 'string')
    return { title: meta['title'], unit: String(meta['unit'] ?? ''), dated: meta['dated'] !== false };
  // The numbers of a stay are described once, by the family of distributions; the unit is in the key.
  if (key === 'share') return { title: 'Share of people with this stay', unit: 'share', dated: true };
  const title = `Stay: ${spot.said[spot.said.length - 1] ?? key}`;
  return { title, unit: timeKeys.get(key) ?? '', dated: true };
}
