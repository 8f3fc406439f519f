// The page's build of zod finds what the usual one finds, in the same words: the engine is loaded with each and compared.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import fc, { cases } from '../properties.ts';
import type * as engine from '../../engine/index.ts';
import type * as documents from '../../engine/model/document.ts';
import { senseCases, shapeCases } from '../engine/bad-documents.ts';
import { smallWith } from '../engine/small-model.ts';

const models = join(import.meta.dirname, '../../models');
const shipped = readdirSync(models)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => readFileSync(join(models, name), 'utf8'));

type Engine = typeof engine & typeof documents;
let [usual, small] = [] as unknown as [Engine, Engine];
const fresh = async (): Promise<Engine> => ({
  ...(await import('../../engine/index.ts')),
  ...(await import('../../engine/model/document.ts')),
});

beforeAll(async () => {
  usual = await fresh();
  vi.resetModules();
  vi.doMock('zod', () => import('../../ui/worker/small-zod.ts'));
  small = await fresh();
});
afterAll(() => void vi.doUnmock('zod'));

const both = (input: unknown) => [small.validate(input), usual.validate(input)] as const;

it('it is another edition that is compared', () => {
  expect(small.modelSchema).not.toBe(usual.modelSchema);
  expect('toJSONSchema' in usual.modelSchema).toBe(true);
  expect('toJSONSchema' in small.modelSchema).toBe(false);
});

describe('shipped models', () => {
  it.each(shipped)('%# is the same model with the same facts', (text) => {
    const [mine, theirs] = [small.readModel(text), usual.readModel(text)];
    expect(mine).toEqual(theirs);
    const paths = usual.numberPaths(theirs.model!);
    expect(small.numberPaths(mine.model!)).toEqual(paths);
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) expect(small.factsOf(mine.model!, path)).toEqual(usual.factsOf(theirs.model!, path));
  });
});

describe('bad documents', () => {
  it.each([...shapeCases, ...senseCases])('%s', (_, at, value) => {
    const [mine, theirs] = both(smallWith(at, value));
    expect(theirs.problems.length).toBeGreaterThan(0);
    expect(mine).toEqual(theirs);
  });
});

/** Every place of a document, as keys from the top. */
const places = (node: unknown, keys: readonly string[] = []): (readonly string[])[] =>
  typeof node === 'object' && node !== null
    ? [keys, ...Object.entries(node).flatMap(([key, inner]) => places(inner, [...keys, key]))]
    : [keys];

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', 'unlimited', 'need', 0, -1, 0.5, 1e308, Number.NaN, '12', [], {}, [[]]),
  fc.constantFrom<unknown>({ by: 'need' }, { shape: 'fixed' }, { shape: 'gamma', meanDays: 0, sdDays: -1 }),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
);

it('spoilt documents give the same problems, one by one', () => {
  const whole = shipped.map((text) => ({ text, at: places(JSON.parse(text)).filter((keys) => keys.length > 0) }));
  const spoilt = fc.constantFrom(...whole).chain(({ text, at }) =>
    fc.record({
      text: fc.constant(text),
      edits: fc.array(fc.tuple(fc.constantFrom(...at), odd), { minLength: 1, maxLength: 3 }),
    }),
  );
  let refused = 0;
  fc.assert(
    fc.property(spoilt, ({ text, edits }) => {
      const document: unknown = JSON.parse(text);
      for (const [keys, value] of edits) put(document, keys, value);
      const [mine, theirs] = both(document);
      if (!theirs.model) refused++;
      expect(mine).toEqual(theirs);
    }),
    { numRuns: cases(600) },
  );
  expect(refused).toBeGreaterThan(300);
});

function put(document: unknown, keys: readonly string[], value: unknown): void {
  const parent = keys.slice(0, -1).reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), document);
  if (isObject(parent)) parent[keys.at(-1)!] = value;
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
