// Dates: day numbers, weekdays and months against the platform's own calendar over four centuries.
import { expect, test } from 'vitest';
import { dateAt, dayNumber, monthAt, nextMonthStart, weekdayAt } from '../../engine/ground/dates.ts';

const MS = 86_400_000;

test('days, dates, weekdays and months agree with the platform from 1900 to 2300', () => {
  for (let day = Date.UTC(1900, 0, 1) / MS; day < Date.UTC(2300, 0, 1) / MS; day += 11) {
    const date = new Date(day * MS);
    const written = date.toISOString().slice(0, 10);
    expect(dateAt(day)).toBe(written);
    expect(dayNumber(written)).toBe(day);
    expect(weekdayAt(day)).toBe((date.getUTCDay() + 6) % 7);
    expect(monthAt(day)).toBe(date.getUTCMonth());
    expect(nextMonthStart(day + 0.5)).toBe(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / MS);
  }
});

test('the leap day that ends each four hundred years is a day like any other', () => {
  for (const [written, next] of [
    ['1600-02-29', '1600-03-01'],
    ['2000-02-29', '2000-03-01'],
    ['2400-02-29', '2400-03-01'],
  ] as const) {
    const day = Date.parse(written) / MS;
    expect([dayNumber(written), dateAt(day), dateAt(day + 1)]).toEqual([day, written, next]);
    expect([monthAt(day), nextMonthStart(day)]).toEqual([1, day + 1]);
  }
});

test('a moment belongs to the day it falls in', () => {
  const monday = dayNumber('2019-06-03');
  expect(weekdayAt(monday + 0.999)).toBe(0);
  expect(weekdayAt(monday + 1)).toBe(1);
  expect(dateAt(monday - 0.25)).toBe('2019-06-02');
});

test.each(['2019-02-29', '2019-13-01', '2019-00-10', '2019-6-3', 'tomorrow', '2100-02-29'])(
  '%s is not a date',
  (text) => {
    expect(dayNumber(text)).toBeNaN();
  },
);
