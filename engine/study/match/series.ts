// A series of what happened: a count a day, week or month, by its dates.
import { dateAt, dayNumber, nextMonthStart } from '../../ground/dates.ts';

export const SPACINGS = ['day', 'week', 'month'] as const;
export type Spacing = (typeof SPACINGS)[number];

export interface Series {
  readonly name: string;
  readonly spacing: Spacing;
  /** The first day of each period, from 1970-01-01, in order; a period that is missing is left out. */
  readonly days: readonly number[];
  /** People on average over the period, or in it altogether, as the series counts them. */
  readonly values: readonly number[];
}

/** The first day after a period that begins on this one; months are those of the calendar. */
export const periodEnd = (day: number, spacing: Spacing): number =>
  spacing === 'month' ? nextMonthStart(day) : day + (spacing === 'week' ? 7 : 1);

/** By the distance that is usual between two dates, which are in order. */
export function spacingOf(dates: readonly number[]): Spacing {
  const apart = dates
    .slice(1)
    .map((day, at) => day - dates[at])
    .sort((a, b) => a - b);
  const usual = apart[apart.length >> 1];
  return usual >= 28 && usual <= 31 ? 'month' : usual === 7 ? 'week' : 'day';
}

/** The first of the month of a day. */
export const monthStart = (day: number): number => dayNumber(`${dateAt(day).slice(0, 8)}01`);
