// What a search of mixes is after: the target, or the row that is to be best within a budget; and what cannot be searched, refused by name.
import {
  type MixNumber,
  type Model,
  type RowKey,
  type RunRequest,
  isRowOf,
  measures,
  optionsOf,
} from '../engine/index.ts';
import { type Given, valueOf } from './arguments.ts';
import { badCommand } from './bad-command.ts';
import type { Budget } from './budget.ts';
import { type RowName, readRowName } from './row-named.ts';
import { type Threshold, readThreshold } from './thresholds.ts';

/** What is to be met, or what is to be as good as it can be. */
interface MixTarget {
  readonly name: RowName;
  readonly threshold: Threshold | undefined;
  readonly flag: string;
  readonly text: string;
  /** Less of it is what is wanted. */
  readonly isLess: boolean;
}

export function targetOf(given: Given, model: Model, budget: Budget): MixTarget {
  const [rule, best] = [valueOf(given, 'so-that'), valueOf(given, 'best')];
  if ((rule === undefined) === (best === undefined))
    throw badCommand(
      '--so-that',
      rule === undefined ? 'nothing' : '--best as well',
      'a target, or --best with a budget',
      'Such as --so-that "all.delayed.mean <= 5", or --best all.delayed.mean --budget "20 places".',
    );
  if (rule !== undefined) {
    const threshold = readThreshold(model, rule, '--so-that');
    return { name: threshold, threshold, flag: '--so-that', text: rule.trim(), isLess: threshold.sign.startsWith('<') };
  }
  if (budget.most === Infinity)
    throw badCommand('--budget', 'nothing', 'how much may be added', 'Such as --budget "20 places".');
  const name = readRowName(model, best!, '--best');
  const { betterWhen } = measures.find(({ id }) => id === name.measure)!;
  if (betterWhen === null)
    throw badCommand('--best', best!, 'a row of which less or more is better', 'Such as all.delayed.mean.');
  return { name, threshold: undefined, flag: '--best', text: best!.trim(), isLess: betterWhen === 'less' };
}

/** What is set, or changed on a date, would come over whatever is tried. */
export function checkFree(
  model: Model,
  { option }: RunRequest,
  set: Readonly<Record<string, unknown>>,
  path: string,
): void {
  const key = Object.keys(set).find((one) => one === path || one.startsWith(`${path}@`));
  if (key !== undefined)
    throw badCommand(`--set ${key}`, 'a number that --of looks for', 'another number', 'Leave it out.');
  const changes = optionsOf(model).find(({ id }) => id === option)?.changes ?? [];
  if (changes.some((change) => change.set && Object.hasOwn(change.set, path)))
    throw badCommand(
      '--option',
      `${option}, which changes ${path} on a date`,
      'an option that leaves it',
      'Choose another option.',
    );
}

/** Only where every service has its price does a sum say what a mix costs. */
export function checkPrices(levers: readonly MixNumber[], keys: readonly RowKey[], values: Float64Array): void {
  for (const { path } of levers) {
    const [, station = ''] = /^stations\.([^.]+)\./.exec(path) ?? [];
    const at = keys.findIndex((key) => isRowOf(key, station, 'cost'));
    if (at < 0 || Number.isNaN(values[at]))
      throw badCommand(
        '--budget',
        `no price of ${path}`,
        'a price with a source for each service',
        'Count places: "20 places".',
      );
  }
}
