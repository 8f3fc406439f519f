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
import type { KeptYears } from './kept/years.ts';
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
export async function simulate(
  all: readonly Work[],
  replications: number,
  given: Given,
  kept: KeptYears,
): Promise<Verified[][]> {
  const asked = isOn(given, 'workers') ? wholeNumber(given, 'workers', 1, 256, 1) : availableParallelism();
  const values = all.map(({ group, seed }) =>
    Array.from({ length: replications }, (_, replication) => kept.at(nameOf(group, seed), replication)),
  );
  const tasks = all.flatMap(({ group, seed }, at) => {
    const missing = [...values[at].keys()].filter((replication) => values[at][replication] === undefined);
    return Array.from({ length: Math.ceil(missing.length / AT_ONCE) }, (_, part) => {
      const numbers = missing.slice(part * AT_ONCE, (part + 1) * AT_ONCE);
      return { at, task: { group: checkGroups().indexOf(group), seed, replications: numbers } };
    });
  });
  const threads = await openThreads(Math.max(1, Math.min(asked, tasks.length)));
  const interrupt = listenForInterrupt(isOn(given, 'quiet'));
  const bar = await progressBar(
    tasks.reduce((sum, { task }) => sum + task.replications.length, 0),
    isOn(given, 'quiet'),
  );
  try {
    let next = 0;
    const feed = async () => {
      while (next < tasks.length && !interrupt.asked) {
        const { at, task } = tasks[next++];
        const results = await threads.run(task);
        task.replications.forEach((replication, n) => (values[at][replication] = results[n]));
        kept.put(nameOf(all[at].group, all[at].seed), task.replications, results);
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
    const its = values[at].filter((one) => one !== undefined);
    if (its.length < replications) return [];
    const model = checkModel(group[0]);
    const keys = rowKeys(compile(model, checkRequest(model)));
    return [group.map((check) => judgeCheck(check, keys, its))];
  });
}

/** Whose periods are kept: a group is named by the part before the point of its figures. */
const nameOf = (group: CheckGroup, seed: number): string => `${group[0].id.split('.')[0]} ${seed}`;

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
