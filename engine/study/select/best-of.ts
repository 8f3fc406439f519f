// Ranking and selection: the best of several settings, stage by stage; few replications of each, then more of those not clearly worse than the best.
import type { Looked, Search } from './looked.ts';
import { isClearlyAbove, reachOf, stagesOf } from './doubt.ts';
import type { Setting } from './setting.ts';

export interface Contest {
  readonly candidates: readonly Setting[];
  /** Which reading is to be as low as it can be. */
  readonly reading: number;
  /** All the replications that anybody may get. */
  readonly most: number;
  /** With at least 1 − alpha the best is kept to the end, and is ahead of the chosen by no more than `aheadBy`. */
  readonly alpha: number;
  /** Called after each stage; returning true stops the selection early, with the results so far. */
  readonly isEnough?: (left: readonly Setting[], n: number) => boolean;
}

export interface Chosen {
  readonly best: Setting;
  /** Those that are not clearly worse, from the lowest average. */
  readonly rivals: readonly Setting[];
  /** No other of the candidates is likely to be lower by more than this. */
  readonly aheadBy: number;
  /** Replications of each that was left. */
  readonly n: number;
}

/**
 * Screening as in Nelson, Swann, Goldsman and Song (2001), repeated at each stage, on differences of the same people; docs/proofs.md
 * says why the chance holds. Half of alpha is for dropping the best, shared out among stages and rivals, half for the last bounds.
 */
export function* bestOf(looked: Looked, contest: Contest): Search<Chosen | undefined> {
  const { candidates, reading, most, alpha, isEnough } = contest;
  const stages = stagesOf(most);
  const each = alpha / 2 / Math.max(1, candidates.length - 1);
  let left = candidates.filter((one) => !looked.isUnsettled(one));
  let n = 0;
  for (const stage of stages) {
    if (left.length === 0) return undefined;
    // One that is left alone still gets all of its replications: its average is given with a range.
    n = left.length === 1 && !isEnough ? most : stage;
    yield* looked.upTo(left, n);
    left = inOrder(looked, left, reading, n);
    const [best] = left;
    left = left.filter((one) => one === best || !isWorse(looked, one, best, reading, n, each / stages.length));
    if (n === most || isEnough?.(left, n)) break;
  }
  const [best, ...rivals] = left;
  const couldBe = rivals.map((one) => {
    const { mean, reach } = reachOf(apart(looked, best, one, reading), n, each);
    return mean + reach;
  });
  return { best, rivals, aheadBy: Math.max(0, ...couldBe), n };
}

/** By their averages, lowest first; whoever adds less and comes earlier where they are equal. Without `n`, of all they have. */
export function inOrder(looked: Looked, settings: readonly Setting[], reading: number, n?: number): Setting[] {
  const means = new Map(settings.map((one) => [one, meanOf(looked, one, reading, n)]));
  return settings.toSorted((a, b) => {
    const [here, there] = [means.get(a)!, means.get(b)!];
    if (here === there || (Number.isNaN(here) && Number.isNaN(there))) return a.added - b.added;
    if (Number.isNaN(here) || Number.isNaN(there)) return Number.isNaN(here) ? 1 : -1;
    return here - there;
  });
}

export const meanOf = (looked: Looked, setting: Setting, reading: number, n = looked.count(setting)): number => {
  const values = looked.of(setting, reading);
  let sum = 0;
  for (let r = 0; r < n; r++) sum += values[r];
  return sum / n;
};

/** a − b, replication by replication. */
export function apart(looked: Looked, a: Setting, b: Setting, reading: number): (replication: number) => number {
  const [here, there] = [looked.of(a, reading), looked.of(b, reading)];
  return (r) => here[r] - there[r];
}

function isWorse(looked: Looked, one: Setting, best: Setting, reading: number, n: number, alpha: number): boolean {
  const found = reachOf(apart(looked, one, best, reading), n, alpha);
  // Nobody to measure: no average, and so nothing that could be best.
  return Number.isNaN(found.mean) ? !Number.isNaN(meanOf(looked, best, reading, n)) : isClearlyAbove(found);
}
