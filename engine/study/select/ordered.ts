// Whether more of each number helps, as far as was looked: neighbours a step apart, over the same people.
import { apart } from './best-of.ts';
import { isClearlyAbove, reachOf } from './doubt.ts';
import type { Looked } from './looked.ts';
import type { Settings } from './setting.ts';

/** False when a setting is clearly worse than one that has a step less of one number; the error is shared out among all pairs. */
export function isOrdered(looked: Looked, settings: Settings, reading: number, alpha: number): boolean {
  const pairs = looked.all().flatMap((less) =>
    settings.levers.flatMap((_, lever) => {
      const more = settings.beside(less, lever, 1);
      const n = more === undefined ? 0 : Math.min(looked.count(less), looked.count(more));
      return n > 1 ? [{ less, more: more!, n }] : [];
    }),
  );
  return !pairs.some(({ less, more, n }) =>
    isClearlyAbove(reachOf(apart(looked, more, less, reading), n, alpha / pairs.length)),
  );
}
