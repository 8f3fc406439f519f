// What costs least of the values that a search has tried and that meet its target.
import type { Solved } from './solve.ts';

/** A value tried, and the pounds of a year with it. */
export interface Priced {
  readonly value: number;
  readonly gbpAYear: number;
}

/** `least` is the one found unless another costs less. */
export interface Cheapest {
  readonly found: Priced;
  readonly least: Priced;
}

/** Undefined where nothing was found, or what was found has no cost; NaN is none. */
export function cheapest(
  { value, tried }: Pick<Solved, 'value' | 'tried'>,
  gbpAYear: (value: number) => number,
): Cheapest | undefined {
  const priced = (one: number): Priced => ({ value: one, gbpAYear: gbpAYear(one) });
  if (value === null || !Number.isFinite(gbpAYear(value))) return undefined;
  const found = priced(value);
  const met = tried.flatMap((one) => (one.meets ? [priced(one.value)] : []));
  return { found, least: met.reduce((a, b) => (b.gbpAYear < a.gbpAYear ? b : a), found) };
}
