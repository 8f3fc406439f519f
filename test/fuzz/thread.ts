// A thread of `node tools/fuzz.mjs`: fuzzes the targets it is given one after the other, and tells whoever started it how far it is.
import { parentPort, workerData } from 'node:worker_threads';
import { fuzz, type Fuzzing } from './fuzzer.ts';
import { targets } from './targets/index.ts';

interface Job {
  readonly target: string;
  readonly inputs: number;
  readonly seed: number;
  readonly seconds: number;
}

export interface Given {
  readonly jobs: readonly Job[];
  /** Words of 32 bits: when the input began, in seconds; how long it is; then its bytes. */
  readonly shared: SharedArrayBuffer;
}

/** The build counts the places of the code that are reached for the first time. */
const counter = globalThis as { placesReached?: () => number };
const { jobs, shared } = workerData as Given;
const head = new Int32Array(shared, 0, 2);
const room = new Uint8Array(shared, 8);

for (const { target: name, inputs, seed, seconds } of jobs) {
  Atomics.store(head, 1, 0);
  const target = await targets[name].load();
  const began = Date.now();
  let saidAt = began;
  const tell = (type: 'now' | 'done', { tried, accepted, kept, found }: Fuzzing) =>
    parentPort!.postMessage({
      type,
      target: name,
      seed,
      tried,
      accepted,
      kept,
      found,
      places: counter.placesReached?.() ?? 0,
      ms: Date.now() - began,
    });
  const done = await fuzz(target, {
    inputs,
    seed,
    ...(counter.placesReached && { places: counter.placesReached }),
    begins(input) {
      room.set(input.subarray(0, room.length));
      Atomics.store(head, 1, Math.min(input.length, room.length));
      Atomics.store(head, 0, Math.floor(Date.now() / 1000));
    },
    ends(now) {
      const time = Date.now();
      if (time - saidAt > 2000) {
        saidAt = time;
        tell('now', now);
      }
      return time - began < 1000 * seconds;
    },
  });
  tell('done', done);
}
Atomics.store(head, 0, 0);
