// Who is followed in a run, and their journey in it.
import { journeyOf, type Journey } from '../playback/journey.ts';
import { followedIn, type PersonKey } from '../state/followed.ts';
import type { WatchedRun } from '../state/watched.ts';

export interface FollowedJourney {
  /** Their running number in this run; −1: they do not come in it. */
  readonly person: number;
  readonly journey: Journey;
}

/** Of each run the last one asked for: several parts of the page ask for the same. */
const last = new WeakMap<WatchedRun, FollowedJourney & { readonly key: PersonKey | undefined }>();

export function journeyIn(run: WatchedRun, key: PersonKey | undefined): FollowedJourney {
  const known = last.get(run);
  if (known && known.key === key) return known;
  const person = followedIn(run, key);
  const found = { key, person, journey: journeyOf(run.trace, run.network, person) };
  last.set(run, found);
  return found;
}
