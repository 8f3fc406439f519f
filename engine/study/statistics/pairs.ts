// Antithetic pairs: replications two by two, the second with every random number mirrored, and what that gained.
import { interval, type Interval } from './confidence.ts';
import { incompleteBeta } from '../../ground/gamma-and-beta.ts';

/** How many times as many independent replications would be needed for the same certainty; its interval at the level asked. */
export interface Gain {
  readonly gain: number;
  readonly low: number;
  readonly high: number;
  readonly pairs: number;
}

/** The engine's number of the replication at a place in a list of pairs: 0 and its mirror, 1 and its mirror, … */
export const numberInPairs = (place: number): number => ((place & 1) === 0 ? place >> 1 : ~(place >> 1));

/** Whole replications two by two, value by value: what intervals of pairs are made of. */
export const pairsOf = (replications: readonly Float64Array[]): Float64Array[] =>
  Array.from({ length: replications.length >> 1 }, (_, pair) =>
    replications[2 * pair].map((value, at) => (value + replications[2 * pair + 1][at]) / 2),
  );

/** The means of values 0 and 1, 2 and 3, …; NaN where either is. A value without a partner at the end is left out. */
export const pairMeans = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: values.length >> 1 }, (_, pair) => (values[2 * pair] + values[2 * pair + 1]) / 2);

/** Mean and Student t interval of n values in pairs: what is independent is the pair, so n / 2 of them count. */
export const pairedInterval = (values: ArrayLike<number>, level = 0.95): Interval => interval(pairMeans(values), level);

/**
 * What pairing gained at equal cost: the variance of the mean of two independent replications over that of a pair's mean,
 * 1 / (1 + correlation). The sum and the difference of a pair have no correlation, since both halves have one distribution; so
 * the ratio of their variances is an F ratio, from which the interval is exact for normal values. Fewer than two pairs: NaN.
 */
export function gainOfPairs(values: ArrayLike<number>, level = 0.95): Gain {
  const sums: number[] = [];
  const differences: number[] = [];
  for (let at = 0; at + 1 < values.length; at += 2) {
    if (Number.isNaN(values[at] + values[at + 1])) continue;
    sums.push(values[at] + values[at + 1]);
    differences.push(values[at] - values[at + 1]);
  }
  const pairs = sums.length;
  if (pairs < 2) return { gain: NaN, low: NaN, high: NaN, pairs };
  const ratio = variance(differences) / variance(sums);
  const reach = equalFreedomQuantile(0.5 + level / 2, pairs - 1);
  return { gain: (1 + ratio) / 2, low: (1 + ratio / reach) / 2, high: (1 + ratio * reach) / 2, pairs };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}

/** The F quantile with the same degrees of freedom above and below: F / (1 + F) is then a symmetric beta. p: above 0.5. */
export function equalFreedomQuantile(p: number, degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  let [low, high] = [0.5, 1];
  for (let step = 0; step < 200 && high - low > 1e-16; step++) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (incompleteBeta(half, half, middle) < p) low = middle;
    else high = middle;
  }
  return high / (1 - high);
}
