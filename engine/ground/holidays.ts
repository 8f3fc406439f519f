// Holidays: dates that are like a Sunday for whatever goes by the day of the week.
import { dayNumber, weekdayAt } from './dates.ts';

/** What a document may write in place of dates. */
export const ENGLAND_AND_WALES = 'england-and-wales';

/**
 * Bank holidays in England and Wales: of each year from 2016 on, month and day. They are those of www.gov.uk/bank-holidays, with substitute
 * days for holidays at a weekend; years it does not list yet follow the Banking and Financial Dealings Act 1971. Extra days: 8 May 2020 (moved),
 * 2 and 3 June and 19 September 2022, 8 May 2023. Checked day by day against a calendar worked out from those rules (`test/engine/holidays.test.ts`).
 */
const FIRST_YEAR = 2016;
const byYear = `0101 0325 0328 0502 0530 0829 1226 1227
0102 0414 0417 0501 0529 0828 1225 1226
0101 0330 0402 0507 0528 0827 1225 1226
0101 0419 0422 0506 0527 0826 1225 1226
0101 0410 0413 0508 0525 0831 1225 1228
0101 0402 0405 0503 0531 0830 1227 1228
0103 0415 0418 0502 0602 0603 0829 0919 1226 1227
0102 0407 0410 0501 0508 0529 0828 1225 1226
0101 0329 0401 0506 0527 0826 1225 1226
0101 0418 0421 0505 0526 0825 1225 1226
0101 0403 0406 0504 0525 0831 1225 1228
0101 0326 0329 0503 0531 0830 1227 1228
0103 0414 0417 0501 0529 0828 1225 1226`.split('\n');

/** The first and the last day of the years that are known. */
export const knownYears = [`${FIRST_YEAR}-01-01`, `${FIRST_YEAR + byYear.length - 1}-12-31`] as const;

export const bankHolidays = (): string[] =>
  byYear.flatMap((dates, at) =>
    dates.split(' ').map((date) => `${FIRST_YEAR + at}-${date.slice(0, 2)}-${date.slice(2)}`),
  );

/** Days counted from 1970-01-01, in order and each once. */
export type Holidays = Int32Array;
export const NO_HOLIDAYS: Holidays = new Int32Array(0);

/** The dates that a document gives, known to exist. */
export function holidaysOf(given: readonly string[] | typeof ENGLAND_AND_WALES | undefined): Holidays {
  if (given === undefined) return NO_HOLIDAYS;
  const dates = given === ENGLAND_AND_WALES ? bankHolidays() : given;
  return Int32Array.from(new Set(dates.map(dayNumber))).sort();
}

/** The first holiday on a day or after it; Infinity when there is none. */
export function nextHoliday(holidays: Holidays, day: number): number {
  let from = 0;
  let to = holidays.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holidays[middle] < day) from = middle + 1;
    else to = middle;
  }
  return holidays[from] ?? Infinity;
}

const SUNDAY = 6;

/** 0 Monday … 6 Sunday, of a day counted from 1970-01-01; a holiday is like a Sunday. */
export function weekdayLike(day: number, holidays: Holidays): number {
  const whole = Math.floor(day);
  return holidays.length > 0 && nextHoliday(holidays, whole) === whole ? SUNDAY : weekdayAt(whole);
}
