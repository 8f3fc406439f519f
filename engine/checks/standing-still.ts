// Stays that make progress in some hours of the week only and stand still in the others, with room for all and with few beds.
import { checksOf, exponential, oneWard, ward, type Check } from './check.ts';
import type { State } from './markov-chain.ts';
import { weeklyMeans } from './weekly-chain.ts';
import { exponentialStay, fixedStay, meanStandingStill, weeks, workingHours, type Stay, type Week } from './week.ts';

function standsStill(id: string, words: string, document: object, stay: Stay): Check[] {
  const arrivals = 10;
  const { said, week } = workingHours(8, 18);
  const days = meanStandingStill(week, stay);
  return checksOf({
    id,
    title: `Room for all, and ${words} stays that go on from 8 to 18 on weekdays only`,
    source: 'Every gap met, by the share of stays that meet it; Takács 1962 (M/G/∞)',
    setting: oneWard(arrivals, ward('unlimited', document, { progresses: said }), weeks(4, 10)),
    figures: [
      {
        id: 'stay',
        figure: 'mean days from admission to leaving',
        formula: 'the stay, what is left of the gap it begins in, and the gaps it meets',
        reads: { station: 'ward', measure: 'stayDays' },
        expected: days,
      },
      {
        id: 'occupancy',
        figure: 'people there',
        formula: 'λ × those days (Little)',
        reads: { station: 'ward', measure: 'occupancy' },
        expected: arrivals * days,
      },
    ],
  });
}

/** A state is [people]. Stays end only while open. */
export function standingStillBeds(arrivals: number, beds: number, stay: number, week: Week) {
  const come = ([people]: State) => ({ to: [people + 1], perDay: people < beds + 100 ? arrivals : 0 });
  return weeklyMeans(week, [0], {
    open: ([people]) => [come([people]), { to: [people - 1], perDay: Math.min(people, beds) / stay }],
    closed: (state) => [come(state)],
    opens: (state) => state,
  });
}

function standsStillThreeBeds(): Check[] {
  const [arrivals, beds, stay] = [3, 3, 0.2];
  const { said, week } = workingHours(8, 20);
  const { mean } = standingStillBeds(arrivals, beds, stay, week);
  const waiting = mean(([people]) => Math.max(0, people - beds));
  const formula = 'chain of the people there, whose stays end only while open';
  return checksOf({
    id: 'stands-still-three-beds',
    title: 'Three beds and stays that go on from 8 to 20 on weekdays only',
    source: 'Periodic Markov chain worked out exactly (uniformisation, Jensen 1953)',
    setting: oneWard(arrivals, ward(beds, exponential(stay), { progresses: said }), weeks(4, 80)),
    figures: [
      {
        id: 'waiting',
        figure: 'people waiting',
        formula,
        reads: { station: 'ward', measure: 'waiting' },
        expected: waiting,
      },
      {
        id: 'mean-wait',
        figure: 'mean wait, days',
        formula: 'people waiting over λ (Little)',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: waiting / arrivals,
      },
      {
        id: 'occupancy',
        figure: 'people in beds',
        formula,
        reads: { station: 'ward', measure: 'occupancy' },
        expected: mean(([people]) => Math.min(people, beds)),
      },
    ],
  });
}

export const standingStill = (): Check[] => [
  ...standsStill('stands-still-fixed', 'equal', { shape: 'fixed', days: 1.2 }, fixedStay(1.2)),
  ...standsStill('stands-still-random', 'exponential', exponential(0.8), exponentialStay(0.8)),
  ...standsStillThreeBeds(),
];
