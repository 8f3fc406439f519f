// One seed is one story: some workers, what befalls them and the queue, and an asker that must end with the right bytes or say why not.
import { BadCommand } from '../../../cli/bad-command.ts';
import { fleetPool } from '../../../cli/fleet/fleet-pool.ts';
import type { Combinations, Task } from '../../../cli/replicator.ts';
import type { Model } from '../../../engine/index.ts';
import { FakeQueue } from './queue.ts';
import { chanceOf, Time } from './time.ts';
import { ENGINE, FakeWorker, valuesOf } from './workers.ts';

export interface Ending {
  /** `complete`: every replication, with the right bytes. `stopped`: an end in words, with what was complete. */
  readonly outcome: 'complete' | 'stopped' | 'refused';
  readonly said: readonly string[];
  readonly wrong: number;
}

export interface Plot {
  readonly isPoison?: boolean;
  readonly hasWrongWorker?: boolean;
  /** Somebody presses Ctrl-C in the middle. */
  readonly isStopped?: boolean;
  /** All workers die in the middle, and nobody starts another. */
  readonly isAbandoned?: boolean;
}

const model = { id: 'some model' } as unknown as Model;
const A_CHUNK = 4;

export async function play(
  seed: number,
  { isPoison = false, hasWrongWorker = false, isStopped = false, isAbandoned = false }: Plot = {},
): Promise<Ending> {
  const time = new Time();
  const chance = chanceOf(seed);
  const isCalm = chance.happens(0.2);
  const queue = new FakeQueue(time, chance, {
    slow: isCalm ? 0 : chance.between(0, 0.02),
    twice: isCalm ? 0 : chance.between(0, 0.1),
    lostHints: isCalm ? 0 : chance.between(0, 0.5),
  });
  const workers: FakeWorker[] = [];
  let born = 0;
  const bear = (countsWrongly = false) => {
    const threads = 1 + Math.floor(3 * chance.uniform());
    const life = { threads, aReplicationMs: chance.between(5, 1500), isKilledByModels: isPoison, countsWrongly };
    workers.push(new FakeWorker(`w${born++}`, queue, life));
  };
  let isOver = false;
  const befall = () => {
    if (isOver) return;
    if (!isCalm) something();
    if (workers.filter(({ isAlive }) => isAlive).length < 2 && chance.happens(0.5)) bear();
    time.after(chance.between(500, 20_000), befall);
  };
  const something = () => {
    const worker = workers[Math.floor(chance.uniform() * workers.length)];
    const what = chance.uniform();
    if (what < 0.25) worker.isAlive = false;
    else if (what < 0.45) {
      worker.isCutOff = true;
      time.after(chance.between(1000, 40_000), () => (worker.isCutOff = false));
    } else if (what < 0.55) queue.forgetAll();
    else if (what < 0.7) queue.evictOne();
    else if (what < 0.8) queue.spoilOne();
    else if (workers.length < 8) bear();
  };
  const abandon = () => {
    isOver = true;
    for (const worker of workers) worker.isAlive = false;
  };
  if (isAbandoned) time.after(chance.between(500, 20_000), abandon);
  bear(hasWrongWorker);
  if (chance.happens(0.7)) bear();
  time.after(chance.between(500, 20_000), befall);

  const replications = 4 + Math.floor(60 * chance.uniform());
  const said: string[] = [];
  // An asker that is killed and begun anew finds what it left.
  if (!isPoison && chance.happens(0.2))
    await time.until(askAndDie(queue, time, chance.between(500, 20_000), replications));
  try {
    const stopInMs = isStopped ? chance.between(500, 20_000) : Infinity;
    const found = await time.until(askAll(queue, time, replications, said, () => true, stopInMs));
    return { outcome: found.some((one) => one === undefined) ? 'stopped' : 'complete', said, wrong: wrongAmong(found) };
  } catch (error) {
    if (!(error instanceof BadCommand)) throw error;
    return { outcome: 'refused', said: [...said, ...error.problems.map(({ found }) => found)], wrong: 0 };
  } finally {
    isOver = true;
    for (const worker of workers) worker.isAlive = false;
  }
}

const taskOf = (first: number, replications: number): Task => ({
  request: { option: 'today' },
  seed: 7,
  replications: Array.from({ length: Math.min(A_CHUNK, replications - first) }, (_, at) => first + at),
  byWeekBelow: Infinity,
});

const wrongAmong = (found: readonly (Float64Array | undefined)[]): number =>
  found.filter((one, replication) => one !== undefined && !equal(one, valuesOf(taskOf(0, 1), replication))).length;

const equal = (one: Float64Array, other: Float64Array): boolean =>
  Buffer.from(one.buffer, one.byteOffset, one.byteLength).equals(
    Buffer.from(other.buffer, other.byteOffset, other.byteLength),
  );

async function askAll(
  queue: FakeQueue,
  time: Time,
  replications: number,
  said: string[],
  isAlive = () => true,
  withdrawInMs = Infinity,
): Promise<(Float64Array | undefined)[]> {
  const found: (Float64Array | undefined)[] = Array.from({ length: replications });
  const asker = {
    engine: ENGINE,
    store: queue.store(isAlive),
    line: queue.line(isAlive),
    clock: time,
    runHere: async (task: Task | Combinations) => valuesOf(task as Task, (task as Task).replications[0]),
  };
  const disconnect = async () => {};
  const pool = await fleetPool(model, asker, {
    version: '1',
    stopInMs: undefined,
    say: (words) => void said.push(words),
    disconnect,
  });
  let isWithdrawn = false;
  const withdraw = () => {
    isWithdrawn = true;
    void pool.withdraw();
  };
  if (withdrawInMs < Infinity) time.after(withdrawInMs, withdraw);
  let next = 0;
  const feed = async () => {
    while (next < replications && !isWithdrawn) {
      const task = taskOf(next, replications);
      next += A_CHUNK;
      // Two may ask the same at once.
      const [values] = await Promise.all(Array.from({ length: next % 3 === 0 ? 2 : 1 }, () => pool.run(task, 0)));
      for (const [at, one] of values.entries()) found[task.replications[at]] = one;
      if (values.length < task.replications.length) return;
    }
  };
  try {
    await Promise.all(Array.from({ length: pool.workers }, feed));
  } finally {
    await pool.close();
  }
  return found;
}

async function askAndDie(queue: FakeQueue, time: Time, afterMs: number, replications: number): Promise<void> {
  let isAlive = true;
  const asking = askAll(queue, time, replications, [], () => isAlive).then(
    () => {},
    () => {},
  );
  await Promise.race([asking, time.wait(afterMs)]);
  isAlive = false;
}
