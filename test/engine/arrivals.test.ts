// Arrivals: the requested rate and pattern, and the same people however much demand, warm-up or other streams change.
import { describe, expect, test } from 'vitest';
import { makeArrivals } from '../../engine/arrivals/arrivals.ts';
import { compile } from '../../engine/network/compile-request.ts';
import { validate } from '../../engine/model/validation/validate.ts';

interface Arrival {
  day: number;
  who: string;
}

function model(stream: object, calendar: object = {}, streams: object = {}) {
  const { model: valid, problems } = validate({
    schemaVersion: 1,
    id: 'arrivals',
    title: 'Arrivals',
    about: 'A test.',
    calendar: { startDate: '2024-01-01', warmUpDays: 28, runDays: 364, ...calendar },
    experiment: { replications: 2, seed: 1 },
    needs: { care: { label: 'Care', goesTo: 'home' } },
    streams: { acute: { label: 'Acute', ...stream }, ...streams },
    stations: { home: { kind: 'exit', label: 'Home' } },
  });
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return valid!;
}

function arrivalsOf(
  stream: object,
  {
    calendar = {},
    streams = {},
    set = {},
    changes = [] as { atDay: number; path: string; value: number }[],
    replication = 0,
  } = {},
) {
  const program = compile(model(stream, calendar, streams), { option: 'today', set, changes });
  const source = makeArrivals(7, replication, program.network, program.later);
  const found: Arrival[] = [];
  while (source.nextDay() < Infinity) {
    if (program.network.streamIds[source.stream()] === 'acute')
      found.push({ day: source.nextDay(), who: `${source.keyHigh()} ${source.keyLow()}` });
    source.advance();
  }
  return found;
}

const text = (list: Arrival[]) => list.map((one) => `${one.day} ${one.who}`);

describe('a Poisson stream', () => {
  test('has the asked mean and the spread of a Poisson process', () => {
    // 200 replications of 392 days at 5.3 a day: the mean count is 2077.6, its standard error 45.6 / √200.
    const counts = Array.from(
      { length: 200 },
      (_, replication) => arrivalsOf({ arrivalsPerDay: 5.3 }, { replication }).length,
    );
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    const expected = 5.3 * 392;
    expect(Math.abs(mean - expected)).toBeLessThan(3.3 * Math.sqrt(expected / counts.length));
    const variance = counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (counts.length - 1);
    // Variance over mean of 200 Poisson counts: chi-square over 199 lies within 0.70 and 1.37 with 99.9 %.
    expect(variance / mean).toBeGreaterThan(0.7);
    expect(variance / mean).toBeLessThan(1.37);
  });

  test('comes in order, inside the run', () => {
    const days = arrivalsOf({ arrivalsPerDay: 70 }).map((one) => one.day);
    expect(days.every((day, i) => i === 0 || day >= days[i - 1])).toBe(true);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(-28);
    expect(Math.max(...days)).toBeLessThan(364);
    expect(days.length / 392).toBeGreaterThan(65);
  });

  test.each([
    [0.4, 0.9],
    [0.9, 1.1],
    [2.18, 2.6],
    [3.9, 8.3],
    [63, 200],
  ])('at %f a day is part of the same stream at %f a day', (less, more) => {
    const few = text(arrivalsOf({ arrivalsPerDay: less }));
    const many = new Set(text(arrivalsOf({ arrivalsPerDay: more })));
    expect(few.filter((one) => !many.has(one))).toEqual([]);
    expect(many.size).toBeGreaterThan(few.length);
  });

  test('is not renumbered by a longer warm-up, a longer run or another stream', () => {
    const usual = text(arrivalsOf({ arrivalsPerDay: 2.18 }));
    const longer = text(arrivalsOf({ arrivalsPerDay: 2.18 }, { calendar: { warmUpDays: 300, runDays: 500 } }));
    expect(longer).toEqual(expect.arrayContaining(usual));
    expect(
      text(arrivalsOf({ arrivalsPerDay: 2.18 }, { streams: { another: { label: 'B', arrivalsPerDay: 9 } } })),
    ).toEqual(usual);
  });

  test('follows weekday factors, divided by their mean', () => {
    const perWeekday = Array<number>(7).fill(0);
    for (let replication = 0; replication < 40; replication++)
      for (const { day } of arrivalsOf({ arrivalsPerDay: 7, weekdayFactors: [2, 2, 2, 2, 2, 0, 4] }, { replication }))
        perWeekday[((Math.floor(day) % 7) + 7) % 7]++;
    const weeks = 40 * 56;
    [7, 7, 7, 7, 7, 0, 14].forEach((expected, weekday) => {
      expect(Math.abs(perWeekday[weekday] / weeks - expected)).toBeLessThanOrEqual(3.3 * Math.sqrt(expected / weeks));
    });
  });

  test('follows the hours of the week when there are 168 of them', () => {
    const factors = Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 9 && hour % 24 < 17 ? 1 : 0));
    const hours = arrivalsOf({ arrivalsPerDay: 6, weekdayFactors: factors }).map(
      ({ day }) => (day - Math.floor(day)) * 24,
    );
    expect(hours.every((hour) => hour >= 9 && hour < 17)).toBe(true);
    expect(Math.abs(hours.length / 392 - 6)).toBeLessThan(3.3 * Math.sqrt(6 / 392));
  });

  test('comes in full in one hour of the day alone, whichever it is', () => {
    for (let hour = 0; hour < 24; hour++) {
      const factors = Array.from({ length: 168 }, (_, at) => +(at % 24 === hour));
      const days = arrivalsOf({ arrivalsPerDay: 2, weekdayFactors: factors }, { calendar: { runDays: 2000 } });
      expect(days.every(({ day }) => Math.floor((day - Math.floor(day)) * 24) === hour)).toBe(true);
      expect(Math.abs(days.length - 2 * 2028)).toBeLessThan(3.9 * Math.sqrt(2 * 2028));
    }
  });

  test('changes its rate at the moment of a dated change and not before', () => {
    const usual = arrivalsOf({ arrivalsPerDay: 3 });
    const changed = arrivalsOf(
      { arrivalsPerDay: 3 },
      { changes: [{ atDay: 100.5, path: 'streams.acute.arrivalsPerDay', value: 30 }] },
    );
    const before = (list: Arrival[]) => text(list.filter((one) => one.day < 100.5));
    expect(before(changed)).toEqual(before(usual));
    const after = changed.filter((one) => one.day >= 100.5).length / (364 - 100.5);
    expect(Math.abs(after - 30)).toBeLessThan(3.3 * Math.sqrt(30 / 263.5));
  });

  test('follows a mean for each day of a list, and its weekdays before and after', () => {
    const means = [3.5, 0, 1.25, 8, 0.5, 2, 6, 4.5];
    const stream = { meansPerDay: { fromDate: '2024-01-03', means } };
    const perDay = Array<number>(28).fill(0);
    const replications = 200;
    for (let replication = 0; replication < replications; replication++)
      for (const { day } of arrivalsOf(stream, { calendar: { warmUpDays: 7, runDays: 21 }, replication }))
        perDay[Math.floor(day) + 7]++;
    // From Monday on; day 2, a Wednesday, is the first of the list, and the only weekday that is there twice.
    const weekdayMeans = [2, 6, (3.5 + 4.5) / 2, 0, 1.25, 8, 0.5];
    perDay.forEach((people, at) => {
      const expected = means[at - 7 - 2] ?? weekdayMeans[at % 7];
      expect(Math.abs(people / replications - expected)).toBeLessThanOrEqual(3.9 * Math.sqrt(expected / replications));
    });
  });

  test('with means for each day is part of the same stream where every mean is larger, or at a plain rate above them all', () => {
    const means = Array.from({ length: 90 }, (_, day) => 1.3 + (day % 11) / 4);
    const few = text(arrivalsOf({ meansPerDay: { fromDate: '2024-02-01', means } }));
    const more = new Set(text(arrivalsOf({ meansPerDay: { fromDate: '2024-02-01', means, times: 1.2 } })));
    const most = new Set(text(arrivalsOf({ arrivalsPerDay: 4 })));
    expect(few.filter((one) => !more.has(one) || !most.has(one))).toEqual([]);
    expect([few.length < more.size, few.length < most.size]).toEqual([true, true]);
  });

  test('grows by the year, compounded by the day from the start date', () => {
    let [first, last] = [0, 0];
    for (let replication = 0; replication < 20; replication++)
      for (const { day } of arrivalsOf(
        { arrivalsPerDay: 20, growthPerYear: 0.5 },
        { calendar: { warmUpDays: 0, runDays: 731 }, replication },
      ))
        if (day < 365) first++;
        else if (day < 730) last++;
    // A year's growth between the two years: 1.5 to the power 365 / 365.25.
    const ratio = last / first;
    expect(Math.abs(ratio / 1.5 ** (365 / 365.25) - 1)).toBeLessThan(3.3 * Math.sqrt(1 / first + 1 / last));
  });
});

describe('other streams', () => {
  test('counts bring exactly the observed people on each day', () => {
    const days = arrivalsOf({ counts: [3, 0, 5] }).map((one) => Math.floor(one.day));
    expect(days).toEqual([0, 0, 0, 2, 2, 2, 2, 2]);
  });

  test('known moments come at those moments', () => {
    expect(arrivalsOf({ atDays: [7, 1.5, 1.5] }).map((one) => one.day)).toEqual([1.5, 1.5, 7]);
  });

  test('a renewal stream comes first after one interval', () => {
    expect(
      arrivalsOf({ everyDays: { shape: 'fixed', days: 100 } }, { calendar: { warmUpDays: 0 } }).map((one) => one.day),
    ).toEqual([100, 200, 300]);
  });
});
