// The verdict of a plausible world by hand, and the interval of the share of worlds.
import { describe, expect, it } from 'vitest';
import { compile, readModel } from '../../engine/index.ts';
import { judgeWorld, shareInterval } from '../../engine/study/worlds/verdicts.ts';
import { smallModel } from '../cli/onward.ts';

describe('the verdict of a world, by hand', () => {
  const key = { station: 'all', measure: 'delayed', statistic: 'mean', who: 'all', day: '', unit: 'people' };
  // 2 × 0.4 × 9 = 7.2 beds are needed: 8 settle, 4 do not.
  const { model } = readModel(JSON.stringify(smallModel));
  const settled = compile(model!, { option: 'today' });
  const overloaded = compile(model!, { option: 'today', set: { 'stations.p2.beds': 4 } });
  const world = { number: 0, drawn: [], values: [], again: 0, requests: [] };
  const verdict = (programs: (typeof settled)[], base: number[], option: number[], measure = 'delayed') => {
    const sides = [base, option].map((row) => ({ row, weeks: [] })) as unknown as Parameters<typeof judgeWorld>[2];
    const judged = judgeWorld({ ...world, programs }, { ...key, measure }, sides);
    return [judged.verdict, judged.difference, judged.leans];
  };

  it('is the sign of the mean difference, whatever single replications say', () => {
    const both = [settled, settled];
    expect(verdict(both, [5, 1], [2, 2])).toEqual(['lower', -1, null]);
    expect(verdict(both, [2, 2], [5, 1])).toEqual(['higher', 1, null]);
    expect(verdict(both, [2, 2.5], [2, 2.5])).toEqual(['no difference', 0, null]);
    expect(verdict(both, [0.1 + 0.2, 1], [0.3, 1])[0]).toBe('no difference');
    expect(verdict(both, [NaN, NaN], [3, 4])).toEqual(['nobody to measure', null, null]);
  });

  it('is none where one does not settle, which leans only where the numbers already point that way', () => {
    const [onlyBase, onlyOption] = [
      [overloaded, settled],
      [settled, overloaded],
    ];
    expect(verdict(onlyBase, [9, 9], [1, 1])).toEqual(['does not settle', null, 'lower']);
    expect(verdict(onlyBase, [1, 1], [9, 9])).toEqual(['does not settle', null, null]);
    expect(verdict(onlyOption, [1, 1], [9, 9])).toEqual(['does not settle', null, 'higher']);
    expect(verdict(onlyOption, [9, 9], [1, 1])).toEqual(['does not settle', null, null]);
    expect(verdict([overloaded, overloaded], [9, 9], [1, 1])).toEqual(['does not settle', null, null]);
    // A share has a greatest value, and does not grow.
    expect(verdict(onlyBase, [0.9, 0.9], [0.1, 0.1], 'full')).toEqual(['does not settle', null, null]);
  });
});

it('the interval of a share holds the shares at which it would be 1.96 standard errors off (Wilson)', () => {
  for (const [count, of] of [
    [171, 200],
    [3, 10],
    [9, 10],
  ]) {
    const { low, high } = shareInterval(count, of);
    for (const end of [low, high])
      expect(Math.abs(count / of - end) / Math.sqrt((end * (1 - end)) / of)).toBeCloseTo(1.959964, 5);
  }
  expect(shareInterval(0, 20).low).toBe(0);
  expect(shareInterval(20, 20).high).toBe(1);
});
