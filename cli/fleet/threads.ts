// The threads of a worker. A thread that was given a document is asked for the next replications of it before others are.
import Tinypool from 'tinypool';
import { engineVersion } from '../engine-print.ts';
import { type Chunk, resultsOf } from './chunk.ts';
import type { Asked, Told } from './thread.ts';
import type { Ran } from './working.ts';

export interface Threads {
  run(chunk: Chunk, documentText: string): Promise<Ran>;
  close(): Promise<void>;
}

/** The files were built anew below a worker that goes on: its threads would be of another engine. */
export class ChangedBelow extends Error {}

/** No replication, or combination, takes so long: the thread hangs. */
const HANGS_MS = 3_600_000;

export function openThreads(count: number): Threads {
  // A pool each, for within one nobody can say which thread takes a task.
  const open = () =>
    new Tinypool({
      filename: new URL('./fleet-thread.js', import.meta.url).href,
      runtime: 'worker_threads',
      minThreads: 1,
      maxThreads: 1,
      trackUnmanagedFds: false,
    });
  const all = Array.from({ length: count }, () => ({ pool: open(), model: '' }));
  const free = [...all];
  const waiting: ((thread: (typeof free)[number]) => void)[] = [];

  function taken(model: string): Promise<(typeof free)[number]> | (typeof free)[number] {
    const at = free.findIndex((thread) => thread.model === model);
    if (free.length > 0) return free.splice(Math.max(0, at), 1)[0];
    return new Promise((resolve) => waiting.push(resolve));
  }

  return {
    async run(chunk, documentText) {
      const { model, task } = chunk;
      const thread = await taken(model);
      thread.model = model;
      const hung = setTimeout(
        () => {
          void thread.pool.destroy();
          thread.pool = open();
        },
        HANGS_MS * resultsOf(chunk),
      );
      try {
        const ask = (asked: Asked) => thread.pool.run(asked) as Promise<Told>;
        let told = await ask({ model, task });
        told = told.ran === undefined ? await ask({ model, task, documentText }) : told;
        if (told.engine !== engineVersion)
          throw new ChangedBelow('The files of Onward have changed below this worker.');
        return told.ran!;
      } finally {
        clearTimeout(hung);
        const next = waiting.shift();
        if (next) next(thread);
        else free.push(thread);
      }
    },
    close: async () => void (await Promise.all(all.map(({ pool }) => pool.destroy()))),
  };
}
