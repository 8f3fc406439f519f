// Groups of shares that add up to one, such as each routing probability: changing some keeps the proportions among the others.
import type { Model } from './document.ts';
import { error, type Problem } from '../ground/problem.ts';
import { childOf } from '../ground/child-of.ts';

/** How far a sum of shares may be from one: what decimal fractions lose in adding up, and no more. */
export const SHARE_TOLERANCE = 1e-9;

/** All shares that must add to one together: the path of the list or table, and each member's path and value. */
export interface ShareGroup {
  readonly path: string;
  readonly members: ReadonlyMap<string, number>;
}

/** The groups that any of these paths belong to, each once. */
export function shareGroups(model: Model, paths: readonly string[]): ShareGroup[] {
  const groups = new Map<string, ShareGroup>();
  for (const path of paths) {
    const keys = path.split('.');
    const inTable = keys.length >= 4 && ['streams', 'attributes'].includes(keys[0]) && keys[2] === 'shares';
    const inList = keys.length > 2 && keys[keys.length - 1] === 'share' && /^\d+$/.test(keys[keys.length - 2]);
    if (!inTable && !inList) continue;
    const parent = keys.slice(0, inTable ? -1 : -2);
    const name = parent.join('.');
    if (groups.has(name)) continue;
    const inside = parent.reduce<unknown>(childOf, model);
    const members = new Map<string, number>();
    for (const key of Object.keys(inside ?? {})) {
      const share = inTable ? childOf(inside, key) : childOf(childOf(inside, key), 'share');
      // The only way onward need not say that everyone goes it.
      const unsaid = !inTable && (inside as unknown[]).length === 1 ? 1 : 0;
      members.set(inTable ? `${name}.${key}` : `${name}.${key}.share`, typeof share === 'number' ? share : unsaid);
    }
    if (inTable)
      for (const other of paths) if (other.startsWith(`${name}.`) && !members.has(other)) members.set(other, 0);
    groups.set(name, { path: name, members });
  }
  return [...groups.values()];
}

/** What the members that are not set become, or why the set ones cannot be. `values`: a share for each path set, null for none. */
export function withSharesOfOne(
  group: ShareGroup,
  values: ReadonlyMap<string, unknown>,
): Map<string, number> | Problem {
  const given = (path: string) => (values.get(path) ?? 0) as number;
  const members = [...group.members];
  const set = members.filter(([path]) => values.has(path));
  const others = members.filter(([path]) => !values.has(path));
  // Setting what is so already must not disturb the last digit of anything.
  if (set.every(([path, share]) => given(path) === share)) return new Map();
  const total = set.reduce((sum, [path]) => sum + given(path), 0);
  const left = 1 - total;
  const found = `shares that add to ${sayShare(total)}`;
  if (left < -SHARE_TOLERANCE) return error(group.path, found, 'at most 1', 'Lower one of the shares that are set.');
  if (others.length === 0)
    return left <= SHARE_TOLERANCE
      ? new Map()
      : error(group.path, found, 'shares that add to 1', `Give the missing ${sayShare(left)} to one of them.`);
  const rest = others.reduce((sum, [, share]) => sum + share, 0);
  if (rest > 0) return new Map(others.map(([path, share]) => [path, share * (Math.max(0, left) / rest)]));
  if (left <= SHARE_TOLERANCE) return new Map();
  return error(
    group.path,
    `${found}, while all others are 0`,
    'shares that add to 1',
    `Set another share too: ${sayShare(left)} is left over, and nothing says where it goes.`,
  );
}

/** A share without what binary fractions add to its end. */
export function sayShare(share: number): string {
  return String(Number(share.toPrecision(9)));
}
