// Nights and weekends: which hours are dark, and which days of the timeline are shaded.
import { expect, it } from 'vitest';
import { weekends } from '../../ui/parts/play/weekends.ts';
import { nightAt } from '../../ui/playback/night.ts';

/** The shaded parts of the first week, in days. */
function shaded(background: string, days: number): number[] {
  const stops = [...background.matchAll(/(transparent|var\(--line\)) ([\d.]+)% ([\d.]+)%/g)];
  expect(stops).toHaveLength(7);
  return stops.flatMap(([, colour, from]) =>
    colour === 'transparent' ? [] : [Math.round((Number(from) * days) / 100)],
  );
}

it('shades Saturdays and Sundays, whatever day the run begins on', () => {
  // 3 June 2019 was a Monday, 9 June a Sunday.
  expect(shaded(weekends('2019-06-03', 0, 365), 365)).toEqual([5, 6]);
  expect(shaded(weekends('2019-06-09', 0, 365), 365)).toEqual([0, 6]);
});

it('shades nothing where a weekend would be finer than a pixel, or there is no run', () => {
  expect(weekends('2019-06-03', 0, 1826)).toBe('none');
  expect(weekends(undefined, 0, 365)).toBe('none');
});

it('is dark at night, light by day, and between them neither', () => {
  expect([3, 12, 23].map((hour) => nightAt(100 + hour / 24))).toEqual([1, 0, 1]);
  for (const hour of [6, 19.5]) {
    expect(nightAt(7 + hour / 24)).toBeGreaterThan(0);
    expect(nightAt(7 + hour / 24)).toBeLessThan(1);
  }
  // Without a jump from one day to the next.
  expect(nightAt(8 - 1e-9)).toBe(nightAt(8));
});
