// M/M/1: one bed, random arrivals, exponential stays: the oldest queue of all, by its closed formulas.
import { log } from '../ground/portable.ts';
import { checksOf, exponential, oneWard, ward, type Check } from './check.ts';

const arrivals = 6;
const stay = 0.1;
const load = arrivals * stay;

export const oneBed = (): Check[] =>
  checksOf({
    id: 'one-bed',
    title: 'M/M/1: one bed, random arrivals, exponential stays',
    source: 'Kleinrock, Queueing Systems I (1975), section 3.2',
    setting: oneWard(arrivals, ward(1, exponential(stay)), { warmUpDays: 20, runDays: 600 }),
    figures: [
      {
        id: 'mean-wait',
        figure: 'mean wait, days',
        formula: 'W = ρ m / (1 − ρ), with stay m and load ρ = λ m',
        reads: { station: 'ward', measure: 'delayDays' },
        expected: (load * stay) / (1 - load),
      },
      {
        id: 'waiting',
        figure: 'people waiting',
        formula: 'L = ρ² / (1 − ρ)',
        reads: { station: 'ward', measure: 'waiting' },
        expected: (load * load) / (1 - load),
      },
      {
        id: 'wait-share',
        figure: 'share who wait',
        formula: 'ρ: those who come see what time sees',
        reads: { station: 'ward', measure: 'delayedShare' },
        expected: load,
      },
      {
        id: 'wait-p90',
        figure: 'wait nine in ten do not exceed, days',
        formula: 'ln(ρ / 0.1) m / (1 − ρ)',
        reads: { station: 'ward', measure: 'delayDays', statistic: 'p90' },
        expected: (log(load / 0.1) * stay) / (1 - load),
      },
    ],
  });
