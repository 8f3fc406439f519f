// Exponential stay: the chance of leaving is the same every day, however long someone has been there.
import { exp, expm1, log } from '../ground/portable.ts';
import { timeParameter, type Distribution } from './distribution.ts';

export const exponential: Distribution = {
  shape: 'exponential',
  label: 'Exponential',
  meaning: 'The chance of leaving is the same every day; most stays are short and a few are long.',
  parameters: [timeParameter('mean', 'mean')],
  problem: () => null,
  sampler({ mean }) {
    // 1 - u is exact for the uniforms drawn, so its plain logarithm loses nothing.
    const quantile = (u: number) => -mean * log(1 - u);
    return {
      meanDays: mean,
      sdDays: mean,
      quantile,
      shareWithin: (days) => (days > 0 ? -expm1(-days / mean) : 0),
      shareBeyond: (days) => (days > 0 ? exp(-days / mean) : 1),
      // It has no memory: what is left is what there was.
      residual: quantile,
    };
  },
};
