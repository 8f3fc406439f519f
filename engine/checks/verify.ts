// Verification: a model with a known answer is simulated, and its interval must hold that answer.
import type { Check, CheckDocument, Reads } from './index.ts';
import { compile } from '../network/compile-request.ts';
import type { Program } from '../network/compile.ts';
import { interval } from '../study/statistics/confidence.ts';
import { dateAt, dayNumber } from '../ground/dates.ts';
import type { Model } from '../model/document.ts';
import { estimate } from '../study/estimate.ts';
import type { RunRequest } from '../model/option.ts';
import { Refusal } from '../ground/problem.ts';
import { replicate, rowKeys, type RowKey } from '../study/replication.ts';
import { validate } from '../model/validation/validate.ts';

/** A correct engine is called wrong once in a thousand seeds, figure by figure. */
export const LEVEL = 0.999;

/** What a simulation said of a check. */
export interface Verified extends Pick<Check, 'id' | 'title' | 'figure' | 'formula' | 'source' | 'expected'> {
  readonly simulated: number;
  readonly low: number;
  readonly high: number;
  readonly verdict: 'inside' | 'outside';
  /** Half the interval's width over the expected value: how wrong an engine could be unseen. */
  readonly halfWidthShare: number;
}

const models = new WeakMap<CheckDocument, Model>();

/** The model of a check, read as any document is. The same object for checks of one group. */
export function checkModel({ document }: Pick<Check, 'document'>): Model {
  let model = models.get(document);
  if (model === undefined) {
    const checked = validate(document);
    if (!checked.model) throw new Refusal(checked.problems);
    models.set(document, (model = checked.model));
  }
  return model;
}

/** What is run of a check: the one option its document may have, which says what changes on which day. */
export const checkRequest = (model: Model): RunRequest => ({ option: model.options?.[0]?.id ?? 'today' });

/** Events of a check's run in the second engine: others wait while it is compared. */
const EVENTS_IN_SHORT = 8000;

/** The model of a check, shortened to about a given number of events: to the bit the beginning of its longer run. */
export function checkInShort(check: Pick<Check, 'document'>): Program {
  const model = checkModel(check);
  const { events } = estimate(compile(model, checkRequest(model)), 1);
  const { runDays } = model.calendar;
  const days = Math.max(1, Math.min(runDays, Math.ceil((runDays * EVENTS_IN_SHORT) / Math.max(1, events))));
  const short = { ...model, calendar: { ...model.calendar, runDays: days, lookAtDays: [] } };
  return compile(short, checkRequest(model));
}

/** Simulates one check by itself. */
export function verifyCase(check: Check, seed: number, replications: number, level = LEVEL): Verified {
  const model = checkModel(check);
  const program = compile(model, checkRequest(model));
  const values = Array.from({ length: replications }, (_, replication) => replicate(program, seed, replication));
  return judgeCheck(check, rowKeys(program), values, level);
}

/** The verdict on a check from replications of its model, whichever thread ran them. */
export function judgeCheck(
  check: Check,
  keys: readonly RowKey[],
  replications: readonly Float64Array[],
  level = LEVEL,
): Verified {
  const { calendar } = checkModel(check);
  const places = check.reads.map((reads) => placeOf(keys, reads, dayNumber(calendar.startDate)));
  const means = replications.map((values) => places.reduce((sum, at) => sum + values[at], 0) / places.length);
  const { mean, low, high } = interval(means, level);
  const { id, title, figure, formula, source, expected } = check;
  return {
    id,
    title,
    figure,
    expected,
    simulated: mean,
    low,
    high,
    // Written so that no interval at all (NaN) is outside.
    verdict: low <= expected && expected <= high ? 'inside' : 'outside',
    halfWidthShare: (high - low) / 2 / Math.abs(expected),
    formula,
    source,
  };
}

function placeOf(keys: readonly RowKey[], reads: Reads, startDay: number): number {
  const { station, measure, statistic = 'mean', who = 'all', day } = reads;
  const date = day === undefined ? '' : dateAt(startDay + day) + (Number.isInteger(day) ? '' : ` day ${day}`);
  const at = keys.findIndex(
    (key) =>
      key.station === station &&
      key.measure === measure &&
      key.statistic === statistic &&
      key.who === who &&
      key.day === date,
  );
  if (at < 0)
    throw new Refusal([
      {
        path: 'reads',
        found: `${measure} ${statistic} of ${station}, ${who} ${date}`.trim(),
        expected: 'a row of the model',
        hint: 'Name a row as results do.',
        severity: 'error',
      },
    ]);
  return at;
}
