// Reads `--over path=least:most:step`, `--design` and `--points`: which numbers are swept, and which combinations of them.
import {
  designs,
  factsOf,
  type Design,
  type DesignKind,
  type Lever,
  type Model,
  valuesOf,
} from '../../engine/index.ts';
import { type Given, isOn, readNumber, valueOf, wholeNumber } from '../arguments.ts';
import { badCommand, unknownWord } from '../bad-command.ts';
import type { Settings } from '../settings.ts';

/** More rows than this would not be held in memory while the tables are written. */
const MOST_ROWS = 1_000_000;
const WHOLE = ['places', 'people', 'starts'];

export interface SweptOver {
  readonly kind: DesignKind;
  readonly levers: readonly Lever[];
  readonly design: Design;
}

/** `rows`: how many are said of each combination. */
export function readSweptOver(given: Given, model: Model, { set, seed }: Settings, rows: number): SweptOver {
  const word = valueOf(given, 'design') ?? 'grid';
  const kind = designs.find(({ id }) => id === word);
  const ids = designs.map(({ id }) => id);
  if (!kind) throw unknownWord('--design', word, ids, 'Leave --design out for every combination.');
  const levers = readLevers(given, model, set, kind);
  const points = pointsOf(given, kind, Math.floor(MOST_ROWS / rows));
  const count = kind.count(levers, points);
  const most = Math.floor(MOST_ROWS / rows);
  if (count > most)
    throw badCommand(
      '--over',
      `${said(count)} combinations`,
      `at most ${most}${rows > 1 ? `, with ${rows} rows each` : ''}`,
      'Give larger steps, or a part of them evenly spread: --design sobol --points 1000.',
    );
  return { kind, levers, design: kind.make(levers, points, seed) };
}

const said = (count: number): string => (count < 1e15 ? String(count) : 'more than a thousand million million');

function pointsOf(given: Given, { id, isGivenPoints }: DesignKind, most: number): number {
  if (!isGivenPoints) {
    if (isOn(given, 'points'))
      throw badCommand('--points', `--design ${id}`, 'a design of some combinations', 'Add --design sobol, or latin.');
    return 0;
  }
  if (!isOn(given, 'points'))
    throw badCommand('--points', 'nothing', 'how many combinations', `Such as --design ${id} --points 1000.`);
  return wholeNumber(given, 'points', 2, most, 0);
}

function readLevers(given: Given, model: Model, set: Settings['set'], kind: DesignKind): Lever[] {
  const named = given.options.over ?? [];
  if (named.length === 0)
    throw badCommand('--over', 'nothing', 'a number and its values', 'Such as --over stations.p2.beds=3:15:3');
  if (named.length > kind.mostLevers)
    throw badCommand(
      '--over',
      `${named.length} numbers`,
      `at most ${kind.mostLevers} with --design ${kind.id}`,
      'Leave some out, or choose --design latin.',
    );
  const levers = named.map((text) => readLever(text, model, kind));
  for (const [at, { path }] of levers.entries()) {
    if (levers.findIndex((one) => one.path === path) < at)
      throw badCommand(`--over ${path}`, 'given twice', 'given once', 'Leave one out.');
    if (Object.hasOwn(set, path))
      throw badCommand(`--set ${path}`, 'a number that --over sweeps', 'another number', 'Leave it out.');
  }
  return levers;
}

function readLever(text: string, model: Model, kind: DesignKind): Lever {
  const [, path, ends] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const parts = ends?.split(':') ?? [];
  if (path === undefined || parts.length < 2 || parts.length > 3)
    throw badCommand('--over', text, 'path=least:most or path=least:most:step', 'Such as stations.p2.beds=3:15:3');
  const flag = `--over ${path}`;
  const [least, most] = parts.map((part) => readNumber(flag, part));
  const step = parts[2] === undefined ? usualStep(model, path, kind) : readNumber(flag, parts[2]);
  if (step !== null && !(step > 0)) throw badCommand(flag, `a step of ${step}`, 'a step above 0', 'Such as 3:15:3');
  if (!(most >= least))
    throw badCommand(flag, `${least} to ${most}`, 'the least first', `Write ${path}=${most}:${least}`);
  const lever = { path, least, most, step };
  if (step !== null && valuesOf(lever) > MOST_ROWS)
    throw badCommand(flag, `a step of ${step}`, `at most ${MOST_ROWS} values`, 'Give a larger step.');
  return lever;
}

/** Where only some combinations are simulated, a number without a slider that need not be whole may be anything in between. */
function usualStep(model: Model, path: string, { isGivenPoints }: DesignKind): number | null {
  const slider = model.controls?.find((one) => one.path === path)?.step;
  if (slider !== undefined) return slider;
  return isGivenPoints && !WHOLE.includes(factsOf(model, path)?.unit ?? '') ? null : 1;
}

export const sayLever = ({ path, least, most, step }: Lever): string =>
  `${path}=${least}:${most}${step === null ? '' : `:${step}`}`;
