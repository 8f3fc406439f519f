// What askers and workers need of a queue, and of a clock: Redis with BullMQ in use, a fake of both in one thread in the tests.
import type { Chunk } from './chunk.ts';

/** Values by key, which the queue may lose at any time. */
export interface Store {
  get(key: string): Promise<Uint8Array | null>;
  set(key: string, value: Uint8Array | string, seconds: number): Promise<void>;
  /** Sets nothing where there is a value already, and gives that one. */
  setNew(key: string, value: string, seconds: number): Promise<string | null>;
  expire(key: string, seconds: number): Promise<void>;
  remove(key: string): Promise<void>;
  /** Of a table by field. */
  put(key: string, field: string, value: string, seconds: number): Promise<void>;
  take(key: string, field: string): Promise<void>;
  all(key: string): Promise<Readonly<Record<string, string>>>;
  /** The queue's own time, in seconds: clocks of several machines differ. */
  seconds(): Promise<number>;
}

/** Chunks in line, as an asker sees them. */
export interface Line {
  /** Nothing happens where a chunk of that name is in line already. */
  add(id: string, chunk: Chunk): Promise<void>;
  state(id: string): Promise<'in line' | 'failed' | 'gone'>;
  reason(id: string): Promise<string>;
  /** Whether it is out of line now: not where a worker has begun it. */
  withdraw(id: string): Promise<boolean>;
  /** A hint only: it may never come, or come twice. */
  onEnded(listener: (id: string) => void): void;
}

export interface Clock {
  /** In milliseconds. */
  now(): number;
  /** Returns what calls it off. */
  after(ms: number, what: () => void): () => void;
}

export const realClock: Clock = {
  now: () => performance.now(),
  after(ms, what) {
    const timer = setTimeout(what, ms);
    return () => clearTimeout(timer);
  },
};

/** No longer than this: whoever leaves does not wait for a queue that is silent. */
export async function atMost(ms: number, clock: Clock, what: Promise<unknown>): Promise<void> {
  let callOff = () => {};
  const over = new Promise<void>((resolve) => (callOff = clock.after(ms, resolve)));
  await Promise.race([what.catch(() => {}), over]);
  callOff();
}
