// A day of the run as people write dates.

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Day 0 is the document's start date; dates are kept in UTC so that no clock change can move them. */
export const sayDate = (startDate: string, day: number): string =>
  format.format(new Date(Date.parse(`${startDate}T00:00:00Z`) + Math.floor(day) * 86_400_000));
