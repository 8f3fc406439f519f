// What it would take: the search finds what looking at every value would, tries few, and says what chance leaves open.
import { describe, expect, it } from 'vitest';
import fc, { cases } from '../properties.ts';
import { meets, mostTries, solve, valuesToTry, type Interval, type Solved, type Tries } from '../../engine/index.ts';
import type { Target } from '../../engine/study/solve.ts';

/** Runs a search over a function that is known. */
function search(tries: Tries, target: Target, of: (value: number) => Interval): Solved & { looks: number } {
  const steps = solve(tries, target);
  let looks = 0;
  let step = steps.next();
  while (!step.done) {
    looks++;
    step = steps.next(of(step.value));
  }
  return { ...step.value, looks };
}

const around = (mean: number, half: number): Interval => ({ mean, low: mean - half, high: mean + half, n: 20 });

describe('values to try', () => {
  it('go from end to end in whole steps without dust', () => {
    expect(valuesToTry({ least: 0, most: 0.5, step: 0.1 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(valuesToTry({ least: 3, most: 10, step: 4 })).toEqual([3, 7]);
  });
});

describe('the search', () => {
  /** A number that falls (or rises) all the way, by steps of any size, some of nothing. */
  const slope = fc.tuple(
    fc.array(fc.nat(5), { minLength: 2, maxLength: 60 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 150 }),
    fc.double({ min: 0, max: 6, noNaN: true }),
    fc.constantFrom<Target['sign'][]>('<', '<=', '>', '>='),
  );

  it('finds the value that looking at all of them would, for the average and for both ends of its range', () => {
    fc.assert(
      fc.property(slope, ([steps, falls, limit, half, sign]) => {
        const means = steps.map((_, at) => steps.slice(0, at + 1).reduce((sum, one) => sum + one, 0));
        if (falls) means.reverse();
        const target = { sign, limit };
        const tries = { least: 4, most: 4 + means.length - 1, step: 1 };
        const of = (value: number) => around(means[value - 4], half);
        const found = search(tries, target, of);
        const all = valuesToTry(tries);
        const passing = (judge: (one: Interval) => boolean) => {
          const passed = all.filter((value) => judge(of(value)));
          return (found.outcome === 'least' ? passed[0] : passed.at(-1)) ?? null;
        };
        const [atLeast, atMost] = [all[0], all.at(-1)!].map((value) => meets(of(value).mean, target));
        expect(found.outcome).toBe(atLeast === atMost ? (atMost ? 'always' : 'never') : atMost ? 'least' : 'most');
        expect(found.isOrdered).toBe(true);
        expect(found.looks).toBeLessThanOrEqual(mostTries(tries));
        expect(found.tried).toHaveLength(found.looks);
        if (atLeast === atMost) {
          expect(found).toMatchObject({ value: null, couldBe: null, surely: null });
          return;
        }
        expect(found.value).toBe(passing(({ mean }) => meets(mean, target)));
        expect(found.couldBe).toBe(passing(({ low, high }) => meets(low, target) || meets(high, target)));
        expect(found.surely).toBe(passing(({ low, high }) => meets(low, target) && meets(high, target)));
        // What it says was both tried and right, and so was the value before it.
        const at = found.tried.findIndex(({ value }) => value === found.value);
        const before = found.tried[found.outcome === 'least' ? at - 1 : at + 1];
        expect([found.tried[at].meets, before.meets]).toEqual([true, false]);
        expect(Math.abs(before.value - found.value!)).toBe(1);
      }),
      { numRuns: cases(400) },
    );
  });

  it('says so when more does not always help', () => {
    const bumpy = search({ least: 0, most: 4, step: 1 }, { sign: '<=', limit: 5 }, (value) =>
      around([9, 9, 4, 7, 2][value], 1.5),
    );
    expect(bumpy).toMatchObject({ value: 2, isOrdered: false });
  });

  it('has no range where there is only one replication, and takes nobody to measure for nothing shown', () => {
    const alone = (mean: number): Interval => ({ mean, low: NaN, high: NaN, n: 1 });
    const found = search({ least: 0, most: 9, step: 1 }, { sign: '<=', limit: 5 }, (value) => alone(9 - value));
    expect(found).toMatchObject({ outcome: 'least', value: 4, couldBe: null, surely: null });
    expect(search({ least: 0, most: 9, step: 1 }, { sign: '>=', limit: 0 }, () => alone(NaN)).outcome).toBe('never');
  });
});
