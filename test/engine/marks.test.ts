// By what a year is held beside the model's: the steps that numbers decide, and the spread that chance gives to marks.
import { expect, it } from 'vitest';
import { chanceOf } from '../../engine/study/match/chance.ts';
import { stepsOf } from '../../engine/study/match/marks.ts';
import type { CountedRow } from '../../engine/study/match/periods.ts';

it('chance is that of own years and of moved ones, half and half however many there are', () => {
  const own = [[3], [-3]];
  const moved = Array.from({ length: 8 }, (_, at) => [at % 2 ? 1 : -1]);
  const spread = (chance: ReturnType<typeof chanceOf>) => 1 / chance.inUnits([1])[0] - 0.02;
  expect(spread(chanceOf(own, moved))).toBeCloseTo(Math.sqrt((9 + 1) / 2), 12);
  expect(spread(chanceOf(own, []))).toBeCloseTo(3, 12);
  const both = chanceOf(own, moved);
  expect(both.apart(both.inUnits([2]), both.inUnits([0]))).toBeCloseTo(4 / 5, 2);
});

it('the steps of a year: who asked for a place, how full it was, and how long people stayed', () => {
  const rows: CountedRow[] = [
    { station: 'p1', measure: 'occupancy' },
    { station: 'p1', measure: 'waiting' },
    { station: 'p1', measure: 'starts' },
    { station: 'p2', measure: 'starts' },
  ];
  const full = (ofList: readonly number[]) =>
    stepsOf(
      [Float64Array.of(9, 9, 9), Float64Array.from(ofList), Float64Array.of(3, 3, 3), Float64Array.of(4, 0, 5)],
      rows,
    );
  const [mean, most, , , asked, elsewhere, stay] = full([2, 2, 2]);
  expect([mean, most].map((mark) => mark ** 2)).toEqual([expect.closeTo(9.05, 12), expect.closeTo(9.05, 12)]);
  expect([asked, elsewhere].map((mark) => (mark / 2) ** 2)).toEqual([
    expect.closeTo(9.05, 12),
    expect.closeTo(9.05, 12),
  ]);
  expect(Math.exp(stay)).toBeCloseTo(9.05 / 3.05, 12);
  // As many admissions, for there is no room for more; but the list grows.
  const longer = full([2, 5, 9]);
  expect((longer[4] / 2) ** 2).toBeCloseTo(9 + 7 + 0.05, 12);
  expect(longer[6]).toBe(stay);
});
