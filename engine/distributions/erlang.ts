// Erlang stay: several equal exponential phases, one after another.
import { timeParameter, scaled, type Distribution } from './distribution.ts';
import { exponential } from './exponential.ts';
import { unitGamma } from './gamma.ts';

export const erlang: Distribution = {
  shape: 'erlang',
  label: 'Erlang',
  parameters: [timeParameter('mean', 'mean'), { key: 'phases', label: 'phases', unit: 'whole number', least: 1 }],
  problem: ({ phases }) => (phases === Math.floor(phases) ? null : 'phases must be a whole number'),
  sampler: ({ mean, phases }, samplerOf) =>
    phases === 1 ? exponential.sampler({ mean }, samplerOf) : scaled(unitGamma(phases), mean),
};
