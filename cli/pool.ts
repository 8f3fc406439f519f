// Threads that run replications: this one alone, or several workers. A result never shows which.
import type { Model } from '../engine/index.ts';
import type { Given } from './replicate.ts';
import { type Combinations, type Task, replicator } from './replicator.ts';

export interface Pool {
  readonly workers: number;
  /** By the thread of that number, from 0. */
  run(task: Task | Combinations, thread: number): Promise<Float64Array[]>;
  /** Somebody has asked to stop: what is not begun does not come back. */
  withdraw?(): Promise<void>;
  close(): Promise<void>;
}

export async function openPool(model: Model, workers: number): Promise<Pool> {
  return workers === 1 ? thisThread(model) : workerThreads(model, workers);
}

function thisThread(model: Model): Pool {
  const run = replicator(model);
  let isStopped = false;
  return {
    workers: 1,
    async run(task) {
      const done: Float64Array[] = [];
      const parts = 'swept' in task ? task.combinations.map((one) => ({ ...task, combinations: [one] })) : [task];
      for (const part of parts) {
        // Lets Ctrl-C and the progress bar run in between.
        await new Promise((resolve) => setImmediate(resolve));
        if (!isStopped) done.push(...run(part));
      }
      return done;
    },
    withdraw: async () => void (isStopped = true),
    async close() {},
  };
}

export async function workerThreads(model: Model, workers: number): Promise<Pool> {
  const { default: Tinypool } = await import('tinypool');
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  // A pool each, for within one nobody can say which thread takes a task.
  const threads = Array.from(
    { length: workers },
    () =>
      new Tinypool({
        filename: new URL('./replicate.js', import.meta.url).href,
        runtime: 'worker_threads',
        minThreads: 1,
        maxThreads: 1,
        workerData: { model, stopped } satisfies Given,
        // It ends with the command, so nothing it opened need be tracked.
        trackUnmanagedFds: false,
      }),
  );
  return {
    workers,
    run: (task, thread) => threads[thread].run(task) as Promise<Float64Array[]>,
    withdraw: async () => void Atomics.store(stopped, 0, 1),
    close: async () => void (await Promise.all(threads.map((thread) => thread.destroy()))),
  };
}
