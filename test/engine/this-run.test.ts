// An estimate made from a document describes this run: its own days, months, growth, dated changes and opening hours. All by hand.
import { describe, expect, test } from 'vitest';
import {
  compile,
  estimate,
  judgeSettling,
  offered,
  replicate,
  rowKeys,
  sayProblem,
  validate,
} from '../../engine/index.ts';
import { interval } from '../../engine/study/statistics/confidence.ts';

interface Parts {
  readonly stream: object;
  readonly calendar?: object;
  readonly ward?: object;
  readonly stations?: object;
  readonly options?: readonly object[];
}

const fixed = (days: number) => ({ shape: 'fixed', days });
const ward = (stay: object, more: object = {}) => ({
  kind: 'ward',
  label: 'Ward',
  beds: 'unlimited',
  stay,
  next: [{ to: 'home' }],
  ...more,
});

// 2024-01-01 is a Monday.
function programOf({ stream, calendar, ward: more, stations, options }: Parts, option = 'today') {
  const { model, problems } = validate({
    schemaVersion: 1,
    id: 'this-run',
    title: 'This run',
    about: 'A test.',
    calendar: { startDate: '2024-01-01', warmUpDays: 7, runDays: 28, ...calendar },
    experiment: { replications: 20, seed: 1 },
    needs: { a: { label: 'A', goesTo: 'a' } },
    streams: { s: { label: 'S', ...stream } },
    stations: { a: ward(fixed(2), more), ...stations, home: { kind: 'exit', label: 'Home' } },
    ...(options && { options }),
  });
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  return compile(model, { option });
}

const rowOf = (program: ReturnType<typeof programOf>, station = 'a') =>
  offered(program).find((row) => row.station === station)!;
const stayOf = (parts: Omit<Parts, 'stream'> & { readonly stream?: object }, station = 'a') =>
  rowOf(programOf({ stream: { arrivalsPerDay: 5 }, ...parts }), station).meanStayDays;

describe('who comes', () => {
  test('counts beyond the last day bring nobody: 3 a day for 60 days, a run of 10', () => {
    const program = programOf({
      stream: { counts: Array<number>(60).fill(3) },
      calendar: { warmUpDays: 0, runDays: 10 },
    });
    expect(rowOf(program).arrivalsPerDay).toBeCloseTo(3, 12);
    expect(rowOf(program).neededPlaces).toBeCloseTo(6, 12);
    expect(estimate(program, 20).arrivals).toBeCloseTo(20 * 30, 9);
  });

  test('counts bring nobody in the warm-up either', () => {
    const program = programOf({
      stream: { counts: Array<number>(60).fill(3) },
      calendar: { warmUpDays: 300, runDays: 10 },
    });
    expect(estimate(program, 1).arrivals).toBeCloseTo(30, 9);
  });

  test('of five known moments two lie in a run of 8 days', () => {
    const program = programOf({ stream: { atDays: [0.5, 7.9, 8, 9, 40] }, calendar: { warmUpDays: 0, runDays: 8 } });
    expect(rowOf(program).arrivalsPerDay).toBeCloseTo(2 / 8, 12);
    expect(estimate(program, 3).arrivals).toBeCloseTo(6, 9);
  });

  test('July and August alone, at three times the mean of a year', () => {
    // Six months at 1 and six at 0, but July and August at 3 each: the mean of the twelve is 10 / 12.
    const monthFactors = [1, 1, 1, 1, 0, 0, 3, 3, 0, 0, 0, 0];
    const program = programOf({
      stream: { arrivalsPerDay: 2, monthFactors },
      calendar: { startDate: '2024-07-01', runDays: 62 },
      ward: { beds: 14 },
    });
    expect(rowOf(program).arrivalsPerDay).toBeCloseTo(2 * 3.6, 9);
    expect(rowOf(program).neededPlaces).toBeCloseTo(14.4, 9);
    const ofWard = judgeSettling(program, []).stations.find(({ station }) => station === 'a')!;
    expect(ofWard.settles).toBe('needs more than it has');
    expect(ofWard.needed[1]).toBeCloseTo(14.4, 9);
  });

  test('a whole year has every month, so a hard winter alone is no lasting shortage', () => {
    const monthFactors = [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0.5];
    const stream = { arrivalsPerDay: 2, monthFactors };
    const program = programOf({ stream, calendar: { runDays: 365 }, ward: { beds: 5 } });
    expect(judgeSettling(program, []).settles).toBe('settles');
  });

  test('weekends only, in a run of Monday to Friday: nobody; and three days a week in three days', () => {
    const weekend = { arrivalsPerDay: 2, weekdayFactors: [0, 0, 0, 0, 0, 1, 1] };
    expect(rowOf(programOf({ stream: weekend, calendar: { runDays: 5 } })).arrivalsPerDay).toBe(0);
    const early = { arrivalsPerDay: 3, weekdayFactors: [1, 1, 1, 0, 0, 0, 0] };
    // Seven days' people in three: 3 × 7 / 3 a day.
    expect(rowOf(programOf({ stream: early, calendar: { runDays: 3 } })).arrivalsPerDay).toBeCloseTo(7, 12);
  });

  test('growth is its mean over the run: two years that each double', () => {
    const program = programOf({ stream: { arrivalsPerDay: 1, growthPerYear: 1 }, calendar: { runDays: 730.5 } });
    // ∫ 2^t over two years, and halves of a step for growth that comes a day at a time.
    expect(rowOf(program).arrivalsPerDay).toBeCloseTo(3 / Math.log(2) / 2, 2);
  });

  test('a dated change counts for its days: a stay of 2 days, of 6 from day 7 of 28, and 10 beds that become 30', () => {
    const options = [
      {
        id: 'later',
        title: 'Later',
        changes: [{ atDay: 7, set: { 'stations.a.stay.days': 6, 'stations.a.beds': 30 } }],
      },
    ];
    const row = rowOf(programOf({ stream: { arrivalsPerDay: 4 }, ward: { beds: 10 }, options }, 'later'));
    expect(row.neededPlaces).toBeCloseTo(4 * (2 * 0.25 + 6 * 0.75), 9);
    expect(row.hasPlaces).toBeCloseTo(10 * 0.25 + 30 * 0.75, 9);
  });
});

describe('a stay that stands still outside hours', () => {
  const weekdays = { days: 'Mon-Fri' };

  test.each([
    // Half a day: a weekend falls in it for the last half of Friday; at a weekend 1 day until Monday and the stay.
    [0.5, (5 / 7) * (0.5 + 2 * (0.5 / 5)) + (2 / 7) * 1.5],
    [2, (5 / 7) * (2 + 2 * (2 / 5)) + (2 / 7) * 3],
    // A whole week of progress always has one weekend in it, and from a weekend only the rest of that one.
    [5, (5 / 7) * 7 + (2 / 7) * 6],
    [12, (5 / 7) * (12 + 2 * (12 / 5)) + (2 / 7) * (1 + 12 + 4)],
  ])('fixed, %f days, Monday to Friday', (days, mean) => {
    expect(stayOf({ ward: { stay: fixed(days), progresses: weekdays } })).toBeCloseTo(mean, 9);
  });

  test('eight hours a day: six hours of it, from any hour', () => {
    // In hours, by when they come: 0 to 9, on average 4.5 until nine and 6; 9 to 11, just 6; 11 to 17, 6 and the 16 closed;
    // 17 to 24, on average 12.5 until nine and 6.
    const hours = (9 * 10.5 + 2 * 6 + 6 * 22 + 7 * 18.5) / 24;
    const progresses = { days: 'Mon-Sun', fromHour: 9, toHour: 17 };
    expect(stayOf({ ward: { stay: { shape: 'fixed', hours: 6 }, progresses } })).toBeCloseTo(hours / 24, 9);
  });

  test('exponential: the weekends it outlasts', () => {
    // From an open moment a weekend is outlasted m / 5 times on average; from a closed one q + q² + …, q = e^(−5 / m).
    const q = Math.exp(-1);
    const mean = 5 + (5 / 7) * 2 + (2 / 7) * (1 + (2 * q) / (1 - q));
    const stay = { shape: 'exponential', meanDays: 5 };
    expect(stayOf({ ward: { stay, progresses: weekdays } })).toBeCloseTo(mean, 4);
  });

  test('people who come on weekdays only, and people let in on weekdays only', () => {
    const stream = { arrivalsPerDay: 5, weekdayFactors: [1, 1, 1, 1, 1, 0, 0] };
    expect(stayOf({ stream, ward: { stay: fixed(1), progresses: weekdays } })).toBeCloseTo(1 + 2 / 5, 9);
    // Two sevenths are let in on Monday as it begins, and stay a day.
    const admits = weekdays;
    expect(stayOf({ ward: { stay: fixed(1), progresses: weekdays, admits } })).toBeCloseTo((5 / 7) * 1.4 + 2 / 7, 9);
  });

  test('people who come from another stay: all on a Monday, four days and a half later, for a day', () => {
    // Half come on Friday after noon and stay over the weekend: 3 days; half on Saturday morning, 1.75 days before Monday: 2.75.
    const stream = { arrivalsPerDay: 1, weekdayFactors: [1, 0, 0, 0, 0, 0, 0] };
    const stations = { b: ward(fixed(1), { progresses: weekdays }) };
    expect(stayOf({ stream, ward: { stay: fixed(4.5), next: [{ to: 'b' }] }, stations }, 'b')).toBeCloseTo(2.875, 9);
  });

  test('and what is simulated says the same, through two stays with hours of their own', () => {
    const stations = {
      b: ward({ shape: 'gamma', meanDays: 3, sdDays: 2 }, { progresses: { days: 'Tue-Thu', fromHour: 8, toHour: 20 } }),
    };
    const program = programOf({
      stream: { arrivalsPerDay: 10, weekdayFactors: [2, 1, 1, 1, 3, 0, 0] },
      calendar: { warmUpDays: 98, runDays: 364 },
      ward: { stay: { shape: 'exponential', meanDays: 2 }, progresses: weekdays, next: [{ to: 'b' }] },
      stations,
    });
    const keys = rowKeys(program);
    const runs = Array.from({ length: 20 }, (_, n) => replicate(program, 1, n));
    for (const station of ['a', 'b']) {
      const at = keys.findIndex(
        (key) => key.station === station && key.measure === 'occupancy' && key.statistic === 'mean',
      );
      const { low, high } = interval(
        runs.map((values) => values[at]),
        0.9999,
      );
      const { neededPlaces } = rowOf(program, station);
      expect(neededPlaces, station).toBeGreaterThan(low);
      expect(neededPlaces, station).toBeLessThan(high);
      // Narrow enough to show what stretching every stay by 168 hours over those open would give.
      expect(high - low, station).toBeLessThan(0.06 * neededPlaces);
    }
  });
});
