// The soak in short: what `onward bench --only soak` measures over a thousand million events, over two million.
import { expect, it } from 'vitest';
import { soak } from '../../cli/bench/soak.ts';

it('looks at the memory twenty times, and what is in use does not grow with the events', () => {
  const { result } = soak(2_000_000);
  const { looks, events } = result as { looks: { events: number; usedMB: number }[]; events: number };
  expect([looks.length, events >= 2_000_000]).toEqual([20, true]);
  // Programs are made while it begins, so only the second half is held to be flat.
  const used = looks.slice(10).map(({ usedMB }) => usedMB);
  expect(Math.max(...used) / used[0]).toBeLessThan(1.05);
});
