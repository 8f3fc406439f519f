// Problems in words: how values and lists are written, which name was meant, and how much is reported at once.
import { describe, expect, test } from 'vitest';
import {
  error,
  firstProblems,
  listWords,
  MOST_PROBLEMS,
  nameHint,
  nearestName,
  Refusal,
  sayProblem,
  sayValue,
  shortText,
  warning,
} from '../../engine/ground/problem.ts';

test('a problem is one sentence and its hint', () => {
  expect(sayProblem(error('stations.p1.beds', '-3', '0 or more', 'Count the beds.'))).toBe(
    'stations.p1.beds: found -3; expected 0 or more. Count the beds.',
  );
  expect(sayProblem(warning('', 'nothing', 'a model', ''))).toBe('the document: found nothing; expected a model.');
});

test('a refusal says all its problems and keeps them', () => {
  const problems = [error('a', '1', '2', ''), warning('b', '3', '4', 'Look.')];
  const refusal = new Refusal(problems);
  expect(refusal).toBeInstanceOf(Error);
  expect([refusal.name, refusal.problems]).toEqual(['Refusal', problems]);
  expect(refusal.message).toBe('a: found 1; expected 2.\nb: found 3; expected 4. Look.');
});

test('errors come first, each kind in its order, and never more than anyone reads', () => {
  const [w1, e1, w2, e2] = [
    warning('w1', '', '', ''),
    error('e1', '', '', ''),
    warning('w2', '', '', ''),
    error('e2', '', '', ''),
  ];
  expect(firstProblems([w1, e1, w2, e2])).toEqual([e1, e2, w1, w2]);
  expect(firstProblems([...Array<typeof w1>(80).fill(w1), e1])).toEqual([
    e1,
    ...Array<typeof w1>(MOST_PROBLEMS - 1).fill(w1),
  ]);
});

test('a text is shown short, with what cannot be seen written out', () => {
  expect(shortText('x'.repeat(60))).toBe('x'.repeat(60));
  expect(shortText('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
  expect(shortText('abcdef', 4)).toBe('abc…');
  expect(shortText('a\n\u202eb\u0000')).toBe('a\\u000a\\u202eb\\u0000');
  expect(shortText('\ud800')).toBe('\\ud800');
  expect(shortText('ü 😀')).toBe('ü 😀');
});

test.each<[unknown, string]>([
  [undefined, 'nothing'],
  ['', 'an empty text'],
  ['12', 'the text "12"'],
  [-3.5, '-3.5'],
  [NaN, 'NaN, which is not a number'],
  [[], 'an empty list'],
  [[1, 2, 3], 'a list of 3'],
  [null, 'null'],
  [true, 'true'],
  [{}, 'an empty object'],
  [{ kind: 1 }, 'an object with kind'],
  [{ kind: 1, label: 2 }, 'an object with kind and label'],
  [{ a: 1, b: 2, c: 3, d: 4 }, 'an object with a, b, c and d'],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, 'an object with a, b, c and d …'],
  [{ ['k'.repeat(40)]: 1 }, `an object with ${'k'.repeat(29)}…`],
  [12n, '12'],
])('the value %o is said as "%s"', (value, words) => expect(sayValue(value)).toBe(words));

test('lists in words', () => {
  expect([listWords([]), listWords(['a']), listWords(['a', 'b']), listWords(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ]);
});

test('a hint names the nearest, or what there is, or that there is nothing', () => {
  expect(nameHint('bed', ['places', 'beds'], 'keys')).toBe('Did you mean "beds"?');
  expect(nameHint('x', [], 'options')).toBe('There are no options.');
  expect(nameHint('zzzz', ['beds', 'stay'], 'keys')).toBe('The keys are beds and stay.');
  const many = Array.from({ length: 12 }, (_, n) => `name${n}`);
  expect(nameHint('?', many, 'keys')).toBe(`The keys are ${many.slice(0, 11).join(', ')} and name11.`);
  expect(nameHint('?', [...many, 'last'], 'keys')).toBe(`The keys are ${many.join(', ')} and more.`);
  expect(nameHint('?', ['n'.repeat(50)], 'keys')).toBe(`The keys are ${'n'.repeat(39)}….`);
});

describe('the nearest name', () => {
  // Letters put in, left out, replaced, or swapped with their neighbour: one mistake each.
  test.each([
    ['bedss', 'beds'],
    ['bds', 'beds'],
    ['bads', 'beds'],
    ['bdes', 'beds'],
    ['ebds', 'beds'],
    ['BEDS', 'beds'],
    ['plcaes', 'places'],
  ])('%s means %s', (word, name) => expect(nearestName(word, ['places', 'beds', 'stay'])).toBe(name));

  test('may differ in a third of its letters, one at the least, and in no more', () => {
    expect(nearestName('stationx', ['stations'])).toBe('stations');
    expect(nearestName('stabionx', ['stations'])).toBe('stations');
    expect(nearestName('sbabionx', ['stations'])).toBeNull();
    expect(nearestName('bex', ['bed'])).toBe('bed');
    expect(nearestName('bxx', ['bed'])).toBeNull();
    expect(nearestName('abcdef', ['abcd'])).toBe('abcd');
    expect(nearestName('abcdefgh', ['abcde'])).toBeNull();
  });

  test('counts a swap as one mistake only where the same two letters change places', () => {
    for (const [word, name] of [
      ['abx', 'cax'],
      ['abx', 'bcx'],
      ['bdesx', 'beds'],
    ] as const)
      expect(nearestName(word, [name])).toBeNull();
  });

  test('is the one with fewest mistakes, and of equals the first', () => {
    expect(nearestName('wardd', ['cards', 'ward', 'wards'])).toBe('ward');
    expect(nearestName('wart', ['ward', 'warm'])).toBe('ward');
  });

  test('is not one of which every letter is different', () => {
    expect(nearestName('x', ['a', 'b'])).toBeNull();
    expect(nearestName('p2', ['p1', 'p3'])).toBe('p1');
  });

  test('may be one whose end is missing, from three letters on', () => {
    expect(nearestName('mean', ['sdDays', 'meanDays', 'meanHours'])).toBe('meanDays');
    expect(nearestName('Mea', ['meanDays'])).toBe('meanDays');
    expect(nearestName('me', ['meanDays'])).toBeNull();
    expect(nearestName('days', ['meanDays'])).toBeNull();
  });

  test('is not looked for when the word is longer than any name', () => {
    const long = 'x'.repeat(200);
    expect(nearestName(long, [long])).toBe(long);
    expect(nearestName(`${long}x`, [`${long}x`])).toBeNull();
  });
});
