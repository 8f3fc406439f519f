// The checks of `onward verify`: sound documents, answers that agree with the oracles of the theory tests, and a verdict that can fail.
import { describe, expect, it } from 'vitest';
import { fixedStayWait } from '../../engine/checks/fixed-stays.ts';
import { overflowFigures } from '../../engine/checks/overflow.ts';
import { levelsOn } from '../../engine/checks/over-time.ts';
import { samePatience } from '../../engine/checks/patience.ts';
import { stepDownFigures } from '../../engine/checks/step-down.ts';
import { checkGroups, compile, estimate, sayProblem, validate, type Check } from '../../engine/index.ts';
import { verifyCase } from '../../engine/checks/verify.ts';
import { checkModel, checkRequest } from '../../engine/checks/verify.ts';
import { blockingLine } from '../theory/oracles/blocking-line.ts';
import { meanWaitsByPriority, meanWaitsByPrioritySharedStay } from '../theory/oracles/cobham.ts';
import { erlangB, erlangC } from '../theory/oracles/erlang.ts';
import { limitedRoom } from '../theory/oracles/limited-room.ts';
import { afterDays, chainMean, walkChain } from '../theory/oracles/markov-chain.ts';
import { hyperexponential, meanWaitOnePlace } from '../theory/oracles/pollaczek-khinchine.ts';
import { equilibriumSurvival, lognormalSurvival, meanPeopleAt } from '../theory/oracles/unlimited-places.ts';

const all = checkGroups().flat();
function checkOf(id: string): Check {
  const found = all.find((check) => check.id === id);
  if (!found) throw new Error(`There is no check ${id}.`);
  return found;
}

describe('the list', () => {
  it('has at least forty figures, each with an id, a source and an answer of its own', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, title, figure, formula, source, expected } of all) {
      expect(id).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+$/);
      for (const words of [title, figure, formula, source]) expect(words, id).not.toBe('');
      expect(expected, id).toBeGreaterThan(0);
      expect(expected, id).toBeLessThan(Infinity);
    }
  });

  it('gives each group a document and a title of its own', () => {
    const groups = new Map(all.map(({ document, title }) => [document, title]));
    expect(new Set(groups.values()).size).toBe(groups.size);
  });

  it.each(checkGroups().map(([check]) => [check.id.split('.')[0], check] as const))(
    '%s has a document that can be used, of bearable size',
    (_id, check) => {
      // A run that begins with nobody is a warning in a model for planners, and is what is tested here.
      const errors = validate(check.document).problems.filter(({ severity }) => severity === 'error');
      expect(errors.map(sayProblem)).toEqual([]);
      const model = checkModel(check);
      expect(estimate(compile(model, checkRequest(model)), 200).events).toBeLessThan(20_000_000);
    },
  );
});

/** What the answers were worked out from, once more, by other means. */
const weekdayFactors = [0.4, 1, 1.1, 1.2, 1.6, 1.2, 0.5];
const weekly = (day: number) => (60 * weekdayFactors[day % 7]) / (weekdayFactors.reduce((sum, f) => sum + f, 0) / 7);
/** Ten days from day 3 on; of Thursdays, Fridays and Saturdays there are two. */
const forecast = (day: number) =>
  [50.5, 80.25, 20, 31.5, 90, 64.75, 70, 41.5, 99.75, 10][day - 3] ??
  [90, 64.75, 70, (50.5 + 41.5) / 2, (80.25 + 99.75) / 2, (20 + 10) / 2, 31.5][day % 7];
const survival = lognormalSurvival(8, 6);
const nobody = { people: 0, leftSurvival: () => 0 };
const midStay = { people: 300, leftSurvival: equilibriumSurvival(survival, 8) };
const known = { people: 300, leftSurvival: (days: number) => Math.exp(-days / 3) };
const mixed = hyperexponential([
  { share: 0.8, meanDays: 0.05 },
  { share: 0.2, meanDays: 0.3 },
]);
const kinds = (...pairs: [arrivalsPerDay: number, meanDays: number][]) =>
  pairs.map(([arrivalsPerDay, meanDays]) => ({ arrivalsPerDay, meanDays, sdDays: meanDays }));
const [one, four, ten] = [erlangC(1, 6, 0.1), erlangC(4, 2.6, 1), erlangC(10, 14, 0.5)];
const room = limitedRoom(4, 3, 10, 0.4);
const twoKinds = meanWaitsByPriority(kinds([3, 0.08], [4, 0.1]));
const threeKinds = meanWaitsByPriority(kinds([3, 0.05], [2, 0.1], [2, 0.15]));
const sharedStay = meanWaitsByPrioritySharedStay(4, 0.3, [4, 5.5], erlangC(4, 9.5, 0.3).waitShare);
const overRounds = (of: (n: number) => number): number =>
  Array.from({ length: 60 }, (_, at) => of(at + 1) / 2 ** (at + 1)).reduce((sum, part) => sum + part, 0);
const line = {
  arrivalsPerDay: 3,
  waitingRoom: 5,
  firstBeds: 1,
  firstMeanDays: 0.2,
  secondBeds: 1,
  secondMeanDays: 0.2,
};
const bed = blockingLine(line);
const beds = blockingLine({ ...line, arrivalsPerDay: 6, firstBeds: 2, secondBeds: 2, secondMeanDays: 0.25 });

const oracles: Readonly<Record<string, number>> = {
  'one-bed.mean-wait': one.meanWait,
  'one-bed.waiting': one.meanWaiting,
  'one-bed.wait-share': one.waitShare,
  'one-bed.wait-p90': one.waitQuantile(0.9),
  'four-beds.wait-share': four.waitShare,
  'four-beds.mean-wait': four.meanWait,
  'four-beds.waiting': four.meanWaiting,
  'four-beds.wait-p90': four.waitQuantile(0.9),
  'four-beds.wait-p95': four.waitQuantile(0.95),
  'ten-beds.wait-share': ten.waitShare,
  'ten-beds.mean-wait': ten.meanWait,
  'ten-beds.wait-p95': ten.waitQuantile(0.95),
  'one-bed-fixed.mean-wait': meanWaitOnePlace(6, 0.1, 0),
  'one-bed-lognormal.mean-wait': meanWaitOnePlace(6, 0.1, 0.12),
  'one-bed-gamma.mean-wait': meanWaitOnePlace(6, 0.1, 0.05),
  'one-bed-mixed.mean-wait': meanWaitOnePlace(6, mixed.meanDays, mixed.sdDays),
  'loss-exponential.turned-away': 12 * erlangB(8, 6),
  'loss-exponential.occupancy': 6 * (1 - erlangB(8, 6)),
  'loss-lognormal.turned-away': 12 * erlangB(8, 6),
  // n − 1 waits of 0.3 days between n stays of half a day, for one person in 2ⁿ.
  'stay-after-all.occupancy': 6 * overRounds((n) => n * 0.5 + (n - 1) * 0.3),
  'stay-after-all.delayed': 6 * overRounds((n) => (n - 1) * 0.3),
  'stay-after-all.gave-up': 6 * overRounds((n) => n - 1),
  'limited-room.turned-away': 10 * room.turnedAwayShare,
  'loss-turnaround.turned-away': 12 * erlangB(8, 6),
  'loss-turnaround.occupancy': 0.7 * 6 * (1 - erlangB(8, 6)),
  'loss-turnaround.free': 8 - 6 * (1 - erlangB(8, 6)),
  'limited-room.waiting': room.meanWaiting,
  'limited-room.mean-wait': room.meanWait,
  'two-kinds.wait-1': twoKinds[0],
  'two-kinds.wait-2': twoKinds[1],
  'three-kinds.wait-1': threeKinds[0],
  'three-kinds.wait-2': threeKinds[1],
  'three-kinds.wait-3': threeKinds[2],
  'two-kinds-four-beds.wait-1': sharedStay[0],
  'two-kinds-four-beds.wait-2': sharedStay[1],
  'in-line.wait-1': erlangC(2, 7, 0.2).meanWait,
  'in-line.wait-2': erlangC(3, 7, 0.3).meanWait,
  'coming-back.mean-wait': erlangC(3, 8, 0.25).meanWait,
  'blocked-bed.delayed': bed.delayedInFirst,
  'blocked-bed.waiting': bed.waitingOutside,
  'blocked-bed.turned-away': bed.turnedAwayPerDay,
  'blocked-bed.transfer-delay': bed.delayedInFirst / (3 - bed.turnedAwayPerDay),
  'blocked-beds.delayed': beds.delayedInFirst,
  'blocked-beds.waiting': beds.waitingOutside,
  'blocked-beds.turned-away': beds.turnedAwayPerDay,
  'filling-up.day-7': meanPeopleAt(7, () => 60, survival, nobody),
  'weekly.day-1': meanPeopleAt(1, weekly, survival, midStay),
  'weekly.day-20': meanPeopleAt(20, weekly, survival, midStay),
  'forecast.day-2': meanPeopleAt(2, forecast, survival, nobody),
  'forecast.day-13': meanPeopleAt(13, forecast, survival, nobody),
  'holidays.day-5': meanPeopleAt(5, (day) => weekly([0, 1, 2, 6, 6][Math.floor(day)]), survival, nobody),
  'given-remaining.day-10': meanPeopleAt(10, weekly, survival, known),
};

/** What books and papers print, as far as they print it. */
const published: readonly (readonly [id: string, value: number, digits: number])[] = [
  ['two-in-line.throughput', 2 / 3, 12],
  ['three-in-line.throughput', 22 / 39, 12],
  ['four-in-line.throughput', 0.5148, 4],
  ['one-buffer.throughput', 3 / 4, 12],
  ['four-buffer.throughput', 6 / 7, 12],
  ['stroke-acute-10.full', 1 / 7, 2],
  ['stroke-acute-14.full', 1 / 50, 2],
  ['stroke-rehab-16.full', 1 / 50, 2],
];

describe('the answers', () => {
  it.each(Object.entries(oracles))('%s is that of the oracle', (id, exact) => {
    expect(Math.abs(checkOf(id).expected / exact - 1)).toBeLessThan(1e-9);
  });

  it.each(published)('%s is the published one', (id, value, digits) => {
    expect(checkOf(id).expected).toBeCloseTo(value, digits);
  });

  it('stays that never vary, one bed: Pollaczek and Khinchine', () => {
    expect(fixedStayWait(1, 6, 0.1).meanWait).toBeCloseTo(meanWaitOnePlace(6, 0.1, 0), 11);
  });

  it('patience without end: Erlang C', () => {
    expect(samePatience(2.6, 4, 1, 60).meanWait).toBeCloseTo(four.meanWait, 11);
  });

  it('a second choice as good as the first: one ward of both', () => {
    const both = overflowFigures(8, { beds: 3, stay: 0.4 }, { beds: 2, stay: 0.4 });
    const { waitShare, meanWait } = erlangC(5, 8, 0.4);
    expect(both.waitShare).toBeCloseTo(waitShare, 10);
    expect(both.meanWait).toBeCloseTo(meanWait, 10);
  });

  it('step-down: people in Pathway 1 are all who are admitted for it times their stay', () => {
    const { admittedPerDay, p1Occupancy } = stepDownFigures();
    expect(p1Occupancy).toBeCloseTo(admittedPerDay * (0.5 + 0.3 * 0.4 + 0.2 * 0.6) * 0.8, 10);
  });

  it('courses over time: the oracle’s chain, and a date on which nothing changes', () => {
    const people = walkChain([0], ([n]) => [
      { to: [n + 1], perDay: n < 120 ? 18 : 0 },
      { to: [n - 1], perDay: Math.min(n, 10) / 0.5 },
    ]);
    const oracle = chainMean(people, afterDays(people, 0, 2), ([n]) => Math.min(n, 10));
    expect(Math.abs(checkOf('first-days.occupancy-day-2').expected / oracle - 1)).toBeLessThan(1e-9);
    const whole = levelsOn(5, [{ day: 0, beds: 8 }], [8, 30], 18);
    const cut = [0, 1.5, 3].map((day) => ({ day, beds: 8 }));
    expect(levelsOn(5, cut, [8, 30], 18).waiting).toBeCloseTo(whole.waiting, 9);
  });
});

describe('verification', () => {
  const cheap = [
    'two-in-line.throughput',
    'four-in-line.throughput',
    'one-buffer.throughput',
    'weekly.day-7',
    'given-remaining.day-3',
    'loss-fixed.turned-away',
  ];
  it.each(cheap)('%s is inside', (id) => {
    expect(verifyCase(checkOf(id), 1, 40)).toMatchObject({ id, verdict: 'inside' });
  });

  it('can fail: a wrong answer is outside', () => {
    const check = checkOf('two-in-line.throughput');
    for (const wrong of [0.97, 1.03])
      expect(verifyCase({ ...check, expected: check.expected * wrong }, 1, 40).verdict).toBe('outside');
  });

  it('can fail: a model that is not the one of the answer is outside', () => {
    const check = checkOf('loss-fixed.turned-away');
    const document = structuredClone(check.document) as { stations: { ward: { beds: number } } } & Check['document'];
    document.stations.ward.beds++;
    expect(verifyCase({ ...check, document }, 1, 40).verdict).toBe('outside');
  });

  it('is narrow enough to fail, and says how narrow', () => {
    const { low, high, expected, halfWidthShare } = verifyCase(checkOf('two-in-line.throughput'), 1, 40);
    expect(halfWidthShare).toBeCloseTo((high - low) / 2 / expected, 12);
    expect(halfWidthShare).toBeLessThan(0.03);
  });
});
