// Numbers typed into the page: thousands with commas are thousands, and a box accepts what it offers.
import { expect, test } from 'vitest';
import { dayIn } from '../../ui/views/data/day-box.tsx';
import { readNumber } from '../../ui/model/values.ts';

const places = { path: 'stations.p1.places', least: 0, most: 5000, step: 1 };
const share = { path: 'streams.s.shares.p1', least: 0, most: 100, step: 0.1 };

test('a box for places and a box for a share', () => {
  expect(readNumber(places, '2,750')).toEqual({ value: 2750 });
  expect(readNumber(places, '2,750,000')).toEqual({ problem: 'Use 100,000 or less.' });
  expect(readNumber(places, '2,5')).toMatchObject({ problem: expect.stringContaining('such as 3.') });
  expect(readNumber(places, '2.500.000')).toMatchObject({ problem: expect.stringContaining('Write 2500000 ') });
  expect(readNumber(share, '12,5')).toEqual({ problem: '“12,5” is not a number. Use a point: 12.5.' });
  expect(readNumber(share, '12.5')).toEqual({ value: 12.5 });
});

test('a day of the run', () => {
  expect(dayIn('1,024', '2024-01-01')).toBe(1024);
  // 29 February 2024 is the 60th day of its year: 31 + 29, counted from 0.
  expect(dayIn('2024-02-29', '2024-01-01')).toBe(59);
  expect(dayIn('1,5', '2024-01-01')).toBeNaN();
});
