// Bad documents: each is refused at the right path, in words that say what was found, what was expected and what to do.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sayProblem, type Problem } from '../../engine/ground/problem.ts';
import { jsonSchemaText } from '../../engine/model/schema.ts';
import { readModel, validate } from '../../engine/model/validation/validate.ts';
import { ruleCases, senseCases, shapeCases, wordCases } from './bad-documents.ts';
import { smallDocument, smallWith, wideDocument, wideWith } from './small-model.ts';

const models = join(import.meta.dirname, '../../models');

/** The one problem at a path; the others may be about other things. */
function problemAt(input: unknown, path: string): Problem {
  const { model, problems } = validate(input);
  const problem = problems.find((one) => one.path === path);
  if (problem === undefined) throw new Error(`nothing at ${path}, only:\n${problems.map(sayProblem).join('\n')}`);
  if (problem.severity === 'error') expect(model).toBeUndefined();
  return problem;
}

test('the small document is a model, without a word', () => {
  expect(validate(smallDocument())).toMatchObject({ model: { id: 'small' }, problems: [] });
  expect(readModel(`\uFEFF${JSON.stringify(smallDocument())}`).model).toBeDefined();
});

test('the wide document is a model, without a word', () => {
  expect(validate(wideDocument())).toMatchObject({ model: { id: 'wide' }, problems: [] });
});

test('a problem is one sentence: where, found, expected, what to do', () => {
  const problem = problemAt(smallWith('stations/ward/beds', -3), 'stations.ward.beds');
  expect(sayProblem(problem)).toBe(
    'stations.ward.beds: found -3; expected a whole number of 0 or more, or the word "unlimited". It is "Beds", in places.',
  );
});

describe('shape', () => {
  test.each(shapeCases)('%s', (_, at, value, path, found, expected, hint) =>
    check(problemAt(smallWith(at, value), path), found, expected, hint),
  );
});
describe('sense', () => {
  test.each(senseCases)('%s', (_, at, value, path, found, expected, hint) =>
    check(problemAt(smallWith(at, value), path), found, expected, hint),
  );
});

describe('rules', () => {
  test.each(ruleCases)('%s', (_, at, value, path, found, expected, hint) =>
    check(problemAt(wideWith(at, value), path), found, expected, hint),
  );
});
describe('consequences', () => {
  // A place that only takes people in at night, for alternatives to name.
  const night = {
    kind: 'ward',
    label: 'Night',
    beds: 2,
    admits: { days: 'Mon-Sun', fromHour: 20 },
    stay: { shape: 'fixed', days: 1 },
    next: [{ to: 'home' }],
  };
  test.each(wordCases)('%s', (_, at, value, path, found, expected, hint) => {
    const document = wideWith(at, value) as ReturnType<typeof wideDocument>;
    const withNight = { ...document, stations: { ...document.stations, night } };
    expect(validate(withNight).model).toBeDefined();
    check(problemAt(withNight, path), found, expected, hint, 'warning');
  });
});

function check(
  problem: Problem,
  found: string | RegExp,
  expected: RegExp,
  hint: RegExp,
  severity: Problem['severity'] = 'error',
): void {
  expect(problem.severity).toBe(severity);
  if (typeof found === 'string') expect(problem.found).toBe(found);
  else expect(problem.found).toMatch(found);
  expect(problem.expected).toMatch(expected);
  expect(problem.hint).toMatch(hint);
}

test('unseen characters are refused, and shown as what they are', () => {
  const problem = problemAt(smallWith('stations/ward/label', 'a\u0000b'), 'stations.ward.label');
  expect(problem.found).toBe('the text "a\\u0000b"');
  problemAt(smallWith('title', 'a\u202eb'), 'title');
  problemAt(smallWith('title', '\ud800'), 'title');
  problemAt(smallWith('title', 'a\uffff'), 'title');
});

test.each(['__proto__', 'constructor', 'prototype'])(
  'the key %s is refused wherever it is, and reaches nothing',
  (key) => {
    const inside = `{"${key}": {"polluted": true}}`;
    const whole = JSON.stringify(smallDocument()).slice(1);
    for (const text of [
      `{"${key}": {"polluted": true}, ${whole}`,
      `{"stations": ${inside}}`,
      `{"evidence": {"a": [${inside}]}}`,
    ]) {
      const { model, problems } = readModel(text);
      expect(model).toBeUndefined();
      expect(problems[0].found).toBe(`unknown field "${key}"`);
    }
    problemAt(
      smallWith('options/0/set', { [`stations.${key}.polluted`]: 1 }),
      `options.0.set.stations.${key}.polluted`,
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  },
);

describe('text', () => {
  const only = (text: string) => {
    const began = process.cpuUsage();
    const { model, problems } = readModel(text);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2000); // of the processor's time, however busy it is
    expect(model).toBeUndefined();
    expect(problems).toHaveLength(1);
    return problems[0];
  };
  test('50 MB', () =>
    expect(only(' '.repeat(50_000_000))).toMatchObject({
      path: '',
      found: 'a file of 50.0 MB',
      expected: 'at most 5 MB',
    }));
  test.each([1000, 100_000])('%d levels deep', (levels) => {
    expect(only('['.repeat(levels)).expected).toBe('at most 50 levels of nesting');
    expect(only('{"a":'.repeat(levels)).expected).toBe('at most 50 levels of nesting');
  });
  test('one text of nearly 5 MB', () => expect(only(`"${'x'.repeat(4_900_000)}"`).expected).toMatch(/a model/));
  test.each([
    ['', 'an empty file'],
    [' \n', 'an empty file'],
    ['<!doctype html><html></html>', 'a web page'],
    ['[]', 'an empty list'],
    ['null', 'null'],
    ['42', '42'],
    ['"model"', 'the text "model"'],
    ['{\0"\0', 'text in another encoding'],
    ['{"manifest": {}, "summary": []}', 'a file of results'],
  ])('%j', (text, found) => expect(only(text)).toMatchObject({ path: '', found }));
  test('a mistake has its line and column', () => {
    expect(only('{\n  "stations": {\n    "a": 1,\n  }\n}')).toMatchObject({
      path: 'stations.a',
      found: '"}\\u000a}" at line 4, column 3',
      expected: 'a name in double quotes',
    });
    expect(only('{"a": NaN}')).toMatchObject({
      path: 'a',
      found: '"NaN}" at line 1, column 7',
      hint: 'Only plain decimal numbers can be used.',
    });
    expect(only('{"a": 012}').found).toBe('"12}" at line 1, column 8');
    expect(only('{"a": [1, 2').found).toBe('the end of the file at line 1, column 12');
    expect(only('{} x').expected).toBe('nothing after the model');
  });
  test('a number beyond all numbers', () => {
    const text = JSON.stringify(smallDocument()).replace('"beds":12', '"beds":1e999');
    expect(only(text)).toMatchObject({ path: 'stations.ward.beds', found: 'Infinity, which is not a finite number' });
  });
  test('a key given twice', () => {
    const problem = only('{\n"stations": {"p1": {"beds": 1,\n"beds": 2}}}');
    expect(problem).toMatchObject({ path: 'stations.p1.beds', found: 'the key "beds" twice, on line 2 and line 3' });
  });
});

test('callers without JSON: cycles, dates and functions', () => {
  const cyclic = smallDocument() as unknown as Record<string, unknown>;
  cyclic['self'] = [cyclic, cyclic];
  expect(validate(cyclic).problems[0].found).toMatch(/50 levels/);
  problemAt(smallWith('title', new Date(0)), 'title');
  expect(validate(() => 1).problems[0].path).toBe('');
  expect(validate(undefined).problems[0].found).toBe('nothing');
});

test('no more than fifty problems, errors first, always the same', () => {
  const stations = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`s${at}`, { kind: 'ward', label: '', bed: at }]),
  );
  const first = validate(smallWith('stations', stations));
  expect(first.problems).toHaveLength(50);
  expect(validate(smallWith('stations', stations))).toEqual(first);
});

test('every shipped model is one', () => {
  for (const file of readdirSync(models).filter((name) => name.endsWith('.json') && name !== 'model.schema.json')) {
    const { model, problems } = readModel(readFileSync(join(models, file), 'utf8'));
    expect(problems.filter((problem) => problem.severity === 'error').map(sayProblem), file).toEqual([]);
    expect(model).toBeDefined();
  }
});

test('models/model.schema.json is what the code says; to write it: npx onward schema > models/model.schema.json', () => {
  const file = join(models, 'model.schema.json');
  expect(existsSync(file) && readFileSync(file, 'utf8')).toBe(jsonSchemaText());
});
