// Uniform stay: every length between the least and the most is equally likely.
import { timeParameter, type Distribution } from './distribution.ts';

export const uniform: Distribution = {
  shape: 'uniform',
  label: 'Uniform',
  parameters: [timeParameter('least', 'least', { exclusive: false }), timeParameter('most', 'most')],
  problem: ({ least, most }) =>
    least < most ? null : 'the least must be below the most; for a stay that never varies use fixed',
  sampler({ least, most }) {
    const width = most - least;
    return {
      meanDays: (least + most) / 2,
      sdDays: width / Math.sqrt(12),
      quantile: (u) => least + u * width,
      shareWithin: (days) => Math.min(1, Math.max(0, (days - least) / width)),
      shareBeyond: (days) => Math.min(1, Math.max(0, (most - days) / width)),
      isQuick: true,
    };
  },
};
