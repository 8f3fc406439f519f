// Some rows of a table, by a word in a column: what is taken, what can be chosen, and what is refused.
import { describe, expect, it } from 'vitest';
import { readStays } from '../../formats/records/stays.ts';
import { fileWhere, rowChoices, rowsWhere } from '../../formats/rows-where.ts';
import { openTable } from '../../formats/table-file.ts';

const table = (text: string) => openTable(new TextEncoder().encode(text));
/** Wards of 3 and 5 rows; a number, a date and a name for each person besides. */
const rows = Array.from(
  { length: 8 },
  (_, at) => `${at % 8 < 3 ? 'Victoria' : ' victoria park '},${at + 2},N${at},2026-01-0${(at % 2) + 1}`,
);
const text = `Ward,stay,Person,Seen\n${rows.join('\n')}\n`;
const STAYS = { unit: 'days', leaveOut: [], column: 'stay' } as const;

describe('the rows with a word in a column', () => {
  it.each([
    ['Ward=Victoria', [2, 3, 4]],
    ['ward=VICTORIA PARK', [5, 6, 7, 8, 9]],
    ['1=victoria', [2, 3, 4]],
  ])('%s', async (where, lengths) => {
    const { table: some, problem } = rowsWhere(await table(text), where);
    expect(problem).toBeUndefined();
    const read = readStays(some!, STAYS);
    expect([...read.lengths!.ended]).toEqual(lengths);
    expect(read.understood[0]).toContain(`${lengths.length} of its 8 rows: Ward is ${where.split('=')[1]}`);
  });

  it('a mistake in them is named by its line in the whole file', async () => {
    const { table: some } = rowsWhere(await table(text.replace(',9,N7', ',many,N7')), 'Ward=Victoria Park');
    expect(readStays(some!, STAYS).problems[0].path).toBe('line 9, column 2 (stay)');
  });

  it.each([
    ['Victoria', '"Victoria"', 'Write it as Ward=Victoria.'],
    ['Wards=Victoria', '"Wards"', 'Did you mean "Ward"?'],
    ['Ward=Victorie', 'no row with "Victorie"', 'Did you mean "Victoria"?'],
    ['Ward=', 'no row with ""', 'Look how it is written in the file.'],
  ])('%s is refused', async (where, found, hint) => {
    const { problem } = rowsWhere(await table(text), where);
    expect(problem).toMatchObject({ path: '--where', found, hint });
  });

  it('without it every row is taken, and the file keeps its name', async () => {
    const whole = await table(text);
    expect(rowsWhere(whole, undefined).table).toBe(whole);
    expect([fileWhere('a.csv', undefined), fileWhere('a.csv', 'Ward=x')]).toEqual([
      'a.csv',
      'a.csv (rows with Ward = x)',
    ]);
  });
});

describe('what rows can be chosen by', () => {
  it('words that some rows share; no numbers, no dates, and no names of single people', async () => {
    const people = Array.from(
      { length: 60 },
      (_, at) => `P${at},${at % 2 ? 'East' : 'West'},${at % 5},2026-01-0${(at % 7) + 1},one`,
    );
    expect(rowChoices(await table(`who,where,days,seen,same\n${people.join('\n')}\n`))).toEqual([
      { column: 'where', words: ['East', 'West'] },
    ]);
  });

  it('a column without a head by its number', async () => {
    expect(rowChoices(await table('East,3\nWest,4\nEast,5\n'))).toEqual([{ column: '1', words: ['East', 'West'] }]);
  });
});
