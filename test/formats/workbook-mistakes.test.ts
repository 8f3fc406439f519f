// Mistakes planted in a workbook: each is named by sheet and cell, all of them in one pass, with what was expected and what to do.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../engine/index.ts';
import { modelOf } from '../../formats/workbook/read.ts';
import { cellName, type CellValue, type Sheet } from '../../formats/workbook/sheet.ts';
import { sheetsOf } from '../../formats/workbook/write.ts';
import { root } from '../source-files.ts';

const { model } = readModel(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8'));

/** Sheets to write into: a cell by its sheet, the head of its column and the first cell of its row. */
function opened() {
  const sheets = sheetsOf(model!).map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) }));
  const sheet = (name: string) => sheets.find((one) => one.name === name)!;
  const at = (name: string, first: string, head: string) => {
    const { rows } = sheet(name);
    const place = { row: rows.findIndex(([cell]) => cell === first), column: rows[0].indexOf(head) };
    expect([place.row, place.column], `${name}: ${first}, ${head}`).not.toContain(-1);
    return place;
  };
  const put = (name: string, first: string, head: string, value: CellValue): string => {
    const { row, column } = at(name, first, head);
    sheet(name).rows[row][column] = value;
    return `${name} ${cellName(row, column)}`;
  };
  return { sheets, sheet, put };
}

const problemsOf = (sheets: readonly Sheet[]) =>
  modelOf(sheets).problems.map(({ place, found, expected, hint }) => ({
    at: `${place.sheet} ${place.cell}`.trim(),
    found,
    expected,
    hint,
  }));

it('what people type is understood: blanks around, thousands, dates as text and as dates, another order of columns', () => {
  const { sheets, sheet, put } = opened();
  put('Services', 'p1', 'Places', ' 27 ');
  put('Place', 'Run (days)', 'Value', '365.0');
  put('Place', 'First day', 'Value', '03/06/2019');
  put('Services', 'acute', 'Beds', 'No limit');
  for (const { rows } of [sheet('Stays'), sheet('Services')]) for (const row of rows) row.reverse();
  sheet('Needs').rows[0][0] = ' need ';
  sheet('Needs').rows.push(['', null, ' ']);
  sheet('Needs').rows.push(['Example: p9', 'A need that is not read']);
  const { model: read, problems } = modelOf(sheets);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { $schema: _, ...whole } = model!;
  expect(read).toEqual(whole);
});

it.each([
  ['England and Wales', 'england-and-wales'],
  ['26/08/2019; 2019-12-25', ['2019-08-26', '2019-12-25']],
  [new Date('2019-12-25'), ['2019-12-25']],
])('holidays are a row of Place, %#', (cell, holidays) => {
  const { sheets, sheet, put } = opened();
  sheet('Place').rows.push(['Holidays', null]);
  put('Place', 'Holidays', 'Value', cell);
  const { model: read, problems } = modelOf(sheets);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(read!.calendar.holidays).toEqual(holidays);
  const again = sheetsOf(read!).find(({ name }) => name === 'Place')!.rows;
  const row = again.find(([name]) => name === 'Holidays')!;
  expect(row.slice(0, 2)).toEqual([
    'Holidays',
    Array.isArray(holidays) ? expect.stringContaining('2019-12-25') : holidays,
  ]);
  put('Place', 'Holidays', 'Value', 'bank holidays');
  expect(problemsOf(sheets)).toEqual([
    expect.objectContaining({ found: 'the text "bank holidays"', expected: 'dates, or england-and-wales' }),
  ]);
});

it('twenty mistakes get twenty messages, each at its cell', () => {
  const { sheets, sheet, put } = opened();
  const planted = [
    put('Services', 'p1', 'Places', 'N/A'),
    put('Services', 'p2', 'Beds', '3 beds'),
    put('Services', 'p3', 'Beds', -24),
    put('Services', 'p3', 'Kind', 'wrad'),
    put('Services', 'acute', 'Name', null),
    put('Stays', 'p1', 'Mean (days)', '21 ,5'),
    put('Stays', 'p2', 'Standard deviation (days)', '#REF!'),
    put('Stays', 'p3', 'Shape', 'lognormel'),
    put('Routes', 'p1', 'To', 'hoem'),
    put('Needs', 'p1', 'Goes to', 'p11'),
    put('Needs', 'p2', 'Priority', 'high'),
    put('Second choices', 'p1', 'After (days)', -2),
    put('Streams', 'acute', 'Arrivals a day', '2,18'),
    put('Place', 'First day', 'Value', '31/02/2019'),
    put('Place', 'Run (days)', 'Value', new Date(Date.UTC(2019, 5, 3))),
    put('Options', 'proposed-16', 'Other reading of', 'tody'),
    put('Option values', 'beds-32', 'Value', 'thirty-two'),
    put('Evidence', 'stations.p1.places', 'Status', 'guessed'),
  ];
  const services = sheet('Services');
  services.rows[0].push('Colour');
  planted.push(`Services ${cellName(0, services.rows[0].length - 1)}`);
  const options = sheet('Option values');
  const row: Record<string, CellValue> = { Option: 'proposed-61', Number: 'stations.p2.beds', Value: 4 };
  options.rows.push(options.rows[0].map((head) => row[String(head)] ?? null));
  planted.push(`Option values ${cellName(options.rows.length - 1, 0)}`);
  expect(planted.length).toBe(20);
  const found = problemsOf(sheets);
  const places = found.map(({ at }) => at);
  // A name that is missing is said at its row.
  const rowOf = (at: string) => at.replace(/ [A-Z]+(\d+)$/, ' row $1');
  expect(planted.filter((at) => !places.includes(at) && !places.map(rowOf).includes(rowOf(at)))).toEqual([]);
  expect(found.filter(({ at }) => !planted.map(rowOf).includes(rowOf(at)))).toEqual([]);
  expect(found.length).toBe(20);
  for (const { found: what, expected, hint } of found)
    expect([what !== '', expected.length > 3, hint.length > 3]).toEqual([true, true, true]);
});

describe('says what to do', () => {
  it.each([
    ['Services', 'p1', 'Places', '27,5', 'Use a point: 27.5.'],
    ['Services', 'p3', 'Kind', 'wrad', 'Did you mean ward?'],
    ['Stays', 'p1', 'Mean (days)', '#DIV/0!', 'Its formula gives #DIV/0!. Mend the formula, or type the number.'],
    ['Routes', 'p1', 'To', 'hoem', 'Did you mean home?'],
    ['Evidence', 'stations.p1.places', 'Status', 'ilustrative', 'Did you mean illustrative?'],
  ])('%s, %s, %s: %j', (name, first, head, value, hint) => {
    const { sheets, put } = opened();
    const at = put(name, first, head, value);
    expect(problemsOf(sheets)).toContainEqual(expect.objectContaining({ at, hint }));
  });

  it('of one number that two rows give in two ways', () => {
    const { sheets, sheet } = opened();
    const { rows } = sheet('Services');
    const again = [...rows.find(([name]) => name === 'p2')!];
    again[rows[0].indexOf('Beds')] = 5;
    rows.push(again);
    expect(problemsOf(sheets)).toContainEqual(
      expect.objectContaining({
        at: `Services ${cellName(rows.length - 1, rows[0].indexOf('Beds'))}`,
        expected: expect.stringMatching(/^3, as Services [A-Z]+\d+ has it$/),
      }),
    );
  });

  it('of a sheet with another name, and of one that is missing', () => {
    const { sheets } = opened();
    const renamed = sheets.map((one) => (one.name === 'Stays' ? { ...one, name: 'Stay' } : one));
    const found = problemsOf(renamed);
    expect(found[0]).toMatchObject({ at: 'Stay', hint: 'Did you mean Stays? It is not read.' });
    // What is missing is said at the service.
    expect(found.some(({ at }) => /^Services A\d+$/.test(at))).toBe(true);
  });
});

it('a name that would reach into every object is refused as any other, and reaches nothing', () => {
  const { sheets, sheet } = opened();
  sheet('Services').rows.push(sheet('Services').rows[1].map((cell, at) => (at === 0 ? '__proto__' : cell)));
  sheets.push({
    name: 'Anything else',
    rows: [
      ['Path', 'Value'],
      ['__proto__.reached', '1'],
      ['constructor.reached', '1'],
    ],
  });
  const { model: read, problems } = modelOf(sheets);
  expect([read, problems.length > 0]).toEqual([undefined, true]);
  expect(({} as Record<string, unknown>)['reached']).toBeUndefined();
  expect((Object as unknown as Record<string, unknown>)['reached']).toBeUndefined();
});
