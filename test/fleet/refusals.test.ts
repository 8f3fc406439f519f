// What a fleet refuses: each says at once what was found and what to do, with exit code 2, and never a password.
import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../tools/build.mjs';
import { freePort, startRedis } from '../../tools/redis.mjs';
import { type Process, changedBuild, endAll, hasRedis, start, startWorker } from './fleet.ts';

const run = ['run', 'one-queue', '--replications', '20', '--json'];

async function refused(one: Process, ...words: (string | RegExp)[]): Promise<void> {
  expect(await one.ended, one.said()).toBe(2);
  expect(one.printed()).toBe('');
  for (const word of words) expect(one.said()).toMatch(word);
}

describe.runIf(hasRedis)('a fleet refuses', () => {
  const toEnd: (() => unknown)[] = [];
  beforeAll(async () => void (await build('cli')));
  afterEach(async () => {
    await endAll();
    for (const end of toEnd.splice(0)) await end();
  });

  async function redisWith(...more: string[]) {
    const redis = await startRedis({ more });
    toEnd.push(redis.stop);
    return redis;
  }

  it('a queue that is not there', async () => {
    const url = `redis://127.0.0.1:${await freePort()}`;
    for (const args of [run, ['worker']])
      await refused(start([...args, '--queue', url]), /no Redis: .*ECONNREFUSED/, 'See that Redis runs there');
  });

  it('a server that never answers', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    toEnd.push(() => server.close());
    await new Promise((resolve) => server.on('listening', resolve));
    const { port } = server.address() as { port: number };
    await refused(start([...run, '--queue', `redis://127.0.0.1:${port}`]), 'no answer within 5 seconds');
  });

  it('a server that is no Redis', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
    toEnd.push(() => server.close());
    await new Promise((resolve) => server.on('listening', resolve));
    const { port } = server.address() as { port: number };
    await refused(start([...run, '--queue', `redis://127.0.0.1:${port}`]), 'no Redis');
  });

  it('a wrong password, and prints neither that nor the right one', async () => {
    const redis = await redisWith('--requirepass', 'right-secret');
    const at = (user: string) => redis.url.replace('//', `//${user}@`);
    for (const args of [run, ['worker']]) {
      const wrong = start([...args, '--queue', at(':wrong-secret')]);
      await refused(wrong, 'does not accept', 'ONWARD_QUEUE');
      expect(wrong.said()).not.toContain('secret');
      await refused(start([...args, '--queue', redis.url]), 'does not accept');
    }
    const worker = await startWorker(at(':right-secret'));
    expect(worker.said()).not.toContain('secret');
    const right = start([...run], { env: { ONWARD_QUEUE: at(':right-secret') } });
    expect(await right.ended, right.said()).toBe(0);
    const typo = start(['run', at(':right-secret')]);
    await refused(typo, '…@');
    expect(typo.said()).not.toContain('secret');
  });

  it('TLS with a server that has none', async () => {
    const redis = await redisWith();
    await refused(start([...run, '--queue', redis.url.replace('redis:', 'rediss:')]), /TLS/);
  });

  it('what is no address, and threads of two kinds', async () => {
    await refused(start([...run, '--queue', 'queue.example']), 'the address of a Redis server');
    await refused(start([...run, '--queue', 'https://queue.example']), 'begins with https:');
    await refused(start([...run, '--queue', 'redis://queue.example', '--workers', '2']), 'one of the two');
    await refused(start(['worker']), 'the queue to work for');
  });

  it('workers of another version, which say so too', async () => {
    const redis = await redisWith();
    const other = changedBuild((text) => text.replaceAll(/"[0-9a-f]{64}"/g, `"${'0'.repeat(64)}"`));
    toEnd.push(other.remove);
    const worker = await startWorker(redis.url, { build: other.build });
    await refused(
      start([...run, '--queue', redis.url]),
      /no worker of this version: a worker of Onward .*000000000000/,
      'the same version',
    );
    await worker.until(/Refused: .*asks with Onward/);
  });

  it('a worker that counts wrongly, and goes on without it', async () => {
    const redis = await redisWith();
    const wrong = changedBuild((text) =>
      text.replace('values: replicate(task)', 'values: replicate(task).map((one) => ((one[0] += 1e-9), one))'),
    );
    toEnd.push(wrong.remove);
    const worker = await startWorker(redis.url, { build: wrong.build });
    await refused(start([...run, '--queue', redis.url]), 'ALARM', new RegExp(`worker .*:${worker.child.pid}:`));
    expect(await worker.ended).toBe(2);
    expect(worker.said()).toContain('ALARM');
    await startWorker(redis.url);
    const [local, again] = [start(run), start([...run, '--queue', redis.url])];
    expect([await local.ended, await again.ended, again.said()]).toEqual([0, 0, '']);
    expect(again.printed()).toBe(local.printed());
  });

  it('a model that stops every worker that takes it', async () => {
    const redis = await redisWith();
    const deadly = changedBuild((text) =>
      text.replace('values: replicate(task)', 'values: process.kill(process.pid, "SIGKILL")'),
    );
    toEnd.push(deadly.remove);
    let isOver = false;
    let stopped = 0;
    // As systemd and Docker start them again.
    const kept = async () => {
      while (!isOver) {
        const worker = start(['worker', '--queue', redis.url, '--workers', '1'], { build: deadly.build });
        await worker.ended;
        stopped++;
      }
    };
    const keeping = kept();
    await refused(
      start([...run, '--queue', redis.url]),
      /in the middle of it|stopped or lost the queue/,
      /without --queue/,
    );
    isOver = true;
    await endAll();
    await keeping;
    expect(stopped).toBeLessThan(12);
    // Others are not killed any more, for as long as it lasts.
    await startWorker(redis.url);
    await refused(start([...run, '--queue', redis.url]), 'in the middle of it');
  });

  it('nothing where values may be thrown away, but warns of it', async () => {
    const redis = await redisWith('--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru');
    const worker = await startWorker(redis.url);
    expect(worker.said()).toContain('maxmemory-policy noeviction');
    const one = start([...run, '--queue', redis.url]);
    expect(await one.ended, one.said()).toBe(0);
    expect(one.said()).toContain('maxmemory-policy allkeys-lru');
  });

  it('a queue that is full', async () => {
    const redis = await redisWith('--maxmemory', '1mb', '--maxmemory-policy', 'noeviction');
    await refused(start([...run, '--queue', redis.url]), /a full queue/, 'Raise maxmemory');
  });
});
