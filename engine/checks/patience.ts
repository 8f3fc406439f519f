// People who give up: Erlang A with exponential patience, a patience that is the same for everybody, and people who stay where they are.
import { exp } from '../ground/portable.ts';
import { checksOf, exponential, home, oneWard, ward, type Check, type Figure } from './check.ts';
import { shareAbove } from './poisson.ts';

/** The figures of both: each person's wait counts, whichever way it ends. */
const figures = (formulas: { gaveUp: string; wait: string }, gaveUpPerDay: number, meanWait: number): Figure[] => [
  {
    id: 'gave-up',
    figure: 'people who give up, a day',
    formula: formulas.gaveUp,
    reads: { station: 'ward', measure: 'leftWaiting' },
    expected: gaveUpPerDay,
  },
  {
    id: 'mean-wait',
    figure: 'mean wait, giving up included, days',
    formula: formulas.wait,
    reads: { station: 'ward', measure: 'delayDays' },
    expected: meanWait,
  },
];

const setting = (arrivals: number, beds: number, stay: number, patience: object) => {
  const one = oneWard(arrivals, ward(beds, exponential(stay), { patience: { stay: patience, to: 'elsewhere' } }), {
    warmUpDays: 20,
    runDays: 280,
  });
  return { ...one, stations: { ...one.stations, elsewhere: { ...home, label: 'Elsewhere' } } };
};

/** Far more than ever wait. */
const MOST = 400;

/** Balance of the chain: p(n) (min(n, c)/m + (n − c)⁺/patience) = λ p(n − 1). */
export function erlangA(arrivals: number, beds: number, stay: number, patience: number) {
  const weights = [1];
  for (let n = 1; n <= MOST; n++) {
    const leaving = Math.min(n, beds) / stay + Math.max(0, n - beds) / patience;
    weights.push((weights[n - 1] * arrivals) / leaving);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (n: number) => number) => weights.reduce((sum, weight, n) => sum + (of(n) * weight) / total, 0);
  const waiting = mean((n) => Math.max(0, n - beds));
  return { waiting, waitShare: mean((n) => (n >= beds ? 1 : 0)), gaveUpPerDay: waiting / patience };
}

/**
 * M/M/c with patience d for all. The wait someone without end of patience would have has weight λ x(c − 1) exp((λ − c/m) t) before d
 * and λ x(c − 1) exp(λ d − c t/m) after it, beside x(j) = a^j / j! for j people in c beds.
 */
export function samePatience(arrivals: number, beds: number, stay: number, patience: number) {
  let weight = 1;
  let room = 1;
  for (let j = 1; j < beds; j++) {
    weight *= (arrivals * stay) / j;
    room += weight;
  }
  const net = arrivals - beds / stay;
  const density = arrivals * weight;
  const grown = exp(net * patience);
  const longer = (density * grown * stay) / beds;
  const shorter = (density * (grown - 1)) / net;
  const daysShorter = density * ((patience * grown) / net - (grown - 1) / (net * net));
  const total = room + shorter + longer;
  return { gaveUpShare: longer / total, meanWait: (daysShorter + patience * longer) / total };
}

/** Half go home after each stay. The other half wait `patience` days for a place that there never is, and stay again: two stays in the mean. */
const stayAfterAll = (arrivalsPerDay: number, stay: number, patience: number): Check[] =>
  checksOf({
    id: 'stay-after-all',
    title: 'People who give up waiting and stay in their beds, room for all',
    source: 'Takács, Introduction to the Theory of Queues (1962), chapter 3, for a stay of several parts',
    setting: {
      calendar: { warmUpDays: 20, runDays: 280 },
      streams: { people: { label: 'People', arrivalsPerDay } },
      stations: {
        ward: ward(
          'unlimited',
          { shape: 'lognormal', meanDays: stay, sdDays: stay / 2 },
          {
            next: [
              { to: 'home', share: 0.5 },
              { to: 'nowhere', share: 0.5 },
            ],
          },
        ),
        nowhere: ward(0, exponential(1), { patience: { stay: { shape: 'fixed', days: patience }, to: 'here' } }),
        home,
      },
    },
    figures: [
      {
        id: 'occupancy',
        figure: 'people in the ward',
        formula: 'λ (2 m + d)',
        reads: { station: 'ward', measure: 'occupancy' },
        expected: arrivalsPerDay * (2 * stay + patience),
      },
      {
        id: 'many',
        figure: 'share of the time with more than 10 in it',
        formula: 'P(N > 10), N Poisson with that mean',
        reads: { station: 'ward', measure: 'occupancy', statistic: 'shareOver10' },
        expected: shareAbove(10, arrivalsPerDay * (2 * stay + patience)),
      },
      {
        id: 'delayed',
        figure: 'people delayed in it',
        formula: 'λ d',
        reads: { station: 'ward', measure: 'delayed' },
        expected: arrivalsPerDay * patience,
      },
      {
        id: 'gave-up',
        figure: 'people who give up, a day',
        formula: 'λ Σ 2⁻ⁿ = λ',
        reads: { station: 'nowhere', measure: 'leftWaiting' },
        expected: arrivalsPerDay,
      },
    ],
  });

export function patience(): Check[] {
  const random = erlangA(12, 5, 0.4, 0.5);
  const same = samePatience(12, 4, 0.4, 0.2);
  return [
    ...checksOf({
      id: 'erlang-a',
      title: 'Erlang A: 5 beds, people give up after an exponential time',
      source: 'Palm 1957; Mandelbaum and Zeltyn, Service Engineering (2007)',
      setting: setting(12, 5, 0.4, exponential(0.5)),
      figures: [
        ...figures(
          { gaveUp: 'L / patience, L from the balance of the chain', wait: 'L / λ (Little)' },
          random.gaveUpPerDay,
          random.waiting / 12,
        ),
        {
          id: 'waiting',
          figure: 'people waiting',
          formula: 'L = Σ (n − c) p(n)',
          reads: { station: 'ward', measure: 'waiting' },
          expected: random.waiting,
        },
        {
          id: 'wait-share',
          figure: 'share who wait',
          formula: 'Σ p(n), n ≥ c',
          reads: { station: 'ward', measure: 'delayedShare' },
          expected: random.waitShare,
        },
      ],
    }),
    ...checksOf({
      id: 'same-patience',
      title: 'More people than 4 beds can serve, all with the same patience',
      source: 'Baccelli and Hebuterne 1981; Boots and Tijms, Top 7 (1999) 213-220',
      setting: setting(12, 4, 0.4, { shape: 'fixed', days: 0.2 }),
      figures: figures(
        { gaveUp: 'λ P(V > d), V the wait of someone without end of patience', wait: 'mean of min(V, d)' },
        12 * same.gaveUpShare,
        same.meanWait,
      ),
    }),
    ...stayAfterAll(6, 0.5, 0.3),
  ];
}
