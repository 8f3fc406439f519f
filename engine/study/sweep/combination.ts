// One combination of a sweep: its simulated periods, reduced at once to the averages that are asked for and whether it settles.
import type { Model } from '../../model/document.ts';
import type { RunRequest } from '../../model/option.ts';
import type { Program } from '../../network/compile.ts';
import { Refusal } from '../../ground/problem.ts';
import type { MayGoOn } from '../../run/native.ts';
import { estimate } from '../estimate.ts';
import { type InParts, type Replicated, replicateInParts } from '../in-parts.ts';
import type { Compiler } from '../kept-programs.ts';
import { isRowOf, type RowKey, rowKeys } from '../replication.ts';
import { type Found, NUMBERS_A_ROW } from './swept-rows.ts';
import { TO_SEE_WHETHER_IT_SETTLES } from '../statistics/averages.ts';
import { interval } from '../statistics/confidence.ts';
import { limitsIn, within } from '../statistics/possible.ts';
import { settlesFrom } from '../statistics/stability.ts';

/** A row of everybody over the whole run. */
export type SweptRow = Pick<RowKey, 'station' | 'measure' | 'statistic'>;

export interface SweptQuestion {
  /** Everything but the numbers that are swept. */
  readonly request: RunRequest;
  readonly seed: number;
  /** So many from the first that is simulated. */
  readonly replications: number;
  readonly firstReplication?: number;
  readonly rows: readonly SweptRow[];
}

/** Numbers by path, laid over the request. */
export type Numbers = Readonly<Record<string, number>>;

export const requestAt = ({ request }: SweptQuestion, numbers: Numbers): RunRequest => ({
  ...request,
  set: { ...request.set, ...numbers },
});

/** Each step that it yields is a replication or a part of one. Throws `Refusal` where the numbers do not fit together, or are too much. */
export function* simulateCombination(
  model: Model,
  question: SweptQuestion,
  numbers: Numbers,
  compile: Compiler,
  mayGoOn: MayGoOn | null = null,
): InParts<Found> {
  const { seed, replications, firstReplication = 0 } = question;
  const program = compile(model, requestAt(question, numbers));
  const byWeek = Math.min(replications, TO_SEE_WHETHER_IT_SETTLES);
  const { refusal } = estimate(program, replications, { byWeek });
  if (refusal) throw new Refusal([refusal]);
  const settling = settlesFrom(program);
  const years: Replicated[] = [];
  for (let r = 0; r < replications; r++) {
    years.push(
      yield* replicateInParts(program, seed, firstReplication + r, settling.needsWeeks && r < byWeek, mayGoOn),
    );
    yield;
  }
  return reduceCombination(program, question.rows, years, settling);
}

/** The same reduction for replications that came from several threads, in their order. */
export function reduceCombination(
  program: Program,
  rows: readonly SweptRow[],
  years: readonly Replicated[],
  settling = settlesFrom(program),
): Found {
  const keys = rowKeys(program);
  const values = years.map((year) => year.values);
  const limits = limitsIn(keys, values);
  const found = new Float64Array(1 + NUMBERS_A_ROW * rows.length);
  found[0] = settling.judge(years.flatMap(({ weeks }) => weeks ?? [])) ? 1 : 0;
  const column = new Float64Array(years.length);
  for (const [at, { station, measure, statistic }] of rows.entries()) {
    const k = keys.findIndex((key) => isRowOf(key, station, measure, statistic));
    for (let r = 0; r < years.length; r++) column[r] = k < 0 ? NaN : values[r][k];
    const { mean, low, high, n } = within(interval(column), k < 0 ? { least: 0, most: Infinity } : limits(k));
    found.set([mean, low, high, n], 1 + NUMBERS_A_ROW * at);
  }
  return found;
}
