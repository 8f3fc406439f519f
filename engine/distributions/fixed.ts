// Fixed stay: everyone stays the same number of days.
import { timeParameter, type Distribution } from './distribution.ts';

export const fixed: Distribution = {
  shape: 'fixed',
  label: 'Fixed',
  parameters: [timeParameter('', 'length', { exclusive: false })],
  problem: () => null,
  sampler({ '': length }) {
    return {
      meanDays: length,
      sdDays: 0,
      quantile: () => length,
      shareWithin: (days) => (days >= length ? 1 : 0),
      shareBeyond: (days) => (days >= length ? 0 : 1),
      // Someone found in mid-stay is equally likely to be anywhere in it.
      residual: (u) => u * length,
      jumps: [{ days: length, share: 1 }],
      isQuick: true,
    };
  },
};
