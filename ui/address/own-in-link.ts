// The options of somebody's own that a link carries, laid over the document that it names. Fetched only where a link brings any.
import type { Model } from '../../engine/index.ts';
import { readOwn, withOwnOptions } from '../model/own-document.ts';
import { ownOptions, writeOwn } from '../model/own-options.ts';
import { inExplore, MOST_CHARACTERS, pairsOf } from './link.ts';

/** Undefined where it brings none that this document does not have; a link that brings none takes none away. */
export function withOwnOf(hash: string, model: Model): Model | undefined {
  const pairs = hash.length > MOST_CHARACTERS ? [] : pairsOf(inExplore(hash));
  const own = pairs.flatMap(([key, text]) => (key === 'a' ? (readOwn(text) ?? []) : []));
  const isOther = own.length > 0 && String(own.map(writeOwn)) !== String(ownOptions(model).map(writeOwn));
  return isOther ? withOwnOptions(model, own) : undefined;
}
