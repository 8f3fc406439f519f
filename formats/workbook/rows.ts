// Rows of a sheet and places in a document: every place that a pattern of tables.ts finds, and the place that the keys of a row name.
import { isObject } from '../../engine/index.ts';
import { valueAt, type Path } from './facts.ts';

/** Cells that name a place, by the head of their column. */
export type Keys = Readonly<Record<string, string | number>>;

export interface Found {
  readonly keys: Keys;
  readonly path: Path;
  /** Places on the way that say by what a value differs. */
  readonly by: readonly Path[];
}

const FOR = 'For';

type Step =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'name'; readonly head: string; readonly only: readonly string[] | undefined }
  | { readonly kind: 'id'; readonly list: string; readonly head: string }
  | { readonly kind: 'for' }
  | { readonly kind: 'number'; readonly head: string }
  | { readonly kind: 'order' };

/** `stations.{From}.next~For.#` and the like, as tables.ts explains them. */
function stepsOf(pattern: string): Step[] {
  return pattern
    .replace(/~For/g, '.~')
    .replace(/No\./g, 'No')
    .split('.')
    .map((word, at, all): Step => {
      const [, head, only] = /^\{(\w+)(?:=([\w|]+))?\}$/.exec(word) ?? [];
      if (head !== undefined) return { kind: 'name', head, only: only?.split('|') };
      if (word.startsWith('@')) return { kind: 'id', head: word.slice(1), list: all[at - 1] };
      if (word === '~') return { kind: 'for' };
      if (word === '#') return { kind: 'order' };
      if (word.startsWith('#')) return { kind: 'number', head: word.slice(1) };
      return { kind: 'key', key: word };
    });
}

/** The columns that name a place, in their order; only *For*, the people a value is for, may be left empty. */
export function headsOf(pattern: string): string[] {
  return stepsOf(pattern).flatMap((step) => (step.kind === 'for' ? [FOR] : 'head' in step ? [step.head] : []));
}

export const isOptional = (head: string): boolean => head === FOR;

const isBy = (value: unknown): value is Record<string, unknown> & { by: string } =>
  isObject(value) && typeof value['by'] === 'string';

/** In the order of the document. */
export function find(root: unknown, pattern: string): Found[] {
  let found: Found[] = [{ keys: {}, path: [], by: [] }];
  for (const step of stepsOf(pattern)) found = found.flatMap((one) => next(root, one, step));
  return found;
}

function next(root: unknown, one: Found, step: Step): Found[] {
  const { keys, path } = one;
  const at = valueAt(root, path);
  const go = (key: string | number, more: Keys = {}): Found => ({
    ...one,
    keys: { ...keys, ...more },
    path: [...path, key],
  });
  switch (step.kind) {
    case 'key':
      return isObject(at) && step.key in at ? [go(step.key)] : [];
    case 'name':
      if (!isObject(at) || isBy(at)) return [];
      return Object.keys(at)
        .filter((key) => step.only?.includes(key) ?? true)
        .map((key) => go(key, { [step.head]: key }));
    case 'id':
      return list(at).map((element, index) => go(index, { [step.head]: String((element as { id?: unknown })?.id) }));
    case 'number':
      return list(at).map((_element, index) => go(index, { [step.head]: index + 1 }));
    case 'order':
      return list(at).map((_element, index) => go(index));
    case 'for':
      return waysFrom(root, one, []);
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function waysFrom(root: unknown, one: Found, said: readonly string[]): Found[] {
  const at = valueAt(root, one.path);
  if (!isBy(at)) return [said.length === 0 ? one : { ...one, keys: { ...one.keys, [FOR]: said.join('; ') } }];
  return Object.keys(at)
    .filter((key) => key !== 'by')
    .flatMap((key) =>
      waysFrom(root, { ...one, path: [...one.path, key], by: [...one.by, [...one.path, 'by']] }, [
        ...said,
        `${at.by}: ${key}`,
      ]),
    );
}

/** Where a row belongs, and what must be said on the way; or the head of the cell that names nothing, and what was expected. */
export type Placed =
  | { readonly path: Path; readonly by: readonly { readonly path: Path; readonly value: string }[] }
  | { readonly wrong: string; readonly expected: string; readonly names: readonly string[] };

/** `lengthOf`: how many rows of a list there are so far, for those that stand in order. */
export function placeOf(pattern: string, keys: Keys, root: unknown, lengthOf: (path: Path) => number): Placed {
  const path: (string | number)[] = [];
  const by: { path: Path; value: string }[] = [];
  for (const step of stepsOf(pattern)) {
    if (step.kind === 'key') path.push(step.key);
    else if (step.kind === 'order') path.push(lengthOf([...path]));
    else if (step.kind === 'name') {
      const name = String(keys[step.head]);
      if (step.only && !step.only.includes(name))
        return { wrong: step.head, expected: `one of ${step.only.join(', ')}`, names: step.only };
      path.push(name);
    } else if (step.kind === 'number') {
      const number = Number(keys[step.head]);
      if (!Number.isInteger(number) || number < 1 || number > 1e5)
        return { wrong: step.head, expected: 'a whole number from 1', names: [] };
      path.push(number - 1);
    } else if (step.kind === 'id') {
      const ids = list(valueAt(root, path)).map((one) => String((one as { id?: unknown })?.id));
      const index = ids.indexOf(String(keys[step.head]));
      if (index < 0) return { wrong: step.head, expected: `the short name of one of the ${step.list}`, names: ids };
      path.push(index);
    } else
      for (const way of String(keys[FOR] ?? '').split(';')) {
        if (way.trim() === '') continue;
        const [, attribute, group] = /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(way) ?? [];
        if (attribute === undefined)
          return { wrong: FOR, expected: 'an attribute and a group, such as need: p1', names: [] };
        by.push({ path: [...path, 'by'], value: attribute });
        path.push(group);
      }
  }
  return { path, by };
}
