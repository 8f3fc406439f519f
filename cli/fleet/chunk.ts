// A chunk: some replications of one request, or some combinations of a sweep, as a job of the queue. Its name is a hash of all that decides its bytes.
import { createHash } from 'node:crypto';
import type { Model } from '../../engine/index.ts';
import type { Combinations, Task } from '../replicator.ts';

export interface Chunk {
  /** Of what source the engine is; see `engine-print.ts`. */
  readonly engine: string;
  /** The hash of the document's text, under which the queue keeps it. */
  readonly model: string;
  readonly task: Task | Combinations;
}

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** In the order of its keys, which is the order of the rows: two documents that differ in it alone are not the same. */
export function documentOf(model: Model): { readonly text: string; readonly hash: string } {
  const text = JSON.stringify(model);
  return { text, hash: sha256(text) };
}

/** Without a moment to stop at, which is the asker's own, and with nothing that JSON cannot say. */
export function chunkOf(engine: string, model: string, task: Task | Combinations): Chunk {
  if ('swept' in task) return { engine, model, task: { swept: task.swept, combinations: task.combinations } };
  const { request, seed, replications } = task;
  const byWeekBelow = Math.max(0, Math.min(task.byWeekBelow ?? 0, Math.max(...replications) + 1));
  const antithetic = task.antithetic === true;
  return { engine, model, task: { request, seed, replications, byWeekBelow, antithetic } };
}

/** Never digits alone, which BullMQ would take for a number of its own. */
export const chunkId = ({ engine, model, task }: Chunk): string =>
  `c${sha256(JSON.stringify([engine, model, task])).slice(0, 40)}`;

/** How many results it has: one for each replication, or for each combination of a sweep. */
export const resultsOf = ({ task }: Chunk): number =>
  'swept' in task ? task.combinations.length : task.replications.length;

/** The first of them alone. */
export const firstOf = ({ task }: Chunk): Task | Combinations =>
  'swept' in task
    ? { ...task, combinations: task.combinations.slice(0, 1) }
    : { ...task, replications: task.replications.slice(0, 1) };

/** For people: which replications of what. */
export function chunkWords({ task }: Pick<Chunk, 'task'>): string {
  if ('swept' in task) {
    const { request, seed } = task.swept;
    return `option ${request.option}, seed ${seed}, combinations from ${JSON.stringify(task.combinations[0])}`;
  }
  const { request, seed, replications } = task;
  const [first, last] = [replications[0], replications[replications.length - 1]];
  return `option ${request.option}, seed ${seed}, ${first === last ? `replication ${first}` : `replications ${first} to ${last}`}`;
}
