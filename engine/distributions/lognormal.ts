// Lognormal stay: the usual shape of lengths of stay, with a long tail to the right.
import { exp, log, log1p, normalCdf, normalQuantile } from '../ground/portable.ts';
import { SPREAD, timeParameter, type Distribution } from './distribution.ts';

export const lognormal: Distribution = {
  shape: 'lognormal',
  label: 'Lognormal',
  meaning: 'The logarithm of the stay is bell-shaped: most stays lie near the median, with a long tail of long ones.',
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
      meanDays: mean,
      sdDays: sd ?? mean * Math.sqrt((mean / median) * (mean / median) - 1),
      quantile: (u) => medianDays * exp(sigma * normalQuantile(u)),
      shareWithin: (days) => (days > 0 ? normalCdf(log(days / medianDays) / sigma) : 0),
      shareBeyond: (days) => (days > 0 ? normalCdf(-log(days / medianDays) / sigma) : 1),
    };
  },
};
