// The mixes that no other beats: the first points soon, then closer and surer ones.
import { frontier, type Against, type Frontier, type FrontierPoint } from '../../engine/index.ts';
import type { Role } from '../shown/compared-lines.ts';
import { createMixesSearch, type MixesAsked } from './mixes-search.ts';

/** The readings of a mix, in their order. */
export const READ: readonly Role[] = ['waiting', 'empty', 'cost', 'days'];

export interface FrontierWanted extends MixesAsked {
  readonly against: readonly Against[];
  readonly mostWaiting: number;
}

interface Front {
  /** As far as it is known. */
  readonly front: readonly FrontierPoint[];
  readonly progress: number;
  /** All that was looked at, when it is done. */
  readonly looked: Frontier['looked'] | undefined;
}

const nothing: Front = { front: [], progress: 0, looked: undefined };

export const frontierRun = createMixesSearch({
  nothing,
  search: ({ against, mostWaiting, replications }: FrontierWanted, settings) =>
    frontier({ settings, against, mostWaiting, most: replications }),
  reads: () => READ,
  asking: ({ front, progress }) => ({ front, progress }),
  done: ({ front, looked }) => ({ front, looked, progress: 1 }),
});

export type FrontierRun = ReturnType<typeof frontierRun.getState>;
