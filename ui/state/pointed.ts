// Who is pointed at in a queue: the person of a watched run whose bed the map then shows.
import { createStore } from 'zustand/vanilla';
import type { WatchedRun } from './watched.ts';

interface Pointed {
  readonly run?: WatchedRun;
  /** −1: nobody. */
  readonly person: number;
}

export const pointed = createStore<Pointed>(() => ({ person: -1 }));

export const pointedIn = (run: WatchedRun): number => {
  const now = pointed.getState();
  return now.run === run ? now.person : -1;
};
