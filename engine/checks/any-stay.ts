// M/G/1: one bed and stays of any shape; the mean wait depends only on their mean and spread (Pollaczek and Khinchine).
import { checksOf, exponential, oneWard, ward, type Check } from './check.ts';

/** W = λ E[S²] / (2 (1 − λ E[S])). */
export const meanWaitOneBed = (arrivals: number, meanDays: number, sdDays: number): number =>
  (arrivals * (meanDays * meanDays + sdDays * sdDays)) / (2 * (1 - arrivals * meanDays));

const arrivals = 6;
const parts = [
  { share: 0.8, meanDays: 0.05 },
  { share: 0.2, meanDays: 0.3 },
];
const mixedMean = parts.reduce((sum, part) => sum + part.share * part.meanDays, 0);
const mixedSquare = parts.reduce((sum, part) => sum + part.share * 2 * part.meanDays * part.meanDays, 0);

const shapes = [
  { id: 'fixed', words: 'fixed', mean: 0.1, sd: 0, runDays: 600, stay: { shape: 'fixed', days: 0.1 } },
  {
    id: 'lognormal',
    words: 'lognormal',
    mean: 0.1,
    sd: 0.12,
    runDays: 800,
    stay: { shape: 'lognormal', meanDays: 0.1, sdDays: 0.12 },
  },
  {
    id: 'gamma',
    words: 'gamma',
    mean: 0.1,
    sd: 0.05,
    runDays: 500,
    stay: { shape: 'gamma', meanDays: 0.1, sdDays: 0.05 },
  },
  {
    id: 'mixed',
    words: 'hyperexponential',
    mean: mixedMean,
    sd: Math.sqrt(mixedSquare - mixedMean * mixedMean),
    runDays: 950,
    stay: { shape: 'mixture', of: parts.map(({ share, meanDays }) => ({ share, stay: exponential(meanDays) })) },
  },
];

export const anyStay = (): Check[] =>
  shapes.flatMap(({ id, words, mean, sd, runDays, stay }) =>
    checksOf({
      id: `one-bed-${id}`,
      title: `M/G/1: one bed, ${words} stays`,
      source: 'Pollaczek 1930, Khinchine 1932; Kleinrock, Queueing Systems I (1975), section 5.6',
      setting: oneWard(arrivals, ward(1, stay), { warmUpDays: 30, runDays }),
      figures: [
        {
          id: 'mean-wait',
          figure: 'mean wait, days',
          formula: 'W = λ E[S²] / (2 (1 − ρ))',
          reads: { station: 'ward', measure: 'delayDays' },
          expected: meanWaitOneBed(arrivals, mean, sd),
        },
      ],
    }),
  );
