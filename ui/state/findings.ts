// What the model suggests, in sentences: people waiting, the right place, the cost. The report and every paper say the same ones.
import type { DifferenceRow, Model, Row } from '../../engine/index.ts';
import type { Shown } from '../model/shown.ts';
import { isCompared, isEnough, rowOf } from '../shown/numbers.ts';
import type { WorldsTold } from '../shown/worlds-told.ts';
import { sayCost, sayCostChange } from '../words/costs.ts';
import type { Finding } from '../words/headline.ts';
import { sayRightPlace, sayRightPlaceChange } from '../words/outcomes.ts';
import { sayUnsettledOnPaper } from '../words/weeks.ts';
import type { ToldByWeek } from '../worker/protocol.ts';
import type { ResultsState } from './results.ts';
import { findingOf } from './what-is-shown.ts';

interface Of {
  /** The option with its edits and conditions, by name. */
  readonly what: string;
  /** Without the averages of what does not settle. */
  readonly shown: Shown;
  readonly byWeek: ToldByWeek | undefined;
  /** Of the option beside today, as far as they have come. */
  readonly worlds: WorldsTold | undefined;
}

/** The headline's first and in how many plausible worlds it holds, then what else the model has a number for. */
export function findingsOf(model: Model, state: ResultsState, { what, shown, byWeek, worlds }: Of): Finding[] {
  const unsettled = byWeek && sayUnsettledOnPaper(model, what, byWeek);
  const others = [
    rightPlaceFinding(shown, what),
    ofAll(shown, 'cost', { level: sayCost, change: sayCostChange }, what),
  ];
  const headline = unsettled ?? findingOf(model, { ...state, shown }).finding;
  const all = [headline, ...[worlds?.finding, ...others].filter((one) => one !== undefined)];
  // Of what does not settle the same is said of every measure.
  return all.filter(({ sentence }, at) => all.findIndex((one) => one.sentence === sentence) === at);
}

/** Undefined where the model has no number for it. */
export const rightPlaceFinding = (shown: Shown, what: string): Finding | undefined =>
  ofAll(shown, 'rightPlace', { level: sayRightPlace, change: sayRightPlaceChange }, what);

interface Said {
  level(what: string, row: Row): Finding;
  change(what: string, row: DifferenceRow | undefined, isFinal: boolean): Finding;
}

function ofAll(shown: Shown, measure: string, say: Said, what: string): Finding | undefined {
  const row = rowOf(shown.option, 'all', measure);
  if (typeof row?.value !== 'number') return undefined;
  const difference = rowOf(shown.differences, 'all', measure);
  // Where only today does not settle, the option has a number all the same.
  return isCompared(shown) && difference?.settles !== false
    ? say.change(what, difference, isEnough(shown))
    : say.level(what, row);
}
