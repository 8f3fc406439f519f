// A moment of an event log in words, which may be played by the day or by the hour.
import { dateOfDay } from './numbers/day-in-words.ts';

type Unit = 'days' | 'hours';

const HOURS_A_DAY = 24;
const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/** "Tue 14 Jan 2020, 09:30", or "day 2, 09:30" where the log has no dates. */
export function sayLogMoment(at: number, unit: Unit, startDate: string | undefined): string {
  const hours = unit === 'hours' ? at : at * HOURS_A_DAY;
  const day = Math.floor(hours / HOURS_A_DAY);
  const date = startDate === undefined ? `day ${day + 1}` : dateOfDay(startDate, day);
  const within = hours - day * HOURS_A_DAY;
  return `${date}, ${two(within)}:${two((within % 1) * 60)}`;
}

/** "½ hour a second". */
export const sayLogSpeed = (each: number, unit: Unit): string =>
  `${each === 0.5 ? '½' : each} ${each > 1 ? unit : unit.slice(0, -1)} a second`;

/** "35 minutes", "4 hours", "12 days". */
export function sayLogWait(wait: number, unit: Unit): string {
  const hours = unit === 'hours' ? wait : wait * HOURS_A_DAY;
  if (hours < 2) return counted(Math.floor(hours * 60), 'minute');
  return hours < 2 * HOURS_A_DAY ? counted(Math.floor(hours), 'hour') : counted(Math.floor(hours / HOURS_A_DAY), 'day');
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
