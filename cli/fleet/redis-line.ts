// Chunks in line, with BullMQ: jobs that are run at least once, and again where a worker stops in the middle.
import { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import { HOUR, PREFIX, lineName } from './keys.ts';
import { type Line, atMost, realClock } from './queue.ts';

export interface RedisLine extends Line {
  close(): Promise<void>;
}

export async function redisLine(redis: Redis, engine: string): Promise<RedisLine> {
  const here = { connection: redis, prefix: PREFIX, skipVersionCheck: true };
  const queue = new Queue(lineName(engine), here);
  // Reading the events blocks a connection, so they have their own.
  const own = redis.duplicate();
  const events = new QueueEvents(lineName(engine), { ...here, connection: own });
  // A lost connection comes back by itself, and whoever asks notices by the time it takes.
  const ignore = () => {};
  queue.on('error', ignore);
  events.on('error', ignore);
  own.on('error', ignore);
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  return {
    async add(id, chunk) {
      await queue.add('chunk', chunk, { jobId: id, removeOnComplete: true, removeOnFail: { age: HOUR } });
    },
    async state(id) {
      const state = await queue.getJobState(id);
      return state === 'unknown' ? 'gone' : state === 'failed' ? 'failed' : 'in line';
    },
    reason: async (id) => (await queue.getJob(id))?.failedReason ?? '',
    withdraw: async (id) => (await queue.remove(id)) === 1,
    onEnded(listener) {
      events.on('completed', ({ jobId }) => listener(jobId));
      events.on('failed', ({ jobId }) => listener(jobId));
    },
    async close() {
      own.disconnect();
      await atMost(500, realClock, Promise.allSettled([events.close(), queue.close()]));
    },
  };
}
