// The mixes that a search chooses among, beside a plain count of them all: those within a number of places, those at its edge, the numbers of places there are.
import { expect, it } from 'vitest';
import fc from '../properties.ts';
import { settingsOf } from '../../engine/index.ts';
import { addedBy, settingsAtEdge, settingsWithin } from '../../engine/study/select/setting.ts';

const lever = fc
  .record({ from: fc.integer({ min: 0, max: 6 }), steps: fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 }) })
  .map(({ from, steps }) => {
    const values = steps.reduce((all, step) => [...all, all.at(-1)! + step], [2]);
    return { path: 'a', from, values };
  });

it('are those of a plain count', () => {
  fc.assert(
    fc.property(
      fc.array(lever, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: -20, max: 30 }),
      (levers, places) => {
        const mixes = settingsOf(levers);
        const all = levers
          .reduce<number[][]>((some, { values }) => some.flatMap((one) => values.map((_, at) => [...one, at])), [[]])
          .map(mixes.at);
        expect(all.length).toBe(mixes.count);
        const within = all.filter(({ added }) => added <= places);
        expect(settingsWithin(mixes, places)).toEqual(within);
        const isBelow = (a: readonly number[], b: readonly number[]) => a.every((step, l) => step <= b[l]);
        const atEdge = within.filter(
          (one) => !within.some((other) => other !== one && isBelow(one.steps, other.steps)),
        );
        expect(new Set(settingsAtEdge(mixes, places))).toEqual(new Set(atEdge));
        expect(addedBy(mixes, places)).toEqual(
          [...new Set(within.map(({ added }) => added))].toSorted((a, b) => a - b),
        );
      },
    ),
  );
});

it('count what is added from where each number stands, without the dust of steps of a tenth', () => {
  const mixes = settingsOf([{ path: 'days', from: 0.3, values: [0.1, 0.2, 0.3, 0.4] }]);
  expect(settingsWithin(mixes, 0.1).map(({ added }) => added)).toEqual([-0.2, -0.1, 0, 0.1]);
});
