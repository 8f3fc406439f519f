// The one path language: checks what a slider, an option, a dated change or a command lays over a document.
import { modelSchema, type Model } from './document.ts';
import { placeAt, type Place } from './number-at.ts';
import { error, Refusal, sayProblem, type Problem } from '../ground/problem.ts';
import { childOf } from '../ground/child-of.ts';
import { shareGroups, withSharesOfOne } from './shares.ts';
import { priceProblems } from './validation/price-checks.ts';
import { shapeProblems } from './validation/shape.ts';
import { soundnessProblems } from './validation/soundness.ts';

/**
 * A new document with the values laid over; the old one is left alone. A value is a number, "unlimited" for places, a text for
 * days of the week, or null to remove what may be absent. Members of a group of shares that are not set keep their proportions.
 * Throws `Refusal` when a path or a value is wrong. Whether the whole still makes sense is for `checkSet` to say.
 */
export function setPaths(model: Model, values: Readonly<Record<string, unknown>>): Model {
  const laid = layOver(model, values);
  if (Array.isArray(laid)) throw new Refusal(laid);
  return laid;
}

/** The same document, which makes sense as a whole too: throws `Refusal` with whatever `checkSet` says. */
export function setSoundly(model: Model, values: Readonly<Record<string, unknown>>): Model {
  const laid = layOver(model, values);
  const problems = Array.isArray(laid) ? laid : errorsOf(laid, values);
  if (problems.length > 0) throw new Refusal(problems);
  return laid as Model;
}

/** Every error in laying these values over the document: each by itself, and then the document they make. */
export function checkSet(model: Model, values: Readonly<Record<string, unknown>>): Problem[] {
  const laid = layOver(model, values);
  return Array.isArray(laid) ? laid : errorsOf(laid, values);
}

const errorsOf = (laid: Model, values: Readonly<Record<string, unknown>>): Problem[] =>
  soundnessProblems(laid, Object.keys(values)).filter((problem) => problem.severity === 'error');

/** What a document that said so itself would be warned of, and this one is not yet. */
export function setWarnings(model: Model, values: Readonly<Record<string, unknown>>): Problem[] {
  const laid = layOver(model, values);
  if (Array.isArray(laid)) return [];
  const paths = Object.keys(values);
  const before = new Set(soundnessProblems(model, paths).map(sayProblem));
  const now = soundnessProblems(laid, paths).filter(
    (one) => one.severity === 'warning' && !before.has(sayProblem(one)),
  );
  return [...now, ...priceProblems(model, values, '')];
}

function layOver(model: Model, values: Readonly<Record<string, unknown>>): Model | Problem[] {
  const problems: Problem[] = [];
  for (const path of Object.keys(values)) {
    const place = placeAt(model, path);
    const problem = 'severity' in place ? place : valueProblem(path, place, values[path]);
    if (problem) problems.push(problem);
  }
  if (problems.length > 0) return problems;
  const all = new Map(Object.entries(values));
  for (const group of shareGroups(model, [...all.keys()])) {
    const shares = withSharesOfOne(group, all);
    if ('severity' in shares) problems.push(shares);
    else for (const [path, share] of shares) all.set(path, share);
  }
  if (problems.length > 0) return problems;
  let laid: unknown = model;
  let grown = false;
  for (const [path, value] of all) {
    const keys = path.split('.');
    grown ||= !hasParent(laid, keys);
    laid = withValue(laid, keys, value);
  }
  if (!grown) return laid as Model;
  // A part that was not there before (surge, say) takes its usual values for what is not set.
  const parsed = modelSchema.safeParse(laid);
  return parsed.success ? parsed.data : shapeProblems(modelSchema, laid, parsed.error.issues);
}

function hasParent(model: unknown, keys: readonly string[]): boolean {
  return keys.slice(0, -1).reduce<unknown>((value, key) => childOf(value, key), model) !== undefined;
}

/** Copies only what lies on the way, and shares the rest. */
function withValue(node: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys as [string, ...string[]];
  const copy: Record<string, unknown> = Array.isArray(node) ? ([...node] as never) : { ...(node as object) };
  if (rest.length > 0) copy[key] = withValue(copy[key], rest, value);
  else if (value === null) delete copy[key];
  else copy[key] = value;
  return copy;
}

function valueProblem(path: string, place: Place, value: unknown): Problem | null {
  if (value === null) {
    if (place.spot.optional) return null;
    return error(path, 'null', 'a number', 'It cannot be removed; only a value that may be absent can.');
  }
  const fits = (schema: (typeof place.spot.schemas)[0]) =>
    (schema as unknown as typeof modelSchema).safeParse(value).success;
  if (place.spot.schemas.some(fits)) return null;
  return shapeProblems(place.spot, value, [{ code: 'custom', path: [], message: '' }], path)[0];
}
