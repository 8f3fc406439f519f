// The screen in words: the option, the numbers changed from it, the conditions, and how many people wait.
import type { Model } from '../../engine/index.ts';
import type { sameOption } from '../shown/edited-option.ts';
import { isCompared, isEnough, rowOf } from '../shown/numbers.ts';
import { results, type ResultsState } from './results.ts';
import type { Settings } from '../model/asked.ts';
import { isOfPage } from '../model/first-model.ts';
import { entryOf, optionOf, subjectOf, TODAY, valueUnderOption } from '../model/values.ts';
import { NOT_RUN, sayChange, sayToday, sayUnder, sayWhat, type Finding } from '../words/headline.ts';
import { sayShortName } from '../words/numbers/short-name.ts';
import { sayValue } from '../words/numbers/setting.ts';

export const conditionsOf = (model: Model, settings: Settings | undefined): string[] =>
  (model.conditions ?? []).filter(({ id }) => settings?.conditions.includes(id)).map(({ title }) => title);

export function whatIsShown(model: Model, { shown, readings }: ResultsState, beside = false): string {
  return shown ? sayUnder(whatOf(model, shown.settings, readings), conditionsOf(model, shown.settings), beside) : '';
}

type Edited = Pick<Settings, 'option' | 'set' | 'changes'>;

/** What differs from the option it began as; a value that is the option's own is no change. */
export function editsOf(model: Model, { option, set, changes }: Edited): Pick<Edited, 'set' | 'changes'> {
  const differs = ([path, value]: [string, number]) => valueUnderOption(model, option, path) !== value;
  return { set: Object.fromEntries(Object.entries(set).filter(differs)), changes };
}

/** Comes with the piece that is fetched once something is edited: a first visit does not pay for it. */
let findSame: typeof sameOption | undefined;

/** From now on an edited option says which one it equals. */
export function knowSame(find: typeof sameOption): void {
  if (findSame === find) return;
  findSame = find;
  results.setState({}); // what is on the screen is said anew
}

/** The option and all that differs from it, by name: "With Supportive beds at 11". */
export function whatOf(model: Model, shown: Edited, readings: ResultsState['readings']): string {
  const { set, changes } = editsOf(model, shown);
  const factsOf = (path: string) => readings.today?.facts[path] ?? readings.option?.facts[path];
  const name = (path: string) => sayShortName(model, path, factsOf(path)?.title);
  const say = (path: string, value: number) => {
    const control = entryOf(model, path);
    return control ? sayValue(value, control, factsOf(path)) : String(value);
  };
  const edits = [
    ...Object.entries(set).map(([path, value]) => ({ label: name(path), value: say(path, value) })),
    ...changes.map(({ path, value }) => ({ label: name(path), value: `${say(path, value)} from a date` })),
  ];
  const same = edits.length === 0 ? undefined : findSame?.(model, shown);
  return sayWhat(optionOf(model, shown.option).title, shown.option === TODAY, edits, same?.title);
}

/**
 * A number that may have to be taken back is not shown: under a condition, and of a model that somebody brought while the
 * document says that places are short, or nothing yet. Any other is shown with the second year.
 */
export function isHeldBack(model: Model, { shown, readings }: ResultsState): boolean {
  if (!shown?.isUnjudged) return false;
  const offered = [readings.today, readings.option].flatMap((one) => one?.offered ?? []);
  const isShort = offered.some(
    (one) => one.neededPlaces > one.hasPlaces || isMore(one.neededVisitsPerDay, one.hasVisitsPerDay),
  );
  return shown.settings.conditions.length > 0 || (!isOfPage(model) && (offered.length === 0 || isShort));
}

const isMore = (needed: number | null, has: number | null): boolean => needed !== null && has !== null && needed > has;

/** How many people wait, or how many fewer or more than today; no number before it is known whether there is an average, where that is waited for. */
export function findingOf(model: Model, state: ResultsState, isJudged = !isHeldBack(model, state)) {
  const { shown } = state;
  const { station, measure, where } = subjectOf(model);
  if (!shown && state.status === 'refused')
    return { finding: { sentence: NOT_RUN, range: '' }, kind: 'level', row: undefined };
  if (!shown || !isCompared(shown)) {
    const row = isJudged ? rowOf(shown?.option, station, measure) : undefined;
    const title = sayUnder(optionOf(model, TODAY).title, conditionsOf(model, shown?.settings), false);
    const finding: Finding = sayToday(row, where, title);
    return { finding, kind: 'level', row };
  }
  const row = isJudged ? rowOf(shown.differences, station, measure) : undefined;
  const level = rowOf(shown.option, station, measure);
  const what = whatIsShown(model, state, true);
  return { finding: sayChange(what, row, where, isEnough(shown), level), kind: 'difference', row };
}
