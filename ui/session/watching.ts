// Requests the runs to watch: the one on the map, and today beside it, in the same simulated year with the same people.
import type { Model, RunRequest } from '../../engine/index.ts';
import { readyRuns } from '../state/ready-runs.ts';
import { todayUnder } from '../model/asked.ts';
import { settings } from '../state/settings.ts';
import { staged } from '../state/staged.ts';
import type { createWatched } from '../state/watched.ts';
import type { Pool } from '../worker/client.ts';
import { latestOnly } from '../worker/latest-only.ts';
import type { Question } from '../worker/protocol.ts';

export type Watched = ReturnType<typeof createWatched>;
export type WatchQuestion = Extract<Question, { type: 'watch' }>;
type Stopped = (message: string) => void;

export const watchQuestion = (model: Model, run: RunRequest, seed: number): WatchQuestion => ({
  type: 'watch',
  model,
  run,
  seed,
  replication: staged.getState().replication,
});

/** The returned function asks; a run of the document that was here before must not be drawn as one of this. */
export const askingToWatch = (
  where: Watched,
  pool: Pool,
  stopped: Stopped,
  question: () => WatchQuestion | undefined,
): (() => void) => {
  const ask = latestOnly(pool, 0, question, stopped, (reply, { model, replication, run }) => {
    if (reply.type !== 'watched' || model !== settings.getState().model) return;
    where.set({ ...reply, replication, request: run }, model);
  });
  return () => {
    const now = question();
    if (now) where.expect({ replication: now.replication, request: now.run });
    const ready = now && readyRuns.find(now);
    if (ready) where.show(ready);
    else ask();
  };
};

/** Follows the settings as far as they concern today, until stopped. */
export function watchTodayIn(where: Watched, pool: Pool, stopped: Stopped): () => void {
  const ask = askingToWatch(where, pool, stopped, () => {
    const { model, present } = settings.getState();
    return model && watchQuestion(model, todayUnder(present), present.seed);
  });
  let asked: unknown[] = [];
  function askIfOther(): void {
    const { model, present } = settings.getState();
    const now = [model, String(present.conditions), present.seed, staged.getState().replication];
    if (now.every((one, i) => one === asked[i])) return;
    if (model !== asked[0]) where.clear();
    asked = now;
    ask();
  }
  const stops = [settings.subscribe(askIfOther), staged.subscribe(askIfOther)];
  askIfOther();
  return () => stops.forEach((stop) => stop());
}
