// Partial rank correlation: by hand, beside another formula, and on outcomes whose cause is known.
import { describe, expect, it } from 'vitest';
import { centredRanks, partialRankCorrelations, whatDecides } from '../../engine/study/worlds/deciding.ts';
import type { JudgedWorld } from '../../engine/study/worlds/verdicts.ts';
import { uniformAt } from '../../engine/ground/random.ts';

const random = (column: number, length: number) => Array.from({ length }, (_, row) => uniformAt(7, column, 0, row));
const correlations = (columns: number[][], outcome: number[]) =>
  partialRankCorrelations(columns, outcome).map((one) => one?.correlation ?? null);

/** Pearson's correlation, and the partial one of three by the textbook's formula. */
function pearson(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (of: ArrayLike<number>) => Array.from(of).reduce((sum, one) => sum + one, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f: (at: number) => number) => Array.from(a, (_, at) => f(at)).reduce((one, other) => one + other, 0);
  return sum((i) => (a[i] - ma) * (b[i] - mb)) / Math.sqrt(sum((i) => (a[i] - ma) ** 2) * sum((i) => (b[i] - mb) ** 2));
}
const partial = (xy: number, xz: number, yz: number) => (xy - xz * yz) / Math.sqrt((1 - xz * xz) * (1 - yz * yz));

describe('ranks', () => {
  it('share their mean where values are equal, and take what has no bound', () => {
    expect([...centredRanks([30, 10, 20, 20, -Infinity, Infinity, Infinity])]).toEqual([
      1, -2, -0.5, -0.5, -3, 2.5, 2.5,
    ]);
  });
});

describe('partial rank correlation', () => {
  it('of one number is that of Spearman: ranks 1 2 3 4 5 with 1 3 2 5 4 give 1 − 6 × 4 / (5 × 24)', () => {
    expect(correlations([[10, 20, 30, 40, 50]], [0.1, 9, 0.2, 99, 10])[0]).toBeCloseTo(0.8, 12);
  });

  it('of two numbers, by hand: ranks x 1 2 3 4 5, z 2 1 4 3 5, y 1 3 2 5 4', () => {
    // Sums of squared rank differences: x with y 4, x with z 4, z with y 1 + 4 + 4 + 4 + 1 = 14. Each ρ is 1 − 6 × sum / 120.
    const [xy, xz, zy] = [0.8, 0.8, 0.3];
    const found = correlations(
      [
        [1, 2, 3, 4, 5],
        [2, 1, 4, 3, 5],
      ],
      [1, 3, 2, 5, 4],
    );
    expect(found[0]).toBeCloseTo((xy - xz * zy) / Math.sqrt((1 - xz * xz) * (1 - zy * zy)), 12);
    expect(found[1]).toBeCloseTo((zy - xz * xy) / Math.sqrt((1 - xz * xz) * (1 - xy * xy)), 12);
  });

  it('of three numbers with ties is what the recursive formula gives', () => {
    const [x, z, w] = [1, 2, 3].map((column) => random(column, 40).map((one) => Math.round(one * 12)));
    const y = random(4, 40).map((one, at) => Math.round(3 * x[at] - z[at] + 8 * one));
    const [rx, rz, rw, ry] = [x, z, w, y].map((one) => centredRanks(one));
    const given = (a: Float64Array, b: Float64Array, c: Float64Array) =>
      partial(pearson(a, b), pearson(a, c), pearson(b, c));
    const exact = partial(given(rx, ry, rz), given(rx, rw, rz), given(ry, rw, rz));
    expect(correlations([x, z, w], y)[0]).toBeCloseTo(exact, 10);
  });

  it('finds what the others hide: an outcome that rises with each, whatever their sizes', () => {
    const columns = [1, 2, 3, 4].map((column) => random(column, 200));
    const outcome = columns[0].map((one, at) => Math.exp(9 * one) - 20 * columns[1][at] + 0.5 * columns[2][at]);
    const found = partialRankCorrelations(columns, outcome);
    expect(found[0]!.correlation).toBeGreaterThan(0.95);
    expect(found[1]!.correlation).toBeLessThan(0);
    expect(Math.abs(found[3]!.correlation)).toBeLessThan(0.2);
    expect(found[0]!.chance).toBeLessThan(1e-9);
  });

  it('says nothing of what never changes, what follows from the others, or too few worlds', () => {
    const [a, b] = [1, 2].map((column) => random(column, 30));
    const y = a.map((one, at) => one + b[at]);
    expect(correlations([a, b, a.map(() => 4)], y)[2]).toBeNull();
    expect(correlations([a, a.map((one) => 3 * one), b], y).slice(0, 2)).toEqual([null, null]);
    expect(correlations([a.slice(0, 3), b.slice(0, 3)], y.slice(0, 3))).toEqual([null, null]);
    expect(
      correlations(
        [a, b],
        y.map(() => 7),
      ),
    ).toEqual([0, 0]);
  });

  it('of noise is clear in one study of twenty at most, judged together', () => {
    const ends = [0, 1, 2, 3, 4, 5].map((at) => ({ path: `n${at}`, low: 0, value: 0.5, high: 1 }));
    let alarms = 0;
    for (let study = 0; study < 200; study++) {
      const columns = ends.map((_, at) => random(100 + 10 * study + at, 40));
      const outcome = random(109 + 10 * study, 40);
      const worlds = outcome.map((difference, row) => ({
        difference,
        leans: null,
        drawn: columns.map((one) => one[row]),
      }));
      if (whatDecides(ends, worlds as unknown as JudgedWorld[]).some(({ isClear }) => isClear)) alarms++;
    }
    // 10 expected; 20 or more once in 300 such tests.
    expect(alarms).toBeLessThan(20);
    expect(alarms).toBeGreaterThan(1);
  });
});

it('the largest comes first, and a world that only leans lies beyond all differences', () => {
  const [a, b] = [1, 2].map((column) => random(column, 60));
  const worlds = a.map((one, row) => ({
    // The highest of a have no difference, only the direction.
    difference: one > 0.7 ? null : one - 0.3 * b[row],
    leans: one > 0.7 ? 'higher' : null,
    drawn: [b[row], one],
  }));
  const ends = ['b', 'a'].map((path) => ({ path, low: 0, value: 0.5, high: 1 }));
  const [first, second] = whatDecides(ends, worlds as unknown as JudgedWorld[]);
  expect([first.path, first.isClear, second.path]).toEqual(['a', true, 'b']);
  expect(first.correlation).toBeGreaterThan(0.8);
});
