// The numbers of a sweep as columns of a table, each with its unit and meaning.
import type { Model } from '../../model/document.ts';
import { factsOf } from '../../model/number-at.ts';
import type { TidyColumn } from '../tidy.ts';

/** A column for each number of a model, by its path. */
export const columnsOfNumbers = (model: Model, paths: readonly string[]): TidyColumn[] =>
  paths.map((path) => {
    const facts = factsOf(model, path);
    return {
      name: path,
      unit: facts?.unit ?? '',
      meaning: facts ? `${facts.title}, as tried.` : 'A number of the model.',
    };
  });
