// `onward solve`: the least (or most) of one number, or of several moved together, so that a target holds, with the same people at every value tried.
import {
  type Model,
  type Solved,
  type Tried,
  type Tries,
  checkSet,
  compile,
  hasAverages,
  interval,
  judgeSettling,
  mostTries,
  limitsIn,
  numberAt,
  rowKeys,
  within,
  solve,
  together,
  valuesToTry,
} from '../../engine/index.ts';
import { type Given, isOn, readNumber, valueOf } from '../arguments.ts';
import { BadCommand, badCommand, theCommand } from '../bad-command.ts';
import { gather } from '../gather.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { manifestOf } from '../manifest.ts';
import { usableModel } from '../model-file.ts';
import { counted } from '../output/counted.ts';
import { heading } from '../output/run-table.ts';
import { amount, layTable } from '../output/table.ts';
import { rowAt } from '../row-named.ts';
import { optionOf, requestFor, settingsFor, withRows } from '../settings.ts';
import { type Threshold, readThreshold } from '../thresholds.ts';

const NOT_MET = 3;
const UNSETTLED = 'does not settle';
/** More would take longer than anybody waits, and add nothing. */
const mostValues = 100_000;

export async function command(given: Given): Promise<number> {
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
    say(`  ${written(numbersAt(value))}: ${settles ? amount(found.mean, unit) : UNSETTLED}`);
    step = steps.next(found);
  }
  const manifest = manifestOf(model, settings, { options: [option], baseline: null });
  const solved = step.value;
  const isSeveral = paths.length > 1;
  const sought = { of: isSeveral ? paths : paths[0] };
  process.stdout.write(
    isOn(given, 'json')
      ? `${JSON.stringify({ manifest, ...sought, soThat: target.text.trim(), ...tries, solved: plain(solved, unsettled, isSeveral ? numbersAt : undefined) }, null, 2)}\n`
      : `${[heading(model, manifest), table(paths, numbersAt, target, solved, unit, unsettled), sentence(paths, numbersAt, target, solved)].join('\n\n')}\n`,
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

/** NaN is no JSON. */
const plain = (solved: Solved, unsettled: ReadonlySet<number>, numbersAt?: NumbersAt) => ({
  ...solved,
  ...(numbersAt && { numbers: solved.value === null ? null : numbersAt(solved.value) }),
  tried: solved.tried.map(({ value, mean, low, high, meets }) => ({
    value,
    ...(numbersAt && { numbers: numbersAt(value) }),
    mean: orNull(mean),
    ciLow: orNull(low),
    ciHigh: orNull(high),
    meets,
    ...(unsettled.has(value) && { settles: false }),
  })),
});
const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const table = (
  paths: readonly string[],
  numbersAt: NumbersAt,
  target: Threshold,
  { tried }: Solved,
  unit: string,
  unsettled: ReadonlySet<number>,
): string =>
  layTable([
    { cells: [...paths, `${target.station}.${target.measure}.${target.statistic}`, '95 % range', 'target'] },
    ...tried.map((one: Tried) => ({
      cells: [
        ...paths.map((path) => String(numbersAt(one.value)[path])),
        unsettled.has(one.value) ? UNSETTLED : amount(one.mean, unit),
        Number.isFinite(one.low) ? `${amount(one.low, unit)} to ${amount(one.high, unit)}` : '',
        one.meets ? 'met' : 'not met',
      ],
    })),
  ]);

function sentence(
  paths: readonly string[],
  numbersAt: NumbersAt,
  { text }: Threshold,
  { outcome, value, couldBe, surely, isOrdered }: Solved,
): string {
  const path = paths.join(' with ');
  const isAlone = paths.length === 1;
  const say = (one: number | null) =>
    one === null || isAlone ? String(one) : Object.values(numbersAt(one)).join(' with ');
  const how = isAlone
    ? ''
    : ' They were moved together, in proportion, from where they stand to the most of their sliders; other mixes were not tried.';
  const towards = outcome === 'most' ? 'up to' : 'from';
  const rule = text.trim();
  if (outcome === 'never') return `Neither the least nor the most of ${path} gives ${rule}.${how}`;
  if (outcome === 'always') return `${rule} holds at both the least and the most of ${path}.${how}`;
  const range =
    couldBe === null
      ? 'No range: one simulated period.'
      : surely === couldBe
        ? 'The 95 % ranges leave no other value open.'
        : `Within the 95 % ranges it could be ${say(couldBe)}, and ${surely === null ? 'no value tried is certain' : `the target is certain ${towards} ${say(surely)}`}.`;
  const caution = isOrdered ? '' : ' More does not always help here: see the table.';
  return `The ${outcome} of ${path} that gives ${rule}: ${say(value)}. ${range}${caution}${how}`;
}
