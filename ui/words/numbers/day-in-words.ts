// A day of the run in words: "Tue 14 Jan 2020 · day 228", counted from the start date.

const MS_PER_DAY = 86_400_000;
const short = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const long = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long' });

/** Dates are calendar dates, the same in every time zone. */
const dateOf = (startDate: string, day: number) =>
  new Date(Date.parse(`${startDate}T00:00:00Z`) + Math.floor(day) * MS_PER_DAY);

export function dayInWords(startDate: string, day: number): string {
  return `${dateOfDay(startDate, day)} · day ${Math.floor(day)}`;
}

/** "Tue 14 Jan 2020". */
export function dateOfDay(startDate: string, day: number): string {
  // Some browsers put a comma after the weekday and some do not.
  return short.format(dateOf(startDate, day)).replace(',', '');
}

/** "14 January", as it is spoken. */
export function dateInWords(startDate: string, day: number): string {
  return long.format(dateOf(startDate, day));
}
