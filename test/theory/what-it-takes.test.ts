// What it would take against Erlang's formulas: the fewest beds with which at most a given number wait is what the formula says, by counting up.
// Source: Erlang 1917; Kleinrock, Queueing Systems I (1975), section 3.5.
import { describe, expect, it } from 'vitest';
import { interval, solve, type Solved } from '../../engine/index.ts';
import type { Target } from '../../engine/study/solve.ts';
import { sharesOver } from '../../engine/account/level.ts';
import { replicateSpread } from '../../engine/study/statistics/spread.ts';
import { erlangC } from './oracles/erlang.ts';
import { oneWard, study } from './study.ts';

const ARRIVALS = 12;
const MEAN_DAYS = 0.29;
const OFFERED = ARRIVALS * MEAN_DAYS;
const REPLICATIONS = 20;
const SEED = 31;

const wardOf = (beds: number, runDays: number, replications: number) =>
  study(
    oneWard({ beds, stay: { shape: 'exponential', meanDays: MEAN_DAYS } }, ARRIVALS, { warmUpDays: 50, runDays }),
    replications,
    SEED,
  );

const known = new Map<number, ReturnType<typeof study>>();

/** One number of the ward, for every number of beds the search asks about. */
function searched(measure: string, target: Target): Solved {
  const steps = solve({ least: 4, most: 12, step: 1 }, target);
  let step = steps.next();
  while (!step.done) {
    const ward = known.get(step.value) ?? wardOf(step.value, 500, REPLICATIONS);
    known.set(step.value, ward);
    step = steps.next(interval(ward.numbers({ station: 'ward', measure })));
  }
  return step.value;
}

/** The least number of beds with which a number worked out by the formula is no more than a limit. */
function byFormula(of: (exact: ReturnType<typeof erlangC>) => number, limit: number): number {
  let beds = Math.floor(OFFERED) + 1;
  while (of(erlangC(beds, ARRIVALS, MEAN_DAYS)) > limit) beds++;
  return beds;
}

describe('the fewest beds of an M/M/c', () => {
  // Limits well between the values of two neighbouring numbers of beds, so that a right engine cannot miss.
  for (const limit of [0.6, 0.25, 0.1, 0.035])
    it(`so that at most a share of ${limit} wait`, () => {
      const wanted = byFormula(({ waitShare }) => waitShare, limit);
      const found = searched('delayedShare', { sign: '<=', limit });
      expect(found).toMatchObject({
        outcome: 'least',
        value: wanted,
        couldBe: wanted,
        surely: wanted,
        isOrdered: true,
      });
      for (const { value, mean } of found.tried)
        expect(Math.abs(mean - erlangC(value, ARRIVALS, MEAN_DAYS).waitShare)).toBeLessThan(0.05);
    });

  for (const limit of [1.5, 0.3])
    it(`so that on average at most ${limit} people wait`, () => {
      const wanted = byFormula(({ meanWaiting }) => meanWaiting, limit);
      expect(searched('waiting', { sign: '<=', limit })).toMatchObject({ outcome: 'least', value: wanted });
    });
});

describe('how often more than so many wait', () => {
  it('falls by the load of the ward from one number to the next, from the share who wait', () => {
    const beds = 5;
    const load = OFFERED / beds;
    const { waitShare } = erlangC(beds, ARRIVALS, MEAN_DAYS);
    const { program } = wardOf(beds, 1500, 1);
    const years = Array.from(
      { length: REPLICATIONS },
      (_, r) => replicateSpread(program, SEED, r, { station: 'ward', measure: 'waiting' }).shareOver,
    );
    for (const n of [0, 1, 2, 4]) {
      const { low, high } = interval(
        years.map((over) => over[n] ?? 0),
        0.999,
      );
      // People see what time has (PASTA): all beds are taken for the share who wait; each further one waits with chance `load`.
      const exact = waitShare * load ** (n + 1);
      expect(low).toBeLessThan(exact);
      expect(high).toBeGreaterThan(exact);
    }
  });

  it('is counted from the time at each number', () => {
    expect([...sharesOver([2, 0, 1, 1, 0, 0])]).toEqual([0.5, 0.5, 0.25, 0]);
    expect([...sharesOver([3])]).toEqual([0]);
    expect([...sharesOver([0, 0])]).toEqual([]);
  });
});
