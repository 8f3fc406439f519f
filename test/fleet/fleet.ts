// A fleet on this computer for the tests: a Redis server of its own, workers as people start them, and waits for what they say.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findRedis } from '../../tools/redis.mjs';
import { root } from '../source-files.ts';

const isCi = /^(1|true)$/i.test(process.env.CI ?? '');

/** Whether these tests can run. Continuous integration must not go without, so there they fail. */
export const hasRedis = findRedis() !== undefined || isCi;
if (!hasRedis)
  console.warn('*** NO REDIS WAS FOUND: THE TESTS OF THE FLEET ARE SKIPPED. apt-get install redis-server ***');

export interface Process {
  readonly child: ChildProcess;
  said(): string;
  printed(): string;
  /** Until it has said this. Fails once it has ended without. */
  until(words: RegExp | string): Promise<void>;
  readonly ended: Promise<number | null>;
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<Process>();

/** `build`: the folder of the built command. `within`: a program that starts it, such as one for a namespace. */
export function start(
  args: readonly string[],
  { build = join(root, 'dist/cli'), within = [] as readonly string[], env = {} } = {},
): Process {
  const [program, ...before] = [...within, process.execPath];
  const child = spawn(program, [...before, join(build, 'main.js'), ...args], {
    cwd: root,
    env: { ...process.env, ONWARD_QUEUE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  let hasEnded = false;
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      hasEnded = true;
      running.delete(one);
      resolve(code);
    });
  });
  const one: Process = {
    child,
    said: () => err,
    printed: () => out,
    async until(words) {
      while (!(typeof words === 'string' ? err.includes(words) : words.test(err))) {
        if (hasEnded) throw new Error(`It ended without saying ${String(words)}:\n${err}`);
        await wait(20);
      }
    },
    ended,
    kill(signal = 'SIGKILL') {
      child.kill(signal);
      return ended;
    },
  };
  running.add(one);
  return one;
}

export async function startWorker(
  queue: string,
  { threads = 1, ...more }: Parameters<typeof start>[1] & { threads?: number } = {},
) {
  const worker = start(['worker', '--queue', queue, '--workers', String(threads)], more);
  await worker.until('Working for');
  return worker;
}

/** Until a worker is in the middle of a chunk, and something has been answered. */
export async function untilAtWork(port: number): Promise<void> {
  const client = new Redis(port);
  try {
    for (;;) {
      const [active] = await client.keys('onward:chunks-*:active');
      const answers = await client.keys('onward:answer:*');
      if (active !== undefined && answers.length > 0 && (await client.llen(active)) > 0) return;
      await wait(10);
    }
  } finally {
    client.disconnect();
  }
}

export const endAll = async (): Promise<void> => void (await Promise.all([...running].map((one) => one.kill())));

/** The built command with one thing changed, such as another version of the engine. Beside the other, where its packages are found. */
export function changedBuild(change: (text: string, file: string) => string) {
  const folder = mkdtempSync(join(root, 'dist/changed-'));
  const build = join(folder, 'cli');
  cpSync(join(root, 'dist/cli'), build, { recursive: true });
  let changes = 0;
  for (const file of readdirSync(build).filter((name) => name.endsWith('.js'))) {
    const text = readFileSync(join(build, file), 'utf8');
    const changed = change(text, file);
    if (changed === text) continue;
    changes++;
    writeFileSync(join(build, file), changed);
  }
  if (changes === 0) throw new Error('Nothing was changed: the build no longer has what the test changes.');
  return { build, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
