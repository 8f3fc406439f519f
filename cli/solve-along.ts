// `onward solve` of one number, or of several moved together along a line: the least (or most) so that a target holds, with the same people at every value tried; and where there are prices, which costs least.
import {
  type Model,
  type Tries,
  checkSet,
  compile,
  hasAverages,
  interval,
  judgeSettling,
  mostTries,
  limitsIn,
  numberAt,
  placeOfMean,
  rowKeys,
  within,
  solve,
  together,
  valuesToTry,
} from '../engine/index.ts';
import { type Given, isOn, readNumber, valueOf } from './arguments.ts';
import { BadCommand, badCommand, theCommand } from './bad-command.ts';
import { gather } from './gather.ts';
import { INTERRUPTED } from './interrupt.ts';
import { manifestOf } from './manifest.ts';
import { usableModel } from './model-file.ts';
import { counted } from './output/counted.ts';
import { heading } from './output/run-table.ts';
import { type Found, UNSETTLED, sentence, solvedJson, triesTable } from './output/solved.ts';
import { amount } from './output/table.ts';
import { rowAt } from './row-named.ts';
import { optionOf, requestFor, settingsFor, withRows } from './settings.ts';
import { readThreshold } from './thresholds.ts';

const NOT_MET = 3;
/** More would take longer than anybody waits, and add nothing. */
const mostValues = 100_000;

export async function solveAlong(given: Given): Promise<number> {
  const model = usableModel(given, 'solve', isOn(given, 'quiet'));
  const said = { ...settingsFor(given, model), precision: undefined, antithetic: false };
  needed(given, 'of', 'the number to look for, such as stations.p2.beds');
  const paths = [...new Set(given.options.of)];
  const target = readThreshold(model, needed(given, 'so-that', 'a rule such as "acute.delayed.p90 <= 5"'), '--so-that');
  const settings = withRows(said, model, [target]);
  for (const path of paths)
    if (Object.hasOwn(settings.set, path))
      throw badCommand(`--set ${path}`, 'the number that --of looks for', 'another number', 'Leave it out.');
  const option = optionOf(given, model);
  const request = requestFor(option, settings);
  const program = compile(model, request);
  const { tries, at: numbersAt } =
    paths.length > 1 ? movedTogether(given, program.model, paths) : alone(given, model, paths[0]);
  for (const value of [tries.least, tries.most]) {
    const problems = checkSet(program.model, numbersAt(value));
    if (problems.length > 0) throw new BadCommand(theCommand, problems);
  }
  const wanted = rowKeys(program);
  const { unit } = wanted[rowAt(model, target, wanted, '--so-that', target.text)];

  const say = (words: string) => void (settings.quiet || process.stderr.write(`${words}\n`));
  say(
    `At most ${mostTries(tries)} values of ${paths.join(' and ')} are tried, ${counted(settings.replications, 'simulated period')} each.`,
  );
  const unsettled = new Set<number>();
  const costs = new Map<number, number>();
  const steps = solve(tries, target);
  let step = steps.next();
  while (!step.done) {
    const value = step.value;
    const at = { ...request, set: { ...request.set, ...numbersAt(value) } };
    const { values, keys, weeks, interrupted } = await gather(model, [at], { ...settings, quiet: true });
    if (interrupted) return INTERRUPTED;
    const row = rowAt(model, target, keys, '--so-that', target.text);
    // What does not settle has no average, and so meets no target.
    const settles = hasAverages(judgeSettling(compile(model, at), weeks[0]));
    const found = within(
      interval(values[0].map((each) => (settles ? each[row] : NaN))),
      limitsIn(keys, values[0])(row),
    );
    if (!settles) unsettled.add(value);
    const cost = placeOfMean(keys, 'all', 'cost');
    const gbpAYear = settles && cost >= 0 ? interval(values[0].map((each) => each[cost])).mean : NaN;
    if (Number.isFinite(gbpAYear)) costs.set(value, gbpAYear);
    say(`  ${written(numbersAt(value))}: ${settles ? amount(found.mean, unit) : UNSETTLED}`);
    step = steps.next(found);
  }
  const manifest = manifestOf(model, settings, { options: [option], baseline: null });
  const solved = step.value;
  const sought = { of: paths.length > 1 ? paths : paths[0] };
  const found: Found = { paths, numbersAt, target, solved, unit, unsettled, costs };
  process.stdout.write(
    isOn(given, 'json')
      ? `${JSON.stringify({ manifest, ...sought, soThat: target.text.trim(), ...tries, solved: solvedJson(found) }, null, 2)}\n`
      : `${[heading(model, manifest), triesTable(found), sentence(found)].join('\n\n')}\n`,
  );
  return solved.outcome === 'never' ? NOT_MET : 0;
}

function needed(given: Given, name: string, expected: string): string {
  const text = valueOf(given, name);
  if (text === undefined) throw badCommand(`--${name}`, 'nothing', expected, `Add --${name}.`);
  return text;
}

type NumbersAt = (value: number) => Readonly<Record<string, number>>;

function alone(given: Given, model: Model, path: string): { tries: Tries; at: NumbersAt } {
  return { tries: triesFor(given, model, path), at: (value) => ({ [path]: value }) };
}

/** `inForce` is the document under the option, the conditions and what is set. */
function movedTogether(given: Given, inForce: Model, paths: readonly string[]): { tries: Tries; at: NumbersAt } {
  for (const name of ['least', 'most', 'step'])
    if (isOn(given, name))
      throw badCommand(
        `--${name}`,
        'several numbers to look for',
        'one --of',
        `Leave --${name} out: each goes to the most of its slider.`,
      );
  return together(
    paths.map((path) => {
      const { most, step } = triesFor(given, inForce, path);
      const from = numberAt(inForce, path).value;
      if (from === 'unlimited')
        throw badCommand('--of', path, 'a number that can be raised', 'It has no limit: leave it out.');
      return { path, from, most, step };
    }),
  );
}

const written = (numbers: Readonly<Record<string, number>>): string =>
  Object.entries(numbers)
    .map(([path, value]) => `${path} = ${value}`)
    .join(', ');

function triesFor(given: Given, model: Model, path: string): Tries {
  const control = model.controls?.find((each) => each.path === path);
  const number = (name: 'least' | 'most', otherwise: number | undefined): number => {
    const text = valueOf(given, name);
    if (text !== undefined) return readNumber(`--${name}`, text);
    if (otherwise !== undefined) return otherwise;
    throw badCommand(`--${name}`, 'nothing', `a number: ${path} has no slider`, `Give --${name}.`);
  };
  const step = isOn(given, 'step') ? readNumber('--step', valueOf(given, 'step')!) : (control?.step ?? 1);
  const tries = { least: number('least', control?.least), most: number('most', control?.most), step };
  if (!(step > 0)) throw badCommand('--step', String(step), 'a number above 0', 'Such as --step 1.');
  const count = (tries.most - tries.least) / step;
  if (!(count <= mostValues))
    throw badCommand(
      '--step',
      String(step),
      `at most ${mostValues} values from --least to --most`,
      'Give a larger step.',
    );
  if (valuesToTry(tries).length < 2)
    throw badCommand(
      '--most',
      String(tries.most),
      `more than ${tries.least}, by a step of ${step} or more`,
      'Give two values or more.',
    );
  return tries;
}
