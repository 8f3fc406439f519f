// The timeline: any day of a watched run, found by the nearest keyframe before it and a short fold.
import { verbNumbers, type NetworkOutline, type Trace, type World } from '../../engine/index.ts';
import { advanceSeats, copySeats, startSeats, type Seats } from './seating.ts';
import { daysUntil } from './waited-days.ts';

export interface Timeline {
  readonly minDay: number;
  readonly maxDay: number;
  /** What its keyframes take, roughly. */
  readonly bytes: number;
  /** Everybody's place at the end of `day`. Shared: read it before asking for another day, and never write to it. */
  seatsAt(day: number): Seats;
  worldAt(day: number): World;
  /** By room, from the start date on: the most cells ever needed at once. */
  readonly mostCells: Int32Array;
  /** By station: the most places ever in force. */
  readonly mostPlaces: Int32Array;
  /** By station: 1 where somebody has waited for it, if only for a moment. */
  readonly isWaitedFor: Uint8Array;
  /** By station: days waited there, and for it, when the start date began. */
  readonly delayedDaysBefore: Float64Array;
  readonly waitingDaysBefore: Float64Array;
  /** By station: people who had left by this exit when the start date began. */
  readonly leftBefore: Int32Array;
  /** People who went from one station (−1: outside) to another, from the start date on; at [(from + 1) * S + to]. */
  readonly flow: Float64Array;
}

const { ASK, LEAVE, MOVE, OPEN } = verbNumbers;

const KEYFRAME_EVERY_DAYS = 28;
const STEP_DAYS = 7;
/** Keyframes of a big county are heavy; rather than fill the machine, they stand further apart. */
const KEYFRAMES_MOST_BYTES = 64e6;
const BYTES_PER_PERSON = 38;

/** What a timeline is made of; `people` is how many there are in the watched run. */
export interface TimelineOf {
  readonly trace: Trace;
  readonly network: NetworkOutline;
  readonly people: number;
}

export function buildTimeline(run: TimelineOf): Timeline {
  const steps = timelineInSteps(run);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same a week at a time, for a page that has to stay awake: five years of a county take half a second. */
export function* timelineInSteps(
  { trace, network, people }: TimelineOf,
  mostBytes = KEYFRAMES_MOST_BYTES,
): Generator<void, Timeline> {
  const minDay = 0;
  const maxDay = Math.max(network.runDays, minDay);
  const room = Math.max(2, Math.floor(mostBytes / (BYTES_PER_PERSON * Math.max(1, people))));
  const everyDays = Math.max(KEYFRAME_EVERY_DAYS, (maxDay - minDay) / room);

  const seats = startSeats(network, people);
  function* advanceTo(day: number): Generator<void> {
    for (let next = Math.max(-network.warmUpDays, seats.world.day) + STEP_DAYS; next < day; next += STEP_DAYS) {
      advanceSeats(seats, trace, next);
      yield;
    }
    advanceSeats(seats, trace, day);
  }
  yield* advanceTo(minDay);
  // What the warm-up needed must not make the boxes of the watched year too big.
  seats.holders.forEach((cells, r) => (seats.peak[r] = 1 + cells.findLastIndex((person) => person >= 0)));
  const leftBefore = seats.world.left.slice();
  const delayedDaysBefore = daysUntil(seats.delayedDays, minDay);
  const waitingDaysBefore = daysUntil(seats.waitingDays, minDay);

  const keyframes = [copySeats(seats)];
  for (let day = minDay + everyDays; day < maxDay; day += everyDays) {
    yield* advanceTo(day);
    keyframes.push(copySeats(seats));
  }
  yield* advanceTo(maxDay);
  const mostCells = seats.peak.slice();

  let cursor = copySeats(keyframes[0]);
  function seatsAt(asked: number): Seats {
    const day = Math.min(maxDay, Math.max(minDay, asked));
    const keyframe = keyframes.findLast((frame) => frame.world.day <= day) ?? keyframes[0];
    if (day < cursor.world.day || keyframe.world.day > cursor.world.day) cursor = copySeats(keyframe);
    advanceSeats(cursor, trace, day);
    return cursor;
  }

  return {
    minDay,
    maxDay,
    bytes: keyframes.length * BYTES_PER_PERSON * people,
    seatsAt,
    worldAt: (day) => seatsAt(day).world,
    mostCells,
    mostPlaces: mostPlaces(trace, network),
    isWaitedFor: isWaitedFor(trace, network.stationIds.length, people),
    delayedDaysBefore,
    waitingDaysBefore,
    leftBefore,
    flow: flow(trace, network.stationIds.length),
  };
}

function mostPlaces(trace: Trace, network: NetworkOutline): Int32Array {
  const most = network.places.slice();
  for (let r = 0; r < trace.length; r++) {
    if (trace.verb[r] !== OPEN) continue;
    const station = trace.station[r];
    most[station] = Math.max(most[station], trace.value[r]);
  }
  return most;
}

function isWaitedFor(trace: Trace, stations: number, people: number): Uint8Array {
  const waited = new Uint8Array(stations);
  const asked = new Int32Array(people).fill(-1);
  const since = new Float64Array(people);
  for (let r = 0; r < trace.length; r++) {
    const [who, verb] = [trace.patient[r], trace.verb[r]];
    if (verb !== ASK && verb !== MOVE && verb !== LEAVE) continue;
    if (asked[who] >= 0 && trace.day[r] > since[who]) waited[asked[who]] = 1;
    asked[who] = verb === ASK ? trace.other[r] : -1;
    since[who] = trace.day[r];
  }
  for (const station of asked) if (station >= 0) waited[station] = 1;
  return waited;
}

function flow(trace: Trace, stations: number): Float64Array {
  const people = new Float64Array((stations + 1) * stations);
  for (let r = 0; r < trace.length; r++) {
    const moved = trace.verb[r] === MOVE || trace.verb[r] === LEAVE;
    if (!moved || trace.day[r] < 0 || trace.other[r] < 0 || trace.other[r] === trace.station[r]) continue;
    people[(trace.station[r] + 1) * stations + trace.other[r]]++;
  }
  return people;
}
