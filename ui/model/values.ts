// The number a path names, as a slider shows it: in the document, under an option, and as somebody types it.
import { everyValueOf, typedNumber, type Control, type Model, type Option } from '../../engine/index.ts';

/** Today always exists, whether or not a document lists it. */
export const TODAY = 'today';

export const isIn = (object: object, key: string): boolean => Object.hasOwn(object, key);

const walk = (from: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? (at as never)[step] : undefined),
    from,
  );

/** A number, or the word for places without limit. */
export type Value = number | 'unlimited';
const asValue = (value: unknown): Value | undefined =>
  typeof value === 'number' || value === 'unlimited' ? value : undefined;

/** Whatever a path leads to, text and larger things as well. */
export const valueAt = (model: Model, path: string): unknown => walk(model, path.split('.'));

export const valueInDocument = (model: Model, path: string): Value | undefined => asValue(walk(model, path.split('.')));

/** An option may set the number itself, or something larger that holds it. */
export function valueUnderOption(model: Model, optionId: string, path: string): Value | undefined {
  const set = optionOf(model, optionId).set ?? {};
  const steps = path.split('.');
  for (let length = steps.length; length > 0; length--) {
    const key = steps.slice(0, length).join('.');
    if (!Object.hasOwn(set, key)) continue;
    const value = walk(set[key], steps.slice(length));
    if (asValue(value) !== undefined) return asValue(value);
  }
  return valueInDocument(model, path);
}

/** The value of the whole run: as moved, else as the option or the document has it. */
export const valueInForce = (
  model: Model,
  { option, set }: { readonly option: string; readonly set: Readonly<Record<string, number>> },
  path: string,
): Value | undefined => set[path] ?? valueUnderOption(model, option, path);

export function optionsOf(model: Model): readonly Option[] {
  const listed = model.options ?? [];
  return listed.some((option) => option.id === TODAY) ? listed : [{ id: TODAY, title: 'Today' }, ...listed];
}

export function optionOf(model: Model, id: string): Option {
  return optionsOf(model).find((option) => option.id === id) ?? { id: TODAY, title: 'Today' };
}

export const controlOf = (model: Model, path: string): Control | undefined =>
  model.controls?.find((control) => control.path === path);

/** The parts of a document whose numbers may be changed without a slider; how long and how often is asked for elsewhere. */
const ABOUT_THE_WORLD = /^(initial|consequencesOfDelay|population|attributes|needs|streams|stations)\./;

/** The slider of a number, or for any other number of the document what may be typed for it; the engine judges the rest. */
export function entryOf(model: Model, path: string): Control | undefined {
  const control = controlOf(model, path);
  const isOther = ABOUT_THE_WORLD.test(path) && !path.includes('.position.');
  if (control || !isOther || valueInDocument(model, path) === undefined) return control;
  return { path, least: path.endsWith('growthPerYear') ? -0.5 : 0, most: 100_000, step: 0.0001 };
}

/** What the headline is about: who waits, where, and how that is said. */
export interface Subject {
  readonly station: string;
  readonly measure: 'delayed' | 'waiting';
  /** After "people wait": "to leave the acute hospital". */
  readonly where: string;
}

/**
 * What the document's first threshold about people at a place is about; without one, people who are ready and not yet
 * gone from the first place that streams start at. When arrivals hold no place while they wait, nobody is ever delayed:
 * then it is those who wait for the first service that can be full.
 */
export function subjectOf(model: Model): Subject {
  for (const threshold of model.thresholds ?? []) {
    const [, id = '', measure] = /^([\w-]+)\.(delayed|waiting)\./.exec(threshold) ?? [];
    if (!isIn(model.stations, id)) continue;
    if (measure === 'delayed' && isOnlyWaiting(model, id)) return toLeave(model, id);
    if (measure === 'waiting' && hasPlaces(model, id)) return waitingFor(model, id);
  }
  const starts = Object.values(model.streams).flatMap(({ startsAt }) => everyValueOf(startsAt).flat());
  const left = starts.find((id) => isIn(model.stations, id) && isOnlyWaiting(model, id));
  if (left !== undefined) return toLeave(model, left);
  const limited = Object.keys(model.stations).find((id) => hasPlaces(model, id));
  if (limited === undefined) return { station: 'all', measure: 'delayed', where: 'to move on' };
  return waitingFor(model, limited);
}

const GENERIC =
  /^(Acute|Beds?|Co-ordinators|Community|Discharge|Emergency|General|Home team|Hospital|Interim|Nursing|Primary|Rehabilitation|Stroke|Supportive|Team|Virtual|Ward)\b/;
/** What has no article: "care at home", "stroke rehabilitation". */
const WITHOUT_ARTICLE =
  /^(Assessment|Care|Home care|Home with|Support)\b|\b(care|nursing|physiotherapy|rehabilitation)$/;

/** More than one: "the co-ordinators need". */
export const isMany = (label: string): boolean => /\b(beds|co-ordinators|homes|hospitals|teams|wards)(,|$)/.test(label);

/** A label in the middle of a sentence: "the acute hospital", "the rehabilitation beds in Bristol"; a name of its own, such as Loughborough, stays as it is. */
export function inSentence(label: string): string {
  const [, area, thing] = /^([^:]+): (\p{Ll}.*)$/u.exec(label) ?? [];
  if (thing !== undefined)
    return `${thing === 'home' ? 'care at home' : inSentence(thing.charAt(0).toUpperCase() + thing.slice(1))} in ${area}`;
  if (/ \p{Lu}/u.test(label)) return label;
  const lowered = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
  if (WITHOUT_ARTICLE.test(label)) return lowered;
  return GENERIC.test(label) ? `the ${lowered}` : label;
}

const toLeave = (model: Model, id: string): Subject => {
  // "Acute hospitals, ready to leave": what follows the comma is said already.
  const [place] = model.stations[id].label.split(',');
  return { station: id, measure: 'delayed', where: `to leave ${inSentence(place!)}` };
};

const waitingFor = (model: Model, id: string): Subject => ({
  station: id,
  measure: 'waiting',
  where: `for ${inSentence(model.stations[id].label)}`,
});

export function hasPlaces(model: Model, id: string): boolean {
  const { kind, beds, places } = model.stations[id];
  return kind !== 'exit' && (typeof beds === 'number' || typeof places === 'number');
}

/** A station where people only wait: their stay there is their delay. */
export function isOnlyWaiting(model: Model, station: string): boolean {
  const stay = model.stations[station]?.stay as { shape?: string; days?: number } | undefined;
  return stay?.shape === 'fixed' && stay.days === 0;
}

/** The other shares that must add to one with this one. */
export function otherShares(model: Model, path: string): string[] {
  const steps = path.split('.');
  const last = steps.pop();
  const group = walk(model, steps);
  if (steps.at(-1) !== 'shares' || typeof group !== 'object' || group === null) return [];
  return Object.keys(group)
    .filter((key) => key !== last)
    .map((key) => [...steps, key].join('.'));
}

/** Whole numbers only, where every stop of the slider is whole. */
export const isWhole = ({ least, step }: Control): boolean => Number.isInteger(least) && Number.isInteger(step);

export type Typed = { readonly value: number } | { readonly problem: string };

/** Reads what was typed or came in a link. Beyond the slider's ends is allowed; what cannot be meant is not. */
export function readNumber(control: Control, text: string): Typed {
  const trimmed = text.trim();
  if (trimmed === '') return { problem: `Type a number, such as ${control.least}.` };
  const number = typedNumber(trimmed, isWhole(control));
  if ('hint' in number) return { problem: `“${trimmed.slice(0, 40)}” is not a number. ${number.hint}` };
  const { value } = number;
  if (isWhole(control) && !Number.isInteger(value)) return { problem: 'Use a whole number.' };
  if (value < Math.min(0, control.least)) return { problem: `Use ${Math.min(0, control.least)} or more.` };
  if (Math.abs(value) > Math.max(100_000, control.most)) return { problem: 'Use 100,000 or less.' };
  return { value };
}

/** The nearest stop, without the dust that adding 0.1 again and again leaves behind. */
export function onStep({ least, step }: Control, value: number): number {
  const stop = least + Math.round((value - least) / step) * step;
  return Number(stop.toFixed(decimalsOf(step) + decimalsOf(least)));
}

export function decimalsOf(number: number): number {
  const text = String(number);
  const [, power] = text.split('e-');
  return (text.split('e')[0].split('.')[1]?.length ?? 0) + Number(power ?? 0);
}
