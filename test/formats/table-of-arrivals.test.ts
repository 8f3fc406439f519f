// Tables of arrivals as people keep them: one row a person, or one a day, week or month; and what is asked about.
import { describe, expect, it } from 'vitest';
import { dateAt } from '../../engine/index.ts';
import { readArrivals, type ArrivalAnswers } from '../../formats/records/arrivals.ts';
import { openTable } from '../../formats/table-file.ts';

const read = async (text: string, answers: Partial<ArrivalAnswers> = {}) =>
  readArrivals(await openTable(new Uint8Array(new TextEncoder().encode(text))), {
    leaveOutUnreadable: false,
    ...answers,
  });
const series = (step: number, count: number) => Array.from({ length: count }, (_, at) => dateAt(20_000 + at * step));

it('a row a person: days without a row are days on which nobody came', async () => {
  const days = series(1, 9).filter((_, at) => at !== 4);
  const { counted, doubts } = await read(`admitted\n${[...days, days[0], days[0]].join('\n')}\n`);
  expect(counted!.map(({ count }) => count)).toEqual([3, 1, 1, 1, 0, 1, 1, 1, 1]);
  expect(doubts.join()).toContain('1 of 9 days have no row');
});

it.each([
  ['alone', ['Referred'], (date: string) => date],
  ['beside a word', ['Referred', 'Area'], (date: string) => `${date},East`],
])('dates with the month first, %s: the head is no row and the rows are no heads', async (_what, heads, row) => {
  // The first of them can only be the month first.
  const once = series(1, 40).filter((day) => Number(day.slice(8)) > 12);
  const days = [...once, ...once.slice(0, 5)];
  const american = days.map((day) => `${Number(day.slice(5, 7))}/${day.slice(8)}/${day.slice(0, 4)}`);
  const { counted, columns, problems } = await read(`${heads.join()}\n${american.map(row).join('\n')}\n`);
  expect(problems).toEqual([]);
  expect(columns).toEqual({ from: 'Referred' });
  expect(counted!.reduce((sum, { count }) => sum + count, 0)).toBe(days.length);
});

describe('counts', () => {
  it.each([
    ['day', series(1, 10), 1],
    ['week', series(7, 10), 7],
  ])('a %s, told by the distance of the dates', async (word, dates, days) => {
    const { counted, understood, doubts } = await read(
      `week,patients,count\n${dates.map((date) => `${date},x,4`).join('\n')}\n`,
    );
    expect(understood[1]).toBe(`a count a ${word}, “count” by “week”`);
    expect(counted!.every((each) => each.days === days && each.count === 4)).toBe(true);
    expect(doubts).toEqual([]);
  });

  it('a month lasts as long as it does', async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}-01,30`);
    const { counted } = await read(`Month,Referrals\n${months.join('\n')}\n`);
    expect(counted!.map(({ days }) => days)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });

  it('without heads, and with a day missing, which is left out and said', async () => {
    const rows = series(1, 12).map((date) => `${date},2`);
    rows.splice(5, 1);
    const { counted, doubts } = await read(`${rows.join('\n')}\n`);
    expect(counted).toHaveLength(11);
    expect(doubts.join()).toContain('1 day is missing');
  });
});

it.each([
  [
    'a date twice',
    `date,count\n${series(1, 9)
      .map((date) => `${date},2`)
      .join('\n')}\n${series(1, 1)[0]},3\n`,
    'line 11, column 1 (date)',
    /several places/,
  ],
  [
    'a fraction',
    `date,count\n${series(1, 9)
      .map((date) => `${date},2`)
      .join('\n')}\n2030-01-01,3.5\n`,
    'line 11, column 2 (count)',
    /./,
  ],
  [
    'a date that is none',
    `date,count\n${series(1, 9)
      .map((date) => `${date},2`)
      .join('\n')}\nTotal,18\n`,
    'line 11, column 1 (date)',
    /--leave-out unreadable/,
  ],
  ['too few', 'date,count\n2024-01-01,2\n2024-01-02,3\n', 'the dates', /more of what happened/],
  ['a wrong century', `date\n${series(1, 9).join('\n')}\n1724-01-01\n`, 'the dates', /year is wrong/],
  [
    'nobody',
    `date,count\n${series(1, 9)
      .map((date) => `${date},0`)
      .join('\n')}\n`,
    'the counts',
    /--count NAME/,
  ],
  ['no dates', 'a,b\n1,2\n3,4\n', 'the columns', /--from NAME/],
])('%s is asked about', async (_what, text, path, hint) => {
  const { counted, problems } = await read(text);
  expect(counted).toBeNull();
  expect(problems).toHaveLength(1);
  expect(problems[0].path).toBe(path);
  expect(problems[0].hint).toMatch(hint);
});

it('dates that all stand as often as each other are reports, not people; unless that is said', async () => {
  const text = `trust,date,delayed\n${series(1, 9)
    .flatMap((date) => [`A,${date},50`, `B,${date},70`])
    .join('\n')}\n`;
  const { problems } = await read(text);
  expect(problems).toMatchObject([{ path: 'all rows', found: 'every date 2 times' }]);
  expect(problems[0].hint).toContain('--count NAME');
  expect((await read(text, { count: 'none' })).counted!.every(({ count }) => count === 2)).toBe(true);
  expect((await read(text, { count: 'delayed' })).problems[0].hint).toContain('several places');
});

it('a line of totals can be left out', async () => {
  const text = `date,count\n${series(1, 9)
    .map((date) => `${date},2`)
    .join('\n')}\nTotal,18\n`;
  const { counted, understood } = await read(text, { leaveOutUnreadable: true });
  expect(counted).toHaveLength(9);
  expect(understood.join()).toContain('1 rows left out');
});
