// Several numbers moved as one: on a straight line from where they stand to their most, never back, never past an end, on each one's own steps.
import { expect, it } from 'vitest';
import fc from '../properties.ts';
import { together, valuesToTry } from '../../engine/index.ts';

it('by hand: the one with the most steps takes one at a time, the others keep pace', () => {
  const { tries, at } = together([
    { path: 'home', from: 27, most: 37, step: 1 },
    { path: 'beds', from: 3, most: 8, step: 1 },
    { path: 'days', from: 0.5, most: 1, step: 0.25 },
  ]);
  expect(tries).toEqual({ least: 0, most: 10, step: 1 });
  expect([0, 1, 3, 5, 10].map(at)).toEqual([
    { home: 27, beds: 3, days: 0.5 },
    { home: 28, beds: 4, days: 0.5 },
    { home: 30, beds: 5, days: 0.75 },
    { home: 32, beds: 6, days: 0.75 },
    { home: 37, beds: 8, days: 1 },
  ]);
});

it('leaves a number that is at its most, or beyond it, where it is', () => {
  const { tries, at } = together([
    { path: 'full', from: 50, most: 40, step: 1 },
    { path: 'beds', from: 3, most: 5, step: 1 },
  ]);
  expect(valuesToTry(tries).map(at)).toEqual([3, 4, 5].map((beds) => ({ full: 50, beds })));
});

it('rises from one end to the other within half a step of the line, and no step of it changes nothing', () => {
  const one = fc
    .record({
      from: fc.integer({ min: 0, max: 500 }),
      more: fc.integer({ min: 0, max: 500 }),
      step: fc.constantFrom(1, 2, 5, 0.5, 0.1),
    })
    .map(({ from, more, step }) => ({ from, most: from + more, step }));
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), (list) => {
      fc.pre(list.some(({ from, most }) => most > from));
      const moved = list.map((each, n) => ({ path: `n${n}`, ...each }));
      const { tries, at } = together(moved);
      const all = valuesToTry(tries).map(at);
      expect(new Set(all.map((values) => JSON.stringify(values))).size).toBe(all.length);
      for (const { path, from, most, step } of moved) {
        const its = all.map((values) => values[path]);
        expect([its[0], its.at(-1)]).toEqual([from, most]);
        its.forEach((value, n) => {
          expect(Math.abs(value - (from + ((most - from) * n) / tries.most))).toBeLessThanOrEqual(step / 2 + 1e-9);
          if (n > 0) expect(value).toBeGreaterThanOrEqual(its[n - 1]);
        });
      }
    }),
  );
});
