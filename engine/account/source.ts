// Sources: where the value of a row lies in a ledger, and how it is read. Measures say it once a program, of one ledger for all.
import type { Group } from '../network/groups.ts';
import type { Network } from '../network/network.ts';
import type { Ledger } from './ledger.ts';
import type { Level } from './level.ts';
import type { Recorder } from './recorder.ts';

/** Numbers of one column of a ledger, to be added up in this order. */
export interface Cells {
  readonly column: Float64Array;
  readonly at: readonly number[];
}

/** Of a count over time; `percentile` is of a share of the time, `over` the share with more than so many people. */
export type LevelStatistic = 'mean' | 'sd' | 'percentile' | 'max' | 'over';
/** Of days per person; `percentile` is of a share of the people, `over` the share above so many days. */
export type DaysStatistic = 'mean' | 'sd' | 'percentile' | 'over' | 'aboveZero';

export type Source =
  | { readonly how: 'known'; readonly value: number }
  | { readonly how: 'quotient'; readonly of: Cells; readonly by: Cells | number }
  | { readonly how: 'level'; readonly level: Level; readonly statistic: LevelStatistic; readonly than: number }
  | { readonly how: 'days'; readonly recorder: Recorder; readonly statistic: DaysStatistic; readonly than: number }
  | { readonly how: 'look'; readonly look: number; readonly at: number }
  | { readonly how: 'worked out'; readonly from: (ledger: Ledger) => number };

/** The same in every replication; NaN where there is nothing to measure. */
export const known = (value: number): Source => ({ how: 'known', value });

/** A sum by another, or by a number that is known. */
export const quotient = (of: Cells, by: Cells | number): Source => ({ how: 'quotient', of, by });

export const itself = (of: Cells): Source => quotient(of, 1);

export const ofLevel = (level: Level, statistic: LevelStatistic, than = 0): Source => ({
  how: 'level',
  level,
  statistic,
  than,
});

export const ofDays = (recorder: Recorder, statistic: DaysStatistic, than = 0): Source => ({
  how: 'days',
  recorder,
  statistic,
  than,
});

/** A number of the state on a day looked at. */
export const ofLook = (look: number, at: number): Source => ({ how: 'look', look, at });

/** For what the others cannot say: a function that is called for each replication, so slower than they are. */
export const workedOut = (from: (ledger: Ledger) => number): Source => ({ how: 'worked out', from });

export const cells = (column: Float64Array, ...at: readonly number[]): Cells => ({ column, at });

/** A group's kinds in one station's row of an account by station × kind. */
export const cellsOf = (column: Float64Array, network: Network, station: number, group: Group): Cells =>
  cells(column, ...Array.from(group.kinds, (kind) => station * network.kinds + kind));
