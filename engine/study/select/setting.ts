// The mixes that a search chooses among: a value of each number it may change, and how many places that adds.
import { decimalsOf } from '../solve.ts';

/** A number that may be changed, where it stands, and the values it may take, rising. */
export interface MixNumber {
  readonly path: string;
  readonly from: number;
  readonly values: readonly number[];
}

/** One mix. */
export interface Setting {
  /** Which value of each lever, counted from 0. */
  readonly steps: readonly number[];
  /** By lever. */
  readonly values: readonly number[];
  /** Places added altogether, less those taken away. */
  readonly added: number;
  readonly name: string;
}

/** Settings by their steps, each made once, so that two of the same steps are the same object. */
export interface Settings {
  readonly levers: readonly MixNumber[];
  readonly count: number;
  at(steps: readonly number[]): Setting;
  /** One step of one lever up or down; undefined beyond its ends. */
  beside(setting: Setting, lever: number, by: number): Setting | undefined;
}

export function settingsOf(levers: readonly MixNumber[]): Settings {
  const made = new Map<string, Setting>();
  const digits = Math.max(...levers.flatMap(({ from, values }) => [from, ...values].map(decimalsOf)));
  const at = (steps: readonly number[]): Setting => {
    const name = steps.join(' ');
    const known = made.get(name);
    if (known) return known;
    const values = levers.map((lever, l) => lever.values[steps[l]]);
    const added = values.reduce((sum, value, l) => sum + value - levers[l].from, 0);
    const setting = { steps: [...steps], values, added: Number(added.toFixed(digits)), name };
    made.set(name, setting);
    return setting;
  };
  return {
    levers,
    count: levers.reduce((product, { values }) => product * values.length, 1),
    at,
    beside({ steps }, lever, by) {
      const step = steps[lever] + by;
      if (step < 0 || step >= levers[lever].values.length) return undefined;
      return at(steps.map((own, l) => (l === lever ? step : own)));
    },
  };
}

/** What a setting lays over a request. */
export const numbersAt = (levers: readonly MixNumber[], { values }: Setting): Readonly<Record<string, number>> =>
  Object.fromEntries(levers.map(({ path }, l) => [path, values[l]]));

/** Every setting that adds at most so many places; in the order of their steps. */
export const settingsWithin = (settings: Settings, places: number): Setting[] => fitting(settings, places, false);

/** Of these the ones at the edge: no lever can go a step up without adding more than so many places. */
export const settingsAtEdge = (settings: Settings, places: number): Setting[] =>
  fitting(settings, places, true).filter((setting) =>
    settings.levers.every((_, l) => {
      const more = settings.beside(setting, l, 1);
      return !more || more.added > places + ROUNDING;
    }),
  );

/** Numbers of places that some setting adds, rising, up to so many. */
export function addedBy({ levers }: Settings, places: number): number[] {
  const digits = Math.max(...levers.flatMap(({ from, values }) => [from, ...values].map(decimalsOf)));
  const sums = levers.reduce<number[]>(
    (all, { values, from }) => [
      ...new Set(all.flatMap((sum) => values.map((value) => Number((sum + value - from).toFixed(digits))))),
    ],
    [0],
  );
  return sums.filter((sum) => sum <= places + ROUNDING).toSorted((a, b) => a - b);
}

/** Of a sum of steps such as 0.1. */
const ROUNDING = 1e-9;

/** `fills`: of the last lever only the most that fits. */
function fitting(settings: Settings, places: number, fills: boolean): Setting[] {
  const { levers } = settings;
  const found: Setting[] = [];
  const leastFrom = levers.map((_, l) => levers.slice(l).reduce((sum, { values, from }) => sum + values[0] - from, 0));
  const go = (steps: readonly number[], added: number): void => {
    const l = steps.length;
    if (l === levers.length) return void found.push(settings.at(steps));
    const { values, from } = levers[l];
    // Values rise: once the rest cannot make room, no later one fits either.
    const beyond = values.findIndex((value) => added + value - from + (leastFrom[l + 1] ?? 0) > places + ROUNDING);
    const most = beyond < 0 ? values.length : beyond;
    for (let step = fills && l === levers.length - 1 ? Math.max(0, most - 1) : 0; step < most; step++)
      go([...steps, step], added + values[step] - from);
  };
  go([], 0);
  return found;
}
