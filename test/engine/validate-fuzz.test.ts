// Spoilt documents and texts of every kind: each is answered, quickly, with a model or with problems in words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sayProblem } from '../../engine/problem.ts';
import { readModel, validate } from '../../engine/validate.ts';
import { smallDocument } from './small-model.ts';

const oddities = [
  null,
  true,
  '',
  'unlimited',
  'p1',
  'need',
  '__proto__',
  0,
  -1,
  0.5,
  1e308,
  NaN,
  [],
  {},
  [[]],
  { by: 'need' },
  { shape: 'fixed' },
  { shape: 'fixed', days: 0 },
];
const oddValue = fc.oneof(fc.constantFrom(...oddities), fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>);

/** Every place of a document, as keys from the top. */
const places = (node: unknown, keys: string[] = []): string[][] =>
  typeof node === 'object' && node !== null
    ? [keys, ...Object.keys(node).flatMap((key) => places((node as Record<string, unknown>)[key], [...keys, key]))]
    : [keys];
const all = places(smallDocument()).filter((keys) => keys.length > 0);
const edit = fc.record({
  at: fc.constantFrom(...all),
  how: fc.constantFrom('delete', 'replace', 'add'),
  key: fc.constantFrom('beds', 'by', 'else', 'next', 'x', 'toString'),
  value: oddValue,
});

test('documents with places deleted, replaced and added are answered, quickly', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const document = structuredClone(smallDocument());
      for (const { at, how, key, value } of edits) {
        const parent = at
          .slice(0, -1)
          .reduce<unknown>(
            (node, each) => (Object(node) === node ? (node as Record<string, unknown>)[each] : undefined),
            document,
          );
        if (Object(parent) !== parent) continue;
        const place = parent as Record<string, unknown>;
        if (how === 'delete') delete place[at.at(-1)!];
        else if (how === 'replace') place[at.at(-1)!] = structuredClone(value);
        else place[key] = structuredClone(value);
      }
      answered(() => validate(document));
      answered(() => readModel(JSON.stringify(document)));
    }),
    { numRuns: 600, seed: 2019 },
  );
});

test('texts with characters cut, put in and changed are answered, quickly', () => {
  const text = JSON.stringify(smallDocument(), null, 1);
  const change = fc.record({
    at: fc.nat(text.length),
    cut: fc.nat(20),
    put: fc.string({ unit: 'binary', maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const mutated = changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text);
      answered(() => readModel(mutated));
    }),
    { numRuns: 600, seed: 2019 },
  );
});

test('any text and any value at all is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => answered(() => readModel(text))),
    { numRuns: 300, seed: 2019 },
  );
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true, withSparseArray: true }), (value) =>
      answered(() => validate(value)),
    ),
    { numRuns: 300, seed: 2019 },
  );
});

function answered(ask: () => ReturnType<typeof validate>): void {
  const began = performance.now();
  const { model, problems } = ask();
  expect(performance.now() - began).toBeLessThan(1000);
  expect(model === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
  expect(problems.length).toBeLessThanOrEqual(50);
  for (const problem of problems)
    for (const words of [problem.found, problem.expected, problem.hint])
      expect(words, sayProblem(problem)).not.toBe('');
}
