// `onward solve` over every mix of several numbers: the least change that meets a target, or what is best within a budget.
import {
  type Search,
  bestWithin,
  compile,
  interval,
  leastChange,
  leastMoney,
  numbersAt,
  optionsOf,
  placeOfMean,
  rowKeys,
  settingsOf,
} from '../engine/index.ts';
import { type Given, isOn, valueOf } from './arguments.ts';
import { answerSearch } from './ask-years.ts';
import { badCommand } from './bad-command.ts';
import { readBudget } from './budget.ts';
import { gather } from './gather.ts';
import { INTERRUPTED } from './interrupt.ts';
import { arePlaces, readLevers } from './levers.ts';
import { manifestOf } from './manifest.ts';
import { usableModel } from './model-file.ts';
import { type FoundMix, type Mix, mixJson, mixText } from './output/mix.ts';
import { heading } from './output/run-table.ts';
import { checkFree, checkPrices, targetOf } from './mix-target.ts';
import { rowAt } from './row-named.ts';
import { checkSaveAs, optionWith, saveOption } from './save-option.ts';
import { optionOf, requestFor, settingsFor, withRows } from './settings.ts';

const NOT_MET = 3;
/** Of every selection: what is said holds with 95 %. */
const ALPHA = 0.05;

/** Of what a year costs today: prices are no better known, and of equal mixes the one with the fewest places is the best. */
const EQUAL_SHARE = 0.001;
/** A difference that nobody would see in the row that is to be best. */
const EQUAL_WAITING = 1e-6;

/** Several numbers, or one with a budget or with values of its own. */
export const isMix = (given: Given): boolean =>
  !isOn(given, 'together') &&
  (new Set(given.options.of).size > 1 ||
    (given.options.of ?? []).some((text) => text.includes('=')) ||
    ['budget', 'by', 'best'].some((name) => isOn(given, name)));

export async function solveMix(given: Given): Promise<number> {
  for (const name of ['least', 'most', 'step'])
    if (isOn(given, name))
      throw badCommand(`--${name}`, 'several numbers', 'values with each', 'Write --of path=least:most:step.');
  const saveAs = checkSaveAs(given);
  const budget = readBudget(given);
  const model = usableModel(given, 'solve', isOn(given, 'quiet'));
  // Here --out names one file, and goes with --json.
  const { out: _, ...others } = given.options;
  const said = { ...settingsFor({ ...given, options: others }, model), precision: undefined, antithetic: false };
  const target = targetOf(given, model, budget);
  const settings = withRows(said, model, [target.name]);
  const option = optionOf(given, model);
  const request = requestFor(option, settings);
  const program = compile(model, request);
  const levers = readLevers(given.options.of ?? [], program.model);
  for (const { path } of levers) checkFree(model, request, settings.set, path);
  if (budget.of === 'places' && !arePlaces(levers, program.model))
    throw badCommand('--of', 'numbers that are not all places', 'places, or --by pounds', 'Leave out what is none.');

  const keys = rowKeys(program);
  const row = rowAt(model, target.name, keys, target.flag, target.text);
  const cost = placeOfMean(keys, 'all', 'cost');
  const mixes = settingsOf(levers);
  const say = (words: string) => void (settings.quiet || process.stderr.write(`${words}\n`));
  say(`${mixes.count.toLocaleString('en-GB')} mixes of ${levers.map(({ path }) => path).join(', ')}.`);
  const common = { settings: mixes, most: settings.replications, alpha: ALPHA };
  const sign = target.isLess ? 1 : -1;
  const rule = target.threshold && {
    sign: target.threshold.sign.replace('>', '<') as '<' | '<=',
    limit: sign * target.threshold.limit,
  };
  const isMoney = budget.of === 'pounds';
  // What counts is what is spent beyond today, of the same people.
  const before = isMoney ? await gather(model, [request], { ...settings, quiet: true }) : undefined;
  if (before?.interrupted) return INTERRUPTED;
  if (before) checkPrices(levers, keys, before.values[0][0]);
  const money = {
    ...common,
    equal: EQUAL_SHARE * Math.abs(before ? interval(before.values[0].map((one) => one[cost])).mean : 0),
  };
  const within = {
    ...money,
    equal: EQUAL_WAITING,
    minimise: 0,
    limited: 1,
    target: { sign: '<=', limit: budget.most } as const,
  };
  const search = (): Search<FoundMix> => {
    if (!isMoney)
      return rule
        ? leastChange({ ...common, target: rule, places: budget.most })
        : bestWithin({ ...common, places: budget.most });
    return rule ? cheapestWithin({ ...money, minimise: 1, limited: 0, target: rule }, within) : leastMoney(within);
  };
  let asked = 0;
  const answered = await answerSearch(search(), {
    model,
    request,
    settings,
    numbersAt: (setting) => numbersAt(levers, setting),
    read: (values, r) => [sign * values[row], cost < 0 ? NaN : values[cost] - (before?.values[0][r][cost] ?? 0)],
    rows: keys.length,
    asking({ settings: some, from, to }) {
      asked += some.length * (to - from);
      if (some.length * (to - from) > 500) say(`  ${asked.toLocaleString('en-GB')} simulated periods …`);
    },
  });
  if (answered === undefined) return INTERRUPTED;
  const { found } = answered;
  const manifest = manifestOf(model, settings, { options: [option], baseline: null });
  const { station, measure, statistic } = target.name;
  const mix: Mix = {
    levers,
    aim: {
      text: target.text,
      isTarget: target.threshold !== undefined,
      row: `${station}.${measure}.${statistic}`,
      budget: budget.text,
      isMoney,
    },
    found,
    sign,
    unit: keys[row].unit,
    mixes: mixes.count,
    most: settings.replications,
  };
  const best = found && 'best' in found ? found.best : found?.chosen?.best;
  const title = saveAs ?? `${optionsOf(model).find(({ id }) => id === option)!.title}, mix found`;
  const changed = (best?.values ?? []).flatMap((value, l) =>
    value === levers[l].from ? [] : [[levers[l].path, value]],
  );
  const made = best && optionWith(model, request, Object.fromEntries(changed), title);
  if (saveAs !== undefined && made) saveOption(given, model, made);
  const kept = !made
    ? saveAs === undefined
      ? []
      : [`Nothing is saved as ${saveAs}, for no mix was found.`]
    : saveAs === undefined
      ? [`As an option of the model:\n${JSON.stringify(made)}`]
      : [`Written to ${valueOf(given, 'out')} as ${made.id}.`];
  process.stdout.write(
    isOn(given, 'json')
      ? `${JSON.stringify({ manifest, ...mixJson(mix), ...(made && { option: made }) }, null, 2)}\n`
      : `${[heading(model, manifest), ...mixText(mix), ...kept].join('\n\n')}\n`,
  );
  return best ? 0 : NOT_MET;
}

type MoneyAsked = Parameters<typeof leastMoney>[0];

/** The least money for a target; where that is more than the budget, what comes nearest to the target within it. */
function* cheapestWithin(asked: MoneyAsked, within: MoneyAsked): Search<FoundMix> {
  const found = yield* leastMoney(asked);
  const { chosen, looked } = found;
  const spent = chosen ? interval(looked.of(chosen.best, 1)).mean : NaN;
  if (!(spent > within.target.limit)) return found;
  const best = yield* leastMoney(within);
  return { looked: best.looked, chosen: undefined, nearest: best.chosen?.best };
}
