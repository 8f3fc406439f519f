// Reading JSON with care: whatever the built-in parser accepts is accepted, and every other text is answered with the place and the remedy.
import { describe, expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import { MOST_CHARACTERS, MOST_LEVELS, readJson } from '../../engine/ground/json-text.ts';
import { MOST_PROBLEMS } from '../../engine/ground/problem.ts';

const onlyProblem = (text: string) => {
  const { value, problems } = readJson(text);
  expect(value).toBeUndefined();
  expect(problems.length).toBe(1);
  return problems[0];
};

const parses = (text: string) => {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
};

describe('what is JSON', () => {
  test.each([
    '{"a":[1,-2.5e+3,0.1E-2,true,false,null,"\\u00fc\\n\\"\\\\/"],"":{}}',
    ' \t\r\n[ [ ] , { } , "" ] \n',
    '0',
    '-0',
    '"ü😀"',
    'null',
    '[[[]],{"a":{"b":[]}}]',
  ])('%s is read as the built-in parser reads it', (text) =>
    expect(readJson(text)).toEqual({ value: JSON.parse(text), problems: [] }),
  );

  test('a mark at the beginning that says UTF-8 is passed over', () => {
    expect(readJson('\uFEFF{"a":1}')).toEqual({ value: { a: 1 }, problems: [] });
  });

  test('whatever the built-in parser takes is taken, and nothing else', () => {
    const piece = fc.constantFrom(
      ...'{}[]:,"\\ \n',
      '"a"',
      '"b"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      '"\\u12"',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const { value, problems } = readJson(text);
        if (problems.some(({ found }) => found.includes('twice'))) return;
        expect(problems.length === 0 ? { value } : null).toEqual(parses(text));
      }),
      { numRuns: cases(4000) },
    );
  });

  test('any value that can be written is read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(readJson(text).value).toEqual(JSON.parse(text));
      }),
      { numRuns: cases(300) },
    );
  });
});

describe('what is refused at once', () => {
  test.each([
    ['', 'an empty file'],
    [' \n\t ', 'an empty file'],
    ['\uFEFF', 'an empty file'],
    ['<!doctype html><html>', 'a web page'],
    ['\uFEFF \n<svg/>', 'a web page'],
    ['{\0"\0a\0', 'text in another encoding'],
    ['\uFFFD\uFFFD{', 'text in another encoding'],
  ])('%j is %s', (text, found) => expect(onlyProblem(text)).toMatchObject({ path: '', found }));

  test('a file of more than five million characters, not one of as many', () => {
    const tooMuch = { found: 'a file of 5.0 MB', expected: 'at most 5 MB' };
    expect(onlyProblem(' '.repeat(MOST_CHARACTERS + 1))).toMatchObject(tooMuch);
    expect(readJson(`1${' '.repeat(MOST_CHARACTERS - 1)}`)).toEqual({ value: 1, problems: [] });
  });

  // Line 2 begins with a quote and 300 letters, so the lost letter is in column 302.
  test('a letter that is no UTF-8, however far on, with its place', () => {
    const lost = onlyProblem(`[1,\n"${'x'.repeat(300)}\uFFFD"]`);
    expect(lost).toMatchObject({
      found: 'text in another encoding',
      hint: expect.stringContaining('line 2, column 302 '),
    });
  });
});

describe('a mistake is reported with its place and a remedy', () => {
  test.each([
    ['{"a":1', 'a', 'the end of the file at line 1, column 7', 'a comma or }'],
    ['[1 2]', '0', '"2]" at line 1, column 4', 'a comma or ]'],
    ['{"a":{"b":[1,\n  x]}}', 'a.b.1', '"x]}}" at line 2, column 3', 'a value'],
    ['{"a" 1}', 'a', '"1}" at line 1, column 6', 'a colon'],
    ['{a:1}', '', '"a:1}" at line 1, column 2', 'a name in double quotes'],
    ['1 2', '', '"2" at line 1, column 3', 'nothing after the model'],
    ['{"a":"x\ny"}', 'a', '"\\u000ay"}" at line 1, column 8', 'a value'],
    ['["\\x"]', '0', '"\\x"]" at line 1, column 3', 'a value'],
    ['\n\n{"a":tru}', 'a', '"tru}" at line 3, column 6', 'a value'],
    ['[1,2,', '2', 'the end of the file at line 1, column 6', 'a value'],
    ['"abc', '', 'the end of the file at line 1, column 5', 'a value'],
    ['{"a":\n  2,400}', 'a', '"2,400}" at line 2, column 3', 'a name in double quotes'],
    ['[123456789012345 6]', '0', '"6]" at line 1, column 18', 'a comma or ]'],
    ['[1 abcdefghijklmnop]', '0', '"abcdefghijkl" at line 1, column 4', 'a comma or ]'],
  ])('%j', (text, path, found, expected) => expect(onlyProblem(text)).toMatchObject({ path, found, expected }));

  test.each([
    ['{"a":1,}', 'Remove the comma before it.'],
    ['{1:2}', 'Names are written "like this".'],
    ['{"a":1,\n // ours\n"b":2}', 'JSON has no comments; put the words in "about".'],
    ['{"a":1 /* ours */}', 'JSON has no comments; put the words in "about".'],
    ['// ours\n{"a":1}', 'JSON has no comments; put the words in "about".'],
    ['{"a":1}\n# ours', 'JSON has no comments; put the words in "about".'],
    ['{"a" /* ours */ :1}', 'JSON has no comments; put the words in "about".'],
    ['{"a":2,400}', 'Write 2400 (no comma).'],
    ['{"a":1,250,000,"b":3}', 'Write 1250000 (no comma).'],
    ['{"a":3,5}', 'Use a point: 3.5.'],
    ['[7,050]', 'Write 7050 (no comma).'],
    ['{"a":007}', 'Write 7.'],
    ['{"a":.5}', 'Write 0.5.'],
    ['{"a":+4}', 'Write 4.'],
    ['{"a":35%}', 'Write a share as a fraction of one: 0.35.'],
    ['{"a":£3,000}', 'Write 3000 (digits only).'],
    ['[1,]', 'Remove the comma before it, or give the value that is missing.'],
    ['{"a":}', 'Remove the comma before it, or give the value that is missing.'],
    ["['x']", 'Texts are written in straight double quotes.'],
    ['[“x”]', 'Texts are written in straight double quotes.'],
    ['[NaN]', 'Only plain decimal numbers can be used.'],
    ['[-infinity]', 'Only plain decimal numbers can be used.'],
    ['[// no\n1]', 'JSON has no comments; put the words in "about".'],
    ['[/* no */1]', 'JSON has no comments; put the words in "about".'],
    ['[x]', 'A value is a number, a text in double quotes, true, false, null, a list or an object.'],
    ['[xNaN]', 'A value is a number, a text in double quotes, true, false, null, a list or an object.'],
    ['[x]]', 'A value is a number, a text in double quotes, true, false, null, a list or an object.'],
    ["[x']", 'A value is a number, a text in double quotes, true, false, null, a list or an object.'],
    ['[x/*]', 'A value is a number, a text in double quotes, true, false, null, a list or an object.'],
    ['[/x]', 'A value is a number, a text in double quotes, true, false, null, a list or an object.'],
    ['{"a":1 "b":2}', 'A comma or a bracket is missing just before this.'],
    ['{} {}', 'Remove what follows the last }.'],
    ['{"a":1]', 'A comma or a bracket is missing just before this.'],
    ['[1}', 'A comma or a bracket is missing just before this.'],
  ])('%j: %s', (text, hint) => expect(onlyProblem(text).hint).toBe(hint));

  test('nesting is allowed to a depth, and no deeper', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(readJson(nested(MOST_LEVELS)).problems).toEqual([]);
    expect(onlyProblem(nested(MOST_LEVELS + 1)).expected).toBe(`at most ${MOST_LEVELS} levels of nesting`);
    expect(onlyProblem('{"a":'.repeat(100_000)).expected).toBe(`at most ${MOST_LEVELS} levels of nesting`);
  });
});

describe('a key given twice', () => {
  test('is reported with both lines, and reading continues', () => {
    const { problems } = readJson('{"a":1,\n"b":{"c":1,"c":2},\n"a":3,"d":{"a":1}}');
    expect(problems.map(({ path, found }) => [path, found])).toEqual([
      ['b.c', 'the key "c" twice, on line 2 and line 2'],
      ['a', 'the key "a" twice, on line 1 and line 3'],
    ]);
  });

  test('in many places, is reported no more often than anyone would read', () => {
    const { problems } = readJson(`[${Array(100).fill('{"a":1,"a":2}').join(',')}]`);
    expect(problems.length).toBe(MOST_PROBLEMS);
    expect(problems.at(-1)!.path).toBe(`${MOST_PROBLEMS - 1}.a`);
  });

  test('is the same key however it is written', () => {
    expect(onlyProblem('{"a":1,"\\u0061":2}').path).toBe('a');
    expect(readJson('{"__proto__":1}').problems).toEqual([]);
  });
});
