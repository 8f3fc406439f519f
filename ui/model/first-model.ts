// The document a first visitor sees running: alone in the first piece of the page, the others come with their list.
import type { Model, NumberFacts } from '../../engine/index.ts';
import facts from './first-facts.json';

export const FIRST_MODEL = 'ilkeston-2019';

export const textOfFirstModel = (): Promise<string> =>
  import('../../models/ilkeston-2019.json?raw').then((file) => file.default);

/** What the schema says of the numbers of its sliders, by path: a first visit need not fetch it. A test holds the two together. */
export const firstFacts: Readonly<Record<string, NumberFacts>> = facts;

/** The document as it came with the page; one of the same name that somebody has changed is another. */
let first: Model | undefined;
export const isFirst = (model: Model): boolean => model === first;
const withPage = new WeakSet<Model>();
/** Any document as it came with the page; others somebody brought. */
export const isOfPage = (model: Model): boolean => withPage.has(model);
export const cameWithPage = (model: Model): void => {
  withPage.add(model);
  if (model.id === FIRST_MODEL) first = model;
};
