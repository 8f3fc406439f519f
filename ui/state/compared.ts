// What the Compare view shows: the options chosen, how many waiting is too many, and the target searched for; all of it is in the link.
import { createStore } from 'zustand/vanilla';
import type { Model } from '../../engine/index.ts';
import type { Goal, GoalKind } from '../model/goal.ts';
import { controlOf, optionsOf, TODAY } from '../model/values.ts';

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

/** `x` is an option beside today (with no value: none), `q` how many are too many, `t` the target: path@kind:limit@option. */
export function comparedPairs({ beside, over, goal }: Compared): [string, string][] {
  const options = beside === undefined ? [] : beside.length === 0 ? [''] : beside;
  return [
    ...options.map((id): [string, string] => ['x', id]),
    ...(over === undefined ? [] : [['q', String(over)] as [string, string]]),
    ...(goal === undefined
      ? []
      : [['t', `${goal.path}@${goal.kind}:${goal.limit}@${goal.within}`] as [string, string]]),
  ];
}

/** With one more pair of a link; undefined when the pair is of something else, a sentence when it cannot be used. */
export function withPair(now: Compared, model: Model, key: string, text: string): Compared | string | undefined {
  if (key === 'x') {
    const before = now.beside ?? [];
    if (text === '') return { ...now, beside: before };
    if (!isColumn(model, text) || text === TODAY) return 'this model has no such option to compare with today.';
    if (before.includes(text) || before.length >= MOST_BESIDE)
      return `there is room for ${MOST_BESIDE} options beside today.`;
    return { ...now, beside: [...before, text] };
  }
  if (key === 'q')
    return /^\d{1,6}$/.test(text) ? { ...now, over: Number(text) } : 'it should be a whole number of people.';
  if (key !== 't') return undefined;
  const [, path = '', kind = '', limit = '', within = ''] =
    /^(.{1,500})@(mean|p90|days):(\d{1,6}(?:\.\d{1,6})?)@(.{1,100})$/.exec(text) ?? [];
  if (path === '') return 'it should read path@mean:number@option.';
  if (!controlOf(model, path)) return 'this model has no such slider.';
  if (!isColumn(model, within)) return 'this model has no such option.';
  return { ...now, goal: { path, kind: kind as GoalKind, limit: Number(limit), within } };
}

const isColumn = (model: Model, id: string): boolean =>
  id === EDITED || optionsOf(model).some((option) => option.id === id);
