// Warm-up: MSER-5 against a plain re-computation, jumps at a known place, and filling up as theory says.
import { describe, expect, test } from 'vitest';
import { adviseWarmUp, dailyPeople } from '../../engine/index.ts';
import { censusAt } from '../../engine/study/replication.ts';
import { mser5 } from '../../engine/study/statistics/warm-up.ts';
import { normals, uniforms } from './chance.ts';
import { exponential, fixed, wardProgram } from './one-ward.ts';

/** As White, Cobb and Spratt write it, each truncation by itself. */
function plainMser5(series: readonly number[]): { leaveOut: number; statistic: number[] } {
  const batches: number[] = [];
  for (let from = 0; from + 5 <= series.length; from += 5)
    batches.push(series.slice(from, from + 5).reduce((sum, value) => sum + value, 0) / 5);
  const statistic: number[] = [];
  for (let d = 0; d <= Math.floor(batches.length / 2); d++) {
    const kept = batches.slice(d);
    const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length;
    statistic.push(kept.reduce((sum, value) => sum + (value - mean) ** 2, 0) / kept.length ** 2);
  }
  return { leaveOut: 5 * statistic.indexOf(Math.min(...statistic)), statistic };
}

const autoregressive = (n: number, from: number, keeps: number, next: () => number): number[] => {
  const series: number[] = [];
  let value = from;
  for (let at = 0; at < n; at++) series.push((value = keeps * value + next()));
  return series;
};

describe('MSER-5', () => {
  test.each([37, 100, 243, 545])('agrees with each truncation taken by itself, %i values', (n) => {
    const next = normals(n);
    for (const series of [
      autoregressive(n, 30, 0.9, next),
      autoregressive(n, 0, 0.5, next),
      autoregressive(n, -200, 0.97, next),
    ]) {
      const found = mser5(series);
      const plain = plainMser5(series);
      expect(found.leaveOut).toBe(plain.leaveOut);
      expect([...found.statistic]).toEqual(plain.statistic.map((value) => expect.closeTo(value, 9)));
    }
  });

  test('finds a jump, up to its batch', () => {
    // Between 0 and 2 around the level, each batch of five averaging 0.8 or 1.2: nothing is gained by leaving more out.
    const jumping = (jump: number) =>
      Array.from({ length: 300 }, (_, at) => (at < jump ? 40 : 10) + ((at * 7) % 10 < 5 ? 2 : 0));
    for (const jump of [20, 55, 100]) expect(mser5(jumping(jump))).toMatchObject({ leaveOut: jump, isSettled: true });
    expect(mser5(jumping(52)).leaveOut).toBe(55);
    expect(mser5(jumping(53)).leaveOut).toBe(55);
  });

  test('an autoregressive start that decays by half every 7 days is left out for a while, a stationary one hardly', () => {
    // Averaged over 50 replications, as the advice is.
    const averaged = (from: number) => {
      const mean = new Float64Array(500);
      for (let r = 0; r < 50; r++)
        autoregressive(500, from, 0.9, normals(r + 1)).forEach((value, at) => (mean[at] += value / 50));
      return mser5(mean);
    };
    // 60 × 0.9ᵗ is 1 after 39 values and a tenth of the noise of the mean (0.32) after 71.
    const started = averaged(60);
    expect(started.isSettled).toBe(true);
    expect(started.leaveOut).toBeGreaterThanOrEqual(30);
    expect(started.leaveOut).toBeLessThanOrEqual(90);
    expect(mser5(Array.from({ length: 500 }, uniforms(4))).leaveOut).toBeLessThanOrEqual(100);
  });

  test('what never settles says so, what never moves needs nothing', () => {
    expect(mser5(Array.from({ length: 200 }, (_, at) => at))).toMatchObject({ leaveOut: 100, isSettled: false });
    // A jump beyond the middle is not looked for.
    expect(
      mser5(Array.from({ length: 200 }, (_, at) => (at < 150 ? 0 : 9) + 0.01 * (at % 10))).leaveOut,
    ).toBeLessThanOrEqual(100);
    expect(mser5(new Float64Array(200).fill(3))).toMatchObject({ leaveOut: 0, isSettled: true });
    expect(mser5([])).toMatchObject({ leaveOut: 0, isSettled: false });
  });
});

describe('people day by day', () => {
  test('are those of the census, from the first day of the warm-up', () => {
    const program = wardProgram({
      ward: { beds: 4, stay: exponential(6), next: [{ to: 'after' }] },
      people: { arrivalsPerDay: 1 },
      also: { after: { kind: 'ward', label: 'After', beds: 3, stay: exponential(4), next: [{ to: 'home' }] } },
      calendar: { warmUpDays: 20, runDays: 40 },
    });
    const { people, delayed } = dailyPeople(program, 9, 2);
    expect(people).toHaveLength(60);
    const sum = (values: Int32Array) => values.reduce((total, value) => total + value, 0);
    let most = 0;
    for (let day = 0; day < 60; day += 3) {
      const census = censusAt(program, 9, 2, day + 1 - 20);
      const ready = sum(census.delayed);
      most = Math.max(most, ready);
      expect(delayed[day]).toBe(ready);
      expect(people[day]).toBe(sum(census.occupancy) + sum(census.waiting) - ready);
    }
    expect(most).toBeGreaterThan(0);
  });

  test('a ward without limit fills as m (1 − e^(−t/m)), and the advice covers its start', () => {
    const [perDay, meanDays, replications] = [2, 15, 200];
    const program = wardProgram({
      ward: { beds: 'unlimited', stay: exponential(meanDays) },
      people: { arrivalsPerDay: perDay },
      calendar: { warmUpDays: 0, runDays: 400 },
    });
    const advice = adviseWarmUp(
      program,
      Array.from({ length: replications }, (_, r) => dailyPeople(program, 4, r)),
    );
    for (const day of [1, 5, 15, 40, 100]) {
      // Poisson at every moment, so its variance is its mean.
      const exact = perDay * meanDays * (1 - Math.exp(-day / meanDays));
      expect(Math.abs(advice.people.series[day - 1] - exact)).toBeLessThan(4 * Math.sqrt(exact / replications));
    }
    expect(advice).toMatchObject({ isSettled: true, warmUpDays: 0, days: 400, changes: [], replications });
    // After two mean stays 14 % is missing, after eight three parts in ten thousand.
    expect(advice.suggestedDays).toBeGreaterThanOrEqual(2 * meanDays);
    expect(advice.suggestedDays).toBeLessThanOrEqual(8 * meanDays);
    expect(advice.delayed).toMatchObject({ leaveOut: 0, isSettled: true });
  });

  test('days after a dated change are no matter of warm-up', () => {
    const program = wardProgram({
      ward: { beds: 10, stay: fixed(3) },
      people: { arrivalsPerDay: 2, growthPerYear: 0.1 },
      calendar: { warmUpDays: 50, runDays: 200 },
      changes: [{ atDay: 120, set: { 'stations.ward.beds': 3 } }],
    });
    const advice = adviseWarmUp(program, [dailyPeople(program, 1, 0)]);
    expect(advice.days).toBe(170);
    expect(advice.people.series).toHaveLength(170);
    expect(advice.changes).toEqual(['growth']);
  });
});
