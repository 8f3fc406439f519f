// What makes one document of another: each value that differs, by the keys that lead to it, and the other document made again of them.
import { isObject } from '../../engine/index.ts';

/** Without a value, what is there is taken away. */
export type Difference = readonly [keys: readonly string[], value?: unknown];

/** Lists are one value; the order of keys is none. */
export function documentDifferences(from: unknown, to: unknown, keys: readonly string[] = []): Difference[] {
  if (!isObject(from) || !isObject(to)) return isSame(from, to) ? [] : [[keys, to]];
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key): Difference[] => {
    const [before, now] = [from[key], to[key]];
    if (now === undefined) return before === undefined ? [] : [[[...keys, key]]];
    return documentDifferences(before, now, [...keys, key]);
  });
}

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((value, at) => documentDifferences(value, other[at]).length === 0)
    : one === other;

/** Whether what it makes is a document is found when that is checked. */
export const withDifferences = (document: unknown, differences: readonly Difference[]): unknown =>
  differences.reduce((whole, [keys, ...value]) => laid(whole, keys, value), document);

function laid(whole: unknown, [key, ...rest]: readonly string[], value: readonly unknown[]): unknown {
  if (key === undefined) return value[0];
  const { [key]: before, ...others } = isObject(whole) ? whole : {};
  return rest.length === 0 && value.length === 0 ? others : { ...others, [key]: laid(before, rest, value) };
}

/** Undefined for what no page has written. */
export function readDifferences(text: string): readonly Difference[] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isOne = (one: unknown): one is Difference =>
    Array.isArray(one) &&
    (one.length === 1 || one.length === 2) &&
    Array.isArray(one[0]) &&
    one[0].length > 0 &&
    one[0].every((key) => typeof key === 'string' && key !== '__proto__');
  return Array.isArray(read) && read.every(isOne) ? read : undefined;
}
