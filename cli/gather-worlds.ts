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

/** How often finished worlds are put away, in milliseconds. */
const PUT_AWAY_EVERY = 10_000;

/** Worlds that are finished before this begins, and where those that finish go meanwhile. */
export interface KeptWorlds {
  readonly before: readonly JudgedWorld[];
  putAway(finished: readonly JudgedWorld[]): void;
}

/** The worlds that both options have finished, in order: all of them, unless somebody stopped. */
export async function gatherWorlds(
  model: Model,
  worlds: number,
  worldAt: (number: number) => PlausibleWorld,
  { key, at, rows }: Compared,
  { seed, replications, workers, quiet }: Settings,
  { before, putAway }: KeptWorlds = { before: [], putAway: () => {} },
): Promise<JudgedWorld[]> {
  const judged: (JudgedWorld | undefined)[] = Array.from({ length: worlds });
  for (const world of before) judged[world.number] = world;
  if (worlds === 0) return [];
  const finished = () => judged.filter((world) => world !== undefined);
  const groups = [...judged.keys()].filter((number) => judged[number] === undefined).map((number) => [number]);
  const suited = groups.length * replications < WORTH_THREADS ? 1 : availableParallelism();
  const pool = await openPool(model, Math.max(1, Math.min(workers ?? suited, groups.length)));
  const interrupt = listenForInterrupt(quiet);
  const bar = await progressBar(groups.length, quiet, 'worlds');
  let lastPutAway = Date.now();
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
      if (Date.now() - lastPutAway < PUT_AWAY_EVERY) continue;
      putAway(finished());
      lastPutAway = Date.now();
    }
  };
  try {
    await Promise.all(Array.from({ length: pool.workers }, (_, thread) => feed(thread)));
  } finally {
    bar.end();
    interrupt.end();
    await pool.close();
  }
  return finished();
}
