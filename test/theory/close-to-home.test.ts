// Close to home and how far, worked out by hand for four people and two beds; and a point on the ground that cannot be meant.
import { expect, test } from 'vitest';
import { validate } from '../../engine/index.ts';
import { shippedModel } from '../models/shipped.ts';
import { fixed, home, run, ward } from './hand.ts';

/** Due north of each other, a degree apart: 111.195 km, by the mean radius of the Earth. */
const degreeKm = (6371.0088 * Math.PI) / 180;
const town = (lat: number) => ({ lon: -1, lat });

test('the second of the south finds its bed taken and goes north', () => {
  const stream = (locality: string, atDays: number[]) => ({ label: locality, atDays });
  const { mean } = run(40, {
    attributes: {
      where: {
        label: 'Where people live',
        shares: {
          by: 'stream',
          south: { south: 1, north: 0 },
          north: { south: 0, north: 1 },
          else: { south: 1, north: 0 },
        },
        where: { south: { centre: town(52) }, north: { centre: town(53) } },
      },
    },
    needs: {
      bed: {
        label: 'A bed',
        goesTo: { by: 'where', south: 'lower', north: 'upper' },
        otherwise: { by: 'where', south: [{ to: 'upper' }], north: [{ to: 'lower' }] },
      },
    },
    streams: { south: stream('south', [0, 1, 12]), north: stream('north', [20]) },
    stations: {
      lower: ward(1, fixed(10), { lonLat: town(52.25), locality: 'south' }),
      upper: ward(1, fixed(5), { lonLat: town(53), locality: 'north', label: 'Upper ward' }),
      // Nobody is placed close to home, or far from it, by leaving.
      home: { ...home, lonLat: town(54) },
    },
  });
  // South: 1 and 3 in the lower bed, a quarter of a degree away; 2 in the upper, a degree away. North: 4 in the upper, at home.
  expect(mean('all', 'closeToHome')).toBeCloseTo(3 / 4, 12);
  expect(mean('all', 'closeToHome', 'mean', 'where:south')).toBeCloseTo(2 / 3, 12);
  expect(mean('all', 'closeToHome', 'mean', 'where:north')).toBe(1);
  expect(mean('upper', 'closeToHome')).toBeCloseTo(1 / 2, 12);
  expect(mean('all', 'distance')).toBeCloseTo((degreeKm * 1.5) / 4, 9);
  expect(mean('all', 'distance', 'mean', 'where:south')).toBeCloseTo(degreeKm / 2, 9);
  expect(mean('all', 'distance', 'mean', 'where:north')).toBe(0);
  expect(mean('lower', 'distance')).toBeCloseTo(degreeKm / 4, 9);
});

test('a service whose longitude and latitude were swapped is warned about', () => {
  const county = structuredClone(shippedModel('leicester-leicestershire-rutland-2018'));
  county.stations.melton.lonLat = { lon: 52.76, lat: -0.888 };
  const [problem, ...others] = validate(county).problems;
  expect(problem).toMatchObject({ severity: 'warning', path: 'stations.melton.lonLat' });
  expect(problem.hint).toContain('swapped');
  expect(others).toEqual([]);
});
