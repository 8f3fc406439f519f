// The best mix where money is counted, which is itself simulated: least cost so that a target holds, or the best of a row within a budget, by closing in on a grid.
import { meets, type Target } from '../solve.ts';
import { apart, inOrder, meanOf, type Chosen } from './best-of.ts';
import { around, gridOf, stridesOf } from './closing-in.ts';
import { isClearlyAbove, isClearlyBelow, reachOf, stagesOf } from './doubt.ts';
import { Looked, type Search } from './looked.ts';
import type { Setting, Settings } from './setting.ts';

export interface LeastMoney {
  readonly settings: Settings;
  /** The reading to be made low, and the one that is limited. */
  readonly minimise: number;
  readonly limited: number;
  readonly target: Target;
  /** Averages no further apart than this count as equal, and of equal mixes the one that adds the fewest places is the best. */
  readonly equal: number;
  readonly most: number;
  readonly alpha: number;
}

export interface FoundMoney {
  readonly looked: Looked;
  readonly chosen: Chosen | undefined;
  /** Where none keeps to the limit, the one that comes nearest to it. */
  readonly nearest: Setting | undefined;
}

/** Parts of the first grid in each direction, and how many mixes of either kind are followed. */
const PARTS = 4;
const FOLLOWED = 8;
/** A search that still moves after so many rounds of single steps ends there. */
const MOST_ROUNDS = 60;
const MOST_UNSETTLED = 12;

export function* leastMoney(asked: LeastMoney): Search<FoundMoney> {
  const { settings, limited, most } = asked;
  const looked = new Looked();
  const strides = stridesOf(settings, PARTS);
  const [first] = stagesOf(most);
  let here = gridOf(settings, strides[0]);
  for (const stride of strides)
    for (let round = 0; round < (stride === strides.at(-1) ? MOST_ROUNDS : 2); round++) {
      yield* looked.upTo(here, first);
      const known = new Set(looked.all());
      here = worthFollowing(looked, asked)
        .flatMap((one) => around(settings, one, stride))
        .filter((one) => !known.has(one));
      here = [...new Set(here)];
      if (here.length === 0) break;
    }
  yield* looked.upTo(here, first);

  for (let tried = 0; tried < MOST_UNSETTLED; tried++) {
    const chosen = yield* bestOfLooked(looked, asked);
    if (chosen === undefined) break;
    const beside = around(
      settings,
      chosen.best,
      settings.levers.map(() => 1),
    );
    if (beside.some((one) => looked.count(one) === 0)) {
      // It won with few replications of what lies around it: those have their chance too.
      yield* looked.upTo(beside, first);
      tried--;
    } else if (yield* looked.settles(chosen.best, most)) return { looked, chosen, nearest: undefined };
  }
  const byLimit = inOrder(looked, looked.all(), limited, first).filter((one) => !looked.isUnsettled(one));
  const some = byLimit.slice(0, FOLLOWED);
  yield* looked.upTo(some, most);
  for (const nearest of inOrder(looked, some, limited, most))
    if (yield* looked.settles(nearest, most)) return { looked, chosen: undefined, nearest };
  return { looked, chosen: undefined, nearest: undefined };
}

/** The lowest of those that keep to the limit on average, and those nearest to it of the others that are lower still. */
function worthFollowing(looked: Looked, asked: LeastMoney): Setting[] {
  const { minimise, limited, target } = asked;
  const all = looked.all();
  const keeps = (one: Setting) => meets(meanOf(looked, one, limited), target);
  const within = cheapestFirst(looked, all.filter(keeps), asked);
  const lowest = within.length > 0 ? meanOf(looked, within[0], minimise) : Infinity;
  const beyond = all
    .filter((one) => !keeps(one) && meanOf(looked, one, minimise) < lowest)
    .toSorted((a, b) => meanOf(looked, a, limited) - meanOf(looked, b, limited));
  return [...within.slice(0, FOLLOWED), ...beyond.slice(0, FOLLOWED)];
}

function cheapestFirst(
  looked: Looked,
  some: readonly Setting[],
  { minimise, equal }: LeastMoney,
  n?: number,
): Setting[] {
  const step = new Map(some.map((one) => [one, Math.round(meanOf(looked, one, minimise, n) / equal)]));
  return some.toSorted(
    (a, b) =>
      step.get(a)! - step.get(b)! ||
      a.added - b.added ||
      meanOf(looked, a, minimise, n) - meanOf(looked, b, minimise, n),
  );
}

/** Stage by stage, as in `bestOf`, and those that clearly break the limit go as well (Andradóttir and Kim, 2010). */
function* bestOfLooked(looked: Looked, asked: LeastMoney): Search<Chosen | undefined> {
  const { minimise, limited, target, most, alpha } = asked;
  let left = looked.all().filter((one) => !looked.isUnsettled(one));
  const stages = stagesOf(most);
  const each = alpha / 4 / Math.max(1, left.length - 1);
  const reach = (one: Setting, other: Setting, n: number, error: number) =>
    reachOf(apart(looked, one, other, minimise), n, error);
  const limit = (one: Setting, n: number, error: number) => {
    const values = looked.of(one, limited);
    return reachOf((r) => values[r], n, error / stages.length);
  };
  for (const n of stages) {
    yield* looked.upTo(left, n);
    left = left.filter((one) => !isClearlyAbove(limit(one, n, alpha / 4), target.limit));
    // Only what keeps to the limit for certain may put others out: what does so by chance is put out itself later.
    const best = cheapestFirst(looked, left, asked, n).find((one) => isClearlyBelow(limit(one, n, each), target.limit));
    if (best) left = left.filter((one) => one === best || !isClearlyAbove(reach(one, best, n, each / stages.length)));
  }
  const [best, ...rivals] = cheapestFirst(looked, left, asked, most).filter((one) =>
    meets(meanOf(looked, one, limited, most), target),
  );
  if (best === undefined) return undefined;
  const ahead = rivals.map((one) => {
    const { mean, reach: over } = reach(best, one, most, each);
    return mean + over;
  });
  return { best, rivals, aheadBy: Math.max(0, ...ahead), n: most };
}
