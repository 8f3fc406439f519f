// Settings made for a document, beside another version of it: whether it has all that they name, and what is left of them.
import type { Model } from '../../engine/index.ts';
import type { Settings } from './asked.ts';
import { TODAY, valueInDocument } from './values.ts';

/** Whether all that settings name is in a model still. */
export const fitsIn = (model: Model, settings: Settings): boolean =>
  hasOption(model, settings.option) &&
  settings.conditions.every((id) => hasCondition(model, id)) &&
  [...Object.keys(settings.set), ...[...settings.changes, ...settings.moves].map(({ path }) => path)].every((path) =>
    hasNumber(model, path),
  );

/** Without what the model does not have; today, where it does not have the option. */
export function fittedTo(model: Model, settings: Settings): Settings {
  if (fitsIn(model, settings)) return settings;
  const isThere = ({ path }: { readonly path: string }) => hasNumber(model, path);
  return {
    ...settings,
    option: hasOption(model, settings.option) ? settings.option : TODAY,
    conditions: settings.conditions.filter((id) => hasCondition(model, id)),
    set: Object.fromEntries(Object.entries(settings.set).filter(([path]) => hasNumber(model, path))),
    changes: settings.changes.filter(isThere),
    moves: settings.moves.filter(isThere),
  };
}

const hasOption = ({ options = [] }: Model, option: string) =>
  option === TODAY || options.some(({ id }) => id === option);
const hasCondition = ({ conditions = [] }: Model, condition: string) => conditions.some(({ id }) => id === condition);
const hasNumber = (model: Model, path: string) => valueInDocument(model, path) !== undefined;
