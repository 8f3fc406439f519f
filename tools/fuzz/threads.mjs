// Threads that fuzz: each takes a part of the inputs of every target; one that hangs or runs out of memory is ended, told of and begun anew.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Plain } from '../install.mjs';
import { sayFound, sayTable } from './told.mjs';

/** On a machine that has much else to do, ten times what any input may take. */
const HANGS_SECONDS = 60;
const MOST_MEGABYTES = 2000;
const HEAD = 8;
const ROOM = HEAD + 100_000;
/** A target that breaks thread after thread is left. */
const MOST_BROKEN = 5;

export async function fuzzAll({ folder, places, wanted, inputs, seed, minutes, threads }) {
  const { targets } = await import(pathToFileURL(join(folder, 'test/fuzz/targets/index.js')).href);
  const unknown = wanted.find((name) => !(name in targets));
  if (unknown !== undefined)
    throw new Plain(`There is no target ${unknown}; there are ${Object.keys(targets).join(', ')}.`);
  const names = wanted.length > 0 ? wanted : Object.keys(targets);
  const shares = names.reduce((sum, name) => sum + targets[name].share, 0);
  const part = (name) => targets[name].share / shares / threads;
  const began = Date.now();
  const told = new Map(
    names.map((name) => [name, { tried: 0, accepted: 0, kept: 0, places: 0, ms: 0, found: new Map() }]),
  );
  console.log(`${inputs} inputs of ${names.join(', ')}; ${places} places of the code are marked; seed ${seed}.`);

  await Promise.all(
    Array.from({ length: threads }, (_, at) =>
      inThread({
        file: join(folder, 'thread.js'),
        jobs: names.map((name) => ({
          target: name,
          inputs: Math.ceil(inputs * part(name)),
          seed: seed * 1000 + at,
          seconds: Math.ceil(minutes * 60 * part(name) * threads),
        })),
        told,
      }),
    ),
  );
  sayTable(told, (Date.now() - began) / 1000);
  const faults = [...told.values()].flatMap(({ found }) => [...found.values()]);
  for (const found of faults) sayFound(found);
  return faults.length === 0;
}

/** Until all its jobs are done. */
async function inThread({ file, jobs, told }) {
  let left = jobs;
  for (let broken = 0; left.length > 0 && broken < MOST_BROKEN;) {
    const { rest, isBroken } = await oneThread(file, left, told);
    left = rest;
    if (isBroken) broken++;
  }
}

function oneThread(file, jobs, told) {
  const shared = new SharedArrayBuffer(ROOM);
  const head = new Int32Array(shared, 0, 2);
  const worker = new Worker(file, {
    workerData: { jobs, shared },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  let at = 0;
  let now = { tried: 0 };
  const inputNow = () => Buffer.from(new Uint8Array(shared, HEAD).slice(0, head[1]));
  const add = (of) => {
    const its = told.get(of.target);
    for (const one of of.found) if (!its.found.has(one.key)) its.found.set(one.key, { ...one, seed: of.seed });
    its.tried += of.tried;
    its.accepted += of.accepted;
    its.kept += of.kept;
    its.places = Math.max(its.places, of.places);
    its.ms += of.ms;
  };
  return new Promise((resolve) => {
    let why;
    const end = (words) => {
      why = words;
      void worker.terminate();
    };
    const watch = setInterval(() => {
      const since = Atomics.load(head, 0);
      if (since > 0 && Date.now() / 1000 - since > HANGS_SECONDS) end(`It hangs: no answer in ${HANGS_SECONDS} s.`);
    }, 2000);
    worker.on('message', (message) => {
      now = message;
      if (message.type === 'now' && process.stderr.isTTY) process.stderr.write(`\r${message.target} ${message.tried} `);
      if (message.type !== 'done') return;
      add(message);
      console.log(
        `  ${message.target}: ${message.tried} tried, ${message.found.length} faults, ${(message.ms / 1000).toFixed(0)} s`,
      );
      at++;
      now = { tried: 0 };
    });
    worker.on('error', (error) => {
      why =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `It takes more than ${MOST_MEGABYTES} MB.`
          : String(error.stack ?? error);
    });
    worker.on('exit', () => {
      clearInterval(watch);
      if (at >= jobs.length) return resolve({ rest: [], isBroken: false });
      const job = jobs[at];
      const input = inputNow();
      const found = { target: job.target, key: why, words: why ?? 'The thread ended.', input };
      add({ found: [], accepted: 0, kept: 0, places: 0, ms: 0, ...now, target: job.target, seed: job.seed });
      told.get(job.target).found.set(`${why} ${input.toString('latin1').slice(0, 200)}`, { ...found, seed: job.seed });
      console.log(`  ${job.target}: ${why}`);
      // One that cannot even be loaded is left.
      const again = { ...job, inputs: now.tried > 0 ? job.inputs - now.tried : 0, seed: job.seed + 500 };
      resolve({ rest: [...(again.inputs > 0 ? [again] : []), ...jobs.slice(at + 1)], isBroken: true });
    });
  });
}
