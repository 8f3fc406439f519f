// All numbers on the screen as the text the command line prints. It carries the document's digest, so it is fetched when somebody asks for it.
import { makeManifest, resultDocument, type Manifest, type Model } from '../../engine/index.ts';
import { hasEdits } from '../model/asked.ts';
import type { Shown } from '../model/shown.ts';
import { TODAY } from '../model/values.ts';

/**
 * An edited option is given by itself, as `onward run … --set` would; an option as the document has it is compared
 * with today, as `onward compare` would. Changes kept with a date are written path@day.
 */
export function numbersDocument(model: Model | undefined, shown: Shown | undefined): string {
  if (!shown || !model) return '';
  const { settings, replications, option, today } = shown;
  const isAlone = settings.option === TODAY || hasEdits(settings);
  const dated = Object.fromEntries(settings.changes.map(({ path, atDay, value }) => [`${path}@${atDay}`, value]));
  const parts: Omit<Manifest, 'tool' | 'version' | 'model' | 'modelHash'> = {
    seed: settings.seed,
    replications,
    options: isAlone ? [settings.option] : [TODAY, settings.option],
    baseline: isAlone ? null : TODAY,
    conditions: settings.conditions,
    set: { ...settings.set, ...dated },
  };
  const rows = isAlone ? option : [...today, ...option];
  return resultDocument(makeManifest(model, parts), [...rows], isAlone ? [] : [...shown.differences]);
}
