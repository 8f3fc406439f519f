// Whether a model settles, judged from four replications: as from sixty, on queues whose answer is known.
import { describe, expect, test } from 'vitest';
import { judgeSettling, replicateByWeek, type Program } from '../../engine/index.ts';
import { settlesInShort } from '../../engine/study/statistics/stability.ts';
import { exponential, wardProgram, type OneWard } from './one-ward.ts';

const weeksOf = (program: Program, replications: number, seed = 5) =>
  Array.from({ length: replications }, (_, r) => replicateByWeek(program, seed, r).weeks);

/** One bed and exponential stays of a day. */
const oneBed = (arrivalsPerDay: number, more: Partial<OneWard> = {}) =>
  wardProgram({
    ward: { beds: 1, stay: exponential(1) },
    people: { arrivalsPerDay },
    calendar: { warmUpDays: 364, runDays: 364 },
    ...more,
  });

describe('from four replications', () => {
  const giveUpAfter = (days: number) => ({
    ward: { beds: 1, stay: exponential(1), patience: { stay: exponential(days), to: 'home' } },
    calendar: { warmUpDays: 100, runDays: 364 },
  });
  const four = (program: Program, seed = 5) => settlesInShort(program, weeksOf(program, 4, seed)).settles;

  test.each([
    ['a load of 0.8', oneBed(0.8)],
    ['a load of 1.2', oneBed(1.2)],
    // M/M/1 with patience settles whatever the load, soon if people give up soon, and after years if they hardly do.
    ['a load of 1.5, where people give up after 5 days', oneBed(1.5, giveUpAfter(5))],
    ['a load of 1.5, where people give up after 3 years', oneBed(1.5, giveUpAfter(1000))],
  ])('%s is judged as from 60', (_, program) => {
    expect(four(program)).toBe(judgeSettling(program, weeksOf(program, 60)).settles);
  });

  test('a settled queue with places enough is not called growing by chance, of 100 studies', () => {
    const program = oneBed(0.7, { calendar: { warmUpDays: 100, runDays: 168 } });
    const found = Array.from({ length: 100 }, (_, seed) => four(program, seed));
    expect(found.filter((one) => one !== 'settles')).toEqual([]);
  });

  test('with too few places and another way, hardly any study gives an average to what grows', () => {
    const program = oneBed(1.5, giveUpAfter(400));
    expect(judgeSettling(program, weeksOf(program, 60)).settles).not.toBe('settles');
    const found = Array.from({ length: 60 }, (_, seed) => four(program, seed));
    expect(found.filter((one) => one === 'settles').length).toBeLessThanOrEqual(3);
  });
});
