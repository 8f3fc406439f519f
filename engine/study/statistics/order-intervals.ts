// A bad year and how sure it is: percentiles across replications, with intervals that assume no shape (order statistics).
import { quantileType7 } from '../../ground/quantiles.ts';
import { incompleteBeta } from '../../ground/gamma-and-beta.ts';

/** A percentile across replications. low and high are NaN where so few replications cannot bound it on that side. */
export interface OrderInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The exact chance that such an interval holds the percentile, at least (exactly, where values are never equal); 0 to 1. */
  readonly coverage: number;
  /** Replications with a value. */
  readonly n: number;
}

/** Chance of at most k successes in n trials of chance p each. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(n - k, k + 1, 1 - p);
}

/**
 * The p-percentile of what one replication gives (p 0.9: nine replications in ten are at or below it), with its interval at
 * `level` between two order statistics. The number of values below the true percentile is binomial, whatever their shape; each
 * side is left out with a chance of at most half of 1 − level. NaN values are left out.
 */
export function orderInterval(values: ArrayLike<number>, p: number, level = 0.95): OrderInterval {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const n = sorted.length;
  const { lower, upper, coverage } = orderRanks(n, p, level);
  return {
    value: quantileType7(sorted.slice(), n, p),
    low: lower === 0 ? NaN : sorted[lower - 1],
    high: upper > n ? NaN : sorted[upper - 1],
    coverage,
    n,
  };
}

/** Ranks from 1 of the two order statistics of n values; 0 and n + 1 mean no bound on that side. */
export function orderRanks(n: number, p: number, level = 0.95): { lower: number; upper: number; coverage: number } {
  const tail = (1 - level) / 2;
  // The l-th value lies above the percentile when fewer than l values lie below it.
  const lower = leastK(n, (k) => binomialCdf(k, n, p) > tail);
  const upper = leastK(n, (k) => binomialCdf(k, n, p) >= 1 - tail) + 1;
  return { lower, upper, coverage: binomialCdf(upper - 1, n, p) - binomialCdf(lower - 1, n, p) };
}

/** The least k from 0 to n for which a test that stays true once true is true. */
function leastK(n: number, isTrue: (k: number) => boolean): number {
  let [from, to] = [0, n];
  while (from < to) {
    const k = (from + to) >> 1;
    if (isTrue(k)) to = k;
    else from = k + 1;
  }
  return from;
}
