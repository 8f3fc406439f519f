// A table of where people went: read by its heads or as it was said, and whatever is odd in it is asked about by its place.
import { expect, it } from 'vitest';
import type { RouteAnswers } from '../../formats/records/route-answers.ts';
import { isRoutesHead } from '../../formats/records/route-columns.ts';
import { readRoutes, type RoutesRead } from '../../formats/records/routes.ts';
import { NotATable, openTableOfWords } from '../../formats/table-file.ts';

const opened = (text: string) => openTableOfWords(new TextEncoder().encode(text), isRoutesHead);
const read = async (text: string, answers: Partial<RouteAnswers> = {}): Promise<RoutesRead> =>
  readRoutes(await opened(text), { leaveOut: [], ...answers });
const rows = (of: Readonly<Record<string, number>>) =>
  Object.entries(of).flatMap(([row, count]) => Array.from({ length: count }, () => row));
const asked = ({ problems }: RoutesRead) => problems.map(({ path, found }) => `${path}: ${found}`);

it('two columns of words: how many went from where to where, written large or small', async () => {
  const text = ['From,To', ...rows({ 'P2,Home': 5, 'p2 ,home': 2, 'P2,P1': 3, 'P3,Home': 4 })].join('\n');
  const { moves, understood, dates } = await read(text);
  expect(moves).toEqual([
    { from: 'P2', to: 'Home', people: 7 },
    { from: 'P2', to: 'P1', people: 3 },
    { from: 'P3', to: 'Home', people: 4 },
  ]);
  expect(dates).toBeNull();
  expect(understood).toEqual([
    'a table in text with commas',
    '14 people from “From” to “To”, a row each',
    '2 places they left and 2 they went to',
    '“P2” and “p2” are one place',
    '“Home” and “home” are one place',
  ]);
});

it('other columns beside them: dates for the evidence, and a column of how many; birthdays are neither', async () => {
  const text = [
    'Date of birth\tDischarge date\tDischarged from\tDestination\tCount',
    '1931-02-03\t03/01/2026\tWard 7\tHome\t4',
    '1940-02-03\t28/03/2026\tWard 7\tCare home\t2',
    '1940-02-03\t02/02/2026\tWard 8\tCare home\t0',
  ].join('\n');
  const { moves, understood, dates } = await read(text);
  expect(moves).toEqual([
    { from: 'Ward 7', to: 'Home', people: 4 },
    { from: 'Ward 7', to: 'Care home', people: 2 },
  ]);
  expect(dates).toBe('2026-01-03 to 2026-03-28');
  expect(understood.join('; ')).toContain('6 people from “Discharged from” to “Destination”, as many as “Count” says');
  expect((await read(text, { count: 'none', date: 'none' })).moves!.map(({ people }) => people)).toEqual([1, 1, 1]);
});

it('asks which columns are meant where the heads do not say, and takes the answer by name or by number', async () => {
  const text = ['Ward,Onward place', ...rows({ 'P2,Home': 2, 'P2,P1': 1 })].join('\n');
  expect(asked(await read(text))).toEqual(['the columns: "Ward", "Onward place"']);
  const answered = await read(text, { from: 'ward', to: 'Onward place' });
  expect(answered.moves).toHaveLength(2);
  const bare = rows({ 'P2,Home': 2, 'P2,P1': 1 }).join('\n');
  expect(asked(await read(bare))).toEqual(['the columns: 2 columns without heads']);
  expect((await read(bare, { from: '1', to: '2' })).moves).toEqual([
    { from: 'P2', to: 'Home', people: 2 },
    { from: 'P2', to: 'P1', people: 1 },
  ]);
  expect((await read(text, { from: 'Wrad', to: 'Onward place' })).problems[0].hint).toBe('Did you mean "Ward"?');
});

it.each<[string, string, Partial<RouteAnswers>, string, number]>([
  ['nothing said of where to', 'P2,', { leaveOut: ['empty'] }, 'line 7, column 2 (To): an empty cell', 5],
  ['a word for not known', 'P2,Not known', { leaveOut: ['empty'] }, 'line 7, column 2 (To): "Not known"', 5],
  ['nothing said of where from', ',Home', { leaveOut: ['empty'] }, 'line 7, column 1 (From): an empty cell', 5],
  [
    'where they were already',
    'P2,P2',
    { leaveOut: ['same'] },
    'line 7, column 2 (To): "P2", where they were already',
    5,
  ],
])('asks about %s, and leaves it out where that was said', async (_what, row, answer, said, left) => {
  const text = ['From,To', ...rows({ 'P2,Home': 3, 'P2,P1': 2 }), row].join('\n');
  expect(asked(await read(text))).toEqual([said]);
  const after = await read(text, answer);
  expect(after.moves!.reduce((sum, { people }) => sum + people, 0)).toBe(left);
  expect(after.understood.at(-1)).toMatch(/^1 rows? left out/);
});

it('a name that is nearly another, far more frequent one is asked about; wards of other numbers or letters are not', async () => {
  const text = ['From,To', ...rows({ 'P2,Home': 30, 'P2,Hmoe': 2, 'P2,Ward 1': 40, 'P2,Ward 2': 1, 'P2,Ward A': 1 })];
  const first = await read(text.join('\n'));
  expect(asked(first)).toEqual(['line 32, column 2 (To): "Hmoe" in 2 of the cells']);
  const alike = await read(text.join('\n'), { spelling: 'alike' });
  expect(alike.moves!.find(({ to }) => to === 'Home')!.people).toBe(32);
  expect(alike.understood).toContain('“Hmoe” is taken as “Home”');
  const apart = await read(text.join('\n'), { spelling: 'as-written' });
  expect(apart.moves!.find(({ to }) => to === 'Hmoe')!.people).toBe(2);
});

it('columns of dates, of people or of stories are not taken for places', async () => {
  const dates = ['From,To,Place', ...rows({ '2026-01-01,2026-02-01,Home': 3 })].join('\n');
  expect((await read(dates)).problems[0].found).toContain('the date "2026-01-01"');
  const people = ['From,To', ...Array.from({ length: 400 }, (_, at) => `person ${at},Home`)].join('\n');
  expect(asked(await read(people))).toEqual(['the places: 401 different names']);
  const counts = ['From,To,Count', 'P2,Home,3', 'P2,P1,two', 'P2,P1,-1'].join('\n');
  expect(asked(await read(counts))).toEqual(['line 3, column 3 (Count): "two"; so too in line 4, column 3 (Count)']);
  expect((await read(counts, { leaveOut: ['unreadable'] })).moves).toEqual([{ from: 'P2', to: 'Home', people: 3 }]);
});

it('dates in two orders, or none that can be read, are asked about, and may be left aside', async () => {
  const text = ['Date,From,To', '13/01/2026,P2,Home', '01/13/2026,P2,P1', 'soon,P2,Home'].join('\n');
  expect((await read(text)).problems.map(({ path }) => path)).toEqual(['line 3, column 1 (Date)', 'the dates']);
  expect((await read(text, { date: 'none' })).moves!.map(({ people }) => people)).toEqual([2, 1]);
});

it('lines of a text are no table of words', async () => {
  await expect(opened('Dear all,\nplease find, below, what you asked for.\nBest wishes\n')).rejects.toThrow(NotATable);
});
