// What the Compare view shows: the options chosen, how many waiting is too many, and the target searched for; all of it is in the link.
import { createStore } from 'zustand/vanilla';
import type { Goal } from '../model/goal.ts';

/** The column of what is being edited in Explore. No option can be called so. */
export const EDITED = '*';
/** Beside today. */
export const MOST_BESIDE = 3;

export interface Compared {
  /** Options beside today; undefined for those that the page suggests. */
  readonly beside: readonly string[] | undefined;
  /** More waiting than this is counted as a bad time; undefined for what the page suggests. */
  readonly over: number | undefined;
  readonly goal: Goal | undefined;
}

export const nothingChosen: Compared = { beside: undefined, over: undefined, goal: undefined };

export const compared = createStore<Compared>(() => nothingChosen);

/** `x` is an option beside today (with no value: none), `q` how many are too many, `t` the target: path@kind:limit@option, of several numbers path,path@…. */
export function comparedPairs({ beside, over, goal }: Compared): [string, string][] {
  const options = beside === undefined ? [] : beside.length === 0 ? [''] : beside;
  return [
    ...options.map((id): [string, string] => ['x', id]),
    ...(over === undefined ? [] : [['q', String(over)] as [string, string]]),
    ...(goal === undefined
      ? []
      : [['t', `${goal.paths.join(',')}@${goal.kind}:${goal.limit}@${goal.within}`] as [string, string]]),
  ];
}
