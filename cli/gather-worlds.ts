// Runs every world: both options with the same people, whichever thread. What is judged of a world does not depend on the others.
import { type JudgedWorld, type Model, type RowKey, type PlausibleWorld, judgeWorld } from '../engine/index.ts';
import { poolFor } from './fleet/pool-for.ts';
import { runTwice } from './gather.ts';
import { listenForInterrupt } from './interrupt.ts';
import { progressBar } from './output/progress.ts';
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

/** Worlds that are finished before this begins, and where each goes that finishes. */
export interface KeptWorlds {
  readonly before: readonly JudgedWorld[];
  putAway(finished: JudgedWorld): void;
}

/** The worlds that both options have finished, in order: all of them, unless somebody stopped. */
export async function gatherWorlds(
  model: Model,
  worlds: number,
  worldAt: (number: number) => PlausibleWorld,
  { key, at, rows }: Compared,
  settings: Settings,
  { before, putAway }: KeptWorlds = { before: [], putAway: () => {} },
): Promise<JudgedWorld[]> {
  const { seed, replications, quiet } = settings;
  const judged: (JudgedWorld | undefined)[] = Array.from({ length: worlds });
  for (const world of before) judged[world.number] = world;
  if (worlds === 0) return [];
  const groups = [...judged.keys()].filter((number) => judged[number] === undefined).map((number) => [number]);
  const isSmall = groups.length * replications < WORTH_THREADS;
  const pool = await poolFor(model, settings, { isSmall, tasks: groups.length });
  const interrupt = listenForInterrupt(quiet, () => void pool.withdraw?.());
  const bar = await progressBar(groups.length, quiet, 'worlds');
  const next = shareOut(groups);
  const numbers = Array.from({ length: replications }, (_, replication) => replication);
  const feed = async (thread: number) => {
    for (let number = next(thread); number !== undefined && !interrupt.asked; number = next(thread)) {
      const world = worldAt(number);
      const simulate = async (option: 0 | 1) => {
        const request = world.requests[option];
        const task = { request, seed, replications: numbers, byWeekBelow: replications };
        const results = await runTwice(pool, task, thread);
        if (results.length < replications) return undefined;
        return { row: results.map((values) => values[at]), weeks: results.map((values) => values.subarray(rows)) };
      };
      const both = [await simulate(0), await simulate(1)];
      if (both[0] === undefined || both[1] === undefined) {
        interrupt.asked = true;
        break;
      }
      const one = judgeWorld(world, key, [both[0], both[1]]);
      judged[number] = one;
      putAway(one);
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
