// GI/M/1: people come at intervals that are not exponential, and find a queue with a distribution of its own.
import { exp } from '../ground/portable.ts';
import { checksOf, exponential, home, ward, type Check } from './check.ts';

/** The root σ < 1 of σ = E[exp(−(1 − σ) interval / m)], the share who wait; by repeated substitution, which closes in from below. */
export function rootOf(transform: (perDay: number) => number, stay: number): number {
  let sigma = 0;
  for (let step = 0; step < 2000; step++) sigma = transform((1 - sigma) / stay);
  return sigma;
}

const stay = 0.18;
const every = 0.25;
const phases = 2;

const intervals = [
  {
    id: 'on-the-dot',
    title: 'D/M/1: one person every six hours on the dot',
    law: { shape: 'fixed', days: every },
    transform: (s: number) => exp(-s * every),
  },
  {
    id: 'two-phase',
    title: 'E2/M/1: intervals of two phases',
    law: { shape: 'erlang', meanDays: every, phases },
    transform: (s: number) => 1 / ((1 + (s * every) / phases) * (1 + (s * every) / phases)),
  },
];

export const setIntervals = (): Check[] =>
  intervals.flatMap(({ id, title, law, transform }) => {
    const waits = rootOf(transform, stay);
    return checksOf({
      id,
      title,
      source: 'Kleinrock, Queueing Systems I (1975), section 6.4',
      setting: {
        calendar: { warmUpDays: 60, runDays: 1000 },
        streams: { people: { label: 'People', everyDays: law } },
        stations: { ward: ward(1, exponential(stay)), home },
      },
      figures: [
        {
          id: 'mean-wait',
          figure: 'mean wait, days',
          formula: 'W = σ m / (1 − σ), σ = E[exp(−(1 − σ) interval / m)]',
          reads: { station: 'ward', measure: 'delayDays' },
          expected: (waits * stay) / (1 - waits),
        },
        {
          id: 'wait-share',
          figure: 'share who wait',
          formula: 'σ',
          reads: { station: 'ward', measure: 'delayedShare' },
          expected: waits,
        },
      ],
    });
  });
