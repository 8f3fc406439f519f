// The followed person: identified by a key that is the same in every option, so that another run shows the same person.
import { createStore } from 'zustand/vanilla';
import type { WatchedRun } from './watched.ts';

/** The two halves of a person's key in a watched run. */
export interface PersonKey {
  readonly high: number;
  readonly low: number;
}

export const followed = createStore<{ readonly person: PersonKey | undefined }>(() => ({ person: undefined }));

/** `person` is the running number in this run. */
export const follow = ({ people }: Pick<WatchedRun, 'people'>, person: number): void =>
  followed.setState({ person: { high: people.keyHigh[person], low: people.keyLow[person] } });

export const stopFollowing = (): void => followed.setState({ person: undefined });

/** Their running number in this run; −1: nobody is followed, or they do not come in it. */
export function followedIn({ people }: Pick<WatchedRun, 'people'>, key: PersonKey | undefined): number {
  if (!key) return -1;
  for (let at = people.keyLow.indexOf(key.low); at >= 0; at = people.keyLow.indexOf(key.low, at + 1))
    if (people.keyHigh[at] === key.high) return at;
  return -1;
}
