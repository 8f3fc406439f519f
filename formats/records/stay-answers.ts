// What may be said of a file of stays beforehand, and what reads one row of it.
import type { Table } from '../table-file.ts';
import type { Questions } from './questions.ts';

export const STAY_UNITS = { minutes: 1 / 1440, hours: 1 / 24, days: 1, weeks: 7 } as const;
export const ODD = ['zeros', 'negatives', 'unreadable'] as const;

/** What was said of the file; whatever was not is looked for in it. */
export interface StayAnswers {
  readonly column?: string;
  readonly from?: string;
  readonly to?: string;
  readonly stillThere?: string;
  readonly unit: keyof typeof STAY_UNITS;
  /** The day of the records (from 1970-01-01), until which those still there are known to have stayed. */
  readonly countedOn?: number;
  /** Only people who were there on that day are in the file; 'no' where that is chance. */
  readonly presentOn?: number | 'no';
  readonly leaveOut: readonly (typeof ODD)[number][];
  /** A stay of 0 days lasted this many. */
  readonly zerosAs?: number;
  /** Longer ones are left out. */
  readonly mostDays?: number;
}

export interface Reader {
  readonly what: string;
  /** Where a length that is odd stands. */
  readonly column: number;
  /** Days and whether still there; undefined: asked about, or to be left out. */
  read(cells: readonly string[], line: number): { days: number; isStillThere: boolean; before?: number } | undefined;
  /** After the last row. */
  end?(): { from: number; until: number };
}

/** A cell without a day of leaving. */
export const isStillThere = (cell: string): boolean => cell === '' || /^(n\/?a|null|-|still (t)?here)$/i.test(cell);

export type Leave = (what: string) => void;

/** A cell that cannot be read: asked about, or left out where that was said. */
export function unreadable(
  table: Table,
  { leaveOut }: StayAnswers,
  questions: Questions,
  leave: Leave,
): (line: number, column: number, cell: string, expected: string, hint: string) => undefined {
  return (line, column, cell, expected, hint) => {
    if (leaveOut.includes('unreadable')) leave('could not be read');
    else
      questions.ask(
        `unreadable ${column} ${cell === ''}`,
        () => table.place(line, column),
        cell === '' ? 'an empty cell' : `"${cell.slice(0, 60)}"`,
        { expected, hint: `${hint} Or leave such rows out: --leave-out unreadable.` },
      );
    return undefined;
  };
}
