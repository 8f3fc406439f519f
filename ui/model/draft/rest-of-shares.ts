// What is left for the one way whose share is not typed yet.
import { valueAt } from '../values.ts';
import type { Draft } from './draft.ts';

/** Of the share at `path`, one of a list of ways; undefined where it is typed, another is missing too, or nothing is left. */
export function restOfShares(draft: Draft, path: string): number | undefined {
  const [, list, at] = /^(.+)\.(\d+)\.share$/.exec(path) ?? [];
  const ways = list === undefined ? undefined : (valueAt(draft, list) as readonly { readonly share?: number }[]);
  if (!ways || ways[Number(at)]?.share !== undefined) return undefined;
  const others = ways.filter((_, way) => way !== Number(at)).map(({ share }) => share);
  if (others.length === 0 || others.includes(undefined)) return undefined;
  const rest = others.reduce<number>((left, share) => left - share!, 1);
  // Tenths do not add up to the last bit.
  return rest > 1e-9 ? Number(rest.toPrecision(12)) : undefined;
}
