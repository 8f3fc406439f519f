// Bank holidays of England and Wales worked out from the rules of the Act of 1971, and hours on days that are like a Sunday.
import { describe, expect, it } from 'vitest';
import { dateAt, dayNumber, weekdayAt } from '../../engine/ground/dates.ts';
import { bankHolidays, ENGLAND_AND_WALES, holidaysOf, knownYears, weekdayLike } from '../../engine/ground/holidays.ts';
import { afterProgress, isOpenAt, nextTurn, progressBetween, windowsOf } from '../../engine/ground/hours.ts';

/** Easter Sunday by the Gregorian computus of Meeus, Jones and Butcher. */
function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayNumber(`${year}-0${month}-${String(((h + l - 7 * m + 114) % 31) + 1).padStart(2, '0')}`);
}

const onOrAfter = (date: string, weekday: number): number =>
  dayNumber(date) + ((weekday - weekdayAt(dayNumber(date)) + 7) % 7);

/** A holiday at a weekend moves to the next weekday that is none. */
function substituted(days: readonly number[]): number[] {
  const taken: number[] = [];
  for (const day of days) {
    let free = day;
    while (weekdayAt(free) > 4 || taken.includes(free) || (free !== day && days.includes(free))) free++;
    taken.push(free);
  }
  return taken;
}

/** What Parliament or a proclamation set apart from the rules. */
const moved: Readonly<Record<number, { not: string[]; but: string[] }>> = {
  2020: { not: ['2020-05-04'], but: ['2020-05-08'] },
  2022: { not: ['2022-05-30'], but: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { not: [], but: ['2023-05-08'] },
};

function byRule(year: number): string[] {
  const sunday = easter(year);
  const days = [
    ...substituted([dayNumber(`${year}-01-01`)]),
    sunday - 2,
    sunday + 1,
    onOrAfter(`${year}-05-01`, 0),
    onOrAfter(`${year}-05-25`, 0),
    onOrAfter(`${year}-08-25`, 0),
    ...substituted([dayNumber(`${year}-12-25`), dayNumber(`${year}-12-26`)]),
  ].map(dateAt);
  const { not, but } = moved[year] ?? { not: [], but: [] };
  return [...days.filter((date) => !not.includes(date)), ...but].sort();
}

describe('bank holidays', () => {
  it('are those of the rules, and of what was set apart from them', () => {
    const [first, last] = knownYears.map((date) => Number(date.slice(0, 4)));
    const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    expect(bankHolidays()).toEqual(years.flatMap(byRule));
  });

  it('are like a Sunday, and no other day is', () => {
    const holidays = holidaysOf(ENGLAND_AND_WALES);
    expect(weekdayLike(dayNumber('2024-12-25'), holidays)).toBe(6);
    expect(weekdayLike(dayNumber('2024-12-24') + 0.5, holidays)).toBe(1);
    expect([...holidaysOf(['2024-12-25', '2024-01-01', '2024-12-25'])].map(dateAt)).toEqual([
      '2024-01-01',
      '2024-12-25',
    ]);
  });
});

describe('hours on holidays', () => {
  const start = dayNumber('2024-01-01'); // a Monday
  const days = [
    { days: 'Mon-Fri', fromHour: 6, toHour: 18 },
    { days: 'Sun', fromHour: 12, toHour: 15 },
  ];
  const windows = windowsOf(days, holidaysOf(['2024-01-03', '2024-01-05', '2024-01-06']))!;

  it('open and close as on a Sunday', () => {
    const opens: number[] = [];
    for (let day = -0.01; day < 9; day = nextTurn(windows, day, start)) if (day % 1 !== 0) opens.push(day);
    // Saturday, day 5, opens for once; from Wednesday to Saturday but for Thursday it is 12:00 to 15:00.
    const expected = [
      0.25, 0.75, 1.25, 1.75, 2.5, 2.625, 3.25, 3.75, 4.5, 4.625, 5.5, 5.625, 6.5, 6.625, 7.25, 7.75, 8.25, 8.75,
    ];
    expect(opens.slice(1)).toEqual(expected);
    for (const [at, day] of expected.entries()) expect(isOpenAt(windows, day, start), `${day}`).toBe(at % 2 === 0);
  });

  it('progress stands still outside them, and adds up', () => {
    expect(afterProgress(windows, 1.5, 0.25, start)).toBe(1.75);
    expect(afterProgress(windows, 1.5, 0.375, start)).toBe(2.625);
    expect(afterProgress(windows, 1.5, 0.5, start)).toBe(3.375);
    expect(afterProgress(windows, 2, 2.5, start)).toBe(9.75);
    expect(progressBetween(windows, 0, 7, start)).toBeCloseTo(0.5 * 3 + 0.125 * 4, 9);
    expect(progressBetween(windows, 2.55, 2.6, start)).toBeCloseTo(0.05, 9);
    for (const days of [0.1, 0.7, 1.3, 3, 9])
      expect(progressBetween(windows, 0.4, afterProgress(windows, 0.4, days, start), start)).toBeCloseTo(days, 8);
  });

  it('whole days change at midnight', () => {
    const whole = windowsOf([{ days: 'Mon-Fri' }], holidaysOf(['2024-01-03']))!;
    expect([0, 1.9, 2, 2.9, 3, 4.9, 5, 6.9, 7].map((day) => isOpenAt(whole, day, start))).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
    for (const day of [2, 3]) expect(nextTurn(whole, day - 0.5, start)).toBe(day);
    // Beyond a fortnight from the next holiday only what makes a difference.
    expect(nextTurn(whole, 7, start)).toBe(12);
  });
});
