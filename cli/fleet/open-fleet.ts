// Opens the pool of a queue: the connection, what is wrong with the server, and this computer's own engine to compare with.
import type { Model } from '../../engine/index.ts';
import { version } from '../house.ts';
import { type Pool, workerThreads } from '../pool.ts';
import { readAddress } from './address.ts';
import { engineVersion } from '../engine-print.ts';
import { type FleetPool, fleetPool } from './fleet-pool.ts';
import { realClock } from './queue.ts';
import { redisLine } from './redis-line.ts';
import { redisStore } from './redis-store.ts';
import { checkServer, connect } from './redis.ts';

interface Wanted {
  readonly quiet: boolean;
  readonly stopAt: number | undefined;
}

export async function openFleet(model: Model, queue: string, { quiet, stopAt }: Wanted): Promise<FleetPool> {
  const address = readAddress(queue);
  const say = (words: string) => void (quiet || process.stderr.write(`${words}\n`));
  const redis = await connect(address);
  try {
    for (const warning of await checkServer(redis, address)) say(warning);
    const line = await redisLine(redis, engineVersion);
    let here: Promise<Pool> | undefined;
    const asker = {
      engine: engineVersion,
      store: redisStore(redis),
      line,
      clock: realClock,
      // In a thread, so that Ctrl-C and the bar go on; opened only when there is something to compare.
      runHere: async (task) => (await (await (here ??= workerThreads(model, 1))).run(task, 0))[0],
    } satisfies Parameters<typeof fleetPool>[1];
    const disconnect = async () => {
      await Promise.all([line.close(), here?.then((pool) => pool.close())]);
      redis.disconnect();
    };
    const stopInMs = stopAt === undefined ? undefined : Math.max(0, stopAt - Date.now());
    return await fleetPool(model, asker, { version: version(), stopInMs, say, disconnect });
  } catch (error) {
    redis.disconnect();
    throw error;
  }
}
