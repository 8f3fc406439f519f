// What is wrong in a workbook, each with its sheet and cell, in the order in which it was found.
import { nearestName, type Problem } from '../../engine/index.ts';
import type { CellValue, Place } from './sheet.ts';

/** One thing that is wrong in a workbook, with its sheet and cell. */
export interface CellProblem extends Omit<Problem, 'path'> {
  readonly place: Place;
}

export class CellProblems {
  readonly all: CellProblem[] = [];

  /** One mistake of a cell is enough: it may be read for several facts. */
  wrong(at: Place, found: string, expected: string, hint: string): void {
    if (!this.has(at) || at.cell === '') this.all.push({ place: at, found, expected, hint, severity: 'error' });
  }

  /** A name that is none of those known. */
  unknown(at: Place, found: string, expected: string, known: readonly string[]): void {
    const near = nearestName(found, known);
    this.wrong(at, `"${found}"`, expected, near === null ? 'Rename it, or leave it out.' : `Did you mean ${near}?`);
  }

  unknownSheet(sheet: string, known: readonly string[]): void {
    const near = nearestName(sheet, known);
    this.all.push({
      place: { sheet, cell: '' },
      found: `a sheet called "${sheet}"`,
      expected: `one of ${known.join(', ')}`,
      hint: near === null ? 'It is not read.' : `Did you mean ${near}? It is not read.`,
      severity: 'warning',
    });
  }

  /** A sheet without which there is no model. */
  lacksSheet(sheet: string, holds: string): void {
    const hint =
      'Save “Model as a workbook” in Share and open, or use onward export, and change what that has written.';
    this.wrong({ sheet, cell: '' }, 'no such sheet', `a sheet ${sheet}, with ${holds}`, hint);
  }

  /** Whether something was said of that cell already. */
  has({ sheet, cell }: Place): boolean {
    return this.all.some(({ place }) => place.sheet === sheet && place.cell === cell);
  }
}

/** A cell in words: 3, the text "27 beds", the date 2019-06-03. */
export function sayCell(cell: CellValue): string {
  if (typeof cell === 'string') return `the text "${cell.length > 60 ? `${cell.slice(0, 59)}…` : cell}"`;
  return cell instanceof Date ? `the date ${cell.toISOString().slice(0, 10)}` : JSON.stringify(cell);
}
