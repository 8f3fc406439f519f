// An answer: its rows with the request they belong to, and one simulated year of it.
import type { DifferenceRow, Row, RunRequest } from '../../engine/index.ts';
import type { Settings } from './asked.ts';

/** What is on the screen, and the request it belongs to. */
export interface Shown {
  readonly fingerprint: string;
  readonly settings: Settings;
  readonly replications: number;
  readonly today: readonly Row[];
  readonly option: readonly Row[];
  readonly differences: readonly DifferenceRow[];
  /** It is not yet known whether there is an average. */
  readonly isUnjudged?: boolean;
}

/** A simulated year and one number of it. */
export interface Year {
  readonly replication: number;
  readonly value: number;
}

/** A number is shown with its range, and a range needs two simulated years of each option. */
export const FEWEST_SHOWN = 2;

/** Replications are numbered from here, as on the command line. */
export const FIRST_REPLICATION = 0;
/** Requests with the same one give the same numbers. */
export const fingerprintOf = (run: RunRequest, seed: number) =>
  JSON.stringify([
    run.option,
    run.conditions ?? [],
    Object.entries(run.set ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)),
    run.changes ?? [],
    seed,
  ]);
