// What each option made here comes to, for its card: remembered from the screen, else worked out by workers that nobody asks for anything.
import { createStore } from 'zustand/vanilla';
import {
  differences,
  placeOfMean,
  summarise,
  TO_SEE_WHETHER_IT_SETTLES,
  withAverages,
  type DifferenceRow,
  type Model,
  type Option,
  type Row,
} from '../../engine/index.ts';
import { hasEdits, todayUnder, type Settings } from '../model/asked.ts';
import { isOwnOption, ownOptions } from '../model/own-options.ts';
import { fingerprintOf, FIRST_REPLICATION } from '../model/shown.ts';
import { optionsOf, subjectOf, TODAY } from '../model/values.ts';
import { workers } from '../session/session.ts';
import { printOfEdited, printsOf } from '../shown/edited-option.ts';
import { isCompared, rowOf } from '../shown/numbers.ts';
import { book } from '../state/book.ts';
import { results } from '../state/results.ts';
import { settings } from '../state/settings.ts';
import { weeks } from '../state/weeks.ts';
import { askSettledYears } from '../worker/settled-years.ts';
import { askSettling } from '../worker/settling.ts';

/** People waiting: the difference from today, and the option by itself; without averages where there are none. */
export interface OptionFinding {
  readonly difference: DifferenceRow | undefined;
  readonly level: Row | undefined;
  readonly replications: number;
}

const MOST_KEPT = 24;

export const optionFindings = createStore<{ readonly found: ReadonlyMap<string, OptionFinding> }>(() => ({
  found: new Map(),
}));

type Under = Pick<Settings, 'conditions' | 'seed' | 'replications'>;

/** By all that the number depends on and not by name: an edit that becomes an option has its finding at once. */
function keyOf(model: Model, print: string, { conditions, seed, replications }: Under): string {
  const laid = (model.conditions ?? []).filter(({ id }) => conditions.includes(id));
  const today = printsOf(model)[optionsOf(model).findIndex(({ id }) => id === TODAY)];
  return JSON.stringify([today, print, model.calendar, laid, subjectOf(model), seed, replications]);
}

const keyOfOption = (model: Model, { id }: Option, under: Under): string =>
  keyOf(model, printsOf(model)[optionsOf(model).findIndex((one) => one.id === id)], under);

export const findingOfOption = (model: Model, option: Option, under: Under): OptionFinding | undefined =>
  optionFindings.getState().found.get(keyOfOption(model, option, under));

function remember(key: string, finding: OptionFinding): void {
  const found = new Map(optionFindings.getState().found);
  found.delete(key);
  found.set(key, finding);
  if (found.size > MOST_KEPT) found.delete(found.keys().next().value!);
  optionFindings.setState({ found });
}

/** From now on, until the returned function is called. */
export function followOptions(): () => void {
  let stop: (() => void) | undefined;
  const giveUp = () => {
    stop?.();
    stop = undefined;
  };
  function look(): void {
    const { model } = settings.getState();
    if (!model || !isAtRest()) return giveUp();
    rememberShown(model);
    if (stop || document.hidden) return;
    const { present } = settings.getState();
    const next = ownOptions(model).find((option) => !findingOfOption(model, option, present));
    if (next) stop = workOut(model, next, present, goOn);
  }
  function goOn(): void {
    stop = undefined;
    look();
  }
  const ends = [
    settings.subscribe((now, before) => {
      if (now.present !== before.present || now.model !== before.model) giveUp();
    }),
    results.subscribe(look),
    weeks.subscribe(look),
  ];
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    ends.forEach((end) => end());
    document.removeEventListener('visibilitychange', look);
    giveUp();
  };
}

/** Everything that the screen asked for has come, whether it settles among it. */
function isAtRest(): boolean {
  const { status, isForPrevious, shown } = results.getState();
  const { isDone, isStale, option } = weeks.getState();
  return status === 'done' && !isForPrevious && isDone && !isStale && shown !== undefined && option !== undefined;
}

function rememberShown(model: Model): void {
  const { shown } = results.getState();
  if (!shown || !isCompared(shown) || !weeks.getState().today) return;
  if (!hasEdits(shown.settings) && !isOwnOption({ id: shown.settings.option })) return;
  const { station, measure } = subjectOf(model);
  remember(keyOf(model, printOfEdited(model, shown.settings), shown.settings), {
    level: rowOf(shown.option, station, measure),
    difference: rowOf(shown.differences, station, measure),
    replications: shown.replications,
  });
}

/** The returned function cancels; `ended` is called once it is remembered. */
function workOut(model: Model, option: Option, under: Settings, ended: () => void): (() => void) | undefined {
  const pool = workers();
  const { conditions, seed, replications } = under;
  const years = Array.from({ length: replications }, (_, at) => FIRST_REPLICATION + at);
  const today = book.years(fingerprintOf(todayUnder(under), seed));
  const told = weeks.getState();
  const settlingOfToday = (told.today ?? told.option)?.settling;
  if (!pool || !years.every((year) => today.has(year))) return undefined;
  const run = { option: option.id, conditions, set: {}, changes: [] };
  const key = keyOfOption(model, option, under);
  const end = (found: Omit<OptionFinding, 'replications'>) => {
    remember(key, { ...found, replications });
    ended();
  };
  // Where it cannot be run its card says nothing, and it is not asked for again.
  const without = () => end({ difference: undefined, level: undefined });
  return askSettledYears(
    (listener) =>
      pool.replicate(
        {
          type: 'replicate',
          model,
          run,
          seed,
          replications: years,
          byWeekBelow: TO_SEE_WHETHER_IT_SETTLES,
          whenIdle: 'last',
        },
        listener,
      ),
    (byWeek, judged) => askSettling(pool, model, run, byWeek, judged),
    years,
    {
      done({ keys, values, settling }) {
        const kept = book.years(fingerprintOf(run, seed));
        years.forEach((year, at) => kept.set(year, values[at]));
        const { station, measure } = subjectOf(model);
        const at = placeOfMean(keys, station, measure);
        if (at < 0) return without();
        const only = (year: Float64Array) => Float64Array.of(year[at]);
        const [its, base] = [values.map(only), years.map((year) => only(today.get(year)!))];
        const level = withAverages(summarise(option.id, [keys[at]], its), settling);
        const apart = withAverages(differences(option.id, TODAY, [keys[at]], its, base), settling, settlingOfToday);
        end({ difference: apart[0], level: level[0] });
      },
      refused: without,
      failed: without,
    },
  );
}
