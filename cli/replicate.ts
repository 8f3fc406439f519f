// What a worker thread does: it receives the model once, and then replications to run.
import Tinypool from 'tinypool';
import type { Model } from '../engine/index.ts';
import { type Combinations, type Task, replicator } from './replicator.ts';

const run = replicator((Tinypool.workerData as { model: Model }).model);

export default (task: Task | Combinations): Float64Array[] => run(task);
