// Whether an average is clearly above or below something: Student t with the error shared out among all that is asked (Bonferroni).
import { studentQuantile } from '../statistics/confidence.ts';

/** The first look at each setting: fewer leave too little to judge a spread by. */
const FIRST = 6;
/** With fewer, equal differences may be chance: counts of days come in whole numbers. */
const ENOUGH_FOR_EQUAL = 24;

/** Numbers of replications after which a search judges: doubled each time, and the last are all. */
export function stagesOf(most: number): number[] {
  const stages: number[] = [];
  for (let n = Math.min(FIRST, most); n < most; n *= 2) stages.push(n);
  if (stages.length > 1 && most < 1.5 * stages.at(-1)!) stages.pop();
  return [...stages, most];
}

/** A mean over replications and how far chance may have moved it, one way, at an error of `alpha`. */
export interface Reach {
  readonly mean: number;
  readonly reach: number;
}

/** `values(r)` for the first `n` replications. */
export function reachOf(values: (replication: number) => number, n: number, alpha: number): Reach {
  let sum = 0;
  for (let r = 0; r < n; r++) sum += values(r);
  const mean = sum / n;
  if (n < 2 || Number.isNaN(mean)) return { mean, reach: Infinity };
  let squares = 0;
  for (let r = 0; r < n; r++) {
    const apart = values(r) - mean;
    squares += apart * apart;
  }
  const spread = squares / (n - 1);
  if (spread === 0 && n < ENOUGH_FOR_EQUAL) return { mean, reach: mean === 0 ? 0 : Infinity };
  return { mean, reach: studentQuantile(1 - alpha, n - 1) * Math.sqrt(spread / n) };
}

export const isClearlyAbove = ({ mean, reach }: Reach, limit = 0): boolean => mean - reach > limit;
export const isClearlyBelow = ({ mean, reach }: Reach, limit = 0): boolean => mean + reach < limit;
