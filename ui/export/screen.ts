// What is on the screen, gathered once: the model, its numbers, what they say, and how to get them again.
import { hasAverages, withAverages, type Model } from '../../engine/index.ts';
import { isCompared } from '../shown/numbers.ts';
import { findingsOf } from '../state/findings.ts';
import { whatIsShown } from '../state/what-is-shown.ts';
import type { Shown } from '../model/shown.ts';
import type { WorldsTold } from '../shown/worlds-told.ts';
import type { ResultsState } from '../state/results.ts';
import { toldOfShown, type WeeksState } from '../state/weeks.ts';
import { LIMIT, type Finding } from '../words/headline.ts';
import { sayUnsettled } from '../words/weeks.ts';
import type { ToldByWeek } from '../worker/protocol.ts';

export interface Screen {
  readonly model: Model;
  readonly shown: Shown;
  /** The option with its edits and conditions, by name. */
  readonly what: string;
  /** The sentences of the page, the headline's first. */
  readonly findings: readonly Finding[];
  /** Printed under everything that is taken away. */
  readonly limits: string;
  readonly isIllustrative: boolean;
  /** By weeks, where they have been worked out. */
  readonly option: ToldByWeek | undefined;
  readonly today: ToldByWeek | undefined;
  /** Plausible worlds of the option, where they could be worked out. */
  readonly worlds: WorldsTold | undefined;
  readonly readings: ResultsState['readings'];
  /** What prints the same numbers in a terminal. */
  readonly command: string;
  /** The address that shows this again, where the page has one that others can open. */
  readonly link: string | undefined;
}

export const ILLUSTRATIVE = 'Illustrative figures: not all of them have a published source.';

const UNSETTLED = 'A result that does not settle has no average: it would depend on how long the run is.';

const isIllustrative = ({ evidence = {} }: Model): boolean =>
  Object.values(evidence).some(({ status }) => status === 'illustrative');

/** What goes with every number of a model. */
export const limitsOf = (model: Model): string => `${LIMIT}${isIllustrative(model) ? ` ${ILLUSTRATIVE}` : ''}`;

interface Around extends Pick<Screen, 'worlds'> {
  readonly weeks: WeeksState;
  readonly command: string;
  readonly link: string | undefined;
}

/** Nothing before there are numbers. */
export function screenOf(
  model: Model,
  state: ResultsState,
  { weeks, worlds, command, link }: Around,
): Screen | undefined {
  const { shown, readings } = state;
  if (!shown) return undefined;
  const what = whatIsShown(model, state, isCompared(shown));
  const byWeek = toldOfShown(weeks);
  // Nothing that leaves the page has an average of what does not settle, whichever way it came here.
  const [ofOption, ofToday] = [
    byWeek?.settling,
    isCompared(shown) ? byWeek && weeks.today?.settling : byWeek?.settling,
  ];
  const told: Shown = {
    ...shown,
    option: withAverages(shown.option, ofOption),
    today: withAverages(shown.today, ofToday),
    differences: withAverages(shown.differences, ofOption, ofToday),
  };
  const unsettled = byWeek && sayUnsettled(model, what, byWeek);
  const isTodayUnsettled = byWeek && isCompared(shown) && weeks.today && !hasAverages(weeks.today.settling);
  return {
    model,
    shown: told,
    what,
    findings: findingsOf(model, state, { what, shown: told, byWeek, worlds }),
    limits: `${limitsOf(model)}${unsettled || isTodayUnsettled ? ` ${UNSETTLED}` : ''}`,
    isIllustrative: isIllustrative(model),
    option: byWeek,
    today: byWeek && weeks.today,
    worlds,
    readings,
    command,
    link,
  };
}
