// How fast a fleet is on this computer: two workers beside one, and both beside as many of the command's own threads, taking turns.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { Plain, root, run } from './install.mjs';
import { findRedis, startRedis } from './redis.mjs';

await run(async () => {
  const { rounds, replications, model } = asked();
  if (!findRedis())
    throw new Plain('No Redis was found. Install it (apt-get install redis-server), or set REDIS_SERVER.');
  await build('cli');
  const redis = await startRedis();
  const args = ['run', model, '--replications', String(replications), '--json', '--quiet'];
  const ways = {
    'one worker of one thread': () => withWorkers(redis.url, 1, () => seconds([...args, '--queue', redis.url])),
    'two workers of one thread': () => withWorkers(redis.url, 2, () => seconds([...args, '--queue', redis.url])),
    'one thread, no queue': () => seconds([...args, '--workers', '1']),
    'two threads, no queue': () => seconds([...args, '--workers', '2']),
  };
  const taken = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  try {
    for (let round = 0; round < rounds; round++)
      for (const [name, way] of Object.entries(ways)) {
        taken[name].push(await way(round));
        // What was answered must not be there for the next.
        await redis.forget();
      }
  } finally {
    await redis.stop();
  }
  const medians = Object.entries(taken).map(([name, all]) => [
    name,
    all.sort((a, b) => a - b)[Math.floor(all.length / 2)],
  ]);
  console.log(`${model}, ${replications} simulated periods, median of ${rounds} rounds that take turns`);
  for (const [name, median] of medians) console.log(`  ${name.padEnd(28)} ${median.toFixed(2)} s`);
  const [one, two, alone, local] = medians.map(([, median]) => median);
  console.log(`  two workers do ${(one / two).toFixed(2)} times the work of one`);
  console.log(`  two threads do ${(alone / local).toFixed(2)} times the work of one`);
  console.log(`  two workers take ${((100 * two) / local - 100).toFixed(1)} % longer than two threads without a queue`);
});

function asked() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      replications: { type: 'string', default: '4000' },
      model: { type: 'string', default: 'ilkeston-2019' },
    },
  });
  return { rounds: Number(values.rounds), replications: Number(values.replications), model: values.model };
}

function start(args) {
  const program = join(root, 'dist/cli/main.js');
  return spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function withWorkers(url, count, body) {
  const workers = Array.from({ length: count }, () => start(['worker', '--queue', url, '--workers', '1']));
  const ends = workers.map((worker) => new Promise((resolve) => worker.on('close', resolve)));
  try {
    await Promise.all(workers.map(untilWorking));
    return await body();
  } finally {
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(ends);
  }
}

async function untilWorking(worker) {
  let said = '';
  worker.stderr.on('data', (text) => (said += text));
  while (!said.includes('Working for')) {
    if (worker.exitCode !== null) throw new Error(said);
    await wait(10);
  }
}

/** Of the whole command, from its start to its end. */
function seconds(args) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = start(args);
    child.stdout.resume();
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.on('close', (code) => {
      if (code === 0) resolve((performance.now() - begun) / 1000);
      else reject(new Error(`onward ${args.join(' ')} ended with code ${code}:\n${said}`));
    });
  });
}
