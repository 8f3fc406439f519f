// How sure a number is: Student t confidence intervals across replications, verdicts on differences, and percentiles.
import { incompleteBeta } from '../../ground/gamma-and-beta.ts';
import { normalQuantile } from '../../ground/normal.ts';

/** A mean over replications with its interval, in the unit of the values; n counts the values that were there (not NaN). */
export type Interval = { mean: number; low: number; high: number; n: number };

/** Better and worse where it is known which way is good, else higher and lower; clear at the level of its interval. */
export type Verdict = 'better' | 'worse' | 'higher' | 'lower' | 'no clear difference' | 'does not settle';

const quantiles = new Map<string, number>();

/** Student's t quantile: the t that a share p stays below. degreesOfFreedom: 1 or more. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, degreesOfFreedom);
  const key = `${p} ${degreesOfFreedom}`;
  const known = quantiles.get(key);
  if (known !== undefined) return known;
  const tail = 2 * (1 - p);
  // The share beyond t on both sides is the incomplete beta function at df/(df + t*t); it falls as t rises.
  const beyond = (t: number) =>
    incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + t * t));
  let low = 0;
  let high = Math.max(1, normalQuantile(p));
  while (beyond(high) > tail) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = 0.5 * (low + high);
    if (beyond(middle) > tail) low = middle;
    else high = middle;
  }
  quantiles.set(key, high);
  return high;
}

/**
 * Mean and Student t interval of values, one a replication, summed in index order. NaN means that a replication has none (no
 * patients) and is left out; with fewer than two values there is no interval (low and high are NaN), with none no mean.
 */
export function interval(values: ArrayLike<number>, level = 0.95): Interval {
  let n = 0;
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    if (Number.isNaN(values[at])) continue;
    n++;
    sum += values[at];
  }
  const mean = n === 0 ? NaN : sum / n;
  if (n < 2) return { mean, low: NaN, high: NaN, n };
  let squares = 0;
  for (let at = 0; at < values.length; at++) {
    const apart = values[at] - mean;
    if (!Number.isNaN(apart)) squares += apart * apart;
  }
  const half = studentQuantile(0.5 + level / 2, n - 1) * Math.sqrt(squares / (n - 1) / n);
  return { mean, low: mean - half, high: mean + half, n };
}

/** Interval of a - b, paired index by index (the same replication of two options); a pair with a NaN is left out. */
export function difference(a: ArrayLike<number>, b: ArrayLike<number>, level = 0.95): Interval {
  const apart = new Float64Array(Math.min(a.length, b.length));
  for (let at = 0; at < apart.length; at++) apart[at] = a[at] - b[at];
  return interval(apart, level);
}

/** What the interval of a difference says. betterWhen: which way is good, null where neither is. No interval, no verdict. */
export function verdict(low: number, high: number, betterWhen: 'less' | 'more' | null): Verdict | null {
  if (Number.isNaN(low) || Number.isNaN(high)) return null;
  if (low > 0) return betterWhen === null ? 'higher' : betterWhen === 'more' ? 'better' : 'worse';
  if (high < 0) return betterWhen === null ? 'lower' : betterWhen === 'less' ? 'better' : 'worse';
  return 'no clear difference';
}
