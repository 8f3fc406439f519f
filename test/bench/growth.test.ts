// How the growth of a time is put into one number, and how many workers share tasks, on cases worked out by hand.
import { describe, expect, it } from 'vitest';
import { madeBy, slopeOfLogs } from '../../cli/bench/growth.ts';

describe('the exponent', () => {
  it('is that of a power, whatever it is multiplied by', () => {
    const sizes = [10, 100, 1000, 10_000];
    for (const power of [0.5, 1, 2])
      expect(
        slopeOfLogs(
          sizes,
          sizes.map((size) => 3 * size ** power),
        ),
      ).toBeCloseTo(power, 12);
  });
});

describe('tasks handed over one after another', () => {
  it('take one worker all the hand-overs and all the tasks', () => {
    expect(madeBy(1, 10, { handOver: 1, task: 4 })).toBe(50);
  });

  it('are shared evenly where handing over takes no time', () => {
    expect(madeBy(5, 10, { handOver: 0, task: 4 })).toBe(8);
  });

  it('take as long as the hand-overs and one task where there are workers enough', () => {
    expect(madeBy(64, 10, { handOver: 1, task: 4 })).toBe(14);
  });
});
