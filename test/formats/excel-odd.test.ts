// Files that are given as workbooks and are none, or none that can be held: each is said to be what it is, with what to do, before anything large is made of it.
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NotAWorkbook, readExcel } from '../../formats/excel.ts';
import { openTable } from '../../formats/table-file.ts';
import { modelOf } from '../../formats/workbook/read.ts';
import { cell, workbook } from './hand-made.ts';

const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Array.from({ length: 600 }, () => 0)]);
const zip = (files: Zippable) => zipSync(files) as Uint8Array<ArrayBuffer>;
const text = (words: string) => strToU8(words) as Uint8Array<ArrayBuffer>;

const refused = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const error = await readExcel(bytes).then(
    () => undefined,
    (one: unknown) => one,
  );
  expect(error).toBeInstanceOf(NotAWorkbook);
  return (error as NotAWorkbook).message;
};

describe('is said to be what it is', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, string]>([
    [
      'an .xls, or a password',
      OLE,
      'an older workbook (.xls), or one with a password. Open it in Excel or LibreOffice',
    ],
    [
      'an .ods',
      zip({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
      'an OpenDocument file (.ods). Open',
    ],
    [
      'an .xlsb',
      zip({ 'xl/workbook.bin': strToU8('x') }),
      'a binary workbook (.xlsb). Open it in Excel or LibreOffice',
    ],
    [
      'a table with another ending',
      text('service,beds\np1,3\n'),
      'a text file. A workbook is an .xlsx file. If it is a table, rename it to .csv.',
    ],
    ['a folder', zip({ 'a.txt': strToU8('x') }), 'a zip file that is no Excel workbook. Unpack it'],
    ['nothing', new Uint8Array(0), 'an empty file'],
    ['half a file', workbook('').slice(0, 300), 'a damaged file'],
  ])('%s', async (_what, bytes, words) => {
    expect(await refused(bytes)).toContain(words);
  });
});

it('damage inside a sheet is a sentence too', async () => {
  const name = 'xl/worksheets/sheet1.xml';
  const bytes = zip({ 'xl/workbook.xml': strToU8('<workbook/>'), [name]: strToU8(cell('A1').repeat(30)) });
  // What is packed stands behind the name of the file.
  const at = Buffer.from(bytes).indexOf(name) + name.length;
  bytes.fill(0xff, at, at + 8);
  expect(await refused(bytes)).toContain('a damaged file');
});

it('a bomb is refused by its size, before it is unpacked', async () => {
  const bytes = zip({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': strToU8('x') });
  // The size that the list of files gives of the second one: 600 MB.
  const view = new DataView(bytes.buffer);
  let at = bytes.length - 4;
  while (view.getUint32(at, true) !== 0x02014b50) at--;
  view.setUint32(at + 24, 600_000_000, true);
  expect(await refused(bytes)).toContain('a file that unpacks to 600 MB');
});

it('one stray cell in the last corner is named, and not followed by all the empty ones before it', async () => {
  expect(
    await refused(workbook(`<row r="1">${cell('A1')}</row><row r="1048576">${cell('XFD1048576')}</row>`)),
  ).toContain('reaches to the cell XFD1048576. Something stands in a cell far away');
  const styled = workbook(`<row r="1">${cell('A1')}<c r="XFD1" s="0"/></row>`);
  expect((await readExcel(styled))[0].rows).toEqual([['here']]);
});

it('a million empty rows are left out, and what stands after them stays where it is', async () => {
  const rows = Array.from(
    { length: 500_000 },
    (_, at) => `<row r="${2 * at + 2}"/><row r="${2 * at + 3}" ht="15"></row>`,
  );
  const empty = rows.join('');
  expect(await readExcel(workbook(`<row r="1">${cell('A1')}</row>${empty}`))).toEqual([
    { name: 'Needs', rows: [['here']] },
  ]);
  const [{ rows: read }] = await readExcel(
    workbook(`<row r="1">${cell('A1')}</row>${empty}<row r="1000002">${cell('A1000002')}</row>`),
  );
  expect(read.length).toBe(1_000_002);
  expect([read[0], read[1], read[1_000_001]]).toEqual([['here'], [null], ['here']]);
});

it('an older workbook given as a table is said to be one too', async () => {
  await expect(openTable(OLE)).rejects.toThrow('an older workbook (.xls), or one with a password. Save it as CSV');
});

it('a workbook of something else lacks its first sheet, which is one message, with where a whole one is to be had', async () => {
  const { model, problems } = modelOf(await readExcel(workbook(`<row r="1">${cell('A1')}</row>`)));
  expect(model).toBeUndefined();
  expect(problems.filter(({ place }) => place.sheet === 'Place').map(({ found, hint }) => [found, hint])).toEqual([
    ['no such sheet', expect.stringContaining('Model as a workbook')],
  ]);
});
