// Workers of the queue in memory: they run the product's own code for a chunk, and die, hang behind a cut link, or count wrongly.
import { createHash } from 'node:crypto';
import { type Chunk, sha256 } from '../../../cli/fleet/chunk.ts';
import { EVERY, writeDown } from '../../../cli/fleet/present.ts';
import { workOn } from '../../../cli/fleet/working.ts';
import type { Task } from '../../../cli/replicator.ts';
import type { FakeQueue, Job } from './queue.ts';

export const ENGINE = 'engine';
const LOCK_MS = 10_000;

/** What a replication gives: numbers that depend on all that decides them, and on nothing else. */
export function valuesOf({ request, seed }: Task, replication: number): Float64Array {
  const hash = createHash('sha256')
    .update(JSON.stringify([request, seed, replication]))
    .digest();
  return Float64Array.from({ length: 4 }, (_, at) => hash.readDoubleLE(8 * at));
}

export interface WorkerLife {
  readonly threads: number;
  /** How long it takes for a replication, in milliseconds. */
  readonly aReplicationMs: number;
  /** Every model kills it. */
  readonly isKilledByModels: boolean;
  readonly countsWrongly: boolean;
}

export class FakeWorker {
  isAlive = true;
  /** No lock is renewed while it is cut off; what it asks waits. */
  isCutOff = false;
  readonly said: string[] = [];
  readonly name: string;
  readonly queue: FakeQueue;
  readonly life: WorkerLife;
  constructor(name: string, queue: FakeQueue, life: WorkerLife) {
    this.name = name;
    this.queue = queue;
    this.life = life;
    const alive = () => this.isAlive;
    const store = queue.store(alive);
    const me = { role: 'worker', engine: ENGINE, version: '1', threads: life.threads } as const;
    this.#every(EVERY, () => void writeDown(store, name, me));
    this.#every(LOCK_MS / 2, () => queue.putBackStalled());
    for (let thread = 0; thread < life.threads; thread++) void this.#work();
  }

  #every(ms: number, what: () => void): void {
    if (!this.isAlive) return;
    if (!this.isCutOff) what();
    this.queue.time.after(ms, () => this.#every(ms, what));
  }

  async #work(): Promise<void> {
    const { queue } = this;
    while (this.isAlive) {
      const job = this.isCutOff ? undefined : queue.take(LOCK_MS);
      if (job === undefined) await queue.time.wait(queue.chance.between(50, 500));
      else await this.#run(job);
    }
  }

  async #run(job: Job): Promise<void> {
    const { queue, life, name } = this;
    let isRunning = true;
    const renew = () => {
      if (!isRunning || !this.isAlive) return;
      if (!this.isCutOff) queue.renew(job, LOCK_MS);
      queue.time.after(LOCK_MS / 2, renew);
    };
    renew();
    const me = {
      name,
      engine: ENGINE,
      store: queue.store(() => this.isAlive),
      say: (words: string) => void this.said.push(words),
      run: async ({ task, model }: Chunk, documentText: string) => {
        if ('swept' in task) throw new Error('No story has a sweep.');
        await queue.time.wait(life.aReplicationMs * task.replications.length * queue.chance.between(0.5, 2));
        if (life.isKilledByModels) this.isAlive = false;
        if (!this.isAlive) return new Promise<never>(() => {});
        const values = task.replications.map((one) => valuesOf(task, one));
        // One bit of one number: from a bad processor, or from another document.
        if (life.countsWrongly || sha256(documentText) !== model) Buffer.from(values[0].buffer)[0] ^= 1;
        return { values };
      },
    };
    try {
      await workOn(me, job.id, job.chunk, job.stops);
      await this.#untilLinked();
      if (this.isAlive) queue.done(job);
    } catch (error) {
      await this.#untilLinked();
      if (this.isAlive) queue.fail(job, (error as Error).message);
    } finally {
      isRunning = false;
    }
  }

  async #untilLinked(): Promise<void> {
    while (this.isCutOff && this.isAlive) await this.queue.time.wait(500);
  }
}
