// Laws of the arrivals, over forty seeds: a Poisson process on every scale, thinned exactly, with keys that know nothing of it.
import { afterAll, describe, expect, test } from 'vitest';
import { LaidOut } from '../../engine/arrivals/laid-out.ts';
import { Crowd, keyBefore } from '../../engine/arrivals/crowd.ts';
import { compile } from '../../engine/network/compile-request.ts';
import { validate } from '../../engine/model/validation/validate.ts';

const SEEDS = Array.from({ length: 40 }, (_, n) => n + 1);
/** Nobody's cell begins on the first day of these windows. */
const WARM_UP = 59;
const DAYS = 960;
/** Of about 60 independent numbers of standard deviations, one beyond this in 200 suites. */
const FAR = 3.95;

const networkOf = (stream: object, runDays = DAYS, others: object = {}) =>
  compile(
    validate({
      schemaVersion: 1,
      id: 'arrivals',
      title: 'Arrivals',
      about: 'A test.',
      calendar: { startDate: '2024-01-01', warmUpDays: WARM_UP, runDays },
      experiment: { replications: 2, seed: 1 },
      needs: { care: { label: 'Care', goesTo: 'home' } },
      streams: { acute: { label: 'Acute', ...stream }, ...others },
      stations: { home: { kind: 'exit', label: 'Home' } },
    }).model!,
    { option: 'today' },
  ).network;

function everyone(network: ReturnType<typeof networkOf>, seed: number, replication = 0): Crowd {
  const crowd = new Crowd();
  const laidOut = new LaidOut(seed, replication, network, []);
  while (!laidOut.isOver()) laidOut.layOutBlock(crowd);
  return crowd;
}

const RATES = [0.4, 2.18, 6, 70];
const crowds = new Map(
  RATES.map((rate) => {
    const network = networkOf({ arrivalsPerDay: rate });
    return [rate, SEEDS.map((seed) => everyone(network, seed))];
  }),
);

/** Printed when asked for: ONWARD_PRINT=1. */
const dispersions: string[] = [];
afterAll(() => {
  if (process.env.ONWARD_PRINT === '1')
    console.log(['| a day | days | dispersion | 95 % |', ...dispersions].join('\n'));
});

describe.each(RATES)('at %f a day', (rate) => {
  const all = crowds.get(rate)!;

  test.each([1, 7, 16, 30, 64])(
    'counts in windows of %i days have the mean and the spread of Poisson counts',
    (days) => {
      const windows = Math.floor((DAYS + WARM_UP) / days);
      const mean = rate * days;
      let [people, squares] = [0, 0];
      for (const { day, people: many } of all) {
        const counts = new Float64Array(windows);
        for (let person = 0; person < many; person++) {
          const window = Math.floor((day[person] + WARM_UP) / days);
          if (window < windows) counts[window]++;
        }
        for (const count of counts) {
          people += count;
          squares += (count - mean) ** 2 / mean;
        }
      }
      const of = windows * all.length;
      const sd = Math.sqrt((2 + 1 / mean) / of);
      const [found, low, high] = [squares / of, squares / of - 1.96 * sd, squares / of + 1.96 * sd].map((n) =>
        n.toFixed(3),
      );
      dispersions.push(`| ${rate} | ${days} | ${found} | ${low} to ${high} |`);
      // A Poisson count has the fourth central moment 3m² + m, so that (n − m)²/m has the variance 2 + 1/m.
      expect(Math.abs(people - of * mean) / Math.sqrt(of * mean)).toBeLessThan(FAR);
      expect(Math.abs(squares - of) / Math.sqrt(of * (2 + 1 / mean))).toBeLessThan(FAR);
    },
  );

  test('counts of one week say nothing of the next, nor of the one nine weeks later', () => {
    const windows = Math.floor((DAYS + WARM_UP) / 7);
    const mean = rate * 7;
    for (const apart of [1, 9]) {
      let [products, of] = [0, 0];
      for (const { day, people } of all) {
        const counts = new Float64Array(windows);
        for (let person = 0; person < people; person++) {
          const window = Math.floor((day[person] + WARM_UP) / 7);
          if (window < windows) counts[window]++;
        }
        for (let window = apart; window < windows; window++, of++)
          products += ((counts[window] - mean) * (counts[window - apart] - mean)) / mean;
      }
      expect(Math.abs(products) / Math.sqrt(of)).toBeLessThan(FAR);
    }
  });

  test('times between arrivals are exponential, and the keys at neighbouring moments are unlike', () => {
    let [gaps, over, low, alike] = [0, 0, 0, 0];
    const tenths = new Float64Array(10);
    for (const { day, keys, people } of all)
      for (let person = 1; person < people; person++, gaps++) {
        const share = 1 - Math.exp(-(day[person] - day[person - 1]) * rate);
        tenths[Math.min(9, Math.floor(share * 10))]++;
        if (share > 0.99) over++;
        if (keys[2 * person + 1] >>> 31 === 1) low++;
        if (keys[2 * person + 1] >>> 31 === keys[2 * person - 1] >>> 31) alike++;
      }
    const chiSquare = tenths.reduce((sum, n) => sum + (n - gaps / 10) ** 2 / (gaps / 10), 0);
    // Chi-square of 9 degrees of freedom: one in 20,000 above 36.
    expect(chiSquare).toBeLessThan(36);
    expect(Math.abs(over - gaps / 100) / Math.sqrt((gaps / 100) * 0.99)).toBeLessThan(FAR);
    expect(Math.abs(low - gaps / 2) / Math.sqrt(gaps / 4)).toBeLessThan(FAR);
    expect(Math.abs(alike - gaps / 2) / Math.sqrt(gaps / 4)).toBeLessThan(FAR);
  });
});

test('more demand keeps everybody, and who is kept is chosen without regard to when they come', () => {
  for (const [less, more] of [
    [0.4, 2.18],
    [2.18, 6],
    [6, 70],
  ] as const) {
    let [kept, firstHalf, missing] = [0, 0, 0];
    SEEDS.forEach((_, n) => {
      const [few, many] = [crowds.get(less)![n], crowds.get(more)![n]];
      for (let at = 0, other = 0; at < few.people; at++, other++) {
        // Both are in order of moment.
        while (many.day[other] < few.day[at]) other++;
        if (many.day[other] !== few.day[at] || many.keys[2 * other] !== few.keys[2 * at]) missing++;
        kept++;
        if ((few.day[at] + WARM_UP) % 64 < 32) firstHalf++;
      }
    });
    expect(missing).toBe(0);
    const share = (Math.floor((DAYS + WARM_UP) / 64) * 32 + Math.min(32, (DAYS + WARM_UP) % 64)) / (DAYS + WARM_UP);
    expect(Math.abs(firstHalf - kept * share) / Math.sqrt(kept * share * (1 - share))).toBeLessThan(FAR);
  }
});

test('a rate that changes with the hour, the weekday and the month brings each hour its people', () => {
  const hourFactors = Array.from({ length: 168 }, (_, hour) => (hour % 24 < 6 ? 0.2 : 1) + (hour >= 120 ? 0 : 0.7));
  const meanFactor = hourFactors.reduce((sum, one) => sum + one, 0) / 168;
  const network = networkOf({ arrivalsPerDay: 9, weekdayFactors: hourFactors }, 701);
  const hours = new Float64Array(168);
  // The run begins 59 days before a Monday, and the first whole week three days later.
  const [from, weeks] = [-56, 108];
  for (const seed of SEEDS) {
    const { day, people } = everyone(network, seed);
    for (let person = 0; person < people; person++) {
      const hour = Math.floor((day[person] - from) * 24);
      if (hour >= 0 && hour < weeks * 168) hours[hour % 168]++;
    }
  }
  const chiSquare = hours.reduce((sum, n, hour) => {
    const mean = ((9 * hourFactors[hour]) / meanFactor / 24) * weeks * SEEDS.length;
    return sum + (n - mean) ** 2 / mean;
  }, 0);
  // Chi-square of 168 degrees of freedom has a standard deviation of 18.3 and leans a little to the right.
  expect(Math.abs(chiSquare - 168) / Math.sqrt(2 * 168)).toBeLessThan(4.5);
});

test('a mirror brings the same keys as far as both have people in a cell, at mirrored moments', () => {
  const network = networkOf({ arrivalsPerDay: 64 }, 64);
  const whole = (crowd: Crowd) =>
    new Map(
      Array.from({ length: crowd.people }, (_, at) => [
        `${crowd.keys[2 * at]} ${crowd.keys[2 * at + 1]}`,
        crowd.day[at],
      ]),
    );
  const [one, mirror] = [whole(everyone(network, 5, 3)), whole(everyone(network, 5, ~3))];
  const both = [...one.keys()].filter((who) => mirror.has(who));
  expect(both.length).toBeGreaterThan(0.8 * one.size);
  // Cells of every band up to 64 begin with day 0; a moment and its mirror lie in the same cell, as far from its two ends.
  for (const who of both) {
    if (one.get(who)! < 0 || mirror.get(who)! < 0) continue;
    const sum = one.get(who)! + mirror.get(who)!;
    expect(Math.abs(sum - Math.round(sum))).toBeLessThan(1e-9);
  }
});

test('people of one moment go in the order of the low words of their keys, then of the high', () => {
  expect(keyBefore(5, 1, 1, 2)).toBe(true);
  expect(keyBefore(1, -1, 5, 1)).toBe(false);
  expect(keyBefore(1, 7, 2, 7)).toBe(true);
  expect(keyBefore(-1, 7, 2, 7)).toBe(false);
});

test('blocks of few days and of many bring the same people', () => {
  // Beside a stream of 4,000 a day a block has at most 16 days, alone it has up to 64.
  const alone = everyone(networkOf({ arrivalsPerDay: 3.3 }, 200), 9);
  const crowded = everyone(
    networkOf({ arrivalsPerDay: 3.3 }, 200, { other: { label: 'Other', arrivalsPerDay: 4000 } }),
    9,
  );
  const people = (crowd: Crowd) =>
    Array.from({ length: crowd.people }, (_, at) => at)
      .filter((at) => crowd.stream[at] === 0)
      .map((at) => `${crowd.day[at]} ${crowd.keys[2 * at]} ${crowd.keys[2 * at + 1]}`);
  expect(people(crowded)).toEqual(people(alone));
});
