// The least change that meets a target: the fewest places added, over every mix of several numbers, and between which two numbers of places chance leaves it.
import { meets, type Target } from '../solve.ts';
import { bestOf, inOrder, meanOf, type Chosen } from './best-of.ts';
import { settled } from './best-within.ts';
import { isClearlyAbove, isClearlyBelow, reachOf, stagesOf, type Reach } from './doubt.ts';
import { Looked, type Search } from './looked.ts';
import { isOrdered } from './ordered.ts';
import { addedBy, settingsAtEdge, settingsWithin, type Setting, type Settings } from './setting.ts';

export interface LeastChange {
  readonly settings: Settings;
  /** Of reading 0, which is as low as it can be; one that has to be high is handed over with its sign turned. */
  readonly target: Target;
  readonly most: number;
  /** No more places than these; Infinity where nothing limits them. */
  readonly places: number;
  readonly alpha: number;
}

export interface FoundLeast {
  readonly looked: Looked;
  /** Undefined: none meets the target. */
  readonly chosen: Chosen | undefined;
  /** With none that does, the one that comes nearest; undefined where none settles. */
  readonly nearest: Setting | undefined;
  /** What chance leaves open: the fewest places with which a mix may meet the target, and the first with which one surely does. */
  readonly couldBe: number | undefined;
  readonly surely: number | undefined;
  readonly isOrdered: boolean;
}

/** Levels of places looked at below and above the one found, to say what chance leaves open. */
const MOST_LEVELS = 10;

export function* leastChange(asked: LeastChange): Search<FoundLeast> {
  const { settings, target, most, alpha } = asked;
  const looked = new Looked();
  const stages = stagesOf(most);
  const each = alpha / 2 / stages.length;
  const reach = (one: Setting, n: number, error: number): Reach => {
    const values = looked.of(one, 0);
    return reachOf((r) => values[r], n, error);
  };
  const fails = (one: Setting, n: number) => isClearlyAbove(reach(one, n, each), target.limit);
  const surelyMeets = (one: Setting, n: number) =>
    isClearlyBelow(reach(one, n, alpha / 2 / MOST_LEVELS / stages.length), target.limit);
  const meetsAtMost = (one: Setting) => meets(meanOf(looked, one, 0, most), target);

  /** The best of those that use up so many places: whether one of them meets the target, and how clearly. */
  function* level(places: number): Search<'fails' | 'not met' | 'met' | 'surely'> {
    const chosen = yield* bestOf(looked, {
      candidates: settingsAtEdge(settings, places),
      reading: 0,
      most,
      alpha,
      isEnough: (left, n) => left.every((one) => fails(one, n)) || surelyMeets(left[0], n),
    });
    if (chosen === undefined) return 'fails';
    const { best, rivals, n } = chosen;
    if (surelyMeets(best, n)) return 'surely';
    if ([best, ...rivals].every((one) => fails(one, n))) return 'fails';
    return n === most && meetsAtMost(best) ? 'met' : 'not met';
  }

  const levels = addedBy(settings, asked.places);
  const from = yield* reachedByStepping(looked, asked);
  if (from === undefined) {
    const nearest = yield* nearestTo(looked, asked, levels);
    if (nearest === undefined || !meetsAtMost(nearest)) {
      const ordered = isOrdered(looked, settings, 0, alpha);
      return { looked, chosen: undefined, nearest, couldBe: undefined, surely: undefined, isOrdered: ordered };
    }
  }

  // Down from what was reached until no mix meets the target, and on until it is clear that none does.
  let at = from === undefined ? levels.length - 1 : levels.indexOf(from);
  let least = at;
  let couldBe = at;
  for (let below = at - 1; below >= 0 && least - below <= MOST_LEVELS; below--) {
    const found = yield* level(levels[below]);
    if (found === 'fails') break;
    couldBe = below;
    if (found !== 'not met') least = below;
  }

  // At the least number of places the best mix of all that meet it; one that does not settle gives way, and if need be to more places.
  let chosen: Chosen | undefined;
  for (at = least; at < levels.length && chosen === undefined; at++) {
    const best = yield* settled(looked, {
      candidates: settingsAtEdge(settings, levels[at]),
      reading: 0,
      most,
      alpha,
    });
    if (best && meetsAtMost(best.best)) [chosen, least] = [best, at];
  }
  if (chosen === undefined)
    return { looked, chosen, nearest: undefined, couldBe: undefined, surely: undefined, isOrdered: true };

  const ordered = isOrdered(looked, settings, 0, alpha);
  if (!ordered) {
    const cheaper = yield* sieved(looked, asked, levels[least], fails);
    if (cheaper) [chosen, couldBe] = [cheaper, Math.min(couldBe, levels.indexOf(cheaper.best.added))];
  }
  let surely: number | undefined;
  for (let above = least; above < levels.length && above <= least + MOST_LEVELS && surely === undefined; above++) {
    const isSure = above === least && surelyMeets(chosen.best, most);
    if (isSure || (yield* level(levels[above])) === 'surely') surely = levels[above];
  }
  return {
    looked,
    chosen,
    nearest: undefined,
    couldBe: Math.min(levels[couldBe], chosen.best.added),
    surely,
    isOrdered: ordered,
  };
}

/** Step after step of whatever helps most for each place; the number of places at which the average first meets the target. */
function* reachedByStepping(
  looked: Looked,
  { settings, target, most, places }: LeastChange,
): Search<number | undefined> {
  const [first] = stagesOf(most);
  let here = settings.at(settings.levers.map(() => 0));
  if (here.added > places) return undefined;
  yield* looked.upTo([here], first);
  for (;;) {
    if (meets(meanOf(looked, here, 0, first), target)) {
      yield* looked.upTo([here], most);
      if (meets(meanOf(looked, here, 0, most), target)) return here.added;
    }
    const next = settings.levers
      .flatMap((_, lever) => settings.beside(here, lever, 1) ?? [])
      .filter(({ added }) => added <= places + 1e-9);
    if (next.length === 0) return undefined;
    yield* looked.upTo(next, first);
    const base = meanOf(looked, here, 0, first);
    const gain = (one: Setting) => (base - meanOf(looked, one, 0, first)) / Math.max(1e-9, one.added - here.added);
    here = next.reduce((best, one) => (gain(one) > gain(best) ? one : best));
  }
}

/** The best of those with the most places and of a coarse grid over all of them, for more need not help. */
function* nearestTo(looked: Looked, asked: LeastChange, levels: readonly number[]): Search<Setting | undefined> {
  const { settings, most, alpha, places } = asked;
  const parts = settings.levers.map(({ values }) => [
    ...new Set([0, 1, 2, 3].map((part) => Math.round((part * (values.length - 1)) / 3))),
  ]);
  const coarse = parts
    .reduce<number[][]>((all, steps) => all.flatMap((one) => steps.map((step) => [...one, step])), [[]])
    .map((steps) => settings.at(steps))
    .filter(({ added }) => added <= places + 1e-9);
  const edge = settingsAtEdge(settings, levels.at(-1) ?? 0);
  const candidates = [...new Set([...edge, ...coarse])];
  return (yield* settled(looked, { candidates, reading: 0, most, alpha }))?.best;
}

/** Where more does not always help, every mix with fewer places: those that do not clearly fail get all of their replications. */
function* sieved(
  looked: Looked,
  { settings, target, most }: LeastChange,
  below: number,
  fails: (one: Setting, n: number) => boolean,
): Search<Chosen | undefined> {
  let left = settingsWithin(settings, below).filter(({ added }) => added < below);
  for (const n of stagesOf(most)) {
    yield* looked.upTo(left, n);
    left = left.filter((one) => !fails(one, n));
  }
  const met = inOrder(looked, left, 0, most).filter((one) => meets(meanOf(looked, one, 0, most), target));
  for (const best of met.toSorted((a, b) => a.added - b.added))
    if (yield* looked.settles(best, most)) return { best, rivals: [], aheadBy: 0, n: most };
  return undefined;
}
