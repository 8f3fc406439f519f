// A Redis server for the tests: the machine's own, or Debian's from apt-get; started on a free port of this computer with a folder of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fromApt } from './browser.mjs';

/** The path of a Redis server, or nothing. */
export function findRedis() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return [process.env.REDIS_SERVER, ...folders.map((folder) => join(folder, 'redis-server'))].find(
    (path) => path && existsSync(path),
  );
}

/** A run level of 1 lets apt-get start no server of the machine's own. */
export const findOrInstallRedis = async () =>
  findRedis() ?? (await fromApt('redis-server', findRedis, { RUNLEVEL: '1' }));

/**
 * @param {{ port?: number, host?: string, more?: readonly string[], within?: readonly string[] }} [how]
 * Keeps nothing on the disk. `more` are lines of its settings, such as `--requirepass secret`;
 * `within` is a program that starts it elsewhere.
 */
export async function startRedis({ port, host = '127.0.0.1', more = [], within = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onward-redis-'));
  const at = port ?? (await freePort());
  const settings = ['--port', String(at), '--bind', host, '--dir', folder, '--save', '', '--appendonly', 'no', ...more];
  const [program, ...before] = [...within, await findOrInstallRedis()];
  const child = spawn(program, [...before, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!said.includes('Ready to accept connections')) {
    if (child.exitCode !== null) throw new Error(`Redis did not start:\n${said}`);
    await wait(20);
  }
  return {
    port: at,
    host,
    process: child,
    url: `redis://${host}:${at}`,
    async forget() {
      const { Redis } = await import('ioredis');
      const client = new Redis(at, host);
      await client.flushall();
      client.disconnect();
    },
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
