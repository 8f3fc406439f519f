// While nobody asks for anything, makes the workers ready for the first move of a slider: each simulates a year of such a request.
import type { Model } from '../../engine/index.ts';
import { todayUnder } from '../model/asked.ts';
import { FIRST_REPLICATION } from '../model/shown.ts';
import { results } from '../state/results.ts';
import { settings } from '../state/settings.ts';
import type { WarmPool } from '../worker/client.ts';

/** Once for each document, from its first whole answer on. */
export function keepWarm(pool: WarmPool): void {
  let ready: Model | undefined;
  let stop: (() => void) | undefined;

  function look(): void {
    const { model } = settings.getState();
    if (document.hidden) return stop?.();
    if (!model || model === ready || stop || !isAtRest() || asksForLittle()) return;
    const run = movedRequest(model);
    if (!run) return;
    const { seed } = settings.getState().present;
    stop = pool.warm({ type: 'replicate', model, run, seed, replications: [FIRST_REPLICATION] }, (isReady) => {
      stop = undefined;
      if (isReady) ready = model;
    });
  }

  results.subscribe(look);
  document.addEventListener('visibilitychange', look);
  look();
}

const isAtRest = (): boolean => {
  const { status, isForPrevious } = results.getState();
  return status === 'done' && !isForPrevious;
};

/** A slider set to the value it has: the same people and numbers, by the way that a move takes. */
function movedRequest(model: Model) {
  const { values } = results.getState().readings.today ?? {};
  const path = model.controls?.map((control) => control.path).find((one) => typeof values?.[one] === 'number');
  return path === undefined
    ? undefined
    : { ...todayUnder(settings.getState().present), set: { [path]: values![path] as number } };
}

/** Somebody who saves data saves their battery as well. */
const asksForLittle = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true ||
  matchMedia('(prefers-reduced-data: reduce)').matches;
