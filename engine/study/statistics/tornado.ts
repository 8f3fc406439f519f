// How much each number matters: one at a time it goes to either end of its range, the same people come, and one result is compared.
import { difference, type Interval } from './confidence.ts';

/** A number and the ends of its range, in its own unit. An end that is not given is the value itself. */
export interface Ends {
  readonly path: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Range {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** What one number does to the result, in the result's unit, paired replication by replication. */
export interface Swing {
  /** At the low end, less the result as things are. */
  readonly low: Interval;
  /** At the high end, less the result as things are. */
  readonly high: Interval;
  /** At the high end less at the low one: the whole swing, and what numbers are put in order by. */
  readonly apart: Interval;
  /** The interval of the whole swing does not include zero. */
  readonly isClear: boolean;
}

/** The numbers that can be tried: those with a range of their own that holds more than one value. `valueAt` gives what is in force. */
export function endsOf(
  ranges: Readonly<Record<string, Range>>,
  valueAt: (path: string) => number | 'unlimited' | undefined,
): Ends[] {
  return Object.entries(ranges).flatMap(([path, range]): Ends[] => {
    const value = valueAt(path);
    if (typeof value !== 'number' || (range.low === undefined && range.high === undefined)) return [];
    const { low = Math.min(value, range.high!), high = Math.max(value, range.low!) } = range;
    return low < high ? [{ path, value, low, high }] : [];
  });
}

/**
 * The level of each swing's interval so that all of them together hold with 95 % or more: 1 − 0.05 / n. Bonferroni's inequality,
 * which assumes nothing about how they depend on each other (Miller, Simultaneous Statistical Inference, 1981, section 1.1).
 */
export const swingLevel = (swings: number): number => 1 - 0.05 / Math.max(1, swings);

/** Results of the same replications in the same order: as things are, and with the number at either end. level: 0 to 1. */
export function swingOf(
  base: ArrayLike<number>,
  atLow: ArrayLike<number>,
  atHigh: ArrayLike<number>,
  level: number,
): Swing {
  const apart = difference(atHigh, atLow, level);
  const isClear = apart.low > 0 || apart.high < 0;
  return { low: difference(atLow, base, level), high: difference(atHigh, base, level), apart, isClear };
}

/** By how much a number matters: most where the run does not settle at an end of its range, not at all where nothing is clear. */
export const sizeOf = ({ apart, isClear }: Swing): number =>
  Number.isNaN(apart.mean) ? Number.MAX_VALUE : isClear ? Math.abs(apart.mean) : -1;

/** Those that do not settle at an end first, then those that move the result clearly, the largest swing first; the others after them, in the order given. */
export function bySize<T extends { readonly swing: Swing }>(swings: readonly T[]): T[] {
  return [...swings].sort((a, b) => sizeOf(b.swing) - sizeOf(a.swing));
}
