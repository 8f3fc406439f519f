// What the options of `run`, `compare` and `check` ask of a model: which people, what is changed, how often.
import { type Model, PILOT, type RunRequest, optionsOf } from '../engine/index.ts';
import { type Given, isOn, readNumber, valueOf, wholeNumber } from './arguments.ts';
import { badCommand, unknownWord } from './bad-command.ts';

export interface Settings {
  readonly conditions: readonly string[];
  readonly set: Readonly<Record<string, number | string>>;
  readonly seed: number;
  readonly replications: number;
  /** How far from the average its interval may reach, as a share of it; undefined where a number of replications was asked for. */
  readonly precision: number | undefined;
  readonly mostReplications: number;
  /** Replications in pairs of one and its mirror; then all the numbers of them are even. */
  readonly antithetic: boolean;
  /** Replications numbered below this are told week by week too. */
  readonly byWeekBelow: number;
  /** undefined: as many as suit the work. */
  readonly workers: number | undefined;
  /** By the machine's clock, in milliseconds: no replication goes on after it. */
  readonly stopAt: number | undefined;
  readonly quiet: boolean;
}

/** Enough replications to see whether a model settles; for what an option asks for `--weeks`, all. */
const toSeeWhetherItSettles = 100;

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
    replications: evenIfPaired(given, wholeNumber(given, 'replications', 1, 10_000, model.experiment.replications)),
    precision: readPrecision(given),
    mostReplications: evenIfPaired(given, wholeNumber(given, 'most-replications', PILOT, 1_000_000, 10_000)),
    antithetic: isOn(given, 'antithetic'),
    byWeekBelow: isOn(given, 'weeks') ? Infinity : toSeeWhetherItSettles,
    workers: isOn(given, 'workers') ? wholeNumber(given, 'workers', 1, 256, 1) : undefined,
    stopAt: isOn(given, 'seconds') ? Date.now() + 1000 * wholeNumber(given, 'seconds', 1, 1_000_000, 1) : undefined,
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

/** A pair has two replications, so an odd number asks for one more. */
const evenIfPaired = (given: Given, number: number): number =>
  isOn(given, 'antithetic') ? number + (number % 2) : number;

function readPrecision(given: Given): number | undefined {
  const text = valueOf(given, 'precision');
  if (text === undefined) {
    if (isOn(given, 'most-replications'))
      throw badCommand('--most-replications', 'no --precision', 'both or neither', 'Add --precision 5%.');
    return undefined;
  }
  if (isOn(given, 'replications'))
    throw badCommand('--precision', '--replications as well', 'one of the two', 'Leave --replications out.');
  const percent = /^(\d+(?:\.\d+)?) ?%$/.exec(text);
  if (percent && Number(percent[1]) >= 0.1 && Number(percent[1]) <= 50) return Number(percent[1]) / 100;
  throw badCommand('--precision', text, 'a percentage from 0.1% to 50%', 'Such as --precision 5%, without a space.');
}

/** "unlimited", or days of the week such as "Mon-Sun"; which may stand where is for the document to say. */
const isWord = (value: string): boolean => /^[a-z]{3,}([ ,-]+[a-z]{3,})*$/i.test(value);

function readSets(given: Given): Record<string, number | string> {
  const set: Record<string, number | string> = {};
  for (const text of given.options.set ?? []) {
    const at = text.indexOf('=');
    if (at < 1) throw badCommand('--set', text, 'path=value', 'Such as --set stations.p2.beds=12, without spaces.');
    const path = text.slice(0, at);
    if (Object.hasOwn(set, path)) throw badCommand(`--set ${path}`, 'given twice', 'given once', 'Leave one out.');
    const value = text.slice(at + 1);
    set[path] = isWord(value) ? value : readNumber(`--set ${path}`, value);
  }
  return set;
}
