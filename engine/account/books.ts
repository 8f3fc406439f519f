// The books of one ledger: every column of sums, every level and every recorder that its accounts have opened, by number.
import { clearLevel, makeLevel, type Level } from './level.ts';
import { clearRecorder, makeRecorder, type Recorder } from './recorder.ts';

/**
 * Ledgers of one program open the same books in the same order, so what a number means in one it means in all of them. A sum that is
 * not in the books is neither forgotten when counting begins nor cleared for the next run.
 */
export class Books {
  readonly columns: Float64Array[] = [];
  readonly levels: Level[] = [];
  readonly recorders: Recorder[] = [];
  private readonly begins: number[] = [];

  /** A column of sums, or of days that are `begin` until they are known. */
  column(length: number, begin = 0): Float64Array {
    const column = new Float64Array(length);
    if (begin !== 0) column.fill(begin);
    this.columns.push(column);
    this.begins.push(begin);
    return column;
  }

  openLevels(length: number): Level[] {
    const levels = Array.from({ length }, makeLevel);
    // One at a time: as arguments of one call, those of hundreds of stations would be more than the stack holds.
    for (const level of levels) this.levels.push(level);
    return levels;
  }

  openRecorders(length: number, thresholds: readonly number[]): Recorder[] {
    const recorders = Array.from({ length }, () => makeRecorder(thresholds));
    for (const recorder of recorders) this.recorders.push(recorder);
    return recorders;
  }

  /** Forgets what has been counted, but not who is there now. */
  forget(): void {
    this.columns.forEach((column, at) => column.fill(this.begins[at]));
    for (const recorder of this.recorders) clearRecorder(recorder);
  }

  /** As new, except for the room that levels and recorders have grown to. */
  clear(): void {
    this.forget();
    for (const level of this.levels) clearLevel(level);
  }

  /** Numbers that there is room for. */
  room(): number {
    let room = 0;
    for (const { length } of this.columns) room += length;
    for (const { timeAt } of this.levels) room += timeAt.length;
    for (const { values } of this.recorders) room += values.length;
    return room;
  }
}
