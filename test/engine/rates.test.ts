// Rates by hand from the factors of the hour, the month and the day's growth; Poisson tables against the formula.
import { expect, test } from 'vitest';
import { dayNumber } from '../../engine/ground/dates.ts';
import { NO_HOLIDAYS } from '../../engine/ground/holidays.ts';
import type { Stream } from '../../engine/model/document/people.ts';
import type { NetworkStream } from '../../engine/network/network.ts';
import { networkStream } from '../../engine/network/streams.ts';
import { poissonCount, poissonTable, rateOf } from '../../engine/network/rates.ts';

const plain = {
  arrivalsPerDay: 3,
  hourFactors: null,
  monthFactors: null,
  growthPerDay: 1,
  means: null,
  holidays: NO_HOLIDAYS,
} as unknown as NetworkStream;
/** A Wednesday in the middle of May. */
const start = dayNumber('2019-05-15');

test('with nothing that varies the rate is the number given, before the start date and after', () => {
  for (const moment of [-100.5, 0, 0.3, 900]) expect(rateOf(plain, moment, start)).toBe(3);
});

test('the factor of an hour holds from that hour of that weekday to the next', () => {
  const stream = { ...plain, hourFactors: Float64Array.from({ length: 168 }, (_, hour) => hour) };
  expect(rateOf(stream, 0, start)).toBe(3 * 48); // Wednesday is the third day
  expect(rateOf(stream, 0.999 / 24, start)).toBe(3 * 48);
  expect(rateOf(stream, 1.001 / 24, start)).toBe(3 * 49);
  expect(rateOf(stream, 4.999, start)).toBe(3 * 167); // the last hour of Sunday
  expect(rateOf(stream, 5, start)).toBe(0); // Monday 00:00
  expect(rateOf(stream, -0.5, start)).toBe(3 * 36); // noon on Tuesday
});

test('the factor of a month holds for the calendar month', () => {
  const stream = { ...plain, monthFactors: Float64Array.from({ length: 12 }, (_, month) => month + 1) };
  expect([-15, -14, 0, 16.9, 17, 400].map((day) => rateOf(stream, day, start) / 3)).toEqual([4, 5, 5, 5, 6, 6]);
});

test('growth is compounded by whole days from the start date, backwards too', () => {
  const stream = { ...plain, growthPerDay: 1.001 };
  for (const day of [0, 1, 2, 3, 7, 100, 365, 1000])
    for (const sign of [1, -1])
      expect(rateOf(stream, sign * day, start) / (3 * Math.pow(1.001, sign * day))).toBeCloseTo(1, 12);
  expect(rateOf(stream, 0.99, start)).toBe(3);
  expect(rateOf(stream, -0.01, start) * 1.001).toBeCloseTo(3, 14);
});

test('a mean for each day holds all that day; other days are like their weekday, or like all where the list has none', () => {
  const ratesOf = (meansPerDay: object, moments: readonly number[]) => {
    const stream = networkStream({ label: '', meansPerDay } as Stream, 1);
    return moments.map((moment) => rateOf(stream, moment, start));
  };
  // From a Friday to the Friday after.
  const list = { fromDate: '2019-05-17', means: [3.75, 0, 1, 2, 3, 4.5, 6, 8.25] };
  expect(ratesOf(list, [2, 2.999, 3, 8.5, 9])).toEqual([3.75, 3.75, 0, 6, 8.25]);
  expect(ratesOf(list, [1.999, 0, -5, 10.25, 16])).toEqual([6, 4.5, (3.75 + 8.25) / 2, 0, 6]);
  const short = { fromDate: '2019-05-17', means: [3, 5], times: 1.5 };
  expect(ratesOf(short, [2, 3, 0, -5, 10])).toEqual([4.5, 7.5, 6, 4.5, 7.5]);
});

test.each([0.001, 0.5, 1, 7.3, 32, 64])('the table of a mean of %f is that of Poisson, to its end', (mean) => {
  const table = poissonTable(mean);
  let [term, sum] = [Math.exp(-mean), 0];
  for (let n = 0; n < table.length; n++) {
    sum += term;
    expect(Math.abs(table[n] - sum)).toBeLessThan(1e-14);
    term *= mean / (n + 1);
  }
  // The count after the last in the table is everybody else.
  expect(Math.abs(sum + term - 1)).toBeLessThan(1e-13);
  expect(table.length).toBeLessThan(mean + 12 * Math.sqrt(mean) + 25);
  expect(Math.max(...table)).toBeLessThanOrEqual(1);
  expect(poissonTable(mean)).toBe(table);
});

test('a mean of nothing brings nobody', () => {
  expect(poissonCount(poissonTable(0), 0.9999)).toBe(0);
});

test('the count is the first place that the number drawn does not pass', () => {
  const table = Float64Array.from([0.1, 0.4, 0.4, 0.9]);
  const drawn = [0.05, 0.1, 0.11, 0.4, 0.5, 0.9, 0.95];
  expect(drawn.map((u) => poissonCount(table, u))).toEqual([0, 0, 1, 1, 3, 3, 4]);
});
