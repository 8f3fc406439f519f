// Lognormal stay: the usual shape of lengths of stay, with a long tail to the right.
import { normalCdf, normalQuantile } from '../ground/normal.ts';
import { exp, expm1, log, log1p } from '../ground/portable.ts';
import { SPREAD, scaled, timeParameter, type Distribution, type Sampler } from './distribution.ts';
import { kept } from './kept.ts';

/** By the sd of its logarithm, the lognormal of median 1. */
const ofMedianOne = kept(64, (sigma: number): Sampler => {
  const variance = sigma * sigma;
  return {
    meanDays: exp(0.5 * variance),
    sdDays: exp(0.5 * variance) * Math.sqrt(expm1(variance)),
    quantile: (u) => exp(sigma * normalQuantile(u)),
    shareWithin: (days) => (days > 0 ? normalCdf(log(days) / sigma) : 0),
    shareBeyond: (days) => (days > 0 ? normalCdf(-log(days) / sigma) : 1),
  };
});

export const lognormal: Distribution = {
  shape: 'lognormal',
  label: 'Lognormal',
  parameters: [
    timeParameter('mean', 'mean'),
    { ...SPREAD, oneOf: 'spread' },
    timeParameter('median', 'median', { oneOf: 'spread' }),
  ],
  problem: ({ mean, median }) =>
    median >= mean ? 'the median must be below the mean; for a stay that never varies use fixed' : null,
  sampler({ mean, sd, median }) {
    const variation = sd === undefined ? 0 : sd / mean;
    const sigma = Math.sqrt(sd === undefined ? 2 * log(mean / median) : log1p(variation * variation));
    const medianDays: number = median ?? mean / Math.sqrt(1 + variation * variation);
    return {
      ...scaled(ofMedianOne(sigma), medianDays),
      meanDays: mean,
      sdDays: sd ?? mean * Math.sqrt((mean / median) * (mean / median) - 1),
    };
  },
};
