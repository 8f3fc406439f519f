// What is chosen to be compared: options, how many waiting is too many, the target searched for, and numbers tried together; all of it is in the link.
import { createStore } from 'zustand/vanilla';
import type { Goal } from '../model/goal.ts';
import type { Tried } from '../model/tried.ts';

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
  /** Numbers of which every combination is tried; undefined for what the page suggests. */
  readonly tried?: readonly Tried[] | undefined;
  /** What people waiting is weighed against among the best mixes; undefined while nobody has asked for them. */
  readonly edge?: 'empty' | 'cost' | undefined;
}

export const nothingChosen: Compared = { beside: undefined, over: undefined, goal: undefined };

export const compared = createStore<Compared>(() => nothingChosen);

/** `x` is an option beside today (with no value: none), `q` how many are too many, `t` the target: path@kind:limit@option, of several numbers path,path@…; `u` a number tried together with others: path@least:most:step; `f` the best mixes, against what. */
export function comparedPairs({ beside, over, goal, tried = [], edge }: Compared): [string, string][] {
  const options = beside === undefined ? [] : beside.length === 0 ? [''] : beside;
  return [
    ...options.map((id): [string, string] => ['x', id]),
    ...(over === undefined ? [] : [['q', String(over)] as [string, string]]),
    ...(goal === undefined
      ? []
      : [['t', `${goal.paths.join(',')}@${goal.kind}:${goal.limit}@${goal.within}`] as [string, string]]),
    ...tried.map(({ path, least, most, step }): [string, string] => ['u', `${path}@${least}:${most}:${step}`]),
    ...(edge === undefined ? [] : [['f', edge] as [string, string]]),
  ];
}
