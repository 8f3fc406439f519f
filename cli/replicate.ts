// What a worker thread does: it receives the model once, and then replications to run.
import Tinypool from 'tinypool';
import type { Model } from '../engine/index.ts';
import { type Combinations, type Task, replicator } from './replicator.ts';

/** `stopped` is shared with the command: one where somebody has asked it to stop. */
export interface Given {
  readonly model: Model;
  readonly stopped: Int32Array<SharedArrayBuffer>;
}

const { model, stopped } = Tinypool.workerData as Given;
const run = replicator(model, () => Atomics.load(stopped, 0) === 1);

export default (task: Task | Combinations): Float64Array[] => run(task);
