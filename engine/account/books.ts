// The books of one ledger: every column of sums, every level and every recorder that its accounts have opened, by number.
import { makeLevel, type Level } from './level.ts';
import { makeRecorder, type Recorder } from './recorder.ts';

/** Ledgers of one program open the same books in the same order, so what a number means in one it means in all of them. */
export class Books {
  readonly columns: Float64Array[] = [];
  readonly levels: Level[] = [];
  readonly recorders: Recorder[] = [];

  /** A column of sums, or of days that are `begin` until they are known. */
  column(length: number, begin = 0): Float64Array {
    const column = new Float64Array(length);
    if (begin !== 0) column.fill(begin);
    this.columns.push(column);
    return column;
  }

  openLevels(length: number): Level[] {
    const levels = Array.from({ length }, makeLevel);
    this.levels.push(...levels);
    return levels;
  }

  openRecorders(length: number, thresholds: readonly number[]): Recorder[] {
    const recorders = Array.from({ length }, () => makeRecorder(thresholds));
    this.recorders.push(...recorders);
    return recorders;
  }
}
