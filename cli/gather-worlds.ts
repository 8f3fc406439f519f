// Runs every world: both options with the same people, whichever thread. What is judged of a world does not depend on the others.
import { availableParallelism } from 'node:os';
import { type JudgedWorld, type Model, type RowKey, type PlausibleWorld, judgeWorld } from '../engine/index.ts';
import { runTwice } from './gather.ts';
import { listenForInterrupt } from './interrupt.ts';
import { progressBar } from './output/progress.ts';
import { openPool } from './pool.ts';
import type { Settings } from './settings.ts';
import { shareOut } from './share-out.ts';

/** Less than this is done before a thread has started: simulated periods of all worlds. */
const WORTH_THREADS = 200;

/** The row that is compared, its place among the values of a replication, and how many of these there are. */
export interface Compared {
  readonly key: RowKey;
  readonly at: number;
  readonly rows: number;
}

/** The worlds that both options have finished, in order: all of them, unless somebody stopped. */
export async function gatherWorlds(
  model: Model,
  worlds: number,
  worldAt: (number: number) => PlausibleWorld,
  { key, at, rows }: Compared,
  { seed, replications, workers, quiet }: Settings,
): Promise<JudgedWorld[]> {
  const groups = Array.from({ length: worlds }, (_, number) => [number]);
  const suited = worlds * replications < WORTH_THREADS ? 1 : availableParallelism();
  const pool = await openPool(model, Math.max(1, Math.min(workers ?? suited, worlds)));
  const interrupt = listenForInterrupt(quiet);
  const bar = await progressBar(worlds, quiet, 'worlds');
  const judged: (JudgedWorld | undefined)[] = Array.from({ length: worlds });
  const next = shareOut(groups);
  const numbers = Array.from({ length: replications }, (_, replication) => replication);
  const feed = async (thread: number) => {
    for (let number = next(thread); number !== undefined && !interrupt.asked; number = next(thread)) {
      const world = worldAt(number);
      const simulate = async (option: 0 | 1) => {
        const request = world.requests[option];
        const task = { request, seed, replications: numbers, byWeekBelow: replications };
        const results = await runTwice(pool, task, thread);
        return { row: results.map((values) => values[at]), weeks: results.map((values) => values.subarray(rows)) };
      };
      judged[number] = judgeWorld(world, key, [await simulate(0), await simulate(1)]);
      bar.add(1);
    }
  };
  try {
    await Promise.all(Array.from({ length: pool.workers }, (_, thread) => feed(thread)));
  } finally {
    bar.end();
    interrupt.end();
    await pool.close();
  }
  return judged.filter((world) => world !== undefined);
}
