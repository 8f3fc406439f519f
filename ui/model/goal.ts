// A target: the least of one number, or of several moved together, so that people waiting, or the days they wait, stay within a limit.

/** More at once nobody can weigh. */
export const MOST_TOGETHER = 3;

/** What the average of is to be kept down: people on a typical day, on all but one day in ten, or days each. */
export const goalKinds = ['mean', 'p90', 'days'] as const;
export type GoalKind = (typeof goalKinds)[number];

/** The least of a slider's number so that a target holds, everything else being as in one of the columns. Several move together. */
export interface Goal {
  readonly paths: readonly string[];
  readonly kind: GoalKind;
  readonly limit: number;
  /** Today, an option or `EDITED`. */
  readonly within: string;
}
