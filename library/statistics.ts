// The package `onward/statistics`: how sure a number is, without the engine that made it.
/**
 * Intervals, verdicts and limits for numbers of any origin. Arrays hold one value a replication (or a month, for {@link xmrOf}); the
 * results are in the unit of the values. Nothing throws: where there are too few values the answer is NaN, or null for a verdict.
 *
 * @module onward/statistics
 */
import { quantileType7 } from '../engine/index.ts';

export { difference, interval, verdict, type Interval, type Verdict } from '../engine/index.ts';
export { orderInterval, type OrderInterval } from '../engine/index.ts';
export { isReached, replicationsNeeded } from '../engine/index.ts';
export { xmrOf, type Xmr } from '../engine/index.ts';

/**
 * The p-quantile of values in any order (Hyndman and Fan's type 7, as in R and NumPy), which stay as they are.
 *
 * @param values - any numbers; NaN is not one
 * @param p - from 0, the least, to 1, the greatest
 * @returns NaN where there is no value
 */
export const quantile = (values: ArrayLike<number>, p: number): number =>
  quantileType7(Float64Array.from(values), values.length, p);
