// What the list of models says about each: a document is fetched when the list is opened, and only there.
import type { Model } from '../../../engine/index.ts';
import { modelsToLearn, shippedModels, textOfModel } from '../../model/shipped-models.ts';
import methods from '../../words/methods.md?raw';
import { byRule, type RuleGroup } from './by-rule.ts';

/** As shipped: that it is a sound model is for tests, and for the worker that opens it. */
export type Outline = Pick<Model, 'id' | 'title' | 'about' | 'needs' | 'streams' | 'stations' | 'options'>;

export interface Lists {
  readonly shipped: readonly Outline[];
  /** Models to learn from, under the rule that each shows. */
  readonly lessons: readonly RuleGroup<Outline>[];
}

let lists: Promise<Lists> | undefined;

export const allLists = (): Promise<Lists> => (lists ??= fetchLists());

async function fetchLists(): Promise<Lists> {
  const outline = async (id: string): Promise<Outline> => JSON.parse(await textOfModel(id));
  const [shipped, lessons] = await Promise.all([
    Promise.all(shippedModels.map(outline)),
    Promise.all(modelsToLearn.map(outline)),
  ]);
  return { shipped, lessons: byRule(methods, lessons) };
}
