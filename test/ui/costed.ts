// A model with prices, one of them without a source, a population by locality and every consequence of delay; and its results.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, differences, readModel, replicate, rowKeys, summarise, type Model } from '../../engine/index.ts';
import type { Shown } from '../../ui/model/shown.ts';
import { startOf } from '../../ui/model/asked.ts';
import { root } from '../source-files.ts';

export const costedFile = join(root, 'test/ui/costed.json');
export const costed: Model = modelOf(JSON.parse(readFileSync(costedFile, 'utf8')));

/** The document with other values at some paths (with slashes); undefined takes one away. */
export function costedWith(values: Readonly<Record<string, unknown>>): Model {
  const document = JSON.parse(readFileSync(costedFile, 'utf8'));
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split('/');
    const last = steps.pop()!;
    const at = steps.reduce((from, step) => from[step], document);
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return modelOf(document);
}

function modelOf(document: unknown): Model {
  const { model, problems } = readModel(JSON.stringify(document));
  if (!model) throw new Error(JSON.stringify(problems));
  return model;
}

/** As the page has them for an option: every row of today, of the option, and of the difference. */
export function shownOf(model: Model, option: string, replications = 6): Shown {
  const run = (id: string) => {
    const program = compile(model, { option: id });
    const years = Array.from({ length: replications }, (_, r) => replicate(program, model.experiment.seed, r));
    return { keys: rowKeys(program), years };
  };
  const [today, other] = [run('today'), run(option)];
  return {
    fingerprint: option,
    settings: { ...startOf(model), option },
    replications,
    today: summarise('today', today.keys, today.years),
    option: summarise(option, other.keys, other.years),
    differences: differences(option, 'today', other.keys, other.years, today.years),
  };
}
