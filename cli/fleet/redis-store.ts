// Values by key in Redis.
import type { Redis } from 'ioredis';
import type { Store } from './queue.ts';

export function redisStore(redis: Redis): Store {
  return {
    get: (key) => redis.getBuffer(key),
    async set(key, value, seconds) {
      await redis.set(key, Buffer.from(value), 'EX', seconds);
    },
    async setNew(key, value, seconds) {
      return (await redis.set(key, value, 'EX', seconds, 'NX')) === 'OK' ? null : redis.get(key);
    },
    async expire(key, seconds) {
      await redis.expire(key, seconds);
    },
    async remove(key) {
      await redis.del(key);
    },
    async put(key, field, value, seconds) {
      await redis.hset(key, field, value);
      await redis.expire(key, seconds);
    },
    async take(key, field) {
      await redis.hdel(key, field);
    },
    all: (key) => redis.hgetall(key),
    seconds: async () => Number((await redis.time())[0]),
  };
}
