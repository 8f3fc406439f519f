// What the two files of a PathSimR network hold, before it is a document, and what is wrong in them by file, line and column.
import { nearestName, type Problem } from '../engine/index.ts';
import type { Table } from './table-file.ts';

/** A distribution by its name in R and its parameters, in the files' own unit of time. */
export interface RTime {
  readonly name: string;
  readonly parameters: readonly number[];
}

/** `room`: how many may wait; Infinity where the file says Inf. */
export interface ServicePoint {
  readonly name: string;
  readonly stay: RTime;
  readonly outsideRoom: number;
  readonly insideRoom: number;
  readonly ways: readonly Way[];
}

export interface Way {
  readonly to: string;
  readonly share: number;
  readonly delay: RTime | undefined;
}

export interface Network {
  readonly points: readonly ServicePoint[];
  readonly exits: readonly string[];
  /** Delays of ways that nobody goes, in words. */
  readonly unused: readonly string[];
  /** Rows whose shares were set to add to 1 to the last digit. */
  readonly adjusted: readonly string[];
}

/** A value from a time on, in the files' own unit; the first from 0. After `cycle` it begins again. */
export interface Course {
  readonly steps: readonly { readonly from: number; readonly value: number }[];
  /** Infinity: the last value stays. */
  readonly cycle: number;
}

export interface Calendar {
  readonly capacity: ReadonlyMap<string, Course>;
  readonly arrivals: ReadonlyMap<string, Course>;
}

/** Names of the files, and the unit of their times. */
export interface Sources {
  readonly network: string;
  readonly calendar: string;
  readonly unit: string;
  /** Days in that unit. */
  readonly unitDays: number;
}

/** A table, and the name of its file. */
export interface NamedTable {
  readonly name: string;
  readonly table: Table;
}

/** Everything wrong in one file; a cell is named once. */
export class TableProblems {
  readonly all: Problem[] = [];
  readonly #file: NamedTable;

  constructor(file: NamedTable) {
    this.#file = file;
  }

  /** `at`: line and column from 0; null for the whole file. */
  wrong(at: readonly [line: number, column: number] | null, found: string, expected: string, hint: string): void {
    const { name, table } = this.#file;
    const path = at === null ? name : `${name}, ${table.place(...at)}`;
    if (at === null || this.all.every((problem) => problem.path !== path))
      this.all.push({ path, found, expected, hint, severity: 'error' });
  }

  unknown(at: readonly [number, number], found: string, expected: string, known: readonly string[], hint: string) {
    const near = nearestName(found, known);
    this.wrong(at, `"${found}"`, expected, near === null || near === found ? hint : `Did you mean ${near}?`);
  }
}

/** R writes nothing as NA. */
export const isEmpty = (cell: string | undefined): boolean => cell === undefined || /^(NA|NULL)?$/i.test(cell);

export const isInfinite = (cell: string): boolean => /^\+?inf(inity)?$/i.test(cell);
