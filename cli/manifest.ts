// The manifest of an answer: with which model, options and settings it can be had again.
import { type Manifest, type Model, makeManifest } from '../engine/index.ts';
import type { Settings } from './settings.ts';

/** `asked` says what else was asked, and how many replications have finished where not all have. */
export const manifestOf = (
  model: Model,
  { seed, replications, conditions, set, percentiles, over, antithetic }: Settings,
  asked: Pick<Manifest, 'options' | 'baseline'> & Partial<Pick<Manifest, 'replications' | 'worlds' | 'of' | 'sweep'>>,
): Manifest =>
  makeManifest(model, {
    seed,
    replications,
    conditions,
    set,
    percentiles,
    over,
    ...(antithetic && { antithetic }),
    ...asked,
  });
