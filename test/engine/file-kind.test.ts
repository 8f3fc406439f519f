// Files that are not a model, recognised by their bytes: each is named for what it is, with a remedy, and JSON never is.
import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readModel } from '../../engine/model/validation/validate.ts';

const problemOf = (bytes: Uint8Array | string) => {
  const { model, problems } = readModel(Buffer.from(bytes as string).toString('utf8'));
  expect(model).toBeUndefined();
  return problems[0];
};

/** The head of a zip file that holds one file of this name (the zip format's own layout), and its packed content. */
function zipOf(name: string): Buffer {
  const packed = deflateRawSync(Buffer.from('<x/>'.repeat(50)));
  const head = Buffer.alloc(30);
  head.set([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}

const utf16 = Buffer.from('{ "title": "Café" }', 'utf16le');
const bigEndian = Buffer.from(utf16).swap16();

describe('by their bytes', () => {
  test.each<[string, Uint8Array | string, string?]>([
    ['a spreadsheet', zipOf('xl/workbook.xml')],
    ['a Word file', zipOf('word/document.xml')],
    ['a zip file', zipOf('models/ours.json')],
    ['an older spreadsheet or Word file', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex')],
    ['a compressed file (gzip)', gzipSync('{"schemaVersion":1}')],
    ['a PDF file', '%PDF-1.7\n%âãÏÓ\n1 0 obj'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a picture', Buffer.from('ffd8ffe000104a464946000101', 'hex')],
    ['text in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['text in UTF-16', Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian])],
    ['text in another encoding', utf16],
    ['text in another encoding', bigEndian],
    ['text in another encoding', Buffer.from('{ "title": "Caf\xe9" }', 'latin1'), 'line 1, column 16 '],
    // 1 + 400 + 1 characters before the letter: E9 alone, then a quote, is no UTF-8.
    ['text in another encoding', Buffer.from(`"${'x'.repeat(400)}\xe9"`, 'latin1'), 'line 1, column 402 '],
    ['text in another encoding', Buffer.from('{\n "\x80"', 'latin1'), 'line 2, column 3 '],
  ])('%s', (found, bytes, place = '') => {
    const problem = problemOf(bytes);
    expect(problem.found).toContain(found);
    expect(problem.hint).toMatch(/onward new|Unpack|UTF-8/);
    expect(problem.hint).toContain(place);
  });

  test('a mark that says UTF-8, and letters of every length, are read', () => {
    const { problems } = readModel(Buffer.from('\uFEFF{"title":"Café 😀 – 病"}').toString('utf8'));
    expect(problems.map(({ found }) => found).join()).not.toMatch(/encoding|UTF/);
  });
});

describe('tables', () => {
  test.each([
    ['a table (CSV)', 'ward,beds\nNorth,12\nSouth,"1,200"\n'],
    ['a table (CSV)', '\uFEFF"ward","beds"\r\n"North","12"\r\n'],
    ['a table (CSV)', '2024-01-01,12\n2024-01-08,15\n'],
    ['a table (CSV with semicolons)', 'ward;stay\nNorth;3,5\n'],
    ['a table (tab-separated)', 'ward\tbeds\nNorth\t12\n'],
    ['a table (CSV)', '12,15,18'],
  ])('%s: %j', (found, text) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({ path: '', found, expected: 'a model written as JSON' });
    expect(problem.hint).toMatch(/Assumptions/);
  });

  test.each([
    '{"a":1,\n"b":2,\n}',
    '[1,2\n,3,4',
    '// ours, yours\n// theirs, mine',
    '"a, b"',
    '1\t',
    'Dear all,\nhello',
  ])('no table: %j', (text) => expect(problemOf(text).found).not.toContain('table'));
});
