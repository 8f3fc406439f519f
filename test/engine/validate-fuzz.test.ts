// Damaged documents and texts of every kind: each is answered quickly, with a model or with problems in words.
import { expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import { compile } from '../../engine/network/compile-request.ts';
import { optionsOf } from '../../engine/model/option.ts';
import { sayProblem } from '../../engine/ground/problem.ts';
import { readModel, validate } from '../../engine/model/validation/validate.ts';
import { smallDocument, wideDocument } from './small-model.ts';

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
  { by: 'locality', city: 'ward', else: [] },
  { by: 'stream', else: { by: 'age', else: 1 } },
  { days: 'Mon-Fri', fromHour: 9, toHour: 17 },
  { days: 'Weekdays' },
  { first: 4, last: 1 },
  [{ to: 'need' }],
  [{ to: 'co-ordinators', share: 0.5 }],
  { shape: 'fixed' },
  { shape: 'fixed', days: 0 },
];
const oddValue = fc.oneof(fc.constantFrom(...oddities), fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>);

/** Every place of a document, as keys from the top. */
const places = (node: unknown, keys: string[] = []): string[][] =>
  typeof node === 'object' && node !== null
    ? [keys, ...Object.keys(node).flatMap((key) => places((node as Record<string, unknown>)[key], [...keys, key]))]
    : [keys];
const documents = [smallDocument, wideDocument];
const KEYS = [
  'beds',
  'staff',
  'by',
  'else',
  'next',
  'x',
  'toString',
  'hours',
  'admits',
  'releases',
  'prepare',
  'movesOn',
];
const edits = fc.constantFrom(...documents).chain((document) =>
  fc.record({
    document: fc.constant(document),
    edits: fc.array(
      fc.record({
        at: fc.constantFrom(...places(document()).filter((keys) => keys.length > 0)),
        how: fc.constantFrom('delete', 'replace', 'add'),
        key: fc.constantFrom(...KEYS, 'visits', 'visitsPerDay', 'takesAll', 'costs', 'attributes', 'locality', 'west'),
        value: oddValue,
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

test('documents with places deleted, replaced and added are answered, quickly; what is accepted can be compiled', () => {
  fc.assert(
    fc.property(edits, (given) => {
      const document = structuredClone<unknown>(given.document());
      for (const { at, how, key, value } of given.edits) {
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
      const { model } = validate(document);
      for (const { id } of model === undefined ? [] : optionsOf(model)) compile(model!, { option: id });
    }),
    { numRuns: cases(600) },
  );
});

test('texts with characters cut, put in and changed are answered, quickly', () => {
  const texts = documents.map((document) => JSON.stringify(document(), null, 1));
  const change = fc.record({
    at: fc.nat(Math.max(...texts.map((text) => text.length))),
    cut: fc.nat(20),
    put: fc.string({ unit: 'binary', maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 5 }), (text, changes) => {
      const mutated = changes.reduce((now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut), text);
      answered(() => readModel(mutated));
    }),
    { numRuns: cases(600) },
  );
});

test('any text and any value at all is answered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => answered(() => readModel(text))),
    { numRuns: cases(300) },
  );
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true, withSparseArray: true }), (value) =>
      answered(() => validate(value)),
    ),
    { numRuns: cases(300) },
  );
});

function answered(ask: () => ReturnType<typeof validate>): void {
  const began = process.cpuUsage();
  const { model, problems } = ask();
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000); // of the processor's time, however busy it is
  expect(model === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
  expect(problems.length).toBeLessThanOrEqual(50);
  for (const problem of problems)
    for (const words of [problem.found, problem.expected, problem.hint])
      expect(words, sayProblem(problem)).not.toBe('');
}
