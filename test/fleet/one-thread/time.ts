// Time that passes only when everybody waits: what happens next is decided by the seed alone.
import type { Clock } from '../../../cli/fleet/queue.ts';

export interface Chance {
  /** From 0 up to 1. */
  uniform(): number;
  between(least: number, most: number): number;
  happens(share: number): boolean;
}

/** A small generator of its own (mulberry32): a fault is had again by its seed. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    uniform,
    between: (least, most) => least + (most - least) * uniform(),
    happens: (share) => uniform() < share,
  };
}

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly what: () => void;
}

export class Time implements Clock {
  #now = 0;
  #order = 0;
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, what: () => void): () => void {
    const timer = { at: this.#now + ms, order: this.#order++, what };
    let at = this.#timers.length;
    while (at > 0 && this.#timers[at - 1].at > timer.at) at--;
    this.#timers.splice(at, 0, timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.after(ms, resolve));
  }

  /** Until this is settled; an error where nothing is left to happen, or it takes more than a day. */
  async until<T>(wanted: Promise<T>): Promise<T> {
    let isSettled = false;
    void wanted.catch(() => {}).finally(() => (isSettled = true));
    for (;;) {
      // Whatever follows from what has happened follows before the next thing happens.
      await new Promise((resolve) => setImmediate(resolve));
      if (isSettled) return wanted;
      const next = this.#timers.shift();
      if (next === undefined) throw new Error('Everybody waits for somebody else.');
      if (next.at > 86_400_000) throw new Error('It takes more than a day.');
      this.#now = next.at;
      next.what();
    }
  }
}
