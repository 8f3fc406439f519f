// A frame: every mark to be drawn at one moment, as columns; it holds exactly the people the engine's fold counts.
import { verbNumbers, type Trace } from '../../engine/index.ts';
import type { Seats } from './seating.ts';

/** What a mark is. Who is leaving has left already: such a mark is only seen off, and counted nowhere. */
export const IN_CARE = 0;
export const DELAYED = 1;
export const OUTSIDE = 2;
export const LEAVING = 3;

export interface Frame {
  day: number;
  /** Entries in use in every column. */
  length: number;
  person: Int32Array;
  kind: Uint8Array;
  /** The room and cell the mark belongs to; of who is leaving, the exit station and −1. */
  room: Int16Array;
  cell: Int32Array;
  need: Int16Array;
  /** The station asked for first by who holds a place, −1. */
  askedFirst: Int16Array;
  /** Days since ready, or since asking from outside; 0 while in care. */
  waitedDays: Float32Array;
  /** 1: arrived. Less: still gliding there from `from` (−1: from off the map) and `fromCell` (−1: passed through). */
  arrived: Float32Array;
  from: Int16Array;
  fromCell: Int32Array;
}

export interface Glide {
  /** Days that pass while a mark glides; 0: marks do not travel. */
  readonly days: number;
  /** Days' worth of gliding done since the playhead stopped, so that glides end although the day stands still. */
  readonly settledDays: number;
  /** Only moves after this day travel: after a jump of the playhead what came before it is simply there. */
  readonly afterDay: number;
}
export const NO_GLIDE: Glide = { days: 0, settledDays: 0, afterDay: -Infinity };

export function emptyFrame(room = 256): Frame {
  return {
    day: 0,
    length: 0,
    person: new Int32Array(room),
    kind: new Uint8Array(room),
    room: new Int16Array(room),
    cell: new Int32Array(room),
    need: new Int16Array(room),
    askedFirst: new Int16Array(room),
    waitedDays: new Float32Array(room),
    arrived: new Float32Array(room),
    from: new Int16Array(room),
    fromCell: new Int32Array(room),
  };
}

/** Fills a frame anew; its columns are kept from one frame to the next, because sixty a second are made. */
export function fillFrame(frame: Frame, seats: Seats, trace: Trace, glide: Glide = NO_GLIDE): Frame {
  const { world } = seats;
  const stations = world.occupancy.length;
  frame.day = world.day;
  frame.length = 0;
  for (let room = 0; room < seats.holders.length; room++) {
    const cells = seats.holders[room];
    for (let cell = 0; cell < cells.length; cell++) {
      const person = cells[cell];
      if (person < 0) continue;
      const kind = room >= stations ? OUTSIDE : world.state[person] === WORLD_DELAYED ? DELAYED : IN_CARE;
      add(frame, seats, person, kind, room, cell, glide);
    }
  }
  if (glide.days > 0) addLeavers(frame, seats, trace, glide);
  return frame;
}
const WORLD_DELAYED = 3;

/** People who went out by an exit so lately that their marks are still on the way. */
function addLeavers(frame: Frame, seats: Seats, trace: Trace, glide: Glide): void {
  const since = Math.max(glide.afterDay, frame.day + glide.settledDays - glide.days);
  for (let r = seats.world.records - 1; r >= 0 && trace.day[r] > since; r--) {
    if (trace.verb[r] !== verbNumbers.LEAVE || trace.other[r] < 0) continue;
    add(frame, seats, trace.patient[r], LEAVING, trace.other[r], -1, glide);
  }
}

function add(frame: Frame, seats: Seats, person: number, kind: number, room: number, cell: number, glide: Glide): void {
  if (frame.length === frame.person.length) widen(frame);
  const i = frame.length++;
  const { world } = seats;
  frame.person[i] = person;
  frame.kind[i] = kind;
  frame.room[i] = room;
  frame.cell[i] = cell;
  frame.need[i] = world.need[person];
  frame.askedFirst[i] = seats.askedFirst[person];
  frame.waitedDays[i] = kind === DELAYED || kind === OUTSIDE ? world.day - world.sinceDay[person] : 0;
  const age = world.day - seats.cameDay[person] + glide.settledDays;
  const glides = age < glide.days && seats.cameDay[person] > glide.afterDay;
  frame.arrived[i] = glides ? age / glide.days : 1;
  frame.from[i] = seats.cameFrom[person];
  frame.fromCell[i] = seats.cameFromCell[person];
}

function widen(frame: Frame): void {
  const wider = emptyFrame(frame.person.length * 2);
  for (const column of columns) {
    (wider[column] as Int32Array).set(frame[column]);
    (frame[column] as unknown) = wider[column];
  }
}
const columns = [
  'person',
  'kind',
  'room',
  'cell',
  'need',
  'askedFirst',
  'waitedDays',
  'arrived',
  'from',
  'fromCell',
] as const;
