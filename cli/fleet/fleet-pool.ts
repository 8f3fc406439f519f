// A pool whose threads are workers on any number of computers. It says when nobody works or the queue is silent, and stops in time.
import { hostname } from 'node:os';
import type { Model } from '../../engine/index.ts';
import type { Pool } from '../pool.ts';
import { type Asker, type Asking, ask } from './asking.ts';
import * as faults from './faults.ts';
import { atMost } from './queue.ts';
import { EVERY, type Present, strikeOut, whoIsThere, writeDown } from './present.ts';

export interface FleetPool extends Pool {
  withdraw(): Promise<void>;
}

interface Circumstances {
  readonly version: string;
  /** By the machine's clock; then what is complete is all there is. */
  readonly stopInMs: number | undefined;
  say(words: string): void;
  disconnect(): Promise<void>;
}

/** How long it waits for a first worker, for another once all have gone, and for a queue that is silent. */
const FIRST_MS = 10_000;
const NOBODY_MS = 60_000;
const SILENT_MS = 120_000;
/** Chunks in line for each thread, so that none runs out; others of a shared queue get their turn between them. */
const AHEAD = 3;
const FEWEST_AHEAD = 16;

export async function fleetPool(
  model: Model,
  asker: Asker,
  { version, stopInMs, say, disconnect }: Circumstances,
): Promise<FleetPool> {
  const { store, clock, engine, line } = asker;
  const me = `${hostname()}:${process.pid}:${Math.random().toString(36).slice(2, 8)}`;
  const asking = ask(model, asker);
  line.onEnded((id) => asking.hint(id));
  const ofUs = (there: ReadonlyMap<string, Present>) =>
    [...there.values()].filter((one) => one.role === 'worker' && one.engine === engine);

  const begun = clock.now();
  let lastWorker: number | undefined;
  let isSaidNobody = false;
  async function lookWhoIsThere(): Promise<number> {
    await writeDown(store, me, { role: 'asker', engine, version, threads: 0 });
    const there = await whoIsThere(store);
    const workers = ofUs(there);
    if (workers.length > 0) {
      lastWorker = clock.now();
      isSaidNobody = false;
      return workers.reduce((sum, { threads }) => sum + threads, 0);
    }
    const silence = clock.now() - (lastWorker ?? begun);
    if (lastWorker === undefined && silence >= FIRST_MS) throw faults.nobodyThere(engine, there.values());
    if (!isSaidNobody)
      say(
        lastWorker === undefined
          ? `No worker of this version is there yet; waiting ${FIRST_MS / 1000} seconds for one.`
          : `No worker is left; waiting up to ${NOBODY_MS / 1000} seconds for another. Start one with onward worker.`,
      );
    isSaidNobody = true;
    if (lastWorker !== undefined && silence >= NOBODY_MS) {
      say('No worker has come back, so this stops with what is complete.');
      asking.stop();
    }
    return 0;
  }

  const watch = watching(asking, lookWhoIsThere, { clock, say });
  try {
    let threads = await lookWhoIsThere();
    while (threads === 0) {
      await new Promise<void>((resolve) => void clock.after(EVERY / 4, resolve));
      threads = await lookWhoIsThere();
    }
    watch.begin();
    const callOff = stopInMs === undefined ? () => {} : clock.after(stopInMs, asking.stop);
    return {
      workers: Math.max(FEWEST_AHEAD, AHEAD * threads),
      run: (task) => asking.run(task),
      // Where the queue is silent, whoever watches it says so.
      withdraw: () => asking.withdraw().catch(() => {}),
      async close() {
        callOff();
        watch.end();
        // After a failure there may be chunks in line that nobody needs any more.
        await atMost(
          1000,
          clock,
          asking.withdraw().then(() => strikeOut(store, me)),
        );
        await disconnect();
      },
    };
  } catch (error) {
    await disconnect();
    throw faults.refusedByRedis(error) ?? error;
  }
}

/** Looks around every moment; says when that takes too long, and stops when it takes for ever. */
function watching(
  asking: Asking,
  lookWhoIsThere: () => Promise<number>,
  { clock, say }: Pick<Asker, 'clock'> & Pick<Circumstances, 'say'>,
) {
  let hasEnded = false;
  let callOff = () => {};
  const SAID_AFTER = 10_000;
  async function look(): Promise<void> {
    let isSilent = false;
    const notices = [
      clock.after(SAID_AFTER, () => {
        isSilent = true;
        say(`The queue does not answer; waiting up to ${SILENT_MS / 60_000} minutes for it.`);
      }),
      clock.after(SILENT_MS, () => {
        say('The queue has not come back, so this stops with what is complete.');
        asking.stop();
      }),
    ];
    try {
      await lookWhoIsThere();
      await asking.look();
      if (isSilent) say('The queue answers again.');
    } catch (error) {
      asking.fail(faults.refusedByRedis(error) ?? (error as Error));
    } finally {
      for (const notice of notices) notice();
    }
    if (!hasEnded) begin();
  }
  const begin = () => void (callOff = clock.after(EVERY, () => void look()));
  return {
    begin,
    end() {
      hasEnded = true;
      callOff();
    },
  };
}
