// The mirror of a replication, every random number mirrored: its results agree with theory as well, and its luck is opposite.
import { describe, expect, it } from 'vitest';
import { erlangC } from './oracles/erlang.ts';
import { expectExact, oneWard, study, type TheoryModel } from './study.ts';

const mirrored = (place: number) => ~place;
const exponential = (meanDays: number) => ({ shape: 'exponential', meanDays });
const busy = oneWard({ beds: 3, stay: exponential(0.4) }, 5, { warmUpDays: 20, runDays: 150 });
const roomy = oneWard({ beds: 'unlimited', stay: exponential(4) }, 5, { warmUpDays: 40, runDays: 60 });

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  const [x, y] = [mean(xs), mean(ys)];
  const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, at) => sum + each * b[at], 0);
  const [dx, dy] = [xs.map((each) => each - x), ys.map((each) => each - y)];
  return product(dx, dy) / Math.sqrt(product(dx, dx) * product(dy, dy));
}

describe('mirrored replications', () => {
  const { waitShare } = erlangC(3, 5, 0.4);
  it.each<[string, TheoryModel, string, number]>([
    ['people there with room for all: λ m', roomy, 'occupancy', 20],
    ['people who come', roomy, 'starts', 5],
    ['share who wait in M/M/3', busy, 'delayedShare', waitShare],
  ])('%s', (_, model, measure, exact) => {
    expectExact(study(model, 200, 1, mirrored).numbers({ station: 'ward', measure }), exact);
  });

  it('are of opposite luck', () => {
    const people = [undefined, mirrored].map((numberOf) =>
      study(roomy, 200, 1, numberOf).numbers({ station: 'ward', measure: 'occupancy' }),
    );
    // Without any relation 200 pairs would come below −0.22 once in a thousand.
    expect(correlation(people[0], people[1])).toBeLessThan(-0.22);
  });
});
