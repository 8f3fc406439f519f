// The best mix that adds at most so many places: chosen among those that use them up, once it is seen that more of each helps.
import { bestOf, type Chosen } from './best-of.ts';
import { stagesOf } from './doubt.ts';
import { Looked, type Search } from './looked.ts';
import { isOrdered } from './ordered.ts';
import { settingsAtEdge, settingsWithin, type Setting, type Settings } from './setting.ts';

export interface BestWithin {
  readonly settings: Settings;
  readonly places: number;
  readonly most: number;
  readonly alpha: number;
}

export interface FoundWithin extends Chosen {
  readonly looked: Looked;
  /** False where a mix with less of something was clearly better; then every mix within the budget was looked at. */
  readonly isOrdered: boolean;
}

/** Reading 0 is made as low as it can be. Undefined where nothing fits, or nothing that fits settles. */
export function* bestWithin(asked: BestWithin, looked = new Looked()): Search<FoundWithin | undefined> {
  const { settings, places, most, alpha } = asked;
  const contest = { reading: 0, most, alpha };
  const atEdge = yield* settled(looked, { ...contest, candidates: settingsAtEdge(settings, places) });
  if (atEdge) {
    // What has a step less: is it worse, as the edge takes for granted?
    const below = [atEdge.best, ...atEdge.rivals.slice(0, 9)].flatMap((one) =>
      settings.levers.flatMap((_, lever) => settings.beside(one, lever, -1) ?? []),
    );
    const stages = stagesOf(most);
    yield* looked.upTo([...new Set(below)], stages[Math.min(2, stages.length - 1)]);
    if (isOrdered(looked, settings, 0, alpha)) return { ...atEdge, looked, isOrdered: true };
  }
  const all = yield* settled(looked, { ...contest, candidates: settingsWithin(settings, places) });
  return all && { ...all, looked, isOrdered: atEdge === undefined };
}

/** After so many that do not settle, one after the other, the search gives up: their queues grow. */
const MOST_UNSETTLED = 12;

/** The best of those that settle: one that does not is left out, and the others are judged without it. */
export function* settled(
  looked: Looked,
  contest: Parameters<typeof bestOf>[1] & { readonly candidates: readonly Setting[] },
): Search<Chosen | undefined> {
  for (let tried = 0; tried < MOST_UNSETTLED; tried++) {
    const chosen = yield* bestOf(looked, contest);
    if (chosen === undefined) return undefined;
    if (yield* looked.settles(chosen.best, contest.most)) return chosen;
  }
  return undefined;
}
