// Replay: folds a trace into a world: who is where on a given day.
import type { Network } from '../network/network.ts';
import {
  ARRIVE,
  ASK,
  CLOSE,
  LEAVE,
  MOVE,
  OPEN,
  READY,
  RISE,
  STAYS_HERE,
  TURNED_AWAY,
  BY_EXIT,
  waitedAlready,
  type Trace,
} from './trace.ts';

/** States of a person in a world. */
export const NOT_HERE = 0;
export const WAITING_OUTSIDE = 1;
export const IN_CARE = 2;
export const DELAYED = 3;

/** Who is where. Person columns are by running number in the trace, station columns by index of the network. */
export interface World {
  day: number;
  /** Records of the trace folded so far. */
  records: number;
  readonly state: Uint8Array;
  /** Station of the place held, −1. */
  readonly station: Int16Array;
  /** The team that is seeing them, −1. */
  readonly team: Int16Array;
  /** Station asked for first, −1 when not waiting. */
  readonly askedFor: Int16Array;
  readonly need: Int16Array;
  /** Since when they have been in this state (moved in, ready, or arrived). */
  readonly sinceDay: Float64Array;
  readonly occupancy: Int32Array;
  readonly delayed: Int32Array;
  readonly waiting: Int32Array;
  readonly places: Int32Array;
  /** By station, 1 for teams: a person who moves to one keeps the place they hold. */
  readonly keepsPlace: Uint8Array;
  /** People who left by this exit. */
  readonly left: Int32Array;
  turnedAway: number;
  gaveUp: number;
}

/** A world before the first record; `people` is the length of a watched run's people. */
export function startWorld(network: Pick<Network, 'stationIds' | 'places' | 'keepsPlace'>, people: number): World {
  const stations = network.stationIds.length;
  return {
    day: -Infinity,
    records: 0,
    state: new Uint8Array(people),
    station: new Int16Array(people).fill(-1),
    team: new Int16Array(people).fill(-1),
    keepsPlace: network.keepsPlace,
    askedFor: new Int16Array(people).fill(-1),
    need: new Int16Array(people).fill(-1),
    sinceDay: new Float64Array(people),
    occupancy: new Int32Array(stations),
    delayed: new Int32Array(stations),
    waiting: new Int32Array(stations),
    places: Int32Array.from(network.places),
    left: new Int32Array(stations),
    turnedAway: 0,
    gaveUp: 0,
  };
}

export function copyWorld(world: World): World {
  return {
    ...world,
    state: world.state.slice(),
    station: world.station.slice(),
    team: world.team.slice(),
    askedFor: world.askedFor.slice(),
    need: world.need.slice(),
    sinceDay: world.sinceDay.slice(),
    occupancy: world.occupancy.slice(),
    delayed: world.delayed.slice(),
    waiting: world.waiting.slice(),
    places: world.places.slice(),
    left: world.left.slice(),
  };
}

/** Folds every record up to and including `day` into the world; a world only goes forward. */
export function advanceWorld(world: World, trace: Trace, day: number): void {
  while (world.records < trace.length && trace.day[world.records] <= day) fold(world, trace, world.records++);
  world.day = day;
}

function fold(world: World, trace: Trace, record: number): void {
  const person = trace.patient[record];
  const station = trace.station[record];
  const other = trace.other[record];
  const day = trace.day[record];
  switch (trace.verb[record]) {
    case ARRIVE:
      world.need[person] = other;
      world.state[person] = WAITING_OUTSIDE;
      world.sinceDay[person] = day - waitedAlready(trace, record);
      return;
    case ASK:
      stopAsking(world, person);
      world.askedFor[person] = other;
      world.waiting[other]++;
      if (trace.value[record] === STAYS_HERE) world.gaveUp++;
      return;
    case READY:
      if (world.team[person] === station) {
        // Seen, and where they were before: in their place, or outside.
        world.team[person] = -1;
        world.occupancy[station]--;
        return;
      }
      world.state[person] = DELAYED;
      world.sinceDay[person] = day - waitedAlready(trace, record);
      world.delayed[station]++;
      return;
    case MOVE:
      if (world.keepsPlace[other]) {
        stopAsking(world, person);
        world.team[person] = other;
        world.occupancy[other]++;
        return;
      }
      letGo(world, person);
      world.state[person] = IN_CARE;
      world.station[person] = other;
      world.sinceDay[person] = day;
      world.occupancy[other]++;
      return;
    case LEAVE:
      letGo(world, person);
      world.state[person] = NOT_HERE;
      world.sinceDay[person] = day;
      if (other >= 0) world.left[other]++;
      if (trace.value[record] === TURNED_AWAY) world.turnedAway++;
      else if (trace.value[record] !== BY_EXIT) world.gaveUp++;
      return;
    case RISE:
      world.need[person] = other;
      return;
    case OPEN:
    case CLOSE:
      world.places[station] = trace.value[record];
      return;
  }
}

/** Gives up the place held (if any) and every ask. */
function letGo(world: World, person: number): void {
  stopAsking(world, person);
  const held = world.station[person];
  if (held < 0) return;
  world.occupancy[held]--;
  if (world.state[person] === DELAYED) world.delayed[held]--;
  world.station[person] = -1;
}

function stopAsking(world: World, person: number): void {
  const asked = world.askedFor[person];
  if (asked < 0) return;
  world.waiting[asked]--;
  world.askedFor[person] = -1;
}
