// Who is followed in a run, and their journey in it.
import { journeyOf, type Journey } from '../playback/journey.ts';
import { followedIn, type PersonKey } from '../stores/followed.ts';
import type { WatchedRun } from '../stores/watched.ts';

export interface FollowedJourney {
  /** Their running number in this run; −1: they do not come in it. */
  readonly person: number;
  readonly journey: Journey;
}

export function journeyIn(run: WatchedRun, key: PersonKey): FollowedJourney {
  const person = followedIn(run, key);
  return { person, journey: journeyOf(run.trace, run.network, person) };
}
