// What fuzzing once found stays mended, and a few changed inputs of everything that people bring find nothing new. `node tools/fuzz.mjs` tries many.
import { expect, it } from 'vitest';
import { cases } from '../properties.ts';
import { once } from './found.ts';
import { fuzz } from './fuzzer.ts';
import { faultOf } from './oracle.ts';
import { targets } from './targets/index.ts';

/** Of each: some that it begins with, and changed ones. */
const [SEEDS, CHANGED] = [12, 25];

it.each(once.map(({ was, ...one }) => [was, one] as const))(
  '%s: no more',
  async (_was, { target, input, encoding }) => {
    const bytes = Uint8Array.from(Buffer.from(input, encoding ?? 'utf8'));
    expect((await faultOf(await targets[target].load(), bytes))?.words).toBeUndefined();
  },
);

it.each(Object.keys(targets))('%s: what it begins with, and a few changes', async (name) => {
  const whole = await targets[name].load();
  const target = { ...whole, seeds: () => whole.seeds().slice(0, SEEDS) };
  const inputs = target.seeds().length + cases(CHANGED);
  const { tried, accepted, found } = await fuzz(target, { inputs, seed: 2026 });
  expect(found.map(({ words, input }) => `${words}\n${Buffer.from(input).toString('latin1')}`)).toEqual([]);
  expect(tried).toBe(inputs);
  expect(accepted).toBeGreaterThan(0);
});
