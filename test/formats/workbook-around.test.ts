// The cells round each mistake of a workbook: the right ones, with their letters and numbers, near mistakes together.
import { expect, it } from 'vitest';
import { aroundProblems } from '../../formats/workbook/around.ts';
import type { CellProblem } from '../../formats/workbook/cell-problems.ts';
import { cellName } from '../../formats/workbook/sheet.ts';

const sheets = ['Services', 'Routes'].map((name) => ({
  name,
  rows: Array.from({ length: 40 }, (_, row) => Array.from({ length: 30 }, (_, column) => cellName(row, column))),
}));
const at = (sheet: string, cell: string): CellProblem => ({
  place: { sheet, cell },
  found: '',
  expected: '',
  hint: '',
  severity: 'error',
});

it('shows the head, the name of the row and two cells on either side; every cell under its own letter and number', () => {
  const [one] = aroundProblems(sheets, [at('Services', 'J20')]);
  expect(one.columns).toEqual(['A', 'H', 'I', 'J', 'K', 'L']);
  expect(one.rows.map(({ row }) => row)).toEqual([1, 18, 19, 20, 21, 22]);
  for (const { row, cells } of one.rows)
    for (const [n, { text, problems }] of cells.entries()) {
      expect(text).toBe(`${one.columns[n]}${row}`);
      expect(problems).toEqual(text === 'J20' ? [0] : []);
    }
});

it('mistakes near each other are in one table, others in one of their own, and a whole sheet in none', () => {
  const problems = ['C7', 'AC30', 'D9'].map((cell) => at('Services', cell));
  const found = aroundProblems(sheets, [...problems, at('Routes', 'B2'), at('Routes', ''), at('Nowhere', 'B2')]);
  const marked = found.map(({ sheet, rows }) => [
    sheet,
    rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.problems.map((n) => `${cell.text} ${n}`))),
  ]);
  expect(marked).toEqual([
    ['Services', ['C7 0', 'D9 2']],
    ['Services', ['AC30 1']],
    ['Routes', ['B2 3']],
  ]);
});

it('a cell outside what is filled is shown empty, long texts are shortened, and hundreds of mistakes make few tables', () => {
  const [beyond] = aroundProblems([{ name: 'Needs', rows: [['Need'], ['x'.repeat(500)]] }], [at('Needs', 'E5')]);
  expect(beyond.rows.at(-1)).toMatchObject({ row: 5, cells: expect.arrayContaining([{ text: '', problems: [0] }]) });
  expect(beyond.rows.find(({ row }) => row === 1)!.cells[0].text).toBe('Need');
  const wide = sheets.map((sheet) => ({ ...sheet, rows: Array.from({ length: 5000 }, () => ['a', 'b', new Date(0)]) }));
  const many = Array.from({ length: 400 }, (_, n) => at('Services', `B${10 * n + 2}`));
  const tables = aroundProblems(wide, many);
  expect(tables).toHaveLength(30);
  expect(tables[0].rows[0].cells.at(-1)!.text).toBe('1970-01-01');
});
