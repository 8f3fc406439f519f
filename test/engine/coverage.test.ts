// The 95 % interval holds the truth 95 times in 100: a thousand short studies of three beds with exponential stays (M/M/3).
import { beforeAll, describe, expect, test } from 'vitest';
import { interval, limitsIn, replicate, rowKeys, within } from '../../engine/index.ts';
import { exponential, wardProgram } from './one-ward.ts';

const [ARRIVALS_A_DAY, BEDS] = [1.8, 3];
const ALL = 15_000;

/** People in beds and waiting, by the stationary distribution of the chain of people present; stays of one day. */
function exact(): { occupancy: number; waiting: number } {
  const weights = [1];
  for (let n = 1; n < 400; n++) weights.push((weights[n - 1] * ARRIVALS_A_DAY) / Math.min(n, BEDS));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (n: number) => number) => weights.reduce((sum, weight, n) => sum + of(n) * weight, 0) / all;
  return { occupancy: mean((n) => Math.min(n, BEDS)), waiting: mean((n) => Math.max(0, n - BEDS)) };
}

describe('short studies of three beds', () => {
  const program = wardProgram({
    ward: { beds: BEDS, stay: exponential(1) },
    people: { arrivalsPerDay: ARRIVALS_A_DAY },
    // Thirty days forget an empty start: the slowest part of it dies out in about a week.
    calendar: { warmUpDays: 30, runDays: 60 },
  });
  const keys = rowKeys(program);
  let values: Float64Array[] = [];
  beforeAll(() => {
    values = Array.from({ length: ALL }, (_, replication) => replicate(program, 2024, replication));
  });

  /** The share of studies of so many replications whose interval holds the truth, and half its width as a share of it. */
  function coverage(measure: 'occupancy' | 'waiting', replications: number) {
    const row = keys.findIndex(
      (key) => key.measure === measure && key.station === 'ward' && key.statistic === 'mean' && key.who === 'all',
    );
    const truth = exact()[measure];
    const studies = ALL / replications;
    let [held, width] = [0, 0];
    for (let study = 0; study < studies; study++) {
      const own = values.slice(study * replications, (study + 1) * replications);
      const { low, high } = interval(own.map((one) => one[row]));
      if (low <= truth && truth <= high) held++;
      width += (high - low) / 2 / truth / studies;
    }
    return { share: held / studies, studies, width };
  }

  test('people in beds, 15 replications each: between 93 and 97 of 100 hold it', () => {
    const { share, studies, width } = coverage('occupancy', 15);
    expect(studies).toBe(1000);
    expect(share).toBeGreaterThanOrEqual(0.93);
    expect(share).toBeLessThanOrEqual(0.97);
    // An interval that holds the truth by being wide would prove nothing.
    expect(width).toBeLessThan(0.1);
  });

  test('cut at what is possible, intervals of two and three replications hold the truth exactly as often, and stay inside', () => {
    const limits = limitsIn(keys, values.slice(0, 100));
    for (const [measure, most] of [
      ['occupancy', BEDS],
      ['waiting', Infinity],
    ] as const)
      for (const replications of [2, 3]) {
        const row = keys.findIndex(
          (key) => key.measure === measure && key.station === 'ward' && key.statistic === 'mean' && key.who === 'all',
        );
        expect(limits(row)).toEqual({ least: 0, most });
        const truth = exact()[measure];
        let [held, heldCut, cut] = [0, 0, 0];
        for (let study = 0; study < 1000; study++) {
          const own = values.slice(study * replications, (study + 1) * replications).map((one) => one[row]);
          const whole = interval(own);
          const possible = within(whole, limits(row));
          held += Number(whole.low <= truth && truth <= whole.high);
          heldCut += Number(possible.low <= truth && truth <= possible.high);
          cut += Number(possible.low > whole.low || possible.high < whole.high);
          expect(possible.low).toBeGreaterThanOrEqual(0);
          expect(possible.high).toBeLessThanOrEqual(most);
        }
        expect(heldCut).toBe(held);
        // Of two replications most intervals go beyond what is possible, or this would show nothing.
        expect(cut).toBeGreaterThan(replications === 2 ? 300 : 30);
      }
  });

  test('people waiting, a number with rare great values, needs more replications: 100 will do', () => {
    const { share, studies, width } = coverage('waiting', 100);
    expect(Math.abs(share - 0.95)).toBeLessThan(3.3 * Math.sqrt((0.95 * 0.05) / studies));
    expect(width).toBeLessThan(0.2);
    // With few, Student's t promises too much of so skew a number: recorded here so that nobody believes otherwise.
    expect(coverage('waiting', 15).share).toBeLessThan(0.93);
  });
});
