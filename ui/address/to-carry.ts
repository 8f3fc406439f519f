// The document on the page as a link carries it, and the document that a link brings. Fetched only for documents that do not come with the page.
import type { Model } from '../../engine/index.ts';
import { documentDifferences, readDifferences, withDifferences } from '../model/document-differences.ts';
import { isShipped, textOfModel } from '../model/shipped-models.ts';
import { withOwnOptions } from '../model/own-document.ts';
import { inExplore, MOST_CHARACTERS, pairsOf, type Carried } from './link.ts';
import { packed, unpacked } from './packed.ts';
import { withOwnOf } from './own-in-link.ts';

/** Undefined where its name says it all; a link lists options made here by themselves. */
export async function toCarry(model: Model): Promise<Carried | undefined> {
  if (!isShipped(model.id)) return ['z', packed(JSON.stringify(model))];
  const before: unknown = JSON.parse(await textOfModel(model.id));
  const differences = documentDifferences(before, withoutOwn(model));
  return differences.length === 0 ? undefined : ['e', packed(JSON.stringify(differences))];
}

/** A document without options says nothing of them. */
function withoutOwn(model: Model): unknown {
  const { options = [], ...rest } = withOwnOptions(model, []);
  return options.length === 0 ? rest : { options, ...rest };
}

/** A larger document is refused before it is read. */
const MOST_BYTES = 5_000_000;
const WHAT_TO_DO = 'Ask whoever sent it for the link again, or for the model’s file.';

export type Brought = { readonly text: string } | { readonly problem: string };

/** Undefined where a link brings no document. A problem is one sentence: what was found, and what to do. */
export async function documentIn(hash: string): Promise<Brought | undefined> {
  const pairs = hash.length > MOST_CHARACTERS ? [] : pairsOf(inExplore(hash));
  const id = pairs.find(([key]) => key === 'm')?.[1] ?? '';
  const [key, letters = ''] = pairs.find(([one]) => one === 'z' || one === 'e') ?? [];
  if (key === undefined) return undefined;
  const found = unpacked(letters, MOST_BYTES);
  if ('problem' in found) return { problem: refused(found.problem) };
  if (key === 'z') return found;
  const differences = readDifferences(found.text);
  if (!differences) return { problem: refused('it is nothing that a page has written') };
  if (!isShipped(id))
    return { problem: refused(`it changes “${id.slice(0, 60)}”, which does not come with this page`) };
  const model = withDifferences(JSON.parse(await textOfModel(id)), differences) as Model;
  // What it makes of the options may be no list of them, which is then said when the document is checked.
  return { text: JSON.stringify((hasOptions(model) && withOwnOf(hash, model)) || model) };
}

const hasOptions = ({ options = [] }: { readonly options?: unknown }): boolean =>
  Array.isArray(options) &&
  options.every((one: unknown) => {
    const { id, title } = (one ?? {}) as { id?: unknown; title?: unknown };
    return typeof id === 'string' && typeof title === 'string';
  });

/** `why` is what was found. */
export const refused = (why: string): string =>
  `What this link brings of a model was not used: ${why.replace(/\.$/, '')}. ${WHAT_TO_DO}`;
