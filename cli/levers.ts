// The numbers that a search of mixes may change, as `--of` names them: from where each stands to the most of its slider, or over values given with it.
import {
  type MixNumber,
  type Model,
  USUAL_LEVERS,
  checkSet,
  factsOf,
  numberAt,
  placeSliders,
  settingsOf,
  valuesToTry,
} from '../engine/index.ts';
import { readNumber } from './arguments.ts';
import { BadCommand, badCommand, theCommand } from './bad-command.ts';

/** Beyond these a search would not end while anybody waits. */
const MOST_MIXES = 100_000_000;
const MOST_VALUES = 10_000;
export const MOST_LEVERS = 4;

/** `inForce` is the document under the option, the conditions and what is set. */
export function readLevers(texts: readonly string[], inForce: Model, from: 'here' | 'least' = 'here'): MixNumber[] {
  const levers = texts.map((text) => readLever(text, inForce, from));
  const twice = levers.find(({ path }, at) => levers.findIndex((one) => one.path === path) < at);
  if (twice) throw badCommand(`--of ${twice.path}`, 'given twice', 'given once', 'Leave one out.');
  if (levers.length > MOST_LEVERS)
    throw badCommand('--of', `${levers.length} numbers`, `at most ${MOST_LEVERS}`, 'Leave some out.');
  const { count } = settingsOf(levers);
  if (count > MOST_MIXES)
    throw badCommand(
      '--of',
      `${count.toLocaleString('en-GB')} mixes`,
      `at most ${MOST_MIXES.toLocaleString('en-GB')}`,
      'Give larger steps or fewer values: --of path=least:most:step.',
    );
  for (const end of [0, -1]) {
    const problems = checkSet(inForce, Object.fromEntries(levers.map(({ path, values }) => [path, values.at(end)!])));
    if (problems.length > 0) throw new BadCommand(theCommand, problems);
  }
  return levers;
}

/** For whoever names none: the first sliders of places that have a limit. */
export const usualLevers = (model: Model): string[] =>
  placeSliders(model)
    .map(({ path }) => path)
    .filter((path) => numberAt(model, path).value !== 'unlimited')
    .slice(0, USUAL_LEVERS);

/** Places added can be counted together only where all are places. */
export function arePlaces(levers: readonly MixNumber[], model: Model): boolean {
  return levers.every(({ path }) => factsOf(model, path)?.unit === 'places');
}

function readLever(text: string, inForce: Model, start: 'here' | 'least'): MixNumber {
  const [, path = text, ends] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  const flag = `--of ${path}`;
  const from = numberAt(inForce, path).value;
  if (from === 'unlimited')
    throw badCommand('--of', path, 'a number that can be raised', 'It has no limit: leave it out.');
  const control = inForce.controls?.find((one) => one.path === path);
  if (ends === undefined && control === undefined)
    throw badCommand(flag, 'no slider', 'values to choose among', `Write ${path}=${from}:${from + 10}:1.`);
  const parts = ends?.split(':');
  if (parts && (parts.length < 2 || parts.length > 3))
    throw badCommand('--of', text, 'path=least:most or path=least:most:step', `Such as ${path}=${from}:${from + 10}:1`);
  const [least, most, given] = parts
    ? parts.map((part) => readNumber(flag, part))
    : [start === 'here' ? from : control!.least, control!.most];
  const step = given ?? control?.step ?? 1;
  if (!(step > 0)) throw badCommand(flag, `a step of ${step}`, 'a step above 0', 'Such as 3:15:3');
  // What is at the most of its slider already stays there.
  if (!parts && most <= from) return { path, from, values: [from] };
  if (!(most > least))
    throw badCommand(
      flag,
      `${least} to ${most}`,
      'two values or more, the least first',
      `Such as ${path}=${Math.min(least, most)}:${Math.max(least, most) + 1}.`,
    );
  if ((most - least) / step > MOST_VALUES)
    throw badCommand(flag, `a step of ${step}`, `at most ${MOST_VALUES} values`, 'Give a larger step.');
  return { path, from, values: valuesToTry({ least, most, step }) };
}
