// Whether a model settles: queues whose answer is known, beds that close on a date, growth, seasons, and ways out.
import { describe, expect, test } from 'vitest';
import {
  dailyPeople,
  judgeSettling,
  replicateByWeek,
  settlingWords,
  weekKeys,
  type Program,
  type Settling,
} from '../../engine/index.ts';
import { weekAt } from '../../engine/study/statistics/weeks.ts';
import { exponential, fixed, wardProgram, type OneWard } from './one-ward.ts';

const YEAR = { warmUpDays: 364, runDays: 364 };

function judge(program: Program, replications: number, seed = 5): Settling {
  const weeks = Array.from({ length: replications }, (_, r) => replicateByWeek(program, seed, r).weeks);
  return judgeSettling(program, weeks);
}

const at = (settling: Settling, station: string) => settling.stations.find((one) => one.station === station)!;

/** One bed and exponential stays of a day. */
const oneBed = (arrivalsPerDay: number, more: Partial<OneWard> = {}) =>
  wardProgram({ ward: { beds: 1, stay: exponential(1) }, people: { arrivalsPerDay }, calendar: YEAR, ...more });

describe('one bed', () => {
  test('at a load of 0.8 settles', () => {
    const found = judge(oneBed(0.8), 60);
    expect(found.settles).toBe('settles');
    expect(at(found, 'ward')).toMatchObject({ needed: [0.8, 0.8], has: [1, 1], trend: { direction: 'steady' } });
    // ρ / (1 − ρ) people there or waiting, in both stretches.
    const { early, late } = at(found, 'all').trend!;
    expect(early).toBeGreaterThan(3);
    expect(late).toBeLessThan(5);
    expect(settlingWords(found, (id) => id)).toEqual([]);
  });

  test('at a load of 1.2 does not, and grows by what comes less what goes', () => {
    const found = judge(oneBed(1.2, { calendar: { warmUpDays: 100, runDays: 364 } }), 60);
    expect(found.settles).toBe('needs more than it has');
    const { trend, needed } = at(found, 'ward');
    expect(needed[1]).toBeCloseTo(1.2, 9);
    // Its quarters begin half a year apart.
    expect(trend!.low).toBeLessThan(0.2 * 182);
    expect(trend!.high).toBeGreaterThan(0.2 * 182);
    expect(trend!.direction).toBe('grows');
    expect(at(found, 'all').trend!.growth).toBeCloseTo(trend!.growth, 9);
    expect(settlingWords(found, () => 'The ward')[0]).toMatch(
      /^The ward: 1\.2 places needed, 1 there; people there or waiting for it grew from \d+\.\d to \d+\.\d$/,
    );
  });

  test('rests on flow balance alone when there are few replications', () => {
    expect(at(judge(oneBed(1.2), 2), 'ward')).toMatchObject({ settles: 'needs more than it has', trend: null });
    expect(judge(oneBed(0.8), 0).settles).toBe('settles');
  });

  test('is not called growing by chance: 40 studies of a settled one', () => {
    const program = oneBed(0.7, { calendar: { warmUpDays: 100, runDays: 168 } });
    const found = Array.from({ length: 40 }, (_, seed) => judge(program, 15, seed).settles);
    expect(found.filter((one) => one !== 'settles')).toEqual([]);
  });
});

test('beds enough, but held by people who cannot go on: fills up', () => {
  const program = wardProgram({
    ward: { beds: 20, stay: exponential(5), next: [{ to: 'team' }] },
    people: { arrivalsPerDay: 1 },
    also: { team: { kind: 'caseload', label: 'Team', places: 8, stay: exponential(10), next: [{ to: 'home' }] } },
    calendar: YEAR,
  });
  const found = judge(program, 30);
  expect(found.settles).toBe('needs more than it has');
  expect(at(found, 'team')).toMatchObject({ settles: 'needs more than it has', needed: [10, 10], has: [8, 8] });
  expect(at(found, 'ward')).toMatchObject({ settles: 'fills up', needed: [5, 5], has: [20, 20] });
  // 1 person arrives and 0.8 leave a day.
  const { low, high } = at(found, 'all').trend!;
  expect(low < 0.2 * 182 && 0.2 * 182 < high).toBe(true);
  // Everybody is counted once: the stations add up to all, and all are the people counted day by day.
  expect(at(found, 'ward').trend!.late + at(found, 'team').trend!.late).toBeCloseTo(at(found, 'all').trend!.late, 9);
  const days = Array.from({ length: 30 }, (_, r) => dailyPeople(program, 5, r).people.subarray(364 + 39 * 7));
  const counted = days.reduce((sum, people) => sum + people.reduce((all, one) => all + one, 0) / people.length, 0) / 30;
  expect(Math.abs(at(found, 'all').trend!.late - counted)).toBeLessThan(0.5);
});

test('growth counts from half a person and a twentieth of those before, however sure it is', () => {
  const program = oneBed(0.8);
  const { network } = program;
  const grown = (level: number, by: number) => {
    const weeks = Array.from({ length: 20 }, (_, r) => {
      const one = new Float64Array(weekKeys(program).length);
      for (let week = 0; week < 52; week++)
        one[weekAt(network, 'occupancy', 0, week)] = level + (week >= 39 ? by : 0) + 0.001 * (r % 5);
      return one;
    });
    return at(judgeSettling(program, weeks), 'ward').trend!.direction;
  };
  expect([grown(3, 0.45), grown(3, 0.55), grown(3, -0.55)]).toEqual(['steady', 'grows', 'shrinks']);
  expect([grown(100, 4.5), grown(100, 5.5)]).toEqual(['steady', 'grows']);
});

describe('beds that close on a date', () => {
  const closing = (to: number) =>
    wardProgram({
      ward: { beds: 20, stay: exponential(8) },
      people: { arrivalsPerDay: 1 },
      calendar: YEAR,
      changes: [{ atDay: 100, set: { 'stations.ward.beds': to } }],
    });

  test('enough are left: nothing is unstable, though more wait than before', () => {
    const found = judge(closing(11), 40);
    expect(found).toMatchObject({ settles: 'settles', changes: ['dated'] });
    expect(at(found, 'ward')).toMatchObject({ needed: [8, 8], has: [20, 11] });
    // Only weeks after the change are compared: day 100 lies in week 14, so weeks 15 to 51.
    expect(found.stretches).toEqual({ early: [25, 34], late: [43, 52], isPlanned: false });
  });

  test('too few are left: it needs more at the end, not at the start', () => {
    const found = judge(closing(6), 40);
    expect(found.settles).toBe('needs more than it has');
    expect(settlingWords(found, () => 'The ward')[0]).toContain(
      '8 places needed by the end of the run, 6 there; people',
    );
  });

  test('a change too late to see its end is planned, never a model that fills up', () => {
    const late = wardProgram({
      ward: { beds: 20, stay: exponential(8) },
      people: { arrivalsPerDay: 1 },
      calendar: YEAR,
      changes: [{ atDay: 280, set: { 'streams.people.arrivalsPerDay': 2 } }],
    });
    const found = judge(late, 40);
    expect(found.settles).toBe('settles');
    expect(at(found, 'ward').trend).toMatchObject({ direction: 'grows', isPlanned: true });
    expect(settlingWords(found, () => 'The ward')[0]).toContain(
      'The ward: grown as the model’s own numbers changed; people',
    );
  });
});

describe('arrivals that change by themselves', () => {
  test('growth past the places there are shows at the end', () => {
    const found = judge(
      wardProgram({
        ward: { beds: 10, stay: exponential(8) },
        people: { arrivalsPerDay: 1, growthPerYear: 0.5 },
        calendar: YEAR,
      }),
      0,
    );
    const { needed, settles } = at(found, 'ward');
    expect(settles).toBe('needs more than it has');
    expect(needed[0]).toBeCloseTo(8, 9);
    expect(needed[1]).toBeCloseTo(8 * 1.5 ** (364 / 365.25), 6);
    expect(found.changes).toEqual(['growth']);
  });

  test('means for each day move on by themselves where the list meets the run, and settle where it does not', () => {
    const changesOf = (fromDate: string) => {
      const people = { meansPerDay: { fromDate, means: Array.from({ length: 20 }, (_, day) => 1 + day / 100) } };
      return judge(wardProgram({ ward: { beds: 10, stay: exponential(2) }, people, calendar: YEAR }), 0).changes;
    };
    // A run of 364 days from 1 January; the warm-up does not count.
    expect(['2024-12-29', '2024-12-30'].map(changesOf)).toEqual([['observed'], []]);
    expect(['2023-12-13', '2023-12-12'].map(changesOf)).toEqual([['observed'], []]);
  });

  test('growth where there is always room is growth, not a model that fills up', () => {
    const found = judge(
      wardProgram({
        ward: { beds: 'unlimited', stay: exponential(8) },
        people: { arrivalsPerDay: 2, growthPerYear: 0.5 },
        calendar: YEAR,
      }),
      40,
    );
    expect(found.settles).toBe('settles');
    expect(at(found, 'ward').trend).toMatchObject({ direction: 'grows', isPlanned: true });
  });

  test('a busy winter is compared with the winter before, if the run has both', () => {
    const monthFactors = [1, 1, 1, 0.8, 0.8, 0.8, 0.8, 0.8, 1, 1.2, 1.4, 1.4];
    const seasonal = (runDays: number) =>
      wardProgram({
        ward: { beds: 'unlimited', stay: exponential(8) },
        people: { arrivalsPerDay: 2, monthFactors },
        calendar: { warmUpDays: 365, runDays },
      });
    const one = judge(seasonal(364), 40);
    expect(one.settles).toBe('settles');
    expect(at(one, 'ward').trend).toMatchObject({ direction: 'grows', isPlanned: true });
    const two = judge(seasonal(730), 40);
    expect(two.stretches).toEqual({ early: [0, 52], late: [52, 104], isPlanned: false });
    expect(at(two, 'ward').trend).toMatchObject({ direction: 'steady', isPlanned: false });
  });
});

describe('ways out', () => {
  test('people who give up keep a short ward steady: the weeks say so, flow balance cannot', () => {
    const program = wardProgram({
      ward: { beds: 1, stay: exponential(1), patience: { stay: exponential(5), to: 'away' } },
      people: { arrivalsPerDay: 1.5 },
      also: { away: { kind: 'exit', label: 'Away' } },
      calendar: YEAR,
    });
    expect(judge(program, 30).settles).toBe('settles');
    expect(judge(program, 0).settles).toBe('needs more than it has');
  });

  test('surge places count as places, starts a month as a limit', () => {
    const surge = wardProgram({
      ward: { beds: 8, stay: fixed(9), surge: { beds: 2, openAtWaiting: 2, closeAtWaiting: 0, minDays: 1 } },
      people: { arrivalsPerDay: 1 },
      calendar: YEAR,
    });
    expect(at(judge(surge, 0), 'ward')).toMatchObject({ settles: 'settles', needed: [9, 9], has: [10, 10] });
    const starts = wardProgram({
      ward: { beds: 'unlimited', stay: fixed(9), startsPerMonth: 27 },
      people: { arrivalsPerDay: 1 },
      calendar: YEAR,
    });
    const found = judge(starts, 0);
    expect(found.settles).toBe('needs more than it has');
    expect(settlingWords(found, () => 'The ward')).toEqual(['The ward: 30.4 starts a month needed, 27 allowed']);
  });
});

test('a run of a few weeks is too short to tell', () => {
  const short = oneBed(0.8, { calendar: { warmUpDays: 0, runDays: 60 } });
  expect(judge(short, 10)).toMatchObject({ settles: 'settles', stretches: null });
});
