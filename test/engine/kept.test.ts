// What is kept is bounded, and what is in use is not made anew because of others.
import { expect, it } from 'vitest';
import { kept } from '../../engine/distributions/kept.ts';

it('makes a thing once, and lets go of what was used the longest ago', () => {
  const made: number[] = [];
  const of = kept(2, (key: number) => {
    made.push(key);
    return { key };
  });
  const first = of(1);
  of(2);
  expect(of(1)).toBe(first);
  of(3); // 2 goes
  expect(of(1)).toBe(first);
  of(2);
  expect(made).toEqual([1, 2, 3, 2]);
});
