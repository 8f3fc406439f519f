// The arithmetic of two builds that take turns, by hand.
import { describe, expect, it } from 'vitest';
import { pairedRatio, quartiles, sayQuartiles, takeTurns } from '../../cli/bench/against/paired.ts';

describe('ratios', () => {
  it('are taken round by round, and then their middle: 3, 2, 8 and 1 of four rounds', () => {
    // In order 1 2 3 8. Type 7 looks at 0.75, 1.5 and 2.25 steps from the least.
    expect(pairedRatio([30, 4, 8, 5], [10, 2, 1, 5])).toEqual({ lower: 1.75, median: 2.5, upper: 4.25 });
  });

  it('are not those of the middles, which a round of noise would decide', () => {
    // Rounds two and three found a machine half as fast: both sides paid for it.
    const [ours, theirs] = [
      [12, 6, 6],
      [10, 5, 5],
    ];
    for (const each of Object.values(pairedRatio(ours, theirs))) expect(each).toBeCloseTo(1.2, 12);
  });

  it('leave the values that were measured in their order', () => {
    const values = [3, 1, 2];
    expect(quartiles(values)).toEqual({ lower: 1.5, median: 2, upper: 2.5 });
    expect(values).toEqual([3, 1, 2]);
    expect(quartiles([7])).toEqual({ lower: 7, median: 7, upper: 7 });
  });

  it('are printed with their quartiles', () => {
    expect(sayQuartiles({ lower: 1.124, median: 1.186, upper: 1.3 }, 2)).toBe('1.19 (1.12 to 1.30)');
  });
});

it('every side has one slice in each round, never two at once, and whoever was last begins the next', async () => {
  const order: string[] = [];
  let atWork = 0;
  const side = (name: string) => async (round: number) => {
    expect(++atWork).toBe(1);
    await new Promise((resolve) => setImmediate(resolve));
    atWork--;
    order.push(name + round);
    return name + round;
  };
  const done = await takeTurns(3, [side('a'), side('b'), side('c')]);
  expect(order).toEqual(['a0', 'b0', 'c0', 'c1', 'b1', 'a1', 'a2', 'b2', 'c2']);
  expect(done).toEqual(['a', 'b', 'c'].map((name) => [0, 1, 2].map((round) => name + round)));
});
