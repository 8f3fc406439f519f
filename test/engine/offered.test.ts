// Offered load by flow balance: by hand for a line, for equal stations and for a circle; and the estimate that depends on it.
import { describe, expect, test } from 'vitest';
import { compile } from '../../engine/network/compile-request.ts';
import { estimate } from '../../engine/study/estimate.ts';
import { offered } from '../../engine/network/offered.ts';
import { validate } from '../../engine/model/validation/validate.ts';

const ward = (days: number, next: object[]) => ({
  kind: 'ward',
  label: 'Ward',
  beds: 10,
  stay: { shape: 'fixed', days },
  next,
});

function program(stations: object, goesTo: string | string[], stream: object = { arrivalsPerDay: 2 }, runDays = 100) {
  const { model, problems } = validate({
    schemaVersion: 1,
    id: 'offered',
    title: 'Offered',
    about: 'A test.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays },
    experiment: { replications: 2, seed: 1 },
    needs: { care: { label: 'Care', goesTo } },
    streams: { acute: { label: 'Acute', ...stream } },
    stations: { ...stations, home: { kind: 'exit', label: 'Home' } },
  });
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return compile(model!, { option: 'today' });
}

const needed = (of: ReturnType<typeof program>) =>
  Object.fromEntries(offered(of).map((row) => [row.station, row.neededPlaces]));

describe('needed visits', () => {
  const team = (days: number, first: number, last: number, visitsPerDay: number | number[] = 50) => ({
    kind: 'caseload',
    label: 'Team',
    visitsPerDay,
    visits: { first, last },
    stay: { shape: 'fixed', days },
    next: [{ to: 'home' }],
  });
  const visits = (station: object) => {
    const [row] = offered(program({ team: station }, 'team'));
    return [row.neededVisitsPerDay, row.hasVisitsPerDay];
  };

  test('a stay of three days touches four, with 4, 3, 2 and 1 visits', () => {
    expect(visits(team(3, 4, 1))[0]).toBeCloseTo(2 * (4 + 3 + 2 + 1), 9);
  });

  test('of half a day: half the people have only the first day, half have two', () => {
    expect(visits(team(0.5, 4, 2))[0]).toBeCloseTo(2 * (0.5 * 4 + 0.5 * (4 + 2)), 1);
  });

  test('what can be made is the mean over the week; where no visits are counted there is none', () => {
    expect(visits(team(3, 4, 1, [70, 70, 70, 70, 70, 0, 0]))[1]).toBeCloseTo(50, 9);
    expect(visits(ward(3, [{ to: 'home' }]))).toEqual([null, null]);
  });
});

describe('needed places', () => {
  test('of a line: arrivals times stay, then the share that goes on times the next stay', () => {
    const line = {
      first: ward(4, [
        { to: 'second', share: 0.25 },
        { to: 'home', share: 0.75 },
      ]),
      second: ward(10, [{ to: 'home' }]),
    };
    expect(needed(program(line, 'first'))).toEqual({ first: 8, second: 5 });
  });

  test('of equal stations: shared evenly', () => {
    const pair = { north: ward(3, [{ to: 'home' }]), south: ward(5, [{ to: 'home' }]) };
    expect(needed(program(pair, ['north', 'south']))).toEqual({ north: 3, south: 5 });
  });

  test('of a circle: everyone comes 1 / (1 − share back) times', () => {
    const circle = {
      care: ward(2, [
        { to: 'care', share: 0.2 },
        { to: 'home', share: 0.8 },
      ]),
    };
    expect(needed(program(circle, 'care')).care).toBeCloseTo((2 * 2) / 0.8, 9);
  });
});

describe('the estimate', () => {
  const line = { care: ward(2, [{ to: 'home' }]) };

  test('counts arrivals, and two events for each person of one stay (and one for the exit)', () => {
    const { arrivals, events, refusal } = estimate(program(line, 'care'), 10);
    expect(arrivals).toBeCloseTo(2000, 6);
    expect(events).toBeGreaterThanOrEqual(4000);
    expect(events).toBeLessThanOrEqual(6000);
    expect(refusal).toBeUndefined();
  });

  test('refuses a thousand million arrivals before anything starts, with the figures', () => {
    const { refusal } = estimate(program(line, 'care', { arrivalsPerDay: 1_000_000 }, 1000), 1);
    expect(refusal?.found).toContain('1,000,000,000 arrivals');
    expect(refusal?.hint).not.toBe('');
  });
});
