// A queue in memory, with the rules of Redis and BullMQ that matter: locks that end, chunks that stall, and everything that may be lost.
import type { Chunk } from '../../../cli/fleet/chunk.ts';
import { REASONS } from '../../../cli/fleet/failures.ts';
import type { Line, Store } from '../../../cli/fleet/queue.ts';
import type { Chance, Time } from './time.ts';

export interface Job {
  readonly id: string;
  readonly chunk: Chunk;
  state: 'waiting' | 'running' | 'failed';
  lockedUntil: number;
  stops: number;
  reason: string;
}

export interface Troubles {
  /** Of questions to the queue: how many take seconds, and how many are carried out twice. */
  readonly slow: number;
  readonly twice: number;
  /** Of hints: how many never come. */
  readonly lostHints: number;
}

const MOST_STALLS = 3;

export class FakeQueue {
  readonly jobs = new Map<string, Job>();
  readonly values = new Map<string, Uint8Array>();
  readonly tables = new Map<string, Map<string, string>>();
  readonly listeners = new Set<(id: string) => void>();
  readonly time: Time;
  readonly chance: Chance;
  readonly troubles: Troubles;
  constructor(time: Time, chance: Chance, troubles: Troubles) {
    this.time = time;
    this.chance = chance;
    this.troubles = troubles;
  }

  /** What a restart without anything on the disk leaves: nothing. */
  forgetAll(): void {
    this.jobs.clear();
    this.values.clear();
    this.tables.clear();
  }

  evictOne(): void {
    const keys = [...this.values.keys()];
    if (keys.length > 0) this.values.delete(keys[Math.floor(this.chance.uniform() * keys.length)]);
  }

  /** One bit of a model or an answer. */
  spoilOne(): void {
    const some = [...this.values].filter(([key]) => /:(answer|model):/.test(key));
    if (some.length === 0) return;
    const [key, value] = some[Math.floor(this.chance.uniform() * some.length)];
    const spoilt = Buffer.from(value);
    spoilt[Math.floor(this.chance.uniform() * spoilt.length)] ^= 1;
    this.values.set(key, spoilt);
  }

  /** A question of somebody; one who has died in the meantime does nothing more and hears nothing. */
  async #asked<T>(isAlive: () => boolean, what: () => T): Promise<T> {
    const { time, chance, troubles } = this;
    await time.wait(chance.happens(troubles.slow) ? chance.between(1000, 30_000) : chance.between(1, 20));
    if (!isAlive()) return new Promise<T>(() => {});
    let answer = what();
    if (chance.happens(troubles.twice)) answer = what();
    await time.wait(chance.between(1, 20));
    return isAlive() ? answer : new Promise<T>(() => {});
  }

  store(isAlive: () => boolean): Store {
    const asked = <T>(what: () => T) => this.#asked(isAlive, what);
    const table = (key: string) => this.tables.get(key) ?? new Map<string, string>();
    return {
      get: (key) => asked(() => this.values.get(key) ?? null),
      set: (key, value) => asked(() => void this.values.set(key, Buffer.from(value))),
      setNew: (key, value) =>
        asked(() => {
          const before = this.values.get(key);
          if (before === undefined) this.values.set(key, Buffer.from(value));
          return before === undefined ? null : Buffer.from(before).toString();
        }),
      expire: (key, seconds) => asked(() => void this.time.after(1000 * seconds, () => this.values.delete(key))),
      remove: (key) => asked(() => void (this.values.delete(key), this.tables.delete(key))),
      put: (key, field, value) => asked(() => void this.tables.set(key, table(key).set(field, value))),
      take: (key, field) => asked(() => void table(key).delete(field)),
      all: (key) => asked(() => Object.fromEntries(table(key))),
      seconds: () => asked(() => Math.floor(this.time.now() / 1000)),
    };
  }

  line(isAlive: () => boolean): Line {
    const asked = <T>(what: () => T) => this.#asked(isAlive, what);
    return {
      add: (id, chunk) =>
        asked(() => {
          if (this.jobs.has(id)) return;
          // What goes by the queue is text.
          const copy = JSON.parse(JSON.stringify(chunk)) as Chunk;
          this.jobs.set(id, { id, chunk: copy, state: 'waiting', lockedUntil: 0, stops: 0, reason: '' });
        }),
      state: (id) =>
        asked(() => {
          const job = this.jobs.get(id);
          return job === undefined ? 'gone' : job.state === 'failed' ? 'failed' : 'in line';
        }),
      reason: (id) => asked(() => this.jobs.get(id)?.reason ?? ''),
      withdraw: (id) => asked(() => this.jobs.get(id)?.state !== 'running' && (this.jobs.delete(id), true)),
      onEnded: (listener) => void this.listeners.add((id) => isAlive() && listener(id)),
    };
  }

  /** The first in line, locked; one that has stalled too often fails instead. */
  take(lockMs: number): Job | undefined {
    for (const job of this.jobs.values()) {
      if (job.state !== 'waiting') continue;
      if (job.stops > MOST_STALLS) this.fail(job, REASONS.stalled);
      else {
        job.state = 'running';
        job.lockedUntil = this.time.now() + lockMs;
        return job;
      }
    }
    return undefined;
  }

  renew(job: Job, lockMs: number): void {
    if (this.jobs.get(job.id) === job) job.lockedUntil = this.time.now() + lockMs;
  }

  /** Those whose lock has ended go back into line. */
  putBackStalled(): void {
    for (const job of this.jobs.values()) {
      if (job.state !== 'running' || job.lockedUntil > this.time.now()) continue;
      job.state = 'waiting';
      job.stops++;
    }
  }

  done(job: Job): void {
    if (this.jobs.get(job.id) === job) this.jobs.delete(job.id);
    this.#hint(job.id);
  }

  fail(job: Job, reason: string): void {
    if (this.jobs.get(job.id) !== job) return;
    job.state = 'failed';
    job.reason = reason;
    this.#hint(job.id);
  }

  #hint(id: string): void {
    if (this.chance.happens(this.troubles.lostHints)) return;
    for (const listener of this.listeners) this.time.after(this.chance.between(1, 50), () => listener(id));
  }
}
