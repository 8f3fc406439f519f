// Gridlock (deadlock, circular wait): finds a set of stations none of which can free a place by itself, and the ring of people who swap.
import { keyBefore } from '../arrivals/arrivals.ts';
import type { Network } from '../network/network.ts';
import { READY_TO_GO, type People } from './people.ts';
import type { Entries } from './waiting-lists.ts';

export interface Standing {
  readonly network: Network;
  readonly people: People;
  readonly entries: Entries;
  readonly slots: number;
  /** By station: places in force, people holding one, and how many of those are ready. */
  readonly places: Int32Array;
  readonly inPlace: Int32Array;
  readonly readyHere: Int32Array;
  /** By station: places reserved, so that someone is about to come. */
  readonly reservedFor: Int32Array;
  /** Whether something still to come (an alternative, a rise, giving up) may take the person elsewhere. */
  mayStillLeave(person: number): boolean;
}

/**
 * The entries of a ring, in order (each takes the place held by the next), or null when nothing is locked. A set of stations
 * is locked when every place in it is held by someone ready who waits only for places of that set.
 */
export function findRing(standing: Standing): number[] | null {
  const { network, people, entries, slots } = standing;
  const stations = network.stationIds.length;
  const locked = new Uint8Array(stations);
  let left = 0;
  for (let s = 0; s < stations; s++)
    if (mayBeLocked(standing, s)) {
      locked[s] = 1;
      left++;
    }
  for (let changed = true; changed && left > 0;) {
    changed = false;
    for (let person = 0; person < slots; person++) {
      const held = people.held[person];
      if (people.state[person] !== READY_TO_GO || !locked[held]) continue;
      // A person who is being seen by a team, or has a place reserved, waits for nobody's place.
      let inside = people.entry[person] >= 0 && !standing.mayStillLeave(person);
      for (let entry = people.entry[person]; entry >= 0; entry = entries.sibling[entry])
        if (!locked[entries.station[entry]]) inside = false;
      if (inside) continue;
      locked[held] = 0;
      left--;
      changed = true;
    }
  }
  if (left === 0) return null;
  const longest = longestWaiting(standing, locked);
  let start = -1;
  for (let s = 0; s < stations; s++)
    if (longest[s] >= 0 && (start < 0 || before(people, longest[s], longest[start]))) start = s;
  const order: number[] = [];
  const ring: number[] = [];
  for (let station = start; ;) {
    const seen = order.indexOf(station);
    if (seen >= 0) return ring.slice(seen);
    order.push(station);
    const entry = firstChoice(people.entry[longest[station]], entries);
    ring.push(entry);
    station = entries.station[entry];
  }
}

/** Whether all places of a station are held by people who are ready, and none is promised to somebody else. */
export function mayBeLocked(
  standing: Pick<Standing, 'network' | 'places' | 'inPlace' | 'readyHere' | 'reservedFor'>,
  s: number,
): boolean {
  const { network, places, inPlace, readyHere, reservedFor } = standing;
  if (!network.mayLock[s] || inPlace[s] === 0 || reservedFor[s] > 0) return false;
  return inPlace[s] >= places[s] && readyHere[s] === inPlace[s];
}

/** By station of the set: its longest-waiting person, −1 elsewhere. */
function longestWaiting({ people, slots }: Standing, locked: Uint8Array): Int32Array {
  const longest = new Int32Array(locked.length).fill(-1);
  for (let person = 0; person < slots; person++) {
    const held = people.held[person];
    if (people.state[person] !== READY_TO_GO || !locked[held]) continue;
    if (longest[held] < 0 || before(people, person, longest[held])) longest[held] = person;
  }
  return longest;
}

function before(people: People, a: number, b: number): boolean {
  if (people.askedDay[a] !== people.askedDay[b]) return people.askedDay[a] < people.askedDay[b];
  return keyBefore(people.keyHigh[a], people.keyLow[a], people.keyHigh[b], people.keyLow[b]);
}

function firstChoice(entry: number, entries: Entries): number {
  let best = entry;
  for (let one = entry; one >= 0; one = entries.sibling[one])
    if (entries.choice[one] < entries.choice[best]) best = one;
  return best;
}
