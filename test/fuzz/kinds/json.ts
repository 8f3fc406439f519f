// JSON: values replaced, left out, doubled, moved and taken from another text, keys renamed; now and then the letters themselves.
import type { Dice } from '../../laws/dice.ts';
import { bytesOf, textOf, type Kind } from '../target.ts';
import { changeBytes, ODD_TEXTS, withoutPieces } from './text.ts';

export interface Words {
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
}

type Node = Record<string, unknown> | unknown[];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const ODD_VALUES: readonly unknown[] = [
  ...ODD_TEXTS,
  null,
  true,
  false,
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  1e-9,
  1e9,
  1e15,
  2 ** 53,
  1e308,
  5e-324,
  [],
  {},
  [[]],
  [null],
  { by: 'need' },
];

/** A text that is no JSON any more is undefined. */
export function readJson(input: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(input)) as unknown;
  } catch {
    return undefined;
  }
}

/** Not by assigning: `__proto__` is a key like any other in what people bring. */
export function put(node: Node, key: string, value: unknown): void {
  if (Array.isArray(node)) node[Number(key)] = value;
  else Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
}

interface Place {
  readonly node: Node;
  readonly key: string;
}

/** Somewhere in it, as often deep as not. */
export function placeIn(whole: Node, roll: Dice): Place | undefined {
  let place: Place | undefined;
  let node: Node = whole;
  for (;;) {
    const keys = Object.keys(node);
    if (keys.length === 0) return place;
    const key = roll.pick(keys);
    place = { node, key };
    const next: unknown = (node as Record<string, unknown>)[key];
    if (!isNode(next) || roll.chance(0.2)) return place;
    node = next;
  }
}

const valueAt = ({ node, key }: Place): unknown => (node as Record<string, unknown>)[key];

function nearNumber(value: number, roll: Dice): number {
  return roll.pick([
    value + 1,
    value - 1,
    -value,
    value * 10,
    value / 10,
    value + 0.5,
    Math.round(value),
    value * 1e6,
    0,
  ]);
}

export function changeJson(whole: unknown, other: unknown, roll: Dice, { keys, values }: Words): unknown {
  if (!isNode(whole)) return roll.chance(0.5) ? other : roll.pick(ODD_VALUES);
  const place = placeIn(whole, roll);
  if (place === undefined) return other;
  const { node, key } = place;
  const value = valueAt(place);
  const odd = (): unknown => structuredClone(roll.pick(roll.chance(0.5) && values.length > 0 ? values : ODD_VALUES));
  const theirs = (): unknown => {
    const from = isNode(other) ? placeIn(other, roll) : undefined;
    return from ? structuredClone(valueAt(from)) : odd();
  };
  switch (roll.between(0, 8)) {
    case 0:
      put(node, key, odd());
      break;
    case 1:
      if (Array.isArray(node)) node.splice(Number(key), 1);
      else delete node[key];
      break;
    case 2:
      put(node, key, typeof value === 'number' ? nearNumber(value, roll) : theirs());
      break;
    case 3:
      put(node, key, theirs());
      break;
    case 4: {
      const into = isNode(value) && roll.chance(0.5) ? value : node;
      if (Array.isArray(into)) into.push(roll.chance(0.5) ? structuredClone(value) : theirs());
      else put(into, roll.pick(keys), roll.chance(0.5) ? theirs() : odd());
      break;
    }
    case 5:
      if (Array.isArray(node)) node.splice(Number(key), 0, structuredClone(value));
      else {
        delete node[key];
        put(node, roll.chance(0.5) ? roll.pick(keys) : roll.pick(Object.keys(node).concat(key)), value);
      }
      break;
    case 6: {
      const from = placeIn(whole, roll);
      if (from) put(node, key, structuredClone(valueAt(from)));
      break;
    }
    case 7:
      if (typeof value === 'number') put(node, key, nearNumber(value, roll));
      else if (typeof value === 'string') put(node, key, value + String(roll.pick(ODD_TEXTS)));
      else put(node, key, [structuredClone(value)]);
      break;
    default:
      if (typeof value === 'string' && values.length > 0) put(node, key, structuredClone(roll.pick(values)));
      else put(node, key, typeof value === 'number' ? nearNumber(value, roll) : odd());
  }
  return whole;
}

/** Each part left out in turn, the largest first; then short values in place of long ones. */
export function* smallerJson(input: Uint8Array): Generator<Uint8Array> {
  const whole = readJson(input);
  if (!isNode(whole)) return yield* withoutPieces(input);
  const text = () => bytesOf(JSON.stringify(whole));
  const places: (Place & { size: number })[] = [];
  const look = (node: Node): void => {
    for (const key of Object.keys(node)) {
      const value: unknown = (node as Record<string, unknown>)[key];
      places.push({ node, key, size: JSON.stringify(value)?.length ?? 0 });
      if (isNode(value)) look(value);
    }
  };
  look(whole);
  for (const { node, key } of places.sort((a, b) => b.size - a.size)) {
    if (Array.isArray(node)) {
      const [one] = node.splice(Number(key), 1);
      yield text();
      node.splice(Number(key), 0, one);
      continue;
    }
    const entries = Object.entries(node);
    delete node[key];
    yield text();
    for (const name of Object.keys(node)) delete node[name];
    for (const [name, value] of entries) put(node, name, value);
  }
  for (const place of places) {
    const value = valueAt(place);
    for (const short of typeof value === 'string' ? ['', 'a'] : typeof value === 'number' ? [0, 1] : []) {
      put(place.node, place.key, short);
      yield text();
    }
    put(place.node, place.key, value);
  }
}

export function jsonKind(words: Words): Kind {
  const texts = [...ODD_TEXTS, ...words.keys];
  return {
    change(input, other, roll) {
      const whole = roll.chance(0.06) ? undefined : readJson(input);
      if (whole === undefined) return changeBytes(input, other, roll, texts);
      const from = readJson(other);
      let made: unknown = whole;
      for (let left = roll.between(1, 4); left > 0; left--) made = changeJson(made, from, roll, words);
      return bytesOf(JSON.stringify(made) ?? '');
    },
    smaller: smallerJson,
  };
}
