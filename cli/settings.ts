// What the options of `run`, `compare` and `check` request: which people, which changes, how many replications.
import {
  type LiveChange,
  MOST_ASKED,
  type Model,
  PILOT,
  type Problem,
  type RunRequest,
  TO_SEE_WHETHER_IT_SETTLES,
  askedBy,
  compile,
  factsOf,
  optionsOf,
  rowKeys,
  sayProblem,
  setWarnings,
  typedNumber,
} from '../engine/index.ts';
import { type Given, isOn, readNumber, refuseBoth, valueOf, wholeNumber } from './arguments.ts';
import { badCommand, unknownWord } from './bad-command.ts';
import { addressGiven } from './fleet/address.ts';
import type { RowName } from './row-named.ts';

export interface Settings {
  readonly conditions: readonly string[];
  /** By path; a change with a date by `path@day`, as manifests write it. */
  readonly set: Readonly<Record<string, number | string>>;
  /** Asked for instead of what the document asks for; undefined: nothing said. */
  readonly percentiles: readonly number[] | undefined;
  readonly over: readonly number[] | undefined;
  readonly seed: number;
  readonly replications: number;
  /** How far from the average its interval may reach, as a share of it; undefined where a number of replications was given. */
  readonly precision: number | undefined;
  readonly mostReplications: number;
  /** Replications in pairs of one and its mirror; then all the numbers of them are even. */
  readonly antithetic: boolean;
  /** Replications numbered below this are also recorded week by week. */
  readonly byWeekBelow: number;
  /** undefined: as many as suit the work. */
  readonly workers: number | undefined;
  /** The address of a queue whose workers run the replications; undefined: this computer does. */
  readonly queue: string | undefined;
  /** By the machine's clock, in milliseconds: no replication continues after it. */
  readonly stopAt: number | undefined;
  readonly quiet: boolean;
}

/** Refuses what cannot be meant; the engine decides whether the number may change on that date. */
function checkDated(key: string, { atDay }: LiveChange, runDays: number): void {
  if (atDay >= runDays)
    throw badCommand(
      `--set ${key}`,
      `day ${atDay}`,
      `a day before ${runDays}, the end of the run`,
      'Day 0 is the first.',
    );
}

export function readSettings(given: Given, model: Model): Settings {
  const known = (model.conditions ?? []).map((condition) => condition.id);
  const conditions = given.options.condition ?? [];
  for (const id of conditions)
    if (!known.includes(id))
      throw unknownWord(
        '--condition',
        id,
        known,
        known.length === 0 ? 'This model has no conditions.' : 'See the conditions in the model.',
      );
  refuseBoth(given);
  return {
    conditions,
    set: readSets(given, model),
    percentiles: numbersOf(given, 'percentiles', 0.01, 99.99, 'Such as --percentiles 50,75,95,99.'),
    over: numbersOf(given, 'over', 0, 1_000_000, 'Such as --over 7,21.'),
    seed: wholeNumber(given, 'seed', 0, 4_294_967_295, model.experiment.seed),
    replications: evenIfPaired(given, wholeNumber(given, 'replications', 1, 10_000, model.experiment.replications)),
    precision: readPrecision(given),
    mostReplications: evenIfPaired(given, wholeNumber(given, 'most-replications', PILOT, 1_000_000, 10_000)),
    antithetic: isOn(given, 'antithetic'),
    byWeekBelow: isOn(given, 'weeks') ? Infinity : TO_SEE_WHETHER_IT_SETTLES,
    workers: isOn(given, 'workers') ? wholeNumber(given, 'workers', 1, 256, 1) : undefined,
    queue: readQueue(given),
    stopAt: isOn(given, 'seconds') ? Date.now() + 1000 * wholeNumber(given, 'seconds', 1, 1_000_000, 1) : undefined,
    quiet: isOn(given, 'quiet'),
  };
}

function readQueue(given: Given): string | undefined {
  const queue = addressGiven(given);
  if (queue !== undefined && isOn(given, 'workers'))
    throw badCommand(
      '--workers',
      'a queue as well',
      'one of the two',
      'Say how many threads where onward worker is started; --queue none runs on this computer.',
    );
  return queue;
}

/** The warnings that a document with these settings would get. */
export function settingProblems(model: Model, { set }: Settings): Problem[] {
  return setWarnings(model, Object.fromEntries(Object.entries(set).filter(([key]) => !key.includes('@'))));
}

/** The settings; warnings about them go to stderr. */
export function settingsFor(given: Given, model: Model): Settings {
  const settings = readSettings(given, model);
  if (!settings.quiet)
    for (const each of settingProblems(model, settings)) process.stderr.write(`warning: --set ${sayProblem(each)}\n`);
  return settings;
}

/** `today` is always among them, whether or not the document names it. */
export const optionIds = (model: Model): string[] => optionsOf(model).map((option) => option.id);

export function knownOption(model: Model, flag: string, id: string): string {
  if (!optionIds(model).includes(id)) throw unknownWord(flag, id, optionIds(model), 'See the options in the model.');
  return id;
}

export const optionOf = (given: Given, model: Model): string =>
  knownOption(model, '--option', valueOf(given, 'option') ?? 'today');

export function requestFor(option: string, { conditions, set, percentiles, over }: Settings): RunRequest {
  const given = Object.entries(set);
  const changes = given.flatMap(([key, value]) => datedChange(key, value) ?? []);
  return {
    option,
    conditions,
    ...(percentiles && { percentiles }),
    ...(over && { over }),
    set: Object.fromEntries(given.filter(([key]) => !key.includes('@'))),
    ...(changes.length > 0 && { changes: changes.toSorted((a, b) => a.atDay - b.atDay) }),
  };
}

/** `stations.p2.beds@83`: from day 83 of the run on. Days may have a part of one. */
function datedChange(key: string, value: number | string): LiveChange | undefined {
  const [path = '', day, ...more] = key.split('@');
  if (day === undefined) return undefined;
  const flag = `--set ${key}`;
  if (path === '' || more.length > 0 || !/^\d{1,6}(\.\d+)?$/.test(day))
    throw badCommand(flag, `"${key}"`, 'path@day=value', 'Such as --set stations.p2.beds@83=12; day 0 is the first.');
  if (typeof value !== 'number')
    throw badCommand(
      flag,
      `"${value}"`,
      'a plain number',
      'Text can only be set from the start: leave out the @ and the day.',
    );
  return { atDay: Number(day), path, value };
}

/** With what would have to be asked for so that these rows are there: `p75`, `shareOver21`. */
export function withRows<S extends Settings>(settings: S, model: Model, names: readonly RowName[]): S {
  const request = requestFor('today', settings);
  const keys = rowKeys(compile(model, request));
  const isThere = (name: RowName) =>
    keys.some(
      (key) => [key.station, key.measure, key.statistic].join() === [name.station, name.measure, name.statistic].join(),
    );
  const missing = names.filter((name) => !isThere(name)).map(({ statistic }) => askedBy(statistic));
  const more = (of: 'percentiles' | 'over') => {
    const numbers = missing.flatMap((asked) => asked[of]);
    return numbers.length === 0
      ? settings[of]
      : [...new Set([...(settings[of] ?? model.experiment[of] ?? []), ...numbers])];
  };
  return { ...settings, percentiles: more('percentiles'), over: more('over') };
}

/** `--percentiles 50,75`: numbers with commas between them, each once. Undefined where nothing is said. */
function numbersOf(given: Given, name: string, least: number, most: number, hint: string): number[] | undefined {
  const text = valueOf(given, name);
  if (text === undefined) return undefined;
  const flag = `--${name}`;
  const numbers = text.split(',').map((each) => readNumber(flag, each.trim()));
  const wrong = numbers.find((each) => !(each >= least && each <= most));
  if (wrong !== undefined) throw badCommand(flag, String(wrong), `numbers from ${least} to ${most}`, hint);
  if (numbers.length > MOST_ASKED)
    throw badCommand(
      flag,
      `${numbers.length} numbers`,
      `at most ${MOST_ASKED}`,
      'Each adds several rows for every place.',
    );
  const twice = numbers.find((each, at) => numbers.indexOf(each) < at);
  if (twice !== undefined) throw badCommand(flag, `${twice} twice`, 'each number once', 'Leave one out.');
  return numbers;
}

/** A pair has two replications, so an odd number becomes one more. */
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
  const percent = /^(.*\d) ?%$/.exec(text);
  const number = percent ? readNumber('--precision', percent[1]) : NaN;
  if (number >= 0.1 && number <= 50) return number / 100;
  throw badCommand('--precision', text, 'a percentage from 0.1% to 50%', 'Such as --precision 5%.');
}

/** "unlimited", or days of the week such as "Mon-Sun"; the document decides which may be where. */
const isWord = (value: string): boolean => /^[a-z]{3,}([ ,-]+[a-z]{3,})*$/i.test(value);

/** Beds, people, starts: there are no halves of them. */
function isWhole(model: Model, key: string): boolean {
  const unit = factsOf(model, key.split('@', 1)[0])?.unit ?? '';
  return ['places', 'people', 'starts'].includes(unit);
}

/** The day of `path@1,000` without its comma, as manifests write it. */
function withPlainDay(key: string): string {
  const [path, day, ...more] = key.split('@');
  if (day === undefined || more.length > 0) return key;
  const number = typedNumber(day);
  return 'value' in number ? `${path}@${number.value}` : key;
}

function readSets(given: Given, model: Model): Record<string, number | string> {
  const set: Record<string, number | string> = {};
  for (const text of given.options.set ?? []) {
    const at = text.indexOf('=');
    if (at < 1) throw badCommand('--set', text, 'path=value', 'Such as --set stations.p2.beds=12, without spaces.');
    const path = withPlainDay(text.slice(0, at));
    if (Object.hasOwn(set, path)) throw badCommand(`--set ${path}`, 'given twice', 'given once', 'Leave one out.');
    const value = text.slice(at + 1);
    // Under this name nothing can be put into an object: it would be left out without a word.
    if (path === '__proto__') throw badCommand('--set', text, 'a path of the model', 'Such as stations.p2.beds=12.');
    set[path] = isWord(value) ? value : readNumber(`--set ${path}`, value, isWhole(model, path));
  }
  // Another of them may make the run longer or shorter.
  const runDays = Number(set['calendar.runDays'] ?? model.calendar.runDays);
  for (const [key, value] of Object.entries(set)) {
    const dated = datedChange(key, value);
    if (dated) checkDated(key, dated, runDays);
  }
  return set;
}
