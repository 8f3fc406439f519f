// A worker at its queue: takes chunks with BullMQ, says who else is there, and stops after the replications under way.
import { hostname } from 'node:os';
import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { version } from '../house.ts';
import { readAddress } from './address.ts';
import type { Chunk } from './chunk.ts';
import { engineVersion as engine, shortVersion } from '../engine-print.ts';
import { Final, MOST_STOPPED } from './failures.ts';
import { PREFIX, distrustedKey, lineName } from './keys.ts';
import { EVERY, strikeOut, whoIsThere, writeDown } from './present.ts';
import { redisStore } from './redis-store.ts';
import { checkServer, connect } from './redis.ts';
import { ChangedBelow, openThreads } from './threads.ts';
import { workOn } from './working.ts';

const CANNOT_GO_ON = 2;
/** A worker that is silent for so long has stopped; its chunks go to others. The lock is renewed twice in that time. */
const LOCK_MS = 10_000;

export async function work(queue: string, { threads, quiet }: { threads: number; quiet: boolean }): Promise<number> {
  const address = readAddress(queue);
  const say = (words: string) => void (quiet || process.stderr.write(`${words}\n`));
  const alarm = (words: string) => void process.stderr.write(`${words}\n`);
  const redis = await connect(address);
  for (const warning of await checkServer(redis, address)) say(warning);
  const store = redisStore(redis);
  const name = `${hostname()}:${process.pid}:${Math.random().toString(36).slice(2, 8)}`;
  const running = openThreads(threads);

  let end: (code: number) => void;
  const ended = new Promise<number>((resolve) => (end = resolve));
  const me = { name, engine, store, run: running.run, say: alarm };
  const worker = new Worker<Chunk>(
    lineName(engine),
    async (job: Job<Chunk>) => {
      try {
        await workOn(me, job.id!, job.data, job.stalledCounter);
      } catch (error) {
        if (error instanceof ChangedBelow) {
          alarm(`${error.message} It stops; start it anew.`);
          end(CANNOT_GO_ON);
        }
        if (error instanceof Final) throw new UnrecoverableError(error.message);
        throw error;
      }
    },
    {
      connection: redis,
      prefix: PREFIX,
      skipVersionCheck: true,
      // Each thread has its next chunk at hand while the answer of its last one is on the way.
      concurrency: 2 * threads,
      lockDuration: LOCK_MS,
      stalledInterval: LOCK_MS / 2,
      maxStalledCount: MOST_STOPPED,
      runRetryDelay: 1000,
    },
  );
  // What goes wrong with one job is its asker's to hear; the connection is said below.
  worker.on('error', () => {});
  await worker.waitUntilReady();

  let isGone = false;
  let isStopping = false;
  redis.on('close', () => {
    if (!isGone && !isStopping) say(`The queue at ${address.words} is gone; trying again until it is back.`);
    isGone = true;
  });
  redis.on('ready', () => {
    if (isGone) say('The queue is back.');
    isGone = false;
  });

  const lookAround = lookingAround();
  say(
    `Working for ${address.words} with ${threads} ${threads === 1 ? 'thread' : 'threads'}: Onward ${version()}, engine ${shortVersion(engine)}. Ctrl-C stops it.`,
  );
  const stop = () => {
    if (isStopping) process.exit(0);
    isStopping = true;
    say('Stopping after the replications under way. Press Ctrl-C again to leave at once; others then run them again.');
    end(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  const code = await ended;
  lookAround.end();
  if (!isGone) await Promise.all([worker.close(), strikeOut(store, name)]);
  await running.close();
  redis.disconnect();
  // Whatever still waits for a queue that is gone must not keep it.
  setTimeout(() => process.exit(code), 1000).unref();
  return code;

  /** Writes itself down, and says once of each asker with another version that it cannot work for them. */
  function lookingAround() {
    const said = new Set<string>();
    let timer: NodeJS.Timeout;
    const look = async () => {
      try {
        await writeDown(store, name, { role: 'worker', engine, version: version(), threads });
        for (const [id, one] of await whoIsThere(store)) {
          if (one.role !== 'asker' || one.engine === engine || said.has(id)) continue;
          said.add(id);
          alarm(
            `Refused: ${id.split(':')[0]} asks with Onward ${one.version}, engine ${shortVersion(one.engine)}; this worker has engine ${shortVersion(engine)}. Bring both to the same version.`,
          );
        }
        if (name in (await store.all(distrustedKey(engine)))) {
          alarm(
            'ALARM: this worker gave other bytes than the computer that asked. It stops; test its memory and processor.',
          );
          end(CANNOT_GO_ON);
        }
      } catch (error) {
        const words = `The queue refuses: ${(error as Error).message}`;
        if (!isStopping && !said.has(words)) alarm(words);
        said.add(words);
      }
      timer = setTimeout(() => void look(), EVERY);
    };
    void look();
    return { end: () => clearTimeout(timer) };
  }
}
