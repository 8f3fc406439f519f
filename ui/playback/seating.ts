// Seating: which cell of which room everybody occupies, folded from a trace so that nobody is reshuffled while they stay.
import {
  advanceWorld,
  copyWorld,
  startWorld,
  type NetworkOutline,
  type Trace,
  type World,
  verbNumbers,
} from '../../engine/index.ts';
import { addChanges, copyDays, noDays, type WaitedDays } from './waited-days.ts';

/**
 * With S stations there are 2 S rooms: room s is the places of station s, room S + s is the queue outside it. A person in
 * a room has a cell, the lowest that was free when they came in. Folding depends on the trace and the day only, so a day
 * looks the same however it was reached.
 */
export interface Seats {
  readonly world: World;
  /** By person; −1: in no room. */
  readonly room: Int16Array;
  readonly cell: Int32Array;
  /** The last change of room: where from (−1: from nowhere on the map), from which cell (−1: passed through) and when. */
  readonly cameFrom: Int16Array;
  readonly cameFromCell: Int32Array;
  readonly cameDay: Float64Array;
  /** The station they asked for first when they got the place they hold, −1. */
  readonly askedFirst: Int16Array;
  /** Of those ready to go and still there, and of those asking for a station. */
  readonly delayedDays: WaitedDays;
  readonly waitingDays: WaitedDays;
  /** By room, then cell: the person there, or −1. Owned by the fold; grows. */
  readonly holders: Int32Array[];
  /** By room: most cells ever needed so far. */
  readonly peak: Int32Array;
}

export function startSeats(network: NetworkOutline, people: number): Seats {
  const rooms = 2 * network.stationIds.length;
  return {
    world: startWorld(network, people),
    room: new Int16Array(people).fill(-1),
    cell: new Int32Array(people).fill(-1),
    cameFrom: new Int16Array(people).fill(-1),
    cameFromCell: new Int32Array(people).fill(-1),
    cameDay: new Float64Array(people).fill(-Infinity),
    askedFirst: new Int16Array(people).fill(-1),
    delayedDays: noDays(network.stationIds.length),
    waitingDays: noDays(network.stationIds.length),
    holders: Array.from({ length: rooms }, () => new Int32Array(16).fill(-1)),
    peak: new Int32Array(rooms),
  };
}

/** Folds the trace up to and including `day`. Seats only go forward. */
export function advanceSeats(seats: Seats, trace: Trace, day: number): void {
  const { world } = seats;
  // Instant by instant: what happens at one moment has no order that a watcher could see.
  while (world.records < trace.length && trace.day[world.records] <= day) {
    const first = world.records;
    const instant = trace.day[first];
    advanceWorld(world, trace, instant);
    addChanges(seats.delayedDays, world.delayed, instant);
    addChanges(seats.waitingDays, world.waiting, instant);
    for (let r = first; r < world.records; r++) if (trace.patient[r] >= 0) standUp(seats, trace, r, instant);
    for (let r = first; r < world.records; r++) if (trace.patient[r] >= 0) sitDown(seats, trace.patient[r]);
  }
  advanceWorld(world, trace, day);
}

export function copySeats(seats: Seats): Seats {
  return {
    world: copyWorld(seats.world),
    room: seats.room.slice(),
    cell: seats.cell.slice(),
    cameFrom: seats.cameFrom.slice(),
    cameFromCell: seats.cameFromCell.slice(),
    cameDay: seats.cameDay.slice(),
    askedFirst: seats.askedFirst.slice(),
    delayedDays: copyDays(seats.delayedDays),
    waitingDays: copyDays(seats.waitingDays),
    holders: seats.holders.map((cells) => cells.slice()),
    peak: seats.peak.slice(),
  };
}

/** The room the engine's own fold puts a person in: it, and not this file, says who is where. */
function roomOf(world: World, person: number): number {
  if (world.station[person] >= 0) return world.station[person];
  // Seen by a team from outside; a person who holds a place stays in it.
  if (world.team[person] >= 0) return world.team[person];
  const queuesFor = world.state[person] === OUTSIDE ? world.askedFor[person] : -1;
  return queuesFor < 0 ? -1 : world.occupancy.length + queuesFor;
}
const OUTSIDE = 1;
const { MOVE } = verbNumbers;

function standUp(seats: Seats, trace: Trace, record: number, instant: number): void {
  const person = trace.patient[record];
  const from = seats.room[person];
  const to = roomOf(seats.world, person);
  if (trace.verb[record] === MOVE && seats.world.keepsPlace[trace.other[record]] === 0)
    seats.askedFirst[person] = trace.value[record];
  if (to !== from) {
    if (from >= 0) seats.holders[from][seats.cell[person]] = -1;
    seats.cameFrom[person] = from;
    seats.cameFromCell[person] = seats.cell[person];
    seats.cameDay[person] = instant;
    seats.room[person] = to;
    seats.cell[person] = -1;
  }
  // Who passes through a station within one instant is seen coming out of it.
  const held = trace.station[record];
  if (seats.cameDay[person] === instant && held >= 0 && held !== to && held !== seats.cameFrom[person]) {
    seats.cameFrom[person] = held;
    seats.cameFromCell[person] = -1;
  }
}

function sitDown(seats: Seats, person: number): void {
  const room = seats.room[person];
  if (room < 0 || seats.cell[person] >= 0) return;
  let cells = seats.holders[room];
  let free = cells.indexOf(-1);
  if (free < 0) {
    free = cells.length;
    const wider = new Int32Array(cells.length * 2).fill(-1);
    wider.set(cells);
    seats.holders[room] = cells = wider;
  }
  cells[free] = person;
  seats.cell[person] = free;
  if (free >= seats.peak[room]) seats.peak[room] = free + 1;
}
