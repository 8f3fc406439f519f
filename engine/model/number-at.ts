// What a path leads to: `stations.p1.beds` names a number of the document, its value and what is known about it.
import { modelSchema, type Model } from './document.ts';
import type { NumberFacts } from './document/values.ts';
import {
  error,
  listWords,
  nameHint,
  nearestName,
  Refusal,
  sayValue,
  shortText,
  type Problem,
} from '../ground/problem.ts';
import { defOf, factsAt, keysAt, stepInto, textFactsAt, unwrap, type Spot } from './schema-at.ts';
import { childOf } from '../ground/child-of.ts';

/** The parts of a document that hold numbers about the world; the rest is words about them. */
const ROOTS = [
  'calendar',
  'initial',
  'experiment',
  'consequencesOfDelay',
  'population',
  'attributes',
  'needs',
  'streams',
  'stations',
] as const;
/** Days to look at, percentiles and thresholds are a wish of the reader's, not numbers about the world. */
const WISHED = /^(calendar\.lookAtDays|experiment\.(percentiles|over))\b/;
/** Names of JavaScript's own that a path could otherwise climb through. */
export const FORBIDDEN_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Where a station is drawn, and where it and its people are, is the same in every option and needs no evidence. */
const DRAWN = /^(stations\.[^.]+\.(position|lonLat)|attributes\.[^.]+\.where)(\.|$)/;

export interface Place {
  readonly value: unknown;
  readonly facts: NumberFacts;
  readonly spot: Spot;
  /** Whether the document itself has a value here; if not, the schema would allow one. */
  readonly present: boolean;
  /** Whether it is for a text, such as days of the week, that may be set like a number but not on a date. */
  readonly isText: boolean;
}

/** Every number of the document, by path, in the schema's order and within it the document's. "unlimited" counts as one. */
export function numberPaths(model: Model): string[] {
  return pathsWhere(
    model,
    (spot, value, key) => (typeof value === 'number' || value === 'unlimited') && factsAt(spot, key) !== null,
  );
}

/** Every text of the document that an option may set: the days in hours of the week. */
export function textPaths(model: Model): string[] {
  return pathsWhere(model, (spot, value) => typeof value === 'string' && textFactsAt(spot) !== null);
}

function pathsWhere(model: Model, isWanted: (spot: Spot, value: unknown, key: string) => boolean): string[] {
  const paths: string[] = [];
  const visit = (spot: Spot, value: unknown, key: string, path: string) => {
    if (typeof value === 'object' && value !== null) {
      for (const inner of keysAt(spot, value).filter((key) => Object.hasOwn(value, key)))
        visit(stepInto(spot, value, inner), childOf(value, inner), inner, `${path}.${inner}`);
    } else if (isWanted(spot, value, key)) paths.push(path);
  };
  const top = unwrap(modelSchema, model);
  for (const root of ROOTS) visit(stepInto(top, model, root), model[root], root, root);
  return paths.filter((path) => !WISHED.test(path) && !DRAWN.test(path));
}

/** The value at a path of the document and what is known about it. Throws `Refusal` with the nearest path there is. */
export function numberAt(model: Model, path: string): { value: number | 'unlimited'; facts: NumberFacts } {
  const place = placeAt(model, path);
  if ('severity' in place) throw new Refusal([place]);
  if (!place.present)
    throw new Refusal([error(path, 'no number', 'a number that the document gives', `Give ${path} a value first.`)]);
  if (place.isText) {
    const hint = 'An option may set it for the whole run, with a text.';
    throw new Refusal([error(path, sayValue(place.value), 'the path of a number', hint)]);
  }
  return { value: place.value as number | 'unlimited', facts: place.facts };
}

/** What is known about a number which the document gives or could give; null when there can be none. */
export function factsOf(model: Model, path: string): NumberFacts | null {
  const place = placeAt(model, path);
  return 'severity' in place || place.isText ? null : place.facts;
}

/** Whether only whole numbers may be there, as of beds and people: the schema takes the number but no half beside it. */
export function isWholeAt(model: Model, path: string): boolean {
  const place = placeAt(model, path);
  if ('severity' in place || typeof place.value !== 'number' || !Number.isInteger(place.value)) return false;
  const { value } = place;
  return ![value - 0.5, value + 0.5].some((half) => place.spot.schemas.some((schema) => fits(schema, half)));
}

const fits = (schema: Spot['schemas'][number], value: number): boolean =>
  (schema as unknown as typeof modelSchema).safeParse(value).success;

/** May a change with a date set it? */
export function datable(model: Model, path: string): boolean {
  return factsOf(model, path)?.dated ?? false;
}

/** Walks to a place, or says where the path goes wrong and what it may have been meant to be. */
export function placeAt(model: Model, path: string): Place | Problem {
  const keys = path.split('.');
  const bad = keys.find((key) => FORBIDDEN_NAMES.includes(key));
  const unknown = (hint: string) =>
    error(shortText(path, 120), 'a path that leads nowhere', 'the path of a number', hint);
  if (bad !== undefined) return unknown(`"${bad}" names nothing in a document.`);
  if (keys.length > 40) return unknown('A path has fewer than ten parts.');
  if (DRAWN.test(path)) {
    const hint = 'It is the same in every option: write it in the station or attribute itself.';
    return error(shortText(path, 120), 'where something is', 'the path of a number about the world', hint);
  }
  let spot = unwrap(modelSchema, model);
  let value: unknown = model;
  for (const [at, key] of keys.entries()) {
    const next = at === 0 && !ROOTS.some((root) => root === key) ? { schemas: [] } : stepInto(spot, value, key);
    if (next.schemas.length === 0 || cannotGrow(spot, value, key, keys.slice(0, at).join('.')))
      return unknown(pathHint(model, keys, at, at === 0 ? [...ROOTS] : keysAt(spot, value)));
    spot = next as Spot;
    value = childOf(value, key);
  }
  const number = factsAt(spot, keys[keys.length - 1]);
  const facts = number ?? textFactsAt(spot);
  if (facts === null || (typeof value === 'object' && value !== null)) {
    const inner = keysAt(spot, value);
    const after = inner.length > 0 ? ` It may be followed by ${listWords(inner.slice(0, 12), 'or')}.` : '';
    return error(
      path,
      value === undefined ? 'no number' : sayValue(value),
      'the path of a number',
      `This is not the path of a number.${after}`,
    );
  }
  return { value, facts, spot, present: value !== undefined, isText: number === null };
}

/** Names of stations, needs, streams and attributes, and the length of lists, are the document's own: no path adds to them. */
function cannotGrow(spot: Spot, value: unknown, key: string, parent: string): boolean {
  if (childOf(value, key) !== undefined) return false;
  // A list where none is yet, and a part of what is a single value, cannot begin with one of its members.
  if (value !== undefined && (typeof value !== 'object' || value === null)) return true;
  // What values an attribute has is what tables are written for.
  return (
    ['needs', 'streams', 'stations', 'attributes'].includes(parent) ||
    parent.startsWith('attributes.') ||
    spot.schemas.some((schema) => defOf(schema).type === 'array')
  );
}

function pathHint(model: Model, keys: readonly string[], at: number, names: readonly string[]): string {
  // A place that may be there, in what is not and may be written in more than one way.
  if (names.includes(keys[at])) {
    const parent = keys.slice(0, at).join('.');
    return `There is no ${parent} in the model to begin with. Write it there first, then an option may set ${keys.join('.')}.`;
  }
  const nearest = nearestName(keys[at], names);
  if (nearest === null)
    return nameHint(keys[at], names, at === 0 ? 'first words of a path' : `names after ${keys.slice(0, at).join('.')}`);
  const mended = [...keys.slice(0, at), nearest, ...keys.slice(at + 1)].join('.');
  const place = placeAt(model, mended);
  if (!('severity' in place)) return `Did you mean ${mended}?`;
  return place.hint.startsWith('Did you mean ') ? place.hint : `Did you mean "${nearest}"? ${place.hint}`;
}
