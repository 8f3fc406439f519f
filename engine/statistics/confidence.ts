// How sure a number is: Student t intervals across replications, verdicts on differences, and percentiles.
import { incompleteBeta, normalQuantile } from '../portable.ts';

/** A mean over replications with its interval, in the unit of the values; n counts the values that were there (not NaN). */
export type Interval = { mean: number; low: number; high: number; n: number };

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

/** Moves the value of rank k (0 the least) of the first n to place k, nothing greater before it: Hoare's quickselect, in place. */
export function orderStatistic(values: Float64Array, n: number, k: number): number {
  let [from, to] = [0, n - 1];
  while (from < to) {
    // The median of three keeps sorted input, the common case, from being the worst one.
    const [a, b, c] = [values[from], values[(from + to) >> 1], values[to]];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let [i, j] = [from, to];
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const held = values[i];
      values[i++] = values[j];
      values[j--] = held;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else break;
  }
  return values[k];
}

/**
 * Hyndman and Fan's type 7 percentile (1996) of the first n values, sorted or not; p: 0 to 1. Reorders them in place. No value may
 * be NaN. NaN when n is 0.
 */
export function quantileType7(values: Float64Array, n: number, p: number): number {
  if (n === 0) return NaN;
  const position = (n - 1) * Math.min(1, Math.max(0, p));
  const rank = Math.floor(position);
  const below = orderStatistic(values, n, rank);
  if (rank === position) return below;
  // Everything after the rank is at least as great, so the next in order is the least of it.
  let above = Infinity;
  for (let at = rank + 1; at < n; at++) if (values[at] < above) above = values[at];
  return below + (position - rank) * (above - below);
}

/** The least count not exceeded for a share p of the time. timeAtCount: days spent at each count from 0; total: their sum in days. */
export function levelQuantile(timeAtCount: Float64Array, total: number, p: number): number {
  if (!(total > 0)) return NaN;
  const wanted = p * total;
  let [running, last] = [0, 0];
  for (let count = 0; count < timeAtCount.length; count++) {
    if (timeAtCount[count] <= 0) continue;
    running += timeAtCount[count];
    last = count;
    // The sum may fall short of the total by its own rounding.
    if (running >= wanted * (1 - 1e-12)) return count;
  }
  return last;
}
