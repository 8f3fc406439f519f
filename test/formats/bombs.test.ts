// Workbooks made to fill a computer's memory or to keep it busy for ever: each is refused at once, with the limit, before anything large is made of it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { NotAWorkbook, readExcel } from '../../formats/excel.ts';
import { onward, scratchFolder } from '../cli/onward.ts';
import { cell, workbook } from './hand-made.ts';

const scratch = scratchFolder();
afterAll(() => scratch.remove());

const WORKSHEET = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
const sheetXml = (inner: string) => ({ 'xl/worksheets/sheet1.xml': strToU8(inner) });
const one = `<row r="1">${cell('A1')}</row>`;

const refused = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const error = await readExcel(bytes).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(NotAWorkbook);
  return (error as NotAWorkbook).message;
};

/** Where its list of parts begins. */
function listOf(bytes: Uint8Array<ArrayBuffer>, part = 0): { view: DataView; at: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = view.getUint32(bytes.length - 22 + 16, true);
  for (let n = 0; n < part; n++) at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
  return { view, at };
}

describe('a zip file', () => {
  it('whose part has more in it than its size says is damaged, and no more of it is unpacked', async () => {
    const bytes = workbook(one);
    const { view, at } = listOf(bytes, 4);
    view.setUint32(at + 24, 10, true);
    expect(await refused(bytes)).toContain('a damaged file (a part has more in it than its size says)');
    view.setUint32(at + 24, 100_000, true);
    expect(await refused(bytes)).toContain('a part has less in it than its size says');
  });

  it('that says it unpacks to 600 MB is refused with the limit, before it is unpacked', async () => {
    const bytes = workbook(one);
    const { view, at } = listOf(bytes, 4);
    view.setUint32(at + 24, 600_000_000, true);
    expect(await refused(bytes)).toMatch(/unpacks to 600 MB or more\. The limit is 512 MB/);
  });

  it('with a list of four thousand million parts, or of ten thousand and one, is refused with the limit', async () => {
    const end64 = new Uint8Array(56 + 20);
    const plain = workbook(one);
    const bytes = new Uint8Array(plain.length + end64.length);
    bytes.set(plain.subarray(0, -22));
    bytes.set(plain.subarray(-22), plain.length - 22 + end64.length);
    const view = new DataView(bytes.buffer);
    const at = plain.length - 22;
    view.setUint32(at, 0x06064b50, true);
    view.setUint32(at + 32, 0xffffffff, true);
    view.setUint32(at + 48, view.getUint32(bytes.length - 6, true), true);
    view.setUint32(at + 56, 0x07064b50, true);
    view.setUint32(at + 64, at, true);
    expect(await refused(bytes)).toMatch(/zip file of 4294967295 parts\. The limit is 10000/);
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}`, new Uint8Array(0)]));
    expect(await refused(zipSync(many, { level: 0 }) as Uint8Array<ArrayBuffer>)).toContain('10001 parts');
  });

  it('within a zip file, however deep, is not unpacked', async () => {
    let inner = workbook(one);
    for (let n = 0; n < 5; n++) inner = zipSync({ 'again.xlsx': inner }, { level: 0 }) as Uint8Array<ArrayBuffer>;
    expect(await refused(inner)).toContain('no Excel workbook');
    // What is wrong with it as XML depends on the moment of its making, which every zip file holds.
    for (const mtime of ['1990-01-01', '2026-04-01T12:34:56', '2031-11-30T23:59:58'])
      expect(
        await refused(workbook(one, { 'xl/workbook.xml': zipSync({ 'again.xlsx': inner }, { level: 0, mtime }) })),
      ).toMatch(/damaged|cannot be read/);
  });

  it.each([
    ['cut anywhere', (bytes: Uint8Array<ArrayBuffer>, at: number) => bytes.slice(0, at)],
    [
      'with a byte changed anywhere',
      (bytes: Uint8Array<ArrayBuffer>, at: number) => bytes.map((byte, n) => (n === at ? byte ^ 0xff : byte)),
    ],
  ])('%s is read or refused', async (_what, spoil) => {
    const bytes = workbook(one);
    for (let at = 2; at < bytes.length; at += 7) {
      const error = await readExcel(spoil(bytes, at)).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error !== undefined) expect(error).toBeInstanceOf(NotAWorkbook);
    }
  });
});

describe('a sheet', () => {
  it.each([
    ['an empty row far away', '<row r="999999999"/>'],
    ['with a prefix', '<x:row r="999999999"></x:row>'],
    ['in other quotes', "<row\n r = '999999999'/>"],
    ['behind another attribute', '<row x=">" ht="15" r="999999999"/>'],
    ['a cell far away', '<row r="1"><c\tr="ZZZ1"><v>1</v></c></row>'],
  ])('that reaches too far by %s is refused, with the cell', async (_what, rows) => {
    expect(await refused(workbook(one + rows))).toMatch(/reaches to the cell ([A-Z]+999999999|ZZZ1)\./);
  });

  it.each([
    ['with a name written in numbers', '<row r="2"><c r="&#88;FD1"/></row>'],
    ['that says twice where it stands', '<row r="2"><c r="A2" x:r="A999999999"/></row>'],
    ['beyond all letters', '<row r="2"><c r="AAAAAAA2"/></row>'],
  ])('with a cell %s is damaged', async (_what, rows) => {
    expect(await refused(workbook(one + rows))).toContain('a damaged file (a cell ');
  });

  it('of more than six million cells is refused with the limit', async () => {
    expect(await refused(workbook(`<row>${'<c>1</c>'.repeat(10_000)}</row>`.repeat(601)))).toMatch(
      /workbook of 6010000 filled cells or more\. The limit is 6 million/,
    );
  });

  it('of rows that are all as wide as can be is refused with the limit, though nothing stands in them', async () => {
    const rows = Array.from({ length: 4000 }, (_, n) => `<row r="${n + 1}"><c r="XFD${n + 1}"/></row>`);
    expect(await refused(workbook(rows.join('')))).toMatch(/cells or more\. The limit is 50 million/);
  });

  it.each([
    '<c '.repeat(300_000),
    '<!-- '.repeat(300_000),
    `<c r="${'A1 '.repeat(300_000)}"/>`,
    `<!-- ${'x'.repeat(1e6)} -->`,
  ])('of marks that never end, or hardly ever, is damaged: %#', async (xml) => {
    expect(await refused(workbook(one, sheetXml(xml)))).toMatch(/a damaged file \(a (mark|comment) of it never ends\)/);
  });

  it('of a text that is longer than any cell is damaged', async () => {
    expect(await refused(workbook(one.replace('here', '&'.repeat(500_000))))).toContain('longer than any cell');
  });

  it('is found wherever the workbook says it lies', async () => {
    const rels = `<Relationships><Relationship Id="rId1" Type="${WORKSHEET}" Target="else/where.xml"/></Relationships>`;
    const parts = {
      'xl/_rels/workbook.xml.rels': strToU8(rels),
      'xl/else/where.xml': strToU8('<worksheet><sheetData><row r="999999999"/></sheetData></worksheet>'),
    };
    expect(await refused(workbook(one, parts))).toContain('reaches to the cell A999999999');
  });

  it('is not read for many others as well', async () => {
    const target = (n: number, of: string) => `<Relationship Id="rId${n}" Type="${WORKSHEET}" Target="${of}"/>`;
    const rels = `<Relationships>${target(1, 'worksheets/sheet1.xml')}${target(2, '/xl/worksheets/sheet1.xml')}</Relationships>`;
    expect(await refused(workbook(one, { 'xl/_rels/workbook.xml.rels': strToU8(rels) }))).toContain(
      'its list of sheets is not as a spreadsheet program writes it',
    );
  });
});

describe('XML', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  it.each([
    ['that grows a thousand millionfold', `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`, '&l9;'],
    ['of another file', '<!DOCTYPE x [<!ENTITY l0 SYSTEM "file:///etc/passwd">]>', '&l0;'],
  ])('with a text %s is refused', async (_what, type, said) => {
    const xml = `${type}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${said}</t></is></c></row></sheetData></worksheet>`;
    expect(await refused(workbook('', sheetXml(xml)))).toContain('a document type in it');
  });

  it('that names a text it never said stays as it is', async () => {
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&l9; &amp; &lt;b&gt;</t></is></c></row>';
    expect((await readExcel(workbook(rows)))[0].rows).toEqual([['&l9; & <b>']]);
  });

  it('that other programs keep beside the sheets is passed over', async () => {
    const parts = { 'customXml/item1.xml': strToU8(`<DataMashup>${'A'.repeat(1_000_000)}`) };
    expect((await readExcel(workbook(one, parts)))[0].rows).toEqual([['here']]);
  });

  it('with comments and instructions, which other programs write, is read', async () => {
    const xml = `<?xml version="1.0"?><!-- "made" by <c r="XFD1048576"> --><x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect((await readExcel(workbook('', sheetXml(xml))))[0].rows).toEqual([[7]]);
  });
});

it('the terminal says which file, what the limit is, and ends with 2', async () => {
  const file = join(scratch.folder, 'bomb.xlsx');
  writeFileSync(file, workbook(`${one}<row r="999999999"/>`));
  const { code, stderr } = await onward(['import', file]);
  expect(code).toBe(2);
  expect(stderr).toContain('bomb.xlsx');
  expect(stderr).toContain('reaches to the cell A999999999');
});
