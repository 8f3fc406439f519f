// A bad, a typical and a good year: chosen by rank among the simulated years, by how many people were delayed in them today.
import type { storyYears } from '../../engine/index.ts';
import type { Year } from './shown.ts';

export type YearKind = (typeof storyYears)[number];

/** The share of years in which fewer people were delayed. */
const rank: Readonly<Record<YearKind, number>> = { bad: 0.9, typical: 0.5, good: 0.1 };

/** Of fewer, “nine in ten” would say too much. */
export const FEWEST_TO_RANK = 10;

/** Its replication; equal years stand in the order of their numbers. Undefined where there are too few to rank. */
export function yearByRank(years: readonly Year[], kind: YearKind): number | undefined {
  const sorted = years
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((a, b) => a.value - b.value || a.replication - b.replication);
  if (sorted.length < FEWEST_TO_RANK) return undefined;
  return sorted[Math.round(rank[kind] * (sorted.length - 1))]?.replication;
}

/** Which of the three this year is, if any. */
export const kindOfYear = (years: readonly Year[], replication: number): YearKind | undefined =>
  (Object.keys(rank) as YearKind[]).find((kind) => yearByRank(years, kind) === replication);
