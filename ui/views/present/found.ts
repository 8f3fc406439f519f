// What has been found of the settings on the stage: a sentence for the title, a short line for below the picture, and all of it for the speaker.
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { optionOf, subjectOf, TODAY } from '../../model/values.ts';
import { isCompared, isEnough } from '../../shown/numbers.ts';
import { results } from '../../state/results.ts';
import { toldOfShown, weeks } from '../../state/weeks.ts';
import { findingOf, whatIsShown } from '../../state/what-is-shown.ts';
import { AVERAGE_TO_COME, onAverage, sayAsTitle, sayAverage, sayAverageInShort } from '../../words/one-day.ts';
import { sayWhatGrows, sayWhatGrowsAt } from '../../words/weeks.ts';

/** A finding of three lines leaves no room for the picture. */
export const MOST_LETTERS = 104;

/** `service`: the one in the light, of which the title must be. */
export function useFound(model: Model, isBehind: boolean, service: string | undefined) {
  const state = useStore(results);
  const isJudged = useStore(weeks, (s) => s.isDone);
  const byWeek = useStore(weeks, toldOfShown);
  const { shown, status } = state;
  const { finding, kind, row } = findingOf(model, state, isJudged);
  const { range } = finding;
  // Beside today it has to be said whose queue it is; and of today, what was laid over it or moved.
  const what = whatIsShown(model, state, shown !== undefined && isCompared(shown));
  const under = what === optionOf(model, TODAY).title ? '' : what;
  const grows =
    byWeek &&
    (service === undefined ? sayWhatGrows(model, byWeek, under) : sayWhatGrowsAt(model, byWeek, under, service));
  const fits = grows !== undefined && grows.length <= MOST_LETTERS;
  const isLevel = kind === 'level' && row?.settles !== false;
  const isOfThese = shown !== undefined && !state.isForPrevious && !isBehind;
  const isSaid = shown !== undefined && range !== '';
  return {
    // Until it is known whether it settles, more is to come.
    status: status === 'done' && !isJudged ? 'sharpening' : status,
    sentence: fits ? grows : isLevel ? finding.sentence : sayAsTitle(finding.sentence, subjectOf(model).where),
    /** Of these settings, and known whether it settles: it may be a title. */
    isKnown: isOfThese && isJudged && range !== '',
    average: isOfThese ? onAverage(row, isEnough(shown)) : undefined,
    inShort: isSaid ? sayAverageInShort(range) : (['', AVERAGE_TO_COME] as const),
    inFull: isSaid
      ? sayAverage({ range, where: subjectOf(model).where, runs: shown.replications, runDays: model.calendar.runDays })
      : AVERAGE_TO_COME,
  };
}
