// What the names of a plan are in a document: a service by its id or name, or the first service where a need of that name leads.
import type { Model } from '../../model/document.ts';
import { everyValueOf } from '../../model/who.ts';
import { isLike } from '../fit/like.ts';

/** Services that a plan may have capacity or demand of: all but ways out. */
export const servicesOf = ({ stations }: Model): { id: string; name: string }[] =>
  Object.entries(stations).flatMap(([id, { kind, label }]) => (kind === 'exit' ? [] : [{ id, name: label }]));

export function serviceMeant(model: Model, name: string): string | undefined {
  const found = servicesOf(model).find((one) => isLike(one.id, name) || isLike(one.name, name));
  if (found) return found.id;
  const need = Object.entries(model.needs).find(([id, { label }]) => isLike(id, name) || isLike(label, name));
  return need && everyValueOf(need[1].goesTo).flat().at(0);
}
