// What is searched for: one number over all of its slider, or every mix of several from where they stand in a column to the most of theirs.
import { valuesToTry, type MixNumber, type Model } from '../../engine/index.ts';
import type { Goal } from '../model/goal.ts';
import { controlOf, valueInForce } from '../model/values.ts';
import type { Column } from './columns.ts';
import type { Search } from './searching.ts';

export function searchOf(model: Model, { paths }: Goal): Pick<Search, 'tries' | 'numbersAt'> {
  const [path] = paths;
  return { tries: controlOf(model, path)!, numbersAt: (value) => ({ [path]: value }) };
}

export const leversOf = (model: Model, { paths }: Goal, column: Column): MixNumber[] =>
  paths.map((path) => {
    const { least, most, step } = controlOf(model, path)!;
    const from = valueIn(model, column, path) ?? least;
    const values = valuesToTry({ least: from, most, step });
    return { path, from, values: values.length > 0 ? values : [from] };
  });

/** Undefined for what has no limit there: more of that cannot be given. */
export function valueIn(model: Model, { run }: Column, path: string): number | undefined {
  const value = valueInForce(model, { option: run.option, set: numbersOf(run.set) }, path);
  return typeof value === 'number' ? value : undefined;
}

/** Of what a request sets, the numbers. */
export const numbersOf = (set: Readonly<Record<string, unknown>> = {}): Record<string, number> =>
  Object.fromEntries(Object.entries(set).filter((one): one is [string, number] => typeof one[1] === 'number'));
