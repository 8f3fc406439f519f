// Designs of a sweep: a grid has every combination, a Latin hypercube one point a stratum, and a Sobol sequence the published points.
import { describe, expect, it } from 'vitest';
import fc from '../properties.ts';
import { designs, type Lever } from '../../engine/index.ts';
import { sobolCells } from '../../engine/study/designs/sobol.ts';
import { uniformAt } from '../../engine/ground/random.ts';

const kind = (id: string) => designs.find((one) => one.id === id)!;
const between: Lever = { path: 'a', least: 0, most: 1, step: null };
const paths = ['a', 'b', 'c', 'd', 'e'];
const cube = paths.map((path) => ({ ...between, path }));
const pointsOf = (id: string, levers: readonly Lever[], points: number, seed: number): number[][] => {
  const { count, at } = kind(id).make(levers, points, seed);
  return Array.from({ length: count }, (_, point) => at(point));
};

describe('a grid', () => {
  it('has every combination once, the last number quickest, without the dust of adding 0.1 again and again', () => {
    const levers = [
      { path: 'a', least: 3, most: 10, step: 4 },
      { path: 'b', least: 0, most: 0.5, step: 0.1 },
    ];
    expect(kind('grid').count(levers, 0)).toBe(12);
    expect(pointsOf('grid', levers, 0, 1)).toEqual(
      [3, 7].flatMap((a) => [0, 0.1, 0.2, 0.3, 0.4, 0.5].map((b) => [a, b])),
    );
  });

  it('says how many there would be, without making them', () => {
    const levers = paths.map((path) => ({ path, least: 1, most: 1000, step: 1 }));
    expect(kind('grid').count(levers, 0)).toBe(1e15);
  });
});

describe('a Latin hypercube', () => {
  it('has one point in each of as many strata of each number, and another order for each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), (points, seed) => {
        const found = pointsOf('latin', cube, points, seed);
        const columns = cube.map((_, lever) => found.map((point) => Math.floor(point[lever] * points)));
        for (const column of columns)
          expect(column.toSorted((a, b) => a - b)).toEqual(Array.from({ length: points }, (_, n) => n));
        if (points > 20) expect(new Set(columns.map(String)).size).toBe(columns.length);
      }),
    );
  });

  it('meets each of some whole values equally often, and keeps to its steps', () => {
    const lever = { path: 'beds', least: 4, most: 13, step: 3 };
    const values = pointsOf('latin', [lever], 40, 7).map(([value]) => value);
    expect([4, 7, 10, 13].map((one) => values.filter((value) => value === one).length)).toEqual([10, 10, 10, 10]);
  });

  it('leaves the other numbers as they are when one more is swept, and not when the seed is another', () => {
    const of = (levers: readonly Lever[], seed: number) => pointsOf('latin', levers, 50, seed).map(([first]) => first);
    expect(of(cube.slice(0, 1), 3)).toEqual(of(cube, 3));
    expect(of(cube, 4)).not.toEqual(of(cube, 3));
  });
});

describe('a Sobol sequence', () => {
  const cells = Array.from({ length: 21 }, (_, dimension) => sobolCells(dimension));
  const point = (number: number, dimensions: number, times = 1) =>
    cells.slice(0, dimensions).map((of) => (of(number) / 4294967296) * times);

  it('begins with the published points', () => {
    // As printed by the program of Joe and Kuo (https://web.maths.unsw.edu.au/~fkuo/sobol/), five dimensions.
    const published = [
      [0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375],
      [0.875, 0.875, 0.125, 0.375, 0.875],
      [0.625, 0.125, 0.875, 0.625, 0.625],
      [0.125, 0.625, 0.375, 0.125, 0.125],
    ];
    expect(published.map((_, number) => point(number, 5))).toEqual(published);
  });

  it('has the points of another program in all 21 dimensions', () => {
    // From scipy.stats.qmc.Sobol(21, scramble=False) of SciPy 1.17.1, in 1,024ths.
    expect(point(1000, 21, 1024)).toEqual([
      225, 99, 531, 693, 287, 929, 47, 921, 513, 71, 87, 261, 165, 393, 147, 379, 737, 353, 1015, 743, 535,
    ]);
    expect(point(777, 21, 1024)).toEqual([
      709, 959, 167, 281, 651, 365, 195, 781, 357, 331, 763, 713, 393, 485, 583, 527, 413, 885, 379, 771, 243,
    ]);
  });

  it('shifted, still has one of its first 1,024 points in each 1,024th of every range', () => {
    for (const seed of [1, 2019]) {
      const found = pointsOf('sobol', cube, 1024, seed);
      for (const [lever] of cube.entries())
        expect(new Set(found.map((one) => Math.floor(one[lever] * 1024))).size).toBe(1024);
    }
    expect(pointsOf('sobol', cube, 4, 1)).not.toEqual(pointsOf('sobol', cube, 4, 2));
  });

  const atRandom = (seed: number) =>
    Array.from({ length: 1024 }, (_, n) => cube.map((_one, lever) => uniformAt(seed, lever, 17, n)));

  it('finds a known integral with a fifth of the error of random points, over 50 seeds', () => {
    // Sobol's own test function (the g-function), whose integral over the cube is 1.
    const g = (x: readonly number[]) =>
      x.reduce((product, one, n) => (product * (Math.abs(4 * one - 2) + n)) / (1 + n), 1);
    const error = (points: (seed: number) => number[][]) => {
      const squares = Array.from({ length: 50 }, (_, seed) => {
        const found = points(seed);
        return (found.reduce((sum, x) => sum + g(x), 0) / found.length - 1) ** 2;
      });
      return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length);
    };
    expect(error((seed) => pointsOf('sobol', cube, 1024, seed))).toBeLessThan(error(atRandom) / 5);
  });

  it('has a discrepancy well below that of random points', () => {
    const found = discrepancy(pointsOf('sobol', cube, 1024, 1));
    expect(found).toBeLessThan(discrepancy(atRandom(1)) / 2);
  });
});

/** The L2 star discrepancy, by the formula of Warnock (1972). */
function discrepancy(points: readonly (readonly number[])[]): number {
  const [n, d] = [points.length, points[0].length];
  const product = (of: (dimension: number) => number) => {
    let result = 1;
    for (let dimension = 0; dimension < d; dimension++) result *= of(dimension);
    return result;
  };
  const one = points.reduce((sum, x) => sum + product((k) => (1 - x[k] ** 2) / 2), 0);
  let two = 0;
  for (const x of points) for (const y of points) two += product((k) => 1 - Math.max(x[k], y[k]));
  return Math.sqrt(3 ** -d - (2 / n) * one + two / n ** 2);
}
