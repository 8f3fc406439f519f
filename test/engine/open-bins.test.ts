// Opening hours as bins of the week, against the hours of an office counted by hand.
import { describe, expect, it } from 'vitest';
import { NO_HOLIDAYS } from '../../engine/ground/holidays.ts';
import { openBins } from '../../engine/network/open-bins.ts';

/** Monday to Friday from 9 to 17. */
const office = {
  week: Float64Array.from([0, 1, 2, 3, 4].flatMap((day) => [day + 9 / 24, day + 17 / 24])),
  holidays: NO_HOLIDAYS,
};

describe('an office in hours of the week', () => {
  const { open, next, wait } = openBins(office, 24);

  it('has eight open hours on each of five days', () => {
    expect([...open]).toEqual(
      [0, 1, 2, 3, 4].flatMap((day) => [9, 10, 11, 12, 13, 14, 15, 16].map((h) => day * 24 + h)),
    );
  });

  it('leads from any hour to the next open one, over the week-end to Monday', () => {
    const friday17 = 4 * 24 + 17;
    expect(open[next[friday17]]).toBe(9);
    expect(wait[friday17]).toBeCloseTo((7 + 24 + 24 + 9) / 24, 12);
    expect([open[next[30]], wait[30]]).toEqual([33, 3 / 24]);
    expect([open[next[35]], wait[35]]).toEqual([35, 0]);
  });

  it('is laid out once for each fineness, however often it is asked for', () => {
    expect(openBins(office, 24)).toBe(openBins(office, 24));
    expect(openBins(office, 48).open).toHaveLength(80);
    expect(openBins(office, 24).open).toHaveLength(40);
  });
});

it('is open in all bins where there are no hours, and in none where they never open', () => {
  expect(openBins(null, 24).open).toHaveLength(168);
  expect(openBins({ week: new Float64Array(0), holidays: NO_HOLIDAYS }, 24).open).toHaveLength(0);
});
