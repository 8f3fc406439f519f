// A number of the document by a short name that fits every view: its slider's, or whose it is and what the schema calls it.
import type { Model } from '../../../engine/index.ts';
import { controlOf, isIn } from '../../model/values.ts';

/** The slider's name; with its group where several sliders have the same name. Undefined where there is no slider. */
export function labelOfSlider(model: Model, path: string): string | undefined {
  const control = controlOf(model, path);
  const isAlone = model.controls?.filter(({ label }) => label === control?.label).length === 1;
  return isAlone || !control?.group || !control.label ? control?.label : `${control.group}: ${control.label}`;
}

/** Whose a number is: the label of a service, a need or a stream; undefined for what is nobody's. */
export function ownerOf(model: Model, path: string): string | undefined {
  const [family = '', id = ''] = path.split('.');
  const named = { ...model, initial: model.stations }[family as 'stations'] as Model['stations'] | undefined;
  const isOfMany = ['stations', 'needs', 'streams', 'attributes', 'initial'].includes(family);
  return isOfMany && named !== undefined && isIn(named, id) ? named[id].label : undefined;
}

/** In one line, for a sentence or a list: "Places at home", "Care at home, stay: standard deviation", "Team, days of work". */
export function sayShortName(model: Model, path: string, title?: string): string {
  const label = labelOfSlider(model, path);
  if (label !== undefined) return label;
  const owner = ownerOf(model, path);
  const rest = owner === undefined ? path : path.split('.').slice(2).join('.');
  const said = rest === 'hours.days' ? 'days of work' : (title ?? inWords(rest));
  return [owner, lowered(said)].filter(Boolean).join(', ');
}

/** `surge.openAtWaiting` → "surge open at waiting". */
export const inWords = (path: string): string =>
  path
    .replaceAll('.', ' ')
    .replace(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/-/g, ' ');

export const lowered = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
