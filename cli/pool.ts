// Threads that run replications: this one alone, or several workers. A result never shows which.
import type { Model } from '../engine/index.ts';
import { type Task, replicator } from './replicator.ts';

export interface Pool {
  readonly workers: number;
  run(task: Task): Promise<Float64Array[]>;
  close(): Promise<void>;
}

export async function openPool(model: Model, workers: number): Promise<Pool> {
  return workers === 1 ? thisThread(model) : workerThreads(model, workers);
}

function thisThread(model: Model): Pool {
  const run = replicator(model);
  return {
    workers: 1,
    async run(task) {
      // Lets Ctrl-C and the progress bar run between tasks.
      await new Promise((resolve) => setImmediate(resolve));
      return run(task);
    },
    async close() {},
  };
}

async function workerThreads(model: Model, workers: number): Promise<Pool> {
  const { default: Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: new URL('./replicate.js', import.meta.url).href,
    runtime: 'worker_threads',
    minThreads: workers,
    maxThreads: workers,
    workerData: { model },
    // The pool ends with the command, so nothing it opened need be tracked.
    trackUnmanagedFds: false,
  });
  return {
    workers,
    run: (task) => pool.run(task) as Promise<Float64Array[]>,
    close: () => pool.destroy(),
  };
}
