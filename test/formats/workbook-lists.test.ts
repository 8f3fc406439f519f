// The workbook helps whoever fills it in: lists of words to choose from, and a first sheet that says what every column means.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { distributions, readModel } from '../../engine/index.ts';
import { readExcel, writeExcel } from '../../formats/excel.ts';
import { READ_ME } from '../../formats/workbook/read-me.ts';
import { cellName, type Sheet } from '../../formats/workbook/sheet.ts';
import { tables } from '../../formats/workbook/tables.ts';
import { columnsOf, sheetsOf } from '../../formats/workbook/write.ts';
import { root } from '../source-files.ts';

const model = readModel(readFileSync(join(root, 'models/ilkeston-2019.json'), 'utf8')).model!;
const sheets = sheetsOf(model);
const named = (name: string): Sheet => sheets.find((sheet) => sheet.name === name)!;
/** The lists under a head of a sheet. */
const listUnder = ({ rows, lists = [] }: Sheet, head: string) =>
  lists.find(({ cells }) => cells.startsWith(`${cellName(1, rows[0].indexOf(head))}:`));

test('a column of few words offers them, and a column of names offers those described', () => {
  expect(listUnder(named('Services'), 'Kind')?.formula).toBe('"ward,caseload,team,delay,exit"');
  expect(listUnder(named('Evidence'), 'Status')?.formula).toBe('"measured,estimated,illustrative"');
  // Every distribution there is, a new one among them.
  expect(listUnder(named('Stays'), 'Shape')?.formula).toBe(`"${distributions.map(({ shape }) => shape).join(',')}"`);
  const routes = named('Routes');
  expect(listUnder(routes, 'Service')?.formula).toMatch(/^'Services'!\$A\$2:\$A\$\d+$/);
  // Nothing keeps anybody from describing a new service.
  expect(listUnder(named('Services'), 'Service')).toBeUndefined();
  expect(named('Services').rows[0][0]).toBe('Service');
});

test('the file has each list, after the cells, where a program looks for it', async () => {
  const bytes = await writeExcel(sheets);
  const files = unzipSync(bytes);
  const workbook = strFromU8(files['xl/workbook.xml']);
  const names = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  for (const { name, lists = [] } of sheets) {
    const xml = strFromU8(files[`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`]);
    expect(xml.split('<dataValidation ').length - 1, name).toBe(lists.length);
    if (lists.length > 0) expect(xml).toMatch(/<\/sheetData>.*<dataValidations count="\d+">/s);
  }
  expect(sheets.flatMap(({ lists = [] }) => lists).length).toBeGreaterThan(10);
  expect((await readExcel(bytes)).map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
});

test('the first sheet says what every fact of every other means', () => {
  const [first, ...others] = sheets as [Sheet, ...Sheet[]];
  expect(first.name).toBe(READ_ME);
  const said = first.rows.map(([sheet, head]) => `${sheet} / ${head}`);
  let facts = 0;
  for (const { name, rows } of others) {
    const table = tables.find((one) => one.name === name);
    if (!table) continue;
    expect(said).toContain(`${name} / `);
    const { keys } = columnsOf(table);
    for (const head of rows[0].filter((one) => !keys.includes(String(one)))) {
      expect(said).toContain(`${name} / ${head}`);
      facts++;
    }
  }
  expect(facts).toBeGreaterThan(40);
});
