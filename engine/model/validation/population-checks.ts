// Checks a population: a number or a table by one attribute, and no more people over 65 than people.
import type { Model } from '../document.ts';
import type { ByWho } from '../document/values.ts';
import type { Names } from './ground-checks.ts';
import { error, type Problem } from '../../ground/problem.ts';
import { everyValueOf, isTable } from '../who.ts';
import { everyone } from './table-checks.ts';

const refused = {
  need: 'Who lives here does not depend on what they need: give a table by an attribute, or a number.',
  stream: 'Who lives here does not depend on how they come: give a table by an attribute, or a number.',
};

export function populationProblems({ population }: Model, names: Names): Problem[] {
  if (population === undefined) return [];
  const problems = (['all', 'over65'] as const).flatMap((key) => [
    ...everyone(names, `population.${key}`, population[key], () => [], refused),
    ...plainProblems(`population.${key}`, population[key]),
  ]);
  if (problems.length > 0) return problems;
  const { all, over65 } = population;
  const pairs: [path: string, old: number, everybody: number][] = [['population.over65', sum(over65), sum(all)]];
  if (isTable(all) && isTable(over65) && all.by === over65.by)
    for (const key of Object.keys(over65).filter((one) => one !== 'by'))
      pairs.unshift([`population.over65.${key}`, over65[key] as number, all[key] as number]);
  const found = pairs.find(([, old, everybody]) => old > everybody);
  if (!found) return [];
  const [path, old, everybody] = found;
  return [error(path, `${old} people over 65`, `at most the ${everybody} who live here`, 'Have the two been swapped?')];
}

/** Each value by its own name: nobody can say how many all the others are, nor of a table in a table. */
function plainProblems(path: string, value: ByWho<number>): Problem[] {
  if (!isTable(value)) return [];
  const expected = `a number for each value of ${value.by}`;
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'else')
      return [error(`${path}.else`, 'a number for all the others', expected, 'Give each by its own name.')];
    return isTable(one)
      ? [error(`${path}.${key}`, 'a table', expected, 'A population can be split in one way only.')]
      : [];
  });
}

const sum = (value: ByWho<number>): number => everyValueOf(value).reduce((total, one) => total + one, 0);
