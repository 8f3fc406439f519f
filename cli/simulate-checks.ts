// Simulates groups of checks on all threads, each with its own model, and judges them in the order requested.
import { availableParallelism } from 'node:os';
import {
  type CheckGroup,
  type Verified,
  checkGroups,
  checkModel,
  checkRequest,
  compile,
  judgeCheck,
  rowKeys,
} from '../engine/index.ts';
import { type Given, isOn, wholeNumber } from './arguments.ts';
import { listenForInterrupt } from './interrupt.ts';
import { progressBar } from './output/progress.ts';
import type { VerifyTask } from './verifier.ts';

/** The parts of a group's replications, so that threads are busy to the end and Ctrl-C works quickly. */
const AT_ONCE = 25;

export interface Work {
  readonly group: CheckGroup;
  readonly seed: number;
}

/**
 * Simulates each work and judges it, in the order given, on all threads. A stopped group is left out: a part of the
 * replications proves nothing.
 */
export async function simulate(all: readonly Work[], replications: number, given: Given): Promise<Verified[][]> {
  const asked = isOn(given, 'workers') ? wholeNumber(given, 'workers', 1, 256, 1) : availableParallelism();
  const tasks = all.flatMap(({ group, seed }, at) =>
    Array.from({ length: Math.ceil(replications / AT_ONCE) }, (_, part) => {
      const first = part * AT_ONCE;
      const numbers = Array.from({ length: Math.min(AT_ONCE, replications - first) }, (_, n) => first + n);
      return { at, task: { group: checkGroups().indexOf(group), seed, replications: numbers } };
    }),
  );
  const threads = await openThreads(Math.min(asked, tasks.length));
  const interrupt = listenForInterrupt(isOn(given, 'quiet'));
  const bar = await progressBar(replications * all.length, isOn(given, 'quiet'));
  const values = all.map(() => [] as Float64Array[]);
  const done = all.map(() => 0);
  try {
    let next = 0;
    const feed = async () => {
      while (next < tasks.length && !interrupt.asked) {
        const { at, task } = tasks[next++];
        const results = await threads.run(task);
        task.replications.forEach((replication, n) => (values[at][replication] = results[n]));
        done[at] += results.length;
        bar.add(results.length);
      }
    };
    await Promise.all(Array.from({ length: threads.count }, feed));
  } finally {
    bar.end();
    interrupt.end();
    await threads.close();
  }
  return all.flatMap(({ group }, at) => {
    if (done[at] < replications) return [];
    const model = checkModel(group[0]);
    const keys = rowKeys(compile(model, checkRequest(model)));
    return [group.map((check) => judgeCheck(check, keys, values[at]))];
  });
}

interface Threads {
  readonly count: number;
  run(task: VerifyTask): Promise<Float64Array[]>;
  close(): Promise<void>;
}

/** The pool of `run` has one model for its whole life; here every task has its own. */
async function openThreads(count: number): Promise<Threads> {
  if (count === 1) {
    const { default: run } = await import('./verifier.ts');
    return {
      count,
      async run(task) {
        // Lets Ctrl-C and the progress bar run between tasks.
        await new Promise((resolve) => setImmediate(resolve));
        return run(task);
      },
      async close() {},
    };
  }
  const { default: Tinypool } = await import('tinypool');
  const filename = new URL('./verifier.js', import.meta.url).href;
  const pool = new Tinypool({
    filename,
    runtime: 'worker_threads',
    minThreads: count,
    maxThreads: count,
    trackUnmanagedFds: false,
  });
  return { count, run: (task) => pool.run(task) as Promise<Float64Array[]>, close: () => pool.destroy() };
}
