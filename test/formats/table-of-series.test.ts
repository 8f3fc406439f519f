// Long because each kind of table and each mistake is a case. Tables of a series as people keep them: long, wide, dates across, a column a year; by day, week or month; and what is asked about.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dateAt } from '../../engine/index.ts';
import { writeExcel } from '../../formats/excel.ts';
import { isSeriesHead } from '../../formats/records/series-layout.ts';
import { seriesNamed } from '../../formats/records/series-told.ts';
import { readSeries, type SeriesAnswers } from '../../formats/records/series.ts';
import { openTable } from '../../formats/table-file.ts';

const readBytes = async (bytes: Uint8Array<ArrayBuffer>, answers: Partial<SeriesAnswers> = {}) =>
  readSeries(await openTable(bytes, isSeriesHead), { leaveOut: [], ...answers });
const read = (text: string, answers: Partial<SeriesAnswers> = {}) =>
  readBytes(new Uint8Array(new TextEncoder().encode(text)), answers);
/** From 5 October 2024, over the end of a year and of February. */
const dates = (step: number, count: number) => Array.from({ length: count }, (_, at) => dateAt(20_001 + at * step));
const lines = (...rows: string[]) => `${rows.join('\n')}\n`;
const british = (date: string) => date.split('-').toReversed().join('/');

const real = (name: string) => `../shared/data/${name}`;
const at = (name: string) => [real(name), `../../shared/data/${name}`].find((path) => existsSync(path));

describe('what is understood', () => {
  it.each([
    ['days', 1, 'a count a day'],
    ['weeks', 7, 'a count a week'],
  ])('%s, by the distance of the dates', async (_what, step, said) => {
    const { series, understood } = await read(
      lines('Date,Waiting', ...dates(step, 9).map((date, i) => `${date},${i}`)),
    );
    expect(series).toHaveLength(1);
    expect(series![0]).toMatchObject({ name: 'Waiting', days: dates(step, 9).map((_, i) => 20_001 + i * step) });
    expect(series![0].values).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(understood[1]).toBe(`${said}: “Waiting” by “Date”`);
  });

  it.each([
    ['2024-10', (n: number) => `2024-${n}`],
    ['1 October 2024', (n: number) => `1 ${['October', 'November', 'December'][n - 10]} 2024`],
    ['31/10/2024, the last day', (n: number) => `${[31, 30, 31][n - 10]}/${n}/2024`],
    ['Oct-24', (n: number) => `${['Oct', 'Nov', 'Dec'][n - 10]}-24`],
  ])('months written as %s', async (_what, write) => {
    const rest = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01'];
    const { series } = await read(
      lines('Month;n', ...[10, 11, 12].map((n) => `${write(n)};4`), ...rest.map((d) => `${d};4`)),
    );
    expect(series![0].spacing).toBe('month');
    expect(series![0].days.map(dateAt)).toEqual(['2024-10-01', '2024-11-01', '2024-12-01', ...rest]);
  });

  it('dates with the month first', async () => {
    const days = dates(7, 9);
    const american = days.map((day) => `${Number(day.slice(5, 7))}/${day.slice(8)}/${day.slice(0, 4)}`);
    expect(american.some((date) => Number(date.split('/')[1]) > 12)).toBe(true);
    const { series, problems } = await read(lines('Week,Waiting', ...american.map((date, i) => `${date},${i}`)));
    expect(problems).toEqual([]);
    expect(series![0].days).toEqual(days.map((_, i) => 20_001 + i * 7));
  });

  it('a week that is named by its last day begins six days earlier', async () => {
    const { series, understood } = await read(
      lines('Week ending,n', ...dates(7, 8).map((date) => `${british(date)},4`)),
    );
    expect(series![0].days[0]).toBe(20_001 - 6);
    expect(understood).toContain('each date is the last day of its week');
  });

  it('weekdays before the date, years of two digits, and lines above the heads', async () => {
    const days = dates(1, 9).map(
      (date, i) => `${['Sat', 'Sunday,', 'Mon.'][i % 3]} ${british(date).replace('/20', '/')}\t${i + 1}`,
    );
    const { series, understood } = await read(lines('Return of October 2024', '', 'Date\tOccupied beds', ...days));
    expect(series![0].days[8]).toBe(20_009);
    expect(understood[0]).toContain('with a line above its heads');
  });

  it('wide: a column a series, and texts beside them that are not used', async () => {
    const { series, understood } = await read(
      lines(
        'Date,Waiting,Occupied,Remark',
        ...dates(7, 8).map((date, i) => `${date},${i},"1,0${i}0",${i === 2 ? 'snow' : ''}`),
      ),
    );
    expect(series!.map(({ name }) => name)).toEqual(['Waiting', 'Occupied']);
    expect(series![1].values[3]).toBe(1030);
    expect(understood.at(-1)).toBe('not used: “Remark”');
  });

  it('long: a row for each place and date, codes in digits among the places', async () => {
    const rows = dates(1, 8).flatMap((date, i) => [`17,North,${date},${i}`, `18,South,${date},${10 + i}`]);
    const { series } = await read(lines('Site code,Site,Date,Waiting', ...rows));
    expect(series!.map(({ name }) => name)).toEqual(['17, North', '18, South']);
    expect(seriesNamed(series!, 'south')).toBe(series![1]);
    expect(seriesNamed(series!, 'east')).toEqual([]);
  });

  it('dates across the head, a row a series', async () => {
    const days = dates(1, 10);
    const { series } = await read(
      lines(
        'Discharge delays',
        `Code,Trust,${days.join(',')}`,
        `A1,North,${days.map((_, i) => i).join(',')}`,
        `B2,South,${days.map(() => 5).join(',')}`,
      ),
    );
    expect(series!.map(({ name, values }) => [name, values.length])).toEqual([
      ['A1, North', 10],
      ['B2, South', 10],
    ]);
    expect(series![0].days[0]).toBe(20_001);
  });

  it('a column a year: a leap day is no gap, a financial year ends in March, and the last year is not over', async () => {
    const months = 'Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar'.split(' ');
    const { series } = await read(
      lines('Month,2023/24,2024/25', ...months.map((month, i) => `${month},${i},${i < 4 ? 20 + i : ''}`)),
    );
    expect(series![0].days.map(dateAt).slice(9, 13)).toEqual(['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01']);
    expect(series![0].values).toHaveLength(16);
    const daily = ['27 February', '28 February', '29 February', '1 March', '2 March', '3 March', '4 March', '5 March'];
    const leap = await read(lines('Day,2023,2024', ...daily.map((day, i) => `${day},${i === 2 ? '' : 7},8`)), {
      leaveOut: ['gaps'],
    });
    expect(leap.series![0].days.map(dateAt)).toContain('2024-02-29');
    expect(leap.series![0].values).toHaveLength(15);
  });

  it('the same table in a workbook, whose dates are dates', async () => {
    const rows = dates(7, 9).map((date, i) => [new Date(`${date}T00:00:00Z`), i]);
    const { series, understood } = await readBytes(
      await writeExcel([{ name: 'Return', rows: [['Weekly return', null], ['Week', 'Waiting'], ...rows] }]),
    );
    expect(series![0].values).toHaveLength(9);
    expect(understood[0]).toContain('the sheet Return of a workbook');
  });
});

describe('files as they are published', () => {
  it.runIf(at('daily-return-england.csv'))(
    'days of two trusts, with a day on which neither made a return',
    async () => {
      const bytes = new Uint8Array(readFileSync(at('daily-return-england.csv')!));
      const { problems } = await readBytes(bytes);
      expect(problems).toHaveLength(1);
      expect(problems[0].path).toMatch(/^line \d+, column 3 \(do_not_meet_criteria_to_reside\)$/);
      expect(problems[0].found).toMatch(/^0 where \d+ is usual; so too in line \d+/);
      const { series, understood } = await readBytes(bytes, { leaveOut: ['zeros'] });
      expect(series!.map(({ name, days }) => [name, days.length])).toEqual([
        ['RTG', 1248],
        ['RWE', 1248],
      ]);
      expect(understood).toContain('2 days are left out');
    },
  );

  it.runIf(at('monthly-return-scotland.csv'))('months by age and reason', async () => {
    const { series, understood } = await readBytes(new Uint8Array(readFileSync(at('monthly-return-scotland.csv')!)));
    expect(series).toHaveLength(30);
    const found = seriesNamed(series!, 'average_daily_delayed_beds, 18plus, all delay reasons');
    expect(found).toMatchObject({ spacing: 'month', days: { length: 54 } });
    expect(understood[1]).toMatch(/^a count a month: /);
  });
});

describe('what is asked about, by line and column', () => {
  const week = dates(7, 12).map((date) => `${date},30`);
  const spoiled = (change: (rows: string[]) => void) => {
    const rows = [...week];
    change(rows);
    return lines('Week,Waiting', ...rows);
  };

  it.each([
    [
      'a gap',
      spoiled((rows) => rows.splice(4, 2)),
      'line 6, column 1 (Week)',
      /^2024-11-16 after 2024-10-26$/,
      /--leave-out gaps/,
    ],
    [
      'a week of six days',
      spoiled((rows) => (rows[11] = '2024-12-20,30')),
      'line 13, column 1 (Week)',
      /^2024-12-20 after 2024-12-14$/,
      /date is right/,
    ],
    [
      'a doubled day',
      spoiled((rows) => rows.push(week[3])),
      'line 14, column 1 (Week)',
      /^2024-10-26 once more$/,
      /several places/,
    ],
    [
      'a negative',
      spoiled((rows) => (rows[2] = rows[2].replace('30', '-3'))),
      'line 4, column 2 (Waiting)',
      /^"-3"$/,
      /--leave-out unreadable/,
    ],
    [
      'a word',
      spoiled((rows) => (rows[2] = rows[2].replace('30', '#REF!'))),
      'line 4, column 2 (Waiting)',
      /^"#REF!"$/,
      /./,
    ],
    [
      'nothing',
      spoiled((rows) => (rows[2] = rows[2].replace('30', ''))),
      'line 4, column 2 (Waiting)',
      /^an empty cell$/,
      /--leave-out gaps/,
    ],
    ['no date', spoiled((rows) => rows.push('Total,360')), 'line 14, column 1 (Week)', /^"Total"$/, /2026-04-01/],
    [
      'a zero',
      spoiled((rows) =>
        rows.push(
          ...dates(7, 60)
            .slice(12)
            .map((date, i) => `${date},${i === 5 ? 0 : 30}`),
        ),
      ),
      'line 19, column 2 (Waiting)',
      /^0 where 30 is usual$/,
      /--leave-out zeros/,
    ],
    [
      'two years of different length',
      lines(
        'Month,2023,2024',
        ...'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
          .split(' ')
          .map((month, i) => `${month},${i < 10 ? 3 : ''},4`),
      ),
      'line 12, column 2 (2023)',
      /^an empty cell; so too in line 13, column 2/,
      /Fill it/,
    ],
    ['too few', lines('Week,Waiting', ...week.slice(0, 5)), 'the dates', /^5 different dates/, /Give more/],
    ['no dates', lines('a,b', '1,2', '3,4'), 'the columns', /^"a", "b"$/, /--date NAME/],
  ])('%s', async (_what, text, path, found, hint) => {
    const { series, problems } = await read(text);
    expect(series).toBeNull();
    expect(problems[0].path).toBe(path);
    expect(problems[0].found).toMatch(found);
    expect(problems[0].hint).toMatch(hint);
  });

  it('all of them in one pass, in a workbook by sheet and cell', async () => {
    const rows = dates(1, 12).map((date, i) => [new Date(`${date}T00:00:00Z`), i === 2 ? 'n/a' : i === 7 ? -1 : 4]);
    rows.splice(9, 1);
    rows.push(rows[0]);
    const { problems } = await readBytes(await writeExcel([{ name: 'Return', rows: [['Date', 'Waiting'], ...rows] }]));
    expect(problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['Return B4 (Waiting)', 'Return A11 (Date)', 'Return A13 (Date)']),
    );
    expect(problems.find(({ path }) => path === 'Return B4 (Waiting)')!.found).toBe(
      '"n/a"; so too in Return B9 (Waiting)',
    );
  });

  it('what is left out when that is said', async () => {
    const { series, understood } = await read(
      spoiled((rows) => rows.splice(4, 2)),
      { leaveOut: ['gaps'] },
    );
    expect(series![0].days).toHaveLength(10);
    expect(understood).toContain('2 weeks are left out');
  });
});
