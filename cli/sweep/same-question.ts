// Whether two folders are of the same sweep, and if not, in what they differ first.
import type { Asked } from './question.ts';

/** In plain words what differs, such as `seed: 5, and 6 there`; undefined where nothing does. A shard is not looked at. */
export function differsIn(here: Asked, there: Asked): string | undefined {
  const facts = (asked: Asked) => ({
    'version of Onward': asked.engine,
    ...asked.manifest,
    ...asked.manifest.sweep,
    sweep: undefined,
    rows: asked.keys,
    numbers: asked.levers,
  });
  const [mine, other] = [facts(here), facts(there)] as Record<string, unknown>[];
  const key = [...new Set([...Object.keys(mine), ...Object.keys(other)])].find(
    (one) => JSON.stringify(mine[one]) !== JSON.stringify(other[one]),
  );
  return key === undefined ? undefined : `${key}: ${said(mine[key])}, and ${said(other[key])} there`;
}

const said = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'none'));
