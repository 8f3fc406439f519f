// Hours of the week: a station takes people in, or lets them go, only in some of them.
import { checksOf, exponential, home, oneWard, ward, type Check, type Figure } from './check.ts';
import type { State } from './markov-chain.ts';
import { weeklyMeans } from './weekly-chain.ts';
import { meanToOpening, shareToOpening, weeks, workingHours, type Week } from './week.ts';

const office = workingHours(9, 17);
/** Saturday as well, except for two hours. */
const letGo = {
  said: [
    { days: 'Mon-Fri', fromHour: 10, toHour: 16 },
    { days: 'Sat', fromHour: 10, toHour: 12 },
  ],
  week: [...workingHours(10, 16).week, [5 + 10 / 24, 5.5]] as Week,
};
const source = 'People at random see time averages: Wolff, Operations Research 30 (1982) 223-231';
const residual = 'Σ gap² / 2 over the gaps of a week, since people come at any moment alike';

/** The wait for the next opening of people who come to `station` at any moment of the week. */
const waits = (station: string, week: Week): Figure[] => [
  {
    id: 'mean-wait',
    figure: 'mean wait for the next opening, days',
    formula: residual,
    reads: { station, measure: 'delayDays' },
    expected: meanToOpening(week),
  },
  {
    id: 'wait-share',
    figure: 'share who wait',
    formula: 'closed hours of the week over 168',
    reads: { station, measure: 'delayedShare' },
    expected: shareToOpening(week, 0),
  },
  {
    id: 'over-a-day',
    figure: 'share who wait more than a day',
    formula: 'Σ (gap − 1)⁺ of the gaps of a week',
    reads: { station, measure: 'delayDays', statistic: 'shareOver1' },
    expected: shareToOpening(week, 1),
  },
];
const closedCause = (station: string, expected: number): Figure => ({
  id: 'closed-hours',
  figure: 'people kept waiting by closed hours',
  formula: 'λ × the mean wait (Little)',
  reads: { station, measure: 'delayCause', statistic: 'closed hours' },
  expected,
});

const admits = (): Check[] =>
  checksOf({
    id: 'admits',
    title: 'Room for all, but people are taken in on weekdays from 9 to 17 only',
    source,
    setting: oneWard(10, ward('unlimited', exponential(0.5), { admits: office.said }), weeks(1, 10)),
    figures: [...waits('ward', office.week), closedCause('ward', 10 * meanToOpening(office.week))],
  });

/** Far more than ever wait. */
const MOST = 45;

/** A state is [in beds, waiting]. */
export function admittedInHours(arrivals: number, beds: number, stay: number, week: Week) {
  const takesIn = ([inBeds, waiting]: State): State => {
    const admitted = Math.min(beds - inBeds, waiting);
    return [inBeds + admitted, waiting - admitted];
  };
  const moves =
    (settled: (state: State) => State) =>
    ([inBeds, waiting]: State) => [
      { to: settled([inBeds, waiting + 1]), perDay: waiting < MOST ? arrivals : 0 },
      { to: settled([inBeds - 1, waiting]), perDay: inBeds / stay },
    ];
  return weeklyMeans(week, [0, 0], { open: moves(takesIn), closed: moves((state) => state), opens: takesIn });
}

function admitsTwoBeds(): Check[] {
  const [arrivals, beds, stay] = [1.2, 2, 0.6];
  const { mean, whileClosed } = admittedInHours(arrivals, beds, stay, workingHours(8, 18).week);
  const formula = 'chain of (in beds, waiting), a set of rates while open and one while closed, the same each week';
  const cause = (id: string, words: string, statistic: string, expected: number): Figure => ({
    id,
    figure: `people kept waiting ${words}`,
    formula,
    reads: { station: 'ward', measure: 'delayCause', statistic },
    expected,
  });
  return checksOf({
    id: 'admits-two-beds',
    title: 'Two beds that are given out on weekdays from 8 to 18 only',
    source: 'Periodic Markov chain worked out exactly (uniformisation, Jensen 1953)',
    setting: oneWard(arrivals, ward(beds, exponential(stay), { admits: workingHours(8, 18).said }), weeks(4, 200)),
    figures: [
      {
        id: 'mean-wait',
        figure: 'mean wait, days',
        formula: 'people waiting over λ (Little)',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: mean(([, waiting]) => waiting) / arrivals,
      },
      {
        id: 'full',
        figure: 'share of time with no bed free',
        formula,
        reads: { station: 'ward', measure: 'full' },
        expected: mean(([inBeds]) => (inBeds === beds ? 1 : 0)),
      },
      cause(
        'no-place',
        'because no bed is free',
        'no place',
        mean(([n, waiting]) => (n === beds ? waiting : 0)),
      ),
      cause(
        'closed-hours',
        'by closed hours alone',
        'closed hours',
        whileClosed(([n, w]) => (n < beds ? w : 0)),
      ),
    ],
  });
}

function releases(): Check[] {
  const [arrivals, stay] = [10, 2];
  const people = arrivals * meanToOpening(letGo.week);
  return checksOf({
    id: 'releases',
    title: 'Room for all, but people may leave on weekdays from 10 to 16 and Saturdays from 10 to 12 only',
    source: `${source}; M/G/∞ departures are as random as arrivals: Mirasol, Operations Research 11 (1963)`,
    setting: {
      calendar: weeks(4, 10),
      streams: { people: { label: 'People', arrivalsPerDay: arrivals } },
      stations: {
        ward: ward(
          'unlimited',
          { shape: 'lognormal', meanDays: stay, sdDays: 1.5 },
          {
            releases: letGo.said,
            next: [{ to: 'after' }],
          },
        ),
        after: ward('unlimited', exponential(0.5)),
        home,
      },
    },
    figures: [
      ...waits('after', letGo.week),
      closedCause('after', people),
      {
        id: 'delayed',
        figure: 'people ready and not let go',
        formula: 'λ × the mean wait (Little)',
        reads: { station: 'ward', measure: 'delayed' },
        expected: people,
      },
      {
        id: 'occupancy',
        figure: 'people in beds',
        formula: 'λ (stay + mean wait)',
        reads: { station: 'ward', measure: 'occupancy' },
        expected: arrivals * stay + people,
      },
    ],
  });
}

export const closedHours = (): Check[] => [...admits(), ...admitsTwoBeds(), ...releases()];
