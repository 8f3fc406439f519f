// The trace: the verbs a running engine writes, their record layout, and the columns that hold them.

/**
 * What an engine records. Days are days from the start date; `patient` is the running number of the person in this run;
 * stations and needs are indices of the compiled network, and -1 is outside.
 *
 * | verb   | patient | station                     | other                            | value                     |
 * |--------|---------|-----------------------------|----------------------------------|---------------------------|
 * | arrive | who     | -1                          | need                             | stream; at the start -1, less the days they have waited outside already |
 * | ask    | who     | place held (or -1)          | station asked for first          | priority; -1 gave up what they asked for before, and stays |
 * | reserve| who     | place held (or -1)          | station that will take them      | day the preparation ends  |
 * | move   | who     | place left (or -1)          | station that took the person     | station first asked for   |
 * | ready  | who     | place held                  | -1                               | days since: 0, but at the start |
 * | leave  | who     | place left (or -1)          | exit station, or -1 turned away  | 0 exit, 1 turned away, 2 gave up |
 * | rise   | who     | place held (or -1)          | the new need                     | the need before           |
 * | open   | -1      | station                     | 0 dated, 1 surge                 | places now in force       |
 * | close  | -1      | station                     | 0 dated, 1 surge                 | places now in force       |
 * | ring   | who     | place left                  | station that took the person     | people in the ring        |
 * | cause  | -1      | station                     | what keeps people from it now    | of a starts limit: starts a month; else 0 |
 * | turn   | -1      | station                     | -1                               | places being made ready now |
 *
 * A `cause`, an index of `causes`, comes at the end of an instant, when somebody waits for the station and what keeps them has changed.
 * Until the first of a station it is no place, and of a team assessment. Whoever a place is reserved for waits for the preparation.
 * Each `ring` is followed by the `move` of the same person, so a reader of places may pass rings over.
 * A further stay in the place already held is a `move` whose two stations are the same. A `move` to a team names the place that
 * is kept, and the `ready` that ends its task names the team.
 */
export const verbs = [
  'arrive',
  'ask',
  'reserve',
  'move',
  'ready',
  'leave',
  'rise',
  'open',
  'close',
  'ring',
  'cause',
  'turn',
] as const;
export type Verb = (typeof verbs)[number];

export const ARRIVE = 0;
export const ASK = 1;
export const RESERVE = 2;
export const MOVE = 3;
export const READY = 4;
export const LEAVE = 5;
export const RISE = 6;
export const OPEN = 7;
export const CLOSE = 8;
export const RING = 9;
export const CAUSE = 10;
export const TURN = 11;

/** Why a `leave` happened: its `value`. */
export const BY_EXIT = 0;
export const TURNED_AWAY = 1;
export const GAVE_UP = 2;
/** The `value` of the ask for the place they hold of somebody who gives up waiting for another and stays; a `move` follows. */
export const STAYS_HERE = -1;

/** Typed columns of one run's trace; every array has `length` entries in use. Transferable between threads. */
export interface Trace {
  readonly length: number;
  readonly day: Float64Array;
  readonly verb: Uint8Array;
  readonly patient: Int32Array;
  readonly station: Int16Array;
  readonly other: Int16Array;
  readonly value: Float64Array;
}

export interface TraceWriter {
  write(day: number, verb: number, patient: number, station: number, other: number, value: number): void;
  /** The records so far, in arrays of exactly their length. */
  finish(): Trace;
}

/** A writer that keeps everything, growing by doubling. */
export function traceWriter(): TraceWriter {
  let room = 4096;
  let length = 0;
  let day = new Float64Array(room);
  let verb = new Uint8Array(room);
  let patient = new Int32Array(room);
  let station = new Int16Array(room);
  let other = new Int16Array(room);
  let value = new Float64Array(room);

  function grow(): void {
    room *= 2;
    const copy = <T extends { set(from: T): void }>(into: T, from: T): T => (into.set(from), into);
    day = copy(new Float64Array(room), day);
    verb = copy(new Uint8Array(room), verb);
    patient = copy(new Int32Array(room), patient);
    station = copy(new Int16Array(room), station);
    other = copy(new Int16Array(room), other);
    value = copy(new Float64Array(room), value);
  }

  return {
    write(atDay, what, who, held, next, number) {
      if (length === room) grow();
      day[length] = atDay;
      verb[length] = what;
      patient[length] = who;
      station[length] = held;
      other[length] = next;
      value[length] = number;
      length++;
    },
    finish: () => ({
      length,
      day: day.slice(0, length),
      verb: verb.slice(0, length),
      patient: patient.slice(0, length),
      station: station.slice(0, length),
      other: other.slice(0, length),
      value: value.slice(0, length),
    }),
  };
}

/** Of an `arrive` or a `ready`, how many days before it the wait that it begins did begin: only at the start of a run are there any. */
export function waitedAlready({ verb, value }: Trace, record: number): number {
  if (verb[record] === READY) return value[record];
  return verb[record] === ARRIVE && value[record] < -1 ? -1 - value[record] : 0;
}

/** Everyone of a watched run, by running number in its trace. A stream of −1 is an initial patient. */
export interface WatchedPeople {
  readonly need: Int16Array;
  readonly stream: Int16Array;
  readonly keyHigh: Uint32Array;
  readonly keyLow: Uint32Array;
}
