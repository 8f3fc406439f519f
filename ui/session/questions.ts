// Questions of single views and studies, beyond the numbers of the screen: the workers answer them when what is on the screen is done.
import { TO_SEE_WHETHER_IT_SETTLES, type RunRequest } from '../../engine/index.ts';
import { requestOf } from '../model/asked.ts';
import { FIRST_REPLICATION } from '../model/shown.ts';
import { settings } from '../state/settings.ts';
import type { Listener } from '../worker/client.ts';
import type { HistoryRequest, NumbersRequest, SpreadRequest } from '../worker/protocol.ts';
import { askSettling, type Judged } from '../worker/settling.ts';
import { workers } from './session.ts';
import { watchQuestion } from './watching.ts';

/** Asks how the people in the model go from day to day from the very beginning, under the settings of the screen. */
export function askForWarmUp(listener: Listener): () => void {
  const pool = workers();
  const { model, present } = settings.getState();
  if (!model || !pool) return () => {};
  const { seed } = present;
  const replications = Array.from({ length: warmUpReplications() }, (_, i) => FIRST_REPLICATION + i);
  return pool.ask({ type: 'warm-up', model, run: requestOf(present), seed, replications }, listener, 1);
}

/** More make no difference to what MSER-5 finds. */
export const warmUpReplications = (): number => Math.min(100, settings.getState().present.replications);

type Asked<Of> = Omit<Of, 'id' | 'model'>;

/** Asks for every number of the document, how one list is spread, or the model beside what happened, under these settings; refused where they cannot be run. */
export function askForStudy(
  study: Asked<NumbersRequest> | Asked<SpreadRequest> | Asked<HistoryRequest>,
  listener: Listener,
): () => void {
  const pool = workers();
  const { model } = settings.getState();
  return model && pool ? pool.ask({ ...study, model }, listener, 1) : () => {}; // the map's worker is the other one
}

/** Asks for simulated years of the model, when nothing else is due. */
export function askWhenIdle(run: RunRequest, seed: number, replications: readonly number[], listener: Listener) {
  const pool = workers();
  const { model } = settings.getState();
  if (!model || !pool) return () => {};
  const byWeekBelow = TO_SEE_WHETHER_IT_SETTLES;
  return pool.replicate({ type: 'replicate', model, run, seed, replications, byWeekBelow, whenIdle: true }, listener);
}

/** Whether such a run of the model settles, by the weeks that came with its years. */
export const settlingOf = (run: RunRequest, weeks: readonly Float64Array[], heard: Judged) =>
  askSettling(workers()!, settings.getState().model!, run, weeks, heard);

/** The year on the map under another request, in the worker that the map does not use. */
export function askToWatch(run: RunRequest, listener: Listener): () => void {
  const pool = workers();
  const { model, present } = settings.getState();
  if (!model || !pool) return () => {};
  return pool.ask(watchQuestion(model, run, present.seed), listener, 1);
}

/** The options named, compared as the document has them, with the seed and the years of the screen. */
export async function compareOptions(
  options: readonly string[],
  progress?: (done: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  const pool = workers();
  const { model, present } = settings.getState();
  if (!model) throw new Error('There is no model yet.');
  const { conditions, seed, replications } = present;
  const { compareDocument } = await import('./compare-text.ts');
  return compareDocument(pool!, { model, options, conditions, seed, replications }, progress, signal);
}
