// The search over every mix of several numbers for the least change that meets a target.
import { leastChange, type Ask, type FoundLeast } from '../../engine/index.ts';
import type { Goal } from '../model/goal.ts';
import type { Role } from '../shown/compared-lines.ts';
import { createMixesSearch, type MixesAsked } from './mixes-search.ts';
import { roleOf } from './searching.ts';

/** As in the terminal: what is said holds with 95 %. */
const ALPHA = 0.05;
/** What is read of a simulated year; the target's own comes before them. */
const ALSO: readonly Role[] = ['empty', 'cost'];

export interface MixAsked extends MixesAsked {
  readonly goal: Goal;
  readonly within: string;
}

interface Looked {
  /** Names of the mixes looked at. */
  readonly looked: ReadonlySet<string>;
  readonly found: FoundLeast | undefined;
}

const nothing: Looked = { looked: new Set(), found: undefined };

export const mixRun = createMixesSearch({
  nothing,
  search: ({ goal, replications }: MixAsked, settings) =>
    leastChange({
      settings,
      target: { sign: '<=', limit: goal.limit },
      most: replications,
      places: Infinity,
      alpha: ALPHA,
    }),
  reads: ({ goal }) => [roleOf[goal.kind], ...ALSO],
  asking: ({ settings }: Ask, { looked }) => ({ looked: new Set([...looked, ...settings.map(({ name }) => name)]) }),
  done: (found) => ({ found }),
});
