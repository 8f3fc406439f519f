// Options that somebody made here: they are part of the document on the page, after those it came with, and known by their ids.
import type { Model, Option } from '../../engine/index.ts';

export const OWN = 'own-';
export const isOwnOption = ({ id }: Pick<Option, 'id'>): boolean => id.startsWith(OWN);

export const ownOptions = (model: Model): readonly Option[] => (model.options ?? []).filter(isOwnOption);

/** In a link: its id, title, note and what it changes. */
export const writeOwn = ({ id, title, about = '', set = {}, changes = [] }: Option): string =>
  JSON.stringify([id, title, about, set, changes]);
