// The longest waits at one moment: who has been ready, or waiting outside, for the most days.
import type { World } from '../../engine/index.ts';

export interface Wait {
  readonly person: number;
  readonly days: number;
  /** Where they hold a place; −1: nowhere yet. */
  readonly station: number;
  /** The station they asked for first; −1: they have been promised a place. */
  readonly askedFor: number;
  readonly need: number;
}

const [OUTSIDE, DELAYED] = [1, 3];

/** At most `most`, the longest first; of equal ones, the person who came first in the run. */
export function longestWaits(world: World, most: number): Wait[] {
  const found: Wait[] = [];
  for (let person = 0; person < world.state.length; person++) {
    if (world.state[person] !== DELAYED && world.state[person] !== OUTSIDE) continue;
    const days = world.day - world.sinceDay[person];
    if (found.length === most && days <= found.at(-1)!.days) continue;
    const at = found.findIndex((wait) => wait.days < days);
    const [station, askedFor, need] = [world.station[person], world.askedFor[person], world.need[person]];
    found.splice(at < 0 ? found.length : at, 0, { person, days, station, askedFor, need });
    if (found.length > most) found.pop();
  }
  return found;
}

/** By station asked for: the most days anybody who waits for it has been ready, or waiting outside; −1: nobody waits. */
export function longestWaitFor(world: World): Float64Array {
  const longest = new Float64Array(world.waiting.length).fill(-1);
  for (let person = 0; person < world.state.length; person++) {
    const asked = world.askedFor[person];
    if (asked >= 0) longest[asked] = Math.max(longest[asked], world.day - world.sinceDay[person]);
  }
  return longest;
}
