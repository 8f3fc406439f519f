// Visits a day: what plans need, what is made, put off and missed, and people taken on only when their first visits fit.
import { exp } from '../ground/portable.ts';
import { checksOf, exponential, home, oneWard, type Check, type Figure } from './check.ts';
import { meanExcess, poissonShares } from './poisson.ts';
import { waitingByPeriod } from './starts-limit.ts';

const caseload = (stay: object, more: object) => ({
  kind: 'caseload',
  label: 'Home care',
  stay,
  next: [{ to: 'home' }],
  ...more,
});
const visits = (id: string, words: string, statistic: string, formula: string, expected: number): Figure => ({
  id,
  figure: `visits ${words}, a day`,
  formula,
  reads: { station: 'ward', measure: 'visits', statistic },
  expected,
});

/**
 * A stay of m days on average, exponential, begun at any moment of the day, touches 1 + m calendar days on average, and one day
 * only with chance ∫ (1 − exp(−(1 − u)/m)) du. Along a straight line a plan's mean is that of its ends, but of one day it is `first`.
 */
export function visitsOfAStay(mean: number, first: number, last: number): number {
  const oneDay = 1 - mean * (1 - exp(-1 / mean));
  return ((first + last) / 2) * (1 + mean) + ((first - last) / 2) * oneDay;
}

function plans(): Check[] {
  const [arrivals, mean, first, last] = [4, 3, 3, 1];
  return checksOf({
    id: 'visit-plans',
    title: 'Plans from three visits a day to one, with visits for all',
    source: 'Little, Operations Research 9 (1961) 383-387',
    setting: oneWard(
      arrivals,
      caseload(exponential(mean), { visitsPerDay: 1000, visits: { first, last }, takesAll: true }),
      { warmUpDays: 40, runDays: 120 },
    ),
    figures: [
      visits(
        'delivered',
        'made',
        'delivered',
        'λ × visits of a stay, which touches 1 + m calendar days',
        arrivals * visitsOfAStay(mean, first, last),
      ),
    ],
  });
}

/** Visits by weekday from Monday. */
const perDay = [12, 14, 14, 12, 12, 10, 9];

function missedAtOnce(): Check[] {
  const [arrivals, mean] = [3, 4];
  const demand = arrivals * (1 + mean);
  const missed = perDay.reduce((sum, number) => sum + meanExcess(demand, number), 0) / 7;
  return checksOf({
    id: 'visits-missed',
    title: 'Everybody is taken on, a visit a day each, and what cannot be made is missed',
    source: 'People with a plan are as many as in M/G/∞: Poisson. Takács, Introduction to the Theory of Queues (1962)',
    setting: oneWard(
      arrivals,
      caseload(
        { shape: 'lognormal', meanDays: mean, sdDays: 3 },
        { visitsPerDay: perDay, visits: { first: 1, last: 1 }, takesAll: true },
      ),
      { warmUpDays: 70, runDays: 350 },
    ),
    figures: [
      visits('missed', 'missed', 'missed', 'mean of (D − v)⁺ over weekdays, D Poisson of λ (1 + m)', missed),
      visits('delivered', 'made', 'delivered', 'λ (1 + m) − missed', demand - missed),
    ],
  });
}

/**
 * One visit for everyone who comes, made in the order they came and missed after one day's delay. Of B put off from yesterday
 * (B − v)⁺ are missed; of those who came today what the rest of v leaves is put off.
 */
export function putOffOnce(arrivals: number, number: number) {
  const come = poissonShares(arrivals, 80);
  let before = new Float64Array(come.length).fill(0);
  before[0] = 1;
  for (let day = 0; day < 2000; day++) {
    const after = new Float64Array(before.length);
    before.forEach((share, late) => {
      if (share > 0)
        for (let n = 0; n < come.length; n++) after[Math.max(0, n - Math.max(0, number - late))] += share * come[n];
    });
    const moved = after.reduce((sum, share, n) => sum + Math.abs(share - before[n]), 0);
    before = after;
    if (moved < 1e-15) break;
  }
  const missed = before.reduce((sum, share, late) => sum + share * Math.max(0, late - number), 0);
  return { putOff: before.reduce((sum, share, late) => sum + share * late, 0), missed };
}

/** Stays of one day, first day one visit, second day none: a visit for each who comes. */
const oneVisit = { visits: { first: 1, last: 0 } };
const aDay = { shape: 'fixed', days: 1 };

function putOff(): Check[] {
  const [arrivals, number] = [6, 5];
  const exact = putOffOnce(arrivals, number);
  const formula = 'chain of the visits put off from one day to the next';
  return checksOf({
    id: 'visits-put-off',
    title: 'Six visits asked for a day, five made; the others are put off once, then missed',
    source: 'Discrete-time Markov chain worked out exactly',
    setting: oneWard(arrivals, caseload(aDay, { ...oneVisit, visitsPerDay: number, takesAll: true, deferDays: 1 }), {
      warmUpDays: 20,
      runDays: 1000,
    }),
    figures: [
      visits('deferred', 'put off to the next day', 'deferred', formula, exact.putOff),
      visits('missed', 'missed', 'missed', formula, exact.missed),
      visits('delivered', 'made', 'delivered', 'λ − missed', arrivals - exact.missed),
    ],
  });
}

const COPIES = 6;

function byFit(): Check[] {
  const [already, arrivals, number, days] = [30, 4, 6, 14];
  const exact = waitingByPeriod(
    already,
    arrivals,
    number,
    Array.from({ length: days }, () => 1),
  );
  const ids = Array.from({ length: COPIES }, (_, at) => `care${at + 1}`);
  const each = <T>(of: (id: string) => T): Record<string, T> => Object.fromEntries(ids.map((id) => [id, of(id)]));
  const formula = 'those over at midnight, Q ← (Q + A − 6)⁺, and those who come after the sixth';
  return checksOf({
    id: 'visits-fit',
    title: 'People are taken on when a first visit fits: six a day, the others from midnight, thirty already waiting',
    source: 'Lindley, Proceedings of the Cambridge Philosophical Society 48 (1952) 277-289, day by day',
    setting: {
      calendar: { warmUpDays: 0, runDays: days, lookAtDays: [4] },
      initial: each(() => ({ waiting: { care: already } })),
      streams: Object.fromEntries(
        ids.map((startsAt) => [`to-${startsAt}`, { label: 'People', arrivalsPerDay: arrivals, startsAt }]),
      ),
      stations: { ...each(() => caseload(aDay, { ...oneVisit, visitsPerDay: number })), home },
    },
    figures: [
      {
        id: 'day-4',
        figure: 'people waiting as day 4 begins',
        formula,
        reads: ids.map((station) => ({ station, measure: 'waiting', statistic: 'value', day: 4 })),
        expected: exact.atOnce[4],
      },
      {
        id: 'waiting',
        figure: 'people waiting in the first fortnight',
        formula,
        reads: ids.map((station) => ({ station, measure: 'waiting' })),
        expected: exact.waiting,
      },
      {
        id: 'visits',
        figure: 'people kept waiting for want of visits',
        formula: 'all of them',
        reads: ids.map((station) => ({ station, measure: 'delayCause', statistic: 'visits' })),
        expected: exact.waiting,
      },
    ],
  });
}

export const visitsADay = (): Check[] => [...plans(), ...missedAtOnce(), ...putOff(), ...byFit()];
