// What befalls a fleet: workers that are killed, a queue that forgets, a link that is cut. The bytes stay those of one computer.
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build } from '../../tools/build.mjs';
import { startRedis } from '../../tools/redis.mjs';
import { endAll, hasRedis, start, startWorker, untilAtWork } from './fleet.ts';

const args = ['run', 'ilkeston-2019', '--option', 'proposed-16', '--replications', '320', '--json'];

describe.runIf(hasRedis)('a run goes on', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let expected: string;

  beforeAll(async () => {
    await build('cli');
    const local = start(args);
    expect(await local.ended).toBe(0);
    expected = local.printed();
  });
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await endAll();
    await redis.stop();
  });
  afterAll(endAll);

  it('when a worker is killed in the middle of several chunks', async () => {
    const first = await startWorker(redis.url, { threads: 4 });
    const run = start([...args, '--queue', redis.url]);
    await untilAtWork(redis.port);
    await first.kill('SIGKILL');
    await startWorker(redis.url);
    expect([await run.ended, run.printed()]).toEqual([0, expected]);
  });

  it('when the only worker is gone for a while, and says so', async () => {
    const first = await startWorker(redis.url);
    const run = start([...args, '--queue', redis.url]);
    await untilAtWork(redis.port);
    await first.kill('SIGKILL');
    await run.until('No worker is left');
    await startWorker(redis.url);
    expect([await run.ended, run.printed()]).toEqual([0, expected]);
  });

  it('when Redis starts again with nothing in it', async () => {
    const worker = await startWorker(redis.url);
    const run = start([...args, '--queue', redis.url]);
    await untilAtWork(redis.port);
    await redis.stop();
    await worker.until('is gone');
    redis = await startRedis({ port: redis.port });
    await worker.until('is back');
    expect([await run.ended, run.printed()]).toEqual([0, expected]);
  });

  it('when all that the queue held is lost', async () => {
    await startWorker(redis.url);
    const run = start([...args, '--queue', redis.url]);
    await untilAtWork(redis.port);
    const client = new Redis(redis.port);
    await client.flushall();
    client.disconnect();
    expect([await run.ended, run.printed()]).toEqual([0, expected]);
  });

  it('when the queue does not answer for longer than a lock lasts', async () => {
    const worker = await startWorker(redis.url);
    const run = start([...args, '--queue', redis.url]);
    await untilAtWork(redis.port);
    redis.process.kill('SIGSTOP');
    await run.until('The queue does not answer');
    redis.process.kill('SIGCONT');
    expect([await run.ended, run.printed()]).toEqual([0, expected]);
    expect(await worker.kill('SIGTERM')).toBe(0);
  });

  it('until Ctrl-C: then what is complete is written, and nothing is left in line', async () => {
    await startWorker(redis.url);
    const run = start([...args, '--queue', redis.url]);
    await untilAtWork(redis.port);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(130);
    const { manifest } = JSON.parse(run.printed()) as { manifest: { replications: number } };
    expect(manifest.replications).toBeLessThan(320);
    // Something had been answered, and that is kept.
    expect(manifest.replications).toBeGreaterThan(0);
    const client = new Redis(redis.port);
    const waiting = await client.keys('onward:chunks-*:wait');
    expect(await Promise.all(waiting.map((key) => client.llen(key)))).toEqual([]);
    client.disconnect();
    const same = start(args.map((word) => (word === '320' ? String(manifest.replications) : word)));
    expect([await same.ended, same.printed()]).toEqual([0, run.printed()]);
  });

  it('with two askers of the same at once, and an answer that is there already', async () => {
    await startWorker(redis.url, { threads: 2 });
    const both = [start([...args, '--queue', redis.url]), start([...args, '--queue', redis.url])];
    for (const run of both) expect([await run.ended, run.printed()]).toEqual([0, expected]);
    const again = start([...args, '--queue', redis.url]);
    expect([await again.ended, again.printed()]).toEqual([0, expected]);
  });
});
