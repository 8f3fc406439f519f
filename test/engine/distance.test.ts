// Distances against the great circle by the haversine, over the latitudes and lengths that a county has.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kmBetween } from '../../engine/ground/distance.ts';

const turn = Math.PI / 180;

function greatCircleKm(one: { lon: number; lat: number }, other: { lon: number; lat: number }): number {
  const half = (from: number, to: number) => Math.sin(((to - from) * turn) / 2) ** 2;
  const chord =
    half(one.lat, other.lat) + Math.cos(one.lat * turn) * Math.cos(other.lat * turn) * half(one.lon, other.lon);
  return 2 * 6371.0088 * Math.asin(Math.sqrt(chord));
}

test('within a thousandth of the great circle at up to 200 km', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -8, max: 2, noNaN: true }),
      fc.double({ min: 49, max: 61, noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: -1.5, max: 1.5, noNaN: true }),
      (lon, lat, east, north) => {
        const [one, other] = [
          { lon, lat },
          { lon: lon + east, lat: lat + north },
        ];
        const km = greatCircleKm(one, other);
        fc.pre(km <= 200);
        expect(Math.abs(kmBetween(one, other) - km)).toBeLessThanOrEqual(km / 1000 + 1e-6);
        expect(kmBetween(other, one)).toBe(kmBetween(one, other));
      },
    ),
  );
});

test('a degree north is 111.195 km, and a degree east at the equator as far', () => {
  const zero = { lon: 0, lat: 0 };
  expect(kmBetween(zero, { lon: 0, lat: 1 })).toBeCloseTo((6371.0088 * Math.PI) / 180, 9);
  expect(kmBetween(zero, { lon: 1, lat: 0 })).toBeCloseTo((6371.0088 * Math.PI) / 180, 9);
  expect(kmBetween(zero, zero)).toBe(0);
});

test('Leicester Royal Infirmary to Oakham is 27 km', () => {
  const km = kmBetween({ lon: -1.136, lat: 52.627 }, { lon: -0.737, lat: 52.671 });
  expect(km).toBeCloseTo(greatCircleKm({ lon: -1.136, lat: 52.627 }, { lon: -0.737, lat: 52.671 }), 2);
  expect(Math.round(km)).toBe(27);
});
