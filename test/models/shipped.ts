// The models that ship, as documents and as checked models, and the shorter calendar that their tests use to be quick.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Model, sayProblem, validate } from '../../engine/index.ts';
import { root } from '../source-files.ts';

export interface Shipped {
  readonly id: string;
  readonly model: Model;
}

export const shipped: readonly Shipped[] = readdirSync(join(root, 'models'), { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .sort()
  .map((name) => {
    const { model, problems } = validate(JSON.parse(readFileSync(join(root, 'models', name), 'utf8')));
    if (!model) throw new Error(`${name}: ${problems.map(sayProblem).join('\n')}`);
    return { id: name.slice(0, -'.json'.length), model };
  });

export function shippedModel(id: string): Model {
  const found = shipped.find((one) => one.id === id);
  if (!found) throw new Error(`No shipped model ${id}; there are ${shipped.map((one) => one.id).join(', ')}`);
  return found.model;
}

/** The same system over another stretch of time. */
export const over = (model: Model, calendar: Partial<Model['calendar']>): Model => ({
  ...model,
  calendar: { ...model.calendar, ...calendar },
});
