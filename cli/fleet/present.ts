// Who is there: workers and askers write themselves down every few seconds, by the queue's own time.
import { presentKey, DAY } from './keys.ts';
import type { Store } from './queue.ts';

export interface Present {
  readonly role: 'worker' | 'asker';
  readonly engine: string;
  readonly version: string;
  /** Replications that it runs at once. */
  readonly threads: number;
}

/** How often, in milliseconds; whoever is silent for longer than `GONE_SECONDS` is not there. */
export const EVERY = 2000;
const GONE_SECONDS = 15;

export async function writeDown(store: Store, id: string, present: Present): Promise<void> {
  await store.put(presentKey, id, JSON.stringify({ ...present, at: await store.seconds() }), DAY);
}

export const strikeOut = (store: Store, id: string): Promise<void> => store.take(presentKey, id);

export async function whoIsThere(store: Store): Promise<ReadonlyMap<string, Present>> {
  const [all, now] = await Promise.all([store.all(presentKey), store.seconds()]);
  const there = new Map<string, Present>();
  for (const [id, text] of Object.entries(all)) {
    const { at, ...present } = JSON.parse(text) as Present & { at: number };
    if (Math.abs(now - at) <= GONE_SECONDS) there.set(id, present);
    else await store.take(presentKey, id);
  }
  return there;
}
