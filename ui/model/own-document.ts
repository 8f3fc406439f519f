// A document with options made here: what is new gets an id and a name of its own, and a link is read back.
import type { Model, Option } from '../../engine/index.ts';
import { isOwnOption, OWN, ownOptions } from './own-options.ts';

/** More are no longer chosen among; a link of so many is as long as mail programs pass. */
export const MOST_OWN = 20;

/** What no document may have in a text, a letter cut in two among it. */
const UNSEEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]+/gu;

/** The document with these instead of its own ones; a name that is taken gets a number. */
export function withOwnOptions<Document extends Pick<Model, 'options'>>(
  model: Document,
  own: readonly Option[],
): Document {
  const others = (model.options ?? []).filter((option) => !isOwnOption(option));
  const taken = new Set(others.map(({ title }) => title));
  const named = own.slice(0, MOST_OWN).map((option) => {
    const typed = option.title.slice(0, 190).replace(UNSEEN, ' ').trim() || 'An option without a name';
    let title = typed;
    for (let n = 2; taken.has(title); n++) title = `${typed} (${n})`;
    taken.add(title);
    return { ...option, title };
  });
  return { ...model, options: [...others, ...named] };
}

/** Of a new one; ids are never used again while one is there. */
export function newOwnId(model: Model): string {
  const numbers = ownOptions(model).map(({ id }) => Number(id.slice(OWN.length)) || 0);
  return `${OWN}${Math.max(0, ...numbers) + 1}`;
}

/** Undefined for what no page has written; whether its paths lead anywhere is found when the document is checked. */
export function readOwn(text: string): Option | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(read)) return undefined;
  const [id, title, about, set, changes] = read as unknown[];
  if (typeof id !== 'string' || !/^own-\d{1,6}$/.test(id) || typeof title !== 'string' || title.trim() === '')
    return undefined;
  if (typeof about !== 'string' || typeof set !== 'object' || set === null || !Array.isArray(changes)) return undefined;
  return {
    id,
    title,
    ...(about === '' ? {} : { about }),
    ...(Object.keys(set).length === 0 ? {} : { set: set as Record<string, unknown> }),
    ...(changes.length === 0 ? {} : { changes: changes as Option['changes'] }),
  };
}
