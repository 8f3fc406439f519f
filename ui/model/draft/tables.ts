// Values that may be tables by who somebody is, rewritten value by value.

interface Table {
  readonly by: string;
  readonly [who: string]: unknown;
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, 'by');

/**
 * The same with what `change` makes of each value; undefined takes a value out, and a table of which nothing is left is taken out too.
 * `T` is a value or a table of such, `V` a value.
 */
export function mapValues<V, T>(
  table: T,
  path: string,
  change: (value: V, path: string) => V | undefined,
): T | undefined {
  if (!isTable(table)) return change(table as unknown as V, path) as T | undefined;
  const { by, ...members } = table;
  const kept = Object.entries(members).flatMap(([who, member]) => {
    const next = mapValues<V, unknown>(member, `${path}.${who}`, change);
    return next === undefined ? [] : [[who, next] as const];
  });
  return kept.length === 0 ? undefined : ({ by, ...Object.fromEntries(kept) } as unknown as T);
}

/** Each value of a table with its path; a value that is no table is the only one. */
export function valuesOf<V>(table: unknown, path: string): { readonly path: string; readonly value: V }[] {
  if (table === undefined) return [];
  if (!isTable(table)) return [{ path, value: table as V }];
  const { by: _, ...members } = table;
  return Object.entries(members).flatMap(([who, member]) => valuesOf<V>(member, `${path}.${who}`));
}

/** Without the entries of one key in every table by this word, at any depth; says the paths of what was taken out. */
export function withoutEntries(value: unknown, by: string, key: string, path: string, gone: string[]): unknown {
  if (Array.isArray(value)) return value.map((one, at) => withoutEntries(one, by, key, `${path}.${at}`, gone));
  if (typeof value !== 'object' || value === null) return value;
  const isHere = isTable(value) && value.by === by;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const here = `${path}.${name}`;
    if (isHere && name === key) {
      gone.push(here);
      return [];
    }
    const next = withoutEntries(inner, by, key, here, gone);
    return isEmptyTable(next) ? (gone.push(here), []) : [[name, next] as const];
  });
  return Object.fromEntries(kept);
}

const isEmptyTable = (value: unknown): boolean => isTable(value) && Object.keys(value).length === 1;
