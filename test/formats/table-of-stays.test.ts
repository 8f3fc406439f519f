// Tables of stays as people keep them: what is understood, and what is asked about by line and column before anything is used.
import { describe, expect, it } from 'vitest';
import { readStays } from '../../formats/records/stays.ts';
import type { StayAnswers } from '../../formats/records/stay-answers.ts';
import { writeExcel } from '../../formats/excel.ts';
import { openTable } from '../../formats/table-file.ts';

const plain: StayAnswers = { unit: 'days', leaveOut: [] };
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const read = async (text: string, answers: Partial<StayAnswers> = {}) =>
  readStays(await openTable(bytes(text)), { ...plain, ...answers });
const ended = async (text: string, answers: Partial<StayAnswers> = {}) => {
  const { lengths, problems } = await read(text, answers);
  expect(problems).toEqual([]);
  return [...lengths!.ended];
};
/** The only thing that is asked. */
const asked = async (text: string, answers: Partial<StayAnswers> = {}) => {
  const { lengths, problems } = await read(text, answers);
  expect(lengths).toBeNull();
  expect(problems).toHaveLength(1);
  return problems[0];
};

describe('a column of lengths', () => {
  it.each([
    ['without a head', '3\n4.5\n12\n'],
    ['with a head', 'Length of stay\n3\n4.5\n12\n'],
    ['with lines above the head', 'Our hospital\n\nLength of stay\n3\n4.5\n12\n'],
    ['among others', 'id,LOS (days),ward\n1,3,"A, B"\n2,4.5,C\n3,12,\n'],
    ['with semicolons, quotes and Windows line ends', '"id";"stay"\r\n"1";"3"\r\n"2";"4.5"\r\n"3";" 12 "\r\n'],
    ['with tabs, a byte-order mark and empty lines', '\ufeffid\tstay\n1\t3\n\n2\t4.5\n3\t12'],
  ])('%s', async (_what, text) => expect(await ended(text)).toEqual([3, 4.5, 12]));

  it('in hours, by its name or number, with thousands', async () => {
    expect(await ended('a,b\n24,36\n48,"1,200"\n', { unit: 'hours', column: 'B' })).toEqual([1.5, 50]);
    expect(await ended('24,36\n48,60\n', { unit: 'hours', column: '1' })).toEqual([1, 2]);
  });

  it('with a column that says who is still there', async () => {
    const { lengths, understood } = await read('stay,Still here\n3,no\n9,yes\n4,\n8,1\n');
    expect([[...lengths!.ended], [...lengths!.stillThere]]).toEqual([
      [3, 4],
      [9, 8],
    ]);
    expect(understood.join('; ')).toContain('of which 2 had not ended');
  });

  it.each([
    [
      'zero',
      'stay\n3\n0\n5\n0\n',
      'line 3, column 1 (stay)',
      'a stay of 0 days; so too in line 5, column 1 (stay)',
      /--zeros-as/,
    ],
    ['negative', 'stay\n3\n-2\n5\n', 'line 3, column 1 (stay)', 'a stay of -2 days', /--leave-out negatives/],
    ['9,999', 'stay\n3\n9999\n5\n', 'line 3, column 1 (stay)', 'a stay of 9999 days', /--most 365/],
    ['999', 'id,stay\n1,3\n2,999\n3,5\n', 'line 3, column 2 (stay)', 'a stay of 999 days', /--most 365/],
    ['months among days', 'stay\n3\n2 months\n5\n', 'line 3, column 1 (stay)', '"2 months"', /one unit/],
    ['a date', 'stay\n3\n2024-03-01\n5\n', 'line 3, column 1 (stay)', '"2024-03-01"', /--from NAME --to NAME/],
    ['an empty cell', 'id,stay\n1,3\n2,\n3,5\n', 'line 3, column 2 (stay)', 'an empty cell', /--leave-out unreadable/],
    [
      'an error of a spreadsheet',
      'stay\n3\n#REF!\n5\n',
      'line 3, column 1 (stay)',
      '"#REF!"',
      /--leave-out unreadable/,
    ],
    ['a decimal comma', 'id;stay\n1;3\n2;4,5\n3;5\n', 'line 3, column 2 (stay)', '"4,5"', /Use a point: 4\.5/],
    [
      'a word for still there',
      'stay,censored\n3,0\n4,perhaps\n5,0\n',
      'line 3, column 2 (censored)',
      '"perhaps"',
      /yes or true/,
    ],
  ])('%s is asked about', async (_what, text, path, found, hint) => {
    const problem = await asked(text);
    expect(problem).toMatchObject({ path, found });
    expect(problem.hint).toMatch(hint);
  });

  it('asks nothing that was said beforehand, and says what is left out', async () => {
    const { lengths, understood } = await read('stay\n3\n0\n-1\n9999\nN/A\n5\n', {
      leaveOut: ['negatives', 'unreadable'],
      zerosAs: 0.5,
      mostDays: 365,
    });
    expect([...lengths!.ended]).toEqual([3, 0.5, 5]);
    expect(understood.slice(2)).toEqual([
      '1 left out: shorter than nothing',
      '1 left out: of more than 365 days',
      '1 left out: could not be read',
      'stays of 0 days count as 0.5',
    ]);
  });

  it('everything odd is asked about in one pass, and a thousand alike as one', async () => {
    const { problems } = await read(`stay\n0\n-1\n9999\n?\n${'-5\n'.repeat(1000)}`);
    expect(problems.map(({ path }) => path)).toEqual([2, 3, 4, 5].map((line) => `line ${line}, column 1 (stay)`));
    expect(problems[1].found).toMatch(/so too in line 6.* and 996 more$/);
  });

  it('doubts that all is in one unit where the longest is far from the usual, and open stays longer than any that ended', async () => {
    expect((await read(`stay\n${'3\n'.repeat(30)}1440\n`)).doubts.join()).toContain('480 times the one in the middle');
    expect((await read(`stay,censored\n${'3,0\n'.repeat(30)}80,1\n90,1\n99,1\n`)).doubts.join()).toContain(
      '3 of those',
    );
  });
});

describe('two columns of dates', () => {
  it.each([
    ['year first', 'admitted,discharged\n2024-01-01,2024-01-05\n2024-02-28,2024-03-01\n'],
    ['British', 'Admitted;Left\n01/01/2024;05/01/2024\n28/02/2024;01/03/2024\n'],
    ['American', 'start,end\n1/1/2024,1/5/2024\n2/28/2024,3/1/2024\n'],
    ['in letters', 'from,to\n1 Jan 2024,5 January 2024\n28-Feb-2024,1-Mar-2024\n'],
  ])('%s', async (_what, text) => expect(await ended(text)).toEqual([4, 2]));

  it('with times of day', async () => {
    const text = 'in,out\n2024-01-01 06:00,2024-01-02 18:00\n01/01/2024 6:00,2024-01-01T18:00:00\n';
    expect(await ended(text, { from: 'in', to: 'out' })).toEqual([1.5, 0.5]);
  });

  it('nobody has left where the second is missing: counted until the last date, or the one that is said', async () => {
    const text = 'admitted,discharged\n2024-01-01,2024-01-05\n2024-01-02,\n2024-01-03,2024-01-09\n';
    const { lengths, understood, dates } = await read(text);
    expect([[...lengths!.ended], [...lengths!.stillThere]]).toEqual([[4, 6], [7]]);
    expect([understood[1], dates]).toEqual([
      '3 stays from “admitted” to “discharged”, counted on 2024-01-09, of which 1 had not ended',
      '2024-01-01 to 2024-01-09',
    ]);
    expect([...(await read(text, { countedOn: 19_740 })).lengths!.stillThere]).toEqual([19_740 - 19_724]);
  });

  it('a file of those present on one day is asked about, and allowed for once it is said', async () => {
    const rows = Array.from(
      { length: 30 },
      (_, at) => `2024-03-${String(1 + (at % 20)).padStart(2, '0')},2024-03-${21 + (at % 9)}`,
    );
    const text = `admitted,discharged\n${rows.join('\n')}\n`;
    const problem = await asked(text);
    expect(problem.found).toBe('30 people who were all there on 2024-03-20');
    expect(problem.hint).toContain('--present-on 2024-03-20');
    const { lengths } = await read(text, { presentOn: 19_802 });
    expect([lengths!.ended.length, lengths!.before.length]).toEqual([30, 29]);
    expect((await read(text, { presentOn: 'no' })).lengths!.before).toHaveLength(0);
  });

  it('dates in two orders are refused', async () => {
    const text = 'admitted,discharged\n13/01/2024,14/01/2024\n01/14/2024,01/15/2024\n';
    expect((await asked(text)).found).toContain('some with the month first');
  });

  it('a day that there is not is named', async () => {
    expect(await asked('admitted,discharged\n2024-01-01,2024-01-05\n2024-02-30,2024-03-05\n')).toMatchObject({
      path: 'line 3, column 1 (admitted)',
      found: '"2024-02-30"',
    });
  });
});

describe('a file that is something else', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'an empty file'],
    ['a PDF', bytes('%PDF-1.7'), 'a PDF file'],
    ['words', bytes('Dear all\nsee attached\n'), 'no number and no date in its first rows'],
    ['UTF-16', new Uint8Array([255, 254, 51, 0, 10, 0, 52, 0]), 'text in UTF-16'],
  ])('%s', async (_what, content, found) => {
    await expect(openTable(content)).rejects.toMatchObject({ found });
  });

  it('which columns are meant is asked', async () => {
    expect((await asked('a,b\n1,2\n3,4\n')).found).toBe('"a", "b"');
    expect((await asked('a,b\n1,2\n3,4\n', { column: 'c' })).expected).toContain('"a", "b"');
    expect((await asked('1,2\n3,4\n')).hint).toContain('counted from 1');
  });

  it('nobody has left', async () => {
    expect((await asked('stay,censored\n3,1\n4,1\n')).expected).toContain('at least two stays');
  });
});

describe('columns by what they are usually called, or by what is in them', () => {
  const rows = '\n2026-01-03,2026-01-19\n2026-01-04,2026-01-08\n2026-01-05,\n';
  it.each([
    'date in,date out',
    'In date,Out date',
    'date_in,date_out',
    'In,Out',
    'Start date,End date',
    'admitted,discharged',
    'Came home,Went on',
  ])('%s', async (heads) => {
    const { lengths, columns } = await read(heads + rows);
    expect([[...lengths!.ended], [...lengths!.stillThere]]).toEqual([[16, 4], [14]]);
    expect(columns).toEqual({ from: heads.split(',')[0], to: heads.split(',')[1] });
  });

  it('two columns of dates without heads', async () => {
    expect(await ended(rows.trimStart())).toEqual([16, 4]);
  });

  it.each([
    ['the second is before the first', 'a,b\n2026-01-03,2026-01-02\n2026-01-04,2026-01-08\n'],
    ['they are a week apart every time', 'a,b\n2026-01-03,2026-01-09\n2026-01-10,2026-01-16\n'],
    ['there are three', 'a,b,c\n2026-01-03,2026-01-09,2026-01-10\n2026-01-10,2026-01-12,2026-01-13\n'],
    ['the first has gaps', 'a,b\n2026-01-03,2026-01-09\n,2026-01-16\n2026-01-10,2026-01-12\n'],
    ['places stand under “from where”', 'from where,to where\n2026-01-03,2026-01-02\n2026-01-10,2026-01-16\n'],
  ])('are asked about where %s', async (_what, text) => {
    expect((await asked(text)).path).toBe('the columns');
  });
});

it('a workbook is read like text, and its cells are named as in Excel', async () => {
  const table = (rows: (string | number | Date)[][]) => writeExcel([{ name: 'Stays', rows }]);
  const day = (date: string) => new Date(`${date}T00:00:00Z`);
  const rows = [
    ['Admitted', 'Left'],
    [day('2024-01-01'), day('2024-01-05')],
    [day('2024-02-28'), day('2024-03-01')],
  ];
  const good = readStays(await openTable(await table(rows)), plain);
  expect([...good.lengths!.ended]).toEqual([4, 2]);
  const bad = readStays(await openTable(await table([...rows, [day('2024-02-28'), 'soon']])), plain);
  expect(bad.problems[0]).toMatchObject({ path: 'Stays B4 (Left)', found: '"soon"' });
});

it('tells how far it has come in a long text, each time it goes over it', async () => {
  const told: number[] = [];
  const table = await openTable(bytes(`days\n${'4\n'.repeat(70_000)}`), undefined, (done) => told.push(done));
  for (let time = 0; time < 2; time++) {
    told.length = 0;
    expect([...table.rows()]).toHaveLength(70_000);
    expect(told).toHaveLength(5);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect(told[0]).toBeCloseTo(16_384 / 70_000, 3);
    expect(told.at(-1)).toBe(1);
  }
});
