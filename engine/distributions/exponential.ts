// Exponential stay: the chance of leaving is the same every day, however long someone has been there.
import { exp, expm1, log } from '../ground/portable.ts';
import { scaled, timeParameter, type Distribution, type Sampler } from './distribution.ts';

const unit: Sampler = {
  meanDays: 1,
  sdDays: 1,
  // 1 - u is exact for the uniforms drawn, so its plain logarithm loses nothing.
  quantile: (u) => -log(1 - u),
  shareWithin: (days) => (days > 0 ? -expm1(-days) : 0),
  shareBeyond: (days) => (days > 0 ? exp(-days) : 1),
};

export const exponential: Distribution = {
  shape: 'exponential',
  label: 'Exponential',
  parameters: [timeParameter('mean', 'mean')],
  problem: () => null,
  sampler({ mean }) {
    const sampler = scaled(unit, mean);
    // It has no memory: what is left is what there was.
    return { ...sampler, residual: sampler.quantile };
  },
};
