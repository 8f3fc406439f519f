// A fleet gives the bytes of one computer, with one worker or two: run, compare, sweep, solve and worlds.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../tools/build.mjs';
import { startRedis } from '../../tools/redis.mjs';
import { scratchFolder, smallModel } from '../cli/onward.ts';
import { endAll, hasRedis, start, startWorker } from './fleet.ts';

const scratch = scratchFolder();
const controlled = {
  ...smallModel,
  evidence: { 'stations.p2.beds': range(8, 6, 10), 'stations.p1.places': range(16, 12, 20) },
};
const model = scratch.file('small.json', controlled);

function range(value: number, low: number, high: number) {
  return { status: 'estimated', source: `Seen at ${value}`, low, high };
}

const commands: Readonly<Record<string, readonly string[]>> = {
  run: ['run', model, '--replications', '40', '--json'],
  'run by weeks': ['run', model, '--replications', '10', '--weeks', '--json'],
  'run in pairs': ['run', model, '--replications', '10', '--antithetic', '--json'],
  'run to a precision': ['run', model, '--precision', '20%', '--json'],
  compare: ['compare', model, '--json'],
  sweep: ['sweep', model, '--over', 'stations.p2.beds=6:12:2', '--over', 'stations.p1.places=14:18:4', '--json'],
  solve: [
    'solve',
    model,
    '--of',
    'stations.p2.beds',
    '--least',
    '4',
    '--most',
    '16',
    '--so-that',
    'acute.delayed.mean <= 5',
    '--json',
  ],
  'solve for a mix': [
    'solve',
    model,
    '--of',
    'stations.p2.beds=8:14:2',
    '--of',
    'stations.p1.places=16:22:2',
    '--so-that',
    'acute.delayed.mean <= 5',
    '--replications',
    '30',
    '--json',
  ],
  worlds: ['worlds', model, '--option', 'more-beds', '--worlds', '12', '--json'],
};

describe.runIf(hasRedis)('a fleet', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  const local: Record<string, string> = {};
  beforeAll(async () => {
    await build('cli');
    redis = await startRedis();
    for (const [name, args] of Object.entries(commands)) {
      const one = start(args);
      expect([name, await one.ended, one.said()]).toEqual([name, 0, expect.anything()]);
      local[name] = one.printed();
    }
  });
  afterAll(async () => {
    await endAll();
    await redis?.stop();
    scratch.remove();
  });

  it.each([1, 2])('of %i gives the same bytes', async (count) => {
    const workers = [];
    for (let number = 0; number < count; number++) workers.push(await startWorker(redis.url, { threads: number + 1 }));
    for (const [name, args] of Object.entries(commands)) {
      const one = start([...args, '--queue', redis.url]);
      const code = await one.ended;
      expect(one.said(), name).not.toContain('cannot be used');
      expect([name, code, one.printed()]).toEqual([name, 0, local[name]]);
    }
    const byName = start(commands.run, { env: { ONWARD_QUEUE: redis.url } });
    expect([await byName.ended, byName.printed()]).toEqual([0, local.run]);
    for (const worker of workers) expect(await worker.kill('SIGTERM')).toBe(0);
  });

  it('without workers is refused, while --queue none and a local run need none', async () => {
    const none = start([...commands.run, '--queue', redis.url]);
    expect(await none.ended).toBe(2);
    expect(none.said()).toContain('no worker of this version');
    expect(none.said()).toContain('Start onward worker');
    const here = start([...commands.run, '--queue', 'none'], { env: { ONWARD_QUEUE: redis.url } });
    expect([await here.ended, here.printed()]).toEqual([0, local.run]);
  });
});
