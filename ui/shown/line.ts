// A line of a picture and of its table: one row of the results, today's beside it, and both in words.
import type { DifferenceRow, Row } from '../../engine/index.ts';
import { isCompared, rowOf } from './numbers.ts';
import type { Shown } from '../model/shown.ts';
import { sayLevel } from '../words/numbers/difference.ts';
import { counted, type Quantity } from '../words/numbers/quantity.ts';
import { isKnown } from '../words/numbers/verdict.ts';

export interface Line {
  readonly label: string;
  readonly station: string;
  readonly measure: string;
  readonly statistic?: string;
  readonly who?: string;
  /** How the level is said, and the difference where that is another way: points beside a share in per cent. */
  readonly quantity: Quantity;
  readonly change?: Quantity;
  /** Where the measure's own catalogue does not say. */
  readonly betterWhen?: 'less' | 'more' | null;
  /** What colours its bar, and what it is listed under. */
  readonly group?: string;
}

export interface Found {
  readonly option: Row | undefined;
  /** Undefined as well when today is what is shown. */
  readonly today: Row | undefined;
  readonly difference: DifferenceRow | undefined;
}

export function find(shown: Shown, { station, measure, statistic, who }: Line): Found {
  const of = <R extends Row>(rows: readonly R[]) => rowOf(rows, station, measure, statistic, who);
  const compared = isCompared(shown);
  return {
    option: of(shown.option),
    today: compared ? of(shown.today) : undefined,
    difference: compared ? of(shown.differences) : undefined,
  };
}

/** "about" is left to the sentence: £1,200,000 a year, 27 people, 85 %. */
export function sayRow(row: Row | undefined, quantity: Quantity): string {
  if (row?.settles === false) return 'does not settle';
  if (!row || row.value === null) return '–';
  if (!isKnown(row)) return '…';
  return counted(sayLevel(row.value, row.ciLow!, row.ciHigh!, quantity), quantity);
}

/** There is a number in it, now or today. */
export const hasNumber = (shown: Shown, line: Line): boolean => {
  const { option, today } = find(shown, line);
  return typeof option?.value === 'number' || typeof today?.value === 'number';
};

/** There is anything but zero in it, now or today. */
export const hasAnything = (shown: Shown, line: Line): boolean => {
  const { option, today } = find(shown, line);
  return Boolean(option?.value) || Boolean(today?.value);
};

/** The picture in words, for those who do not see it. */
export function sayLines(shown: Shown, lines: readonly Line[]): string {
  return lines
    .map((line) => {
      const { option, today } = find(shown, line);
      const now = `${line.label}: ${sayRow(option, line.quantity)}`;
      return today ? `${now}, today ${sayRow(today, line.quantity)}` : now;
    })
    .join('. ');
}
