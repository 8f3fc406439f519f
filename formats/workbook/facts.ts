// A document as facts, each with the path to it: looked up, put in place, and listed as far as no sheet has taken them.

export type Path = readonly (string | number)[];

export const keyOf = (path: Path): string => JSON.stringify(path);

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Only what stands there itself: a workbook may name anything, and what every object inherits is no part of a document. */
const own = (holder: unknown, key: string | number): unknown =>
  isHolder(holder) && Object.hasOwn(holder, key) ? (holder as Record<string | number, unknown>)[key] : undefined;

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce(own, root);
}

/** Makes what holds it where that is missing: a list where the next step is a number. */
export function put(root: object, path: Path, value: unknown): void {
  let at = root;
  path.forEach((key, step) => {
    const isLast = step === path.length - 1;
    const there = own(at, key);
    const next = isLast ? value : isHolder(there) ? there : typeof path[step + 1] === 'number' ? [] : {};
    if (next !== there)
      Object.defineProperty(at, key, { value: next, writable: true, enumerable: true, configurable: true });
    if (!isLast) at = next as object;
  });
}

/** Every fact of a document in its order: what holds nothing more is one, an empty list too. */
export function factsOf(value: unknown, path: Path = []): { readonly path: Path; readonly value: unknown }[] {
  const isList = Array.isArray(value);
  const inner = isHolder(value) ? Object.entries(value) : [];
  if (inner.length === 0) return [{ path, value }];
  return inner.flatMap(([key, one]) => factsOf(one, [...path, isList ? Number(key) : key]));
}

/** Facts that a sheet has taken, by the path to them or to what holds them. */
export class Taken {
  readonly #keys = new Set<string>();
  take(path: Path): void {
    this.#keys.add(keyOf(path));
  }
  has(path: Path): boolean {
    return path.some((_key, step) => this.#keys.has(keyOf(path.slice(0, step + 1))));
  }
}
