// How many replications a requested precision needs, worked out in advance from a pilot.
import { interval } from './confidence.ts';

/** Replications of the pilot: enough to know a variance to about a third. */
export const PILOT = 20;

/** How far a mean over replications is known. Half widths are of its interval, in its unit and as a share of the mean. */
export interface Reached {
  readonly mean: number;
  readonly halfWidth: number;
  /** 0 where nothing ever varied; NaN where there was nobody to measure, infinite where the mean is 0 and the values are not. */
  readonly share: number;
}

export function reached(values: ArrayLike<number>, level = 0.95): Reached {
  const { mean, low, high } = interval(values, level);
  const halfWidth = (high - low) / 2;
  return { mean, halfWidth, share: halfWidth === 0 ? 0 : halfWidth / Math.abs(mean) };
}

/**
 * Replications after which the interval of each mean reaches no further than `share` of it to either side, expected from the
 * replications there are. Stein's two stages (1945): Student's t keeps the degrees of freedom of the pilot, so the number errs on the
 * safe side. `columns`: for each number asked about, one value a replication. Infinity where a mean is 0, NaN where there is nobody.
 */
export function replicationsNeeded(columns: readonly ArrayLike<number>[], share: number, level = 0.95): number {
  let most = 0;
  for (const values of columns) {
    const times = reached(values, level).share / share;
    if (Number.isNaN(times)) return NaN;
    // A half width shrinks with the root of the number; replications with nobody to measure stay as frequent as they were.
    most = Math.max(most, Math.ceil(times * times * values.length * (1 - 1e-12)));
  }
  return most;
}

/** Whether every mean is known so far. */
export const isReached = (columns: readonly ArrayLike<number>[], share: number, level = 0.95): boolean =>
  columns.every((values) => reached(values, level).share <= share);
