// Dates without a clock: days counted from a start date, and back to YYYY-MM-DD, on the Gregorian calendar.

/** Days from 1970-01-01 of a date written YYYY-MM-DD, or NaN when there is no such date. */
export function dayNumber(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return NaN;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const dayOfMonth = Number(match[3]);
  const days = civil(year, month, dayOfMonth);
  return dateAt(days) === date ? days : NaN;
}

/** Days from 1970-01-01; years are counted from March so that a leap day comes last. */
function civil(year: number, month: number, dayOfMonth: number): number {
  const y = month > 2 ? year : year - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

function parts(days: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 };
}

/** YYYY-MM-DD of a day counted from 1970-01-01 (the whole day it falls in). */
export function dateAt(days: number): string {
  const { year, month, dayOfMonth } = parts(Math.floor(days));
  const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** 0 Monday … 6 Sunday, of a day counted from 1970-01-01 (a Thursday). */
export function weekdayAt(days: number): number {
  return (((Math.floor(days) + 3) % 7) + 7) % 7;
}

/** 0 January … 11 December. */
export function monthAt(days: number): number {
  return parts(Math.floor(days)).month - 1;
}

/** The same date that many years later; for 29 February, 1 March in years without one. */
export function yearsAfter(days: number, years: number): number {
  const { year, month, dayOfMonth } = parts(Math.floor(days));
  return civil(year + years, month, dayOfMonth);
}

/** The first moment of the calendar month after the one that holds this day. */
export function nextMonthStart(days: number): number {
  const { year, month } = parts(Math.floor(days));
  return month === 12 ? civil(year + 1, 1, 1) : civil(year, month + 1, 1);
}
