// What the options of `run`, `compare` and `check` ask of a model: which people, what is changed, how often.
import { type Model, type RunRequest, optionsOf } from '../engine/index.ts';
import { type Given, isOn, readNumber, valueOf, wholeNumber } from './arguments.ts';
import { badCommand, unknownWord } from './bad-command.ts';

export interface Settings {
  readonly conditions: readonly string[];
  readonly set: Readonly<Record<string, number | 'unlimited'>>;
  readonly seed: number;
  readonly replications: number;
  /** undefined: as many as suit the work. */
  readonly workers: number | undefined;
  readonly quiet: boolean;
}

export function readSettings(given: Given, model: Model): Settings {
  const known = (model.conditions ?? []).map((condition) => condition.id);
  const conditions = given.options.condition ?? [];
  for (const id of conditions)
    if (!known.includes(id)) throw unknownWord('--condition', id, known, 'This model has no conditions.');
  if (isOn(given, 'json') && isOn(given, 'out'))
    throw badCommand('--out', '--json as well', 'one of the two', 'Leave --json out, or send its output to a file.');
  return {
    conditions,
    set: readSets(given),
    seed: wholeNumber(given, 'seed', 0, 4_294_967_295, model.experiment.seed),
    replications: wholeNumber(given, 'replications', 1, 10_000, model.experiment.replications),
    workers: isOn(given, 'workers') ? wholeNumber(given, 'workers', 1, 256, 1) : undefined,
    quiet: isOn(given, 'quiet'),
  };
}

/** `today` is always among them, whether or not the document names it. */
export const optionIds = (model: Model): string[] => optionsOf(model).map((option) => option.id);

export function knownOption(model: Model, flag: string, id: string): string {
  if (!optionIds(model).includes(id)) throw unknownWord(flag, id, optionIds(model), 'See the options in the model.');
  return id;
}

export const optionOf = (given: Given, model: Model): string =>
  knownOption(model, '--option', valueOf(given, 'option') ?? 'today');

export const requestFor = (option: string, settings: Settings): RunRequest => ({
  option,
  conditions: settings.conditions,
  set: settings.set,
});

function readSets(given: Given): Record<string, number | 'unlimited'> {
  const set: Record<string, number | 'unlimited'> = {};
  for (const text of given.options.set ?? []) {
    const at = text.indexOf('=');
    if (at < 1) throw badCommand('--set', text, 'path=value', 'Such as --set stations.p2.beds=12, without spaces.');
    const path = text.slice(0, at);
    if (Object.hasOwn(set, path)) throw badCommand(`--set ${path}`, 'given twice', 'given once', 'Leave one out.');
    const value = text.slice(at + 1);
    set[path] = value === 'unlimited' ? 'unlimited' : readNumber(`--set ${path}`, value);
  }
  return set;
}
