// What a link carries of a document that does not come with the page: made once for each document, by code that is fetched for it.
import type { Model } from '../../engine/index.ts';
import type { Carried } from './link.ts';

const carried = new WeakMap<Model, Carried>();

export const carriedOf = (model: Model): Carried | undefined => carried.get(model);

/** Until it is made a link names the model only. */
export async function carry(model: Model, made: () => void): Promise<void> {
  const { toCarry } = await import('./to-carry.ts');
  const found = await toCarry(model);
  if (!found) return;
  carried.set(model, found);
  made();
}
