// Gridlock (deadlock, circular wait): finds a set of stations none of which can free a place by itself, and the ring of people who swap.
import type { Network } from '../network/network.ts';
import { A_PERSON, askedBefore, ENTRY, HELD, READY_TO_GO, STATE, type People } from './people.ts';
import { IN_PLACE, PLACES, READY_HERE, RESERVED_FOR, rowOf } from './stations.ts';
import { AT_STATION, CHOICE, SIBLING } from './waiting-lists.ts';

export interface Standing {
  readonly network: Network;
  /** Rows of the stations, and of the entries on their lists. */
  readonly at: Int32Array;
  readonly rows: Int32Array;
  readonly people: People;
  /** Whether something still to come (an alternative, a rise, giving up) may take the person elsewhere. */
  mayStillLeave(person: number): boolean;
}

/**
 * The entries of a ring, in order (each takes the place held by the next), or null when nothing is locked. A set of stations
 * is locked when every place in it is held by someone ready who waits only for places of that set.
 */
export function findRing(standing: Standing): number[] | null {
  const { network, at, people, rows } = standing;
  const { who } = people;
  const stations = network.stationIds.length;
  const locked = new Uint8Array(stations);
  let left = 0;
  for (let s = 0; s < stations; s++)
    if (mayBeLocked(network, at, s)) {
      locked[s] = 1;
      left++;
    }
  for (let changed = true; changed && left > 0;) {
    changed = false;
    for (let person = 0; person < people.end(); person += A_PERSON) {
      const held = who[person + HELD];
      if (who[person + STATE] !== READY_TO_GO || !locked[held]) continue;
      // A person who is being seen by a team, or has a place reserved, waits for nobody's place.
      let inside = who[person + ENTRY] >= 0 && !standing.mayStillLeave(person);
      for (let entry = who[person + ENTRY]; entry >= 0; entry = rows[entry + SIBLING])
        if (!locked[rows[entry + AT_STATION]]) inside = false;
      if (inside) continue;
      locked[held] = 0;
      left--;
      changed = true;
    }
  }
  if (left === 0) return null;
  const longest = longestWaiting(people, locked);
  let start = -1;
  for (let s = 0; s < stations; s++)
    if (longest[s] >= 0 && (start < 0 || askedBefore(people, longest[s], longest[start]))) start = s;
  const order: number[] = [];
  const ring: number[] = [];
  for (let station = start; ;) {
    const seen = order.indexOf(station);
    if (seen >= 0) return ring.slice(seen);
    order.push(station);
    const entry = firstChoice(who[longest[station] + ENTRY], rows);
    ring.push(entry);
    station = rows[entry + AT_STATION];
  }
}

/** Whether all places of a station are held by people who are ready, and none is promised to somebody else. */
export function mayBeLocked(network: Network, at: Int32Array, station: number): boolean {
  const row = rowOf(station);
  if (!network.mayLock[station] || at[row + IN_PLACE] === 0 || at[row + RESERVED_FOR] > 0) return false;
  return at[row + IN_PLACE] >= at[row + PLACES] && at[row + READY_HERE] === at[row + IN_PLACE];
}

/** By station of the set: its longest-waiting person, −1 elsewhere. */
function longestWaiting(people: People, locked: Uint8Array): Int32Array {
  const { who } = people;
  const longest = new Int32Array(locked.length).fill(-1);
  for (let person = 0; person < people.end(); person += A_PERSON) {
    const held = who[person + HELD];
    if (who[person + STATE] !== READY_TO_GO || !locked[held]) continue;
    if (longest[held] < 0 || askedBefore(people, person, longest[held])) longest[held] = person;
  }
  return longest;
}

function firstChoice(entry: number, rows: Int32Array): number {
  let best = entry;
  for (let one = entry; one >= 0; one = rows[one + SIBLING]) if (rows[one + CHOICE] < rows[best + CHOICE]) best = one;
  return best;
}
