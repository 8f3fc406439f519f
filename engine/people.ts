// The people in a run: one slot each in typed rows, used again when someone has left.

export const GONE = 0;
export const OUTSIDE = 1;
export const IN_CARE = 2;
export const READY_TO_GO = 3;

/**
 * One row of whole numbers and one of days for each slot: `ints[slot * INTS + HELD]`, `days[slot * DAYS + ASKED_DAY]`. Rows and not
 * columns, for every further typed array that a line reads must be looked at again before it is read. Stations, needs and streams
 * are indices of the network; −1 is none. Days count from the start date.
 */
export interface Rows {
  ints: Int32Array;
  days: Float64Array;
  /** Stays so far by slot × station. */
  stays: Uint16Array;
}

/** Places in a row of whole numbers. */
export const INTS = 16;
/** Running number in this run, as in the trace. */
export const SERIAL = 0;
/** The person's own key: the address of every number drawn for them, and their place in ties. */
export const KEY_HIGH = 1;
export const KEY_LOW = 2;
export const NEED = 3;
export const STREAM = 4;
export const STATE = 5;
/** Station of the place held, −1 outside. */
export const HELD = 6;
/** The present ask, and where it came from: a way (or ~stream for those who have just arrived, or `FIXED_ASK`). */
export const ASKS_BY = 7;
export const ASKED_BY = 8;
/** The station asked for first. */
export const FIRST = 9;
/** Alternatives joined so far, as the index of the next. */
export const NEXT_ALTERNATIVE = 10;
/** Whose care is given, and the address of the stay: the station first asked for and how many-th. */
export const CARE = 11;
export const STAY_AT = 12;
export const STAY_NUMBER = 13;
/** 1 once placed for their need. */
export const PLACED = 14;
/** First of the person's entries on waiting lists, −1 none. */
export const ENTRY = 15;

/** Places in a row of days. */
export const DAYS = 8;
export const ARRIVED_DAY = 0;
export const ADMITTED_DAY = 1;
/** Since when ready (or arrived), and since when on the lists of the present ask. */
export const ASKED_DAY = 2;
export const JOINED_DAY = 3;
export const RISES_DAY = 4;
export const GIVES_UP_DAY = 5;
/** Days of delay since the journey began, and before the present stay. */
export const DELAYED_DAYS = 6;

/** The ask of an initial patient, which no way or stream gave; a rise leaves it as it is. */
export const FIXED_ASK = -2_000_000;

export interface Slots {
  readonly people: Rows;
  /** A free slot; `grew` is called with the new room when the rows were made anew. */
  take(): number;
  free(slot: number): void;
  /** Slots ever used: every person in the run has a smaller slot. */
  used(): number;
  /** People in the run now. */
  present(): number;
}

export const makeSlots = (stations: number, grew: (room: number) => void): Slots => new SlotsInUse(stations, grew);

class SlotsInUse implements Slots {
  readonly people: Rows;
  private readonly stations: number;
  private readonly grew: (room: number) => void;
  private room = 256;
  private freeSlots = new Int32Array(256);
  private freeCount = 0;
  private usedCount = 0;

  constructor(stations: number, grew: (room: number) => void) {
    this.stations = stations;
    this.grew = grew;
    this.people = makeRows(this.room, stations);
  }

  take(): number {
    if (this.freeCount > 0) return this.freeSlots[--this.freeCount]!;
    if (this.usedCount === this.room) this.grow();
    return this.usedCount++;
  }

  free(slot: number): void {
    this.people.ints[slot * INTS + STATE] = GONE;
    this.freeSlots[this.freeCount++] = slot;
  }

  used(): number {
    return this.usedCount;
  }

  present(): number {
    return this.usedCount - this.freeCount;
  }

  private grow(): void {
    const room = this.room * 2;
    const wider = makeRows(room, this.stations);
    wider.ints.set(this.people.ints);
    wider.days.set(this.people.days);
    wider.stays.set(this.people.stays);
    Object.assign(this.people, wider);
    const list = new Int32Array(room);
    list.set(this.freeSlots);
    this.freeSlots = list;
    this.room = room;
    this.grew(room);
  }
}

function makeRows(room: number, stations: number): Rows {
  return {
    ints: new Int32Array(room * INTS),
    days: new Float64Array(room * DAYS),
    stays: new Uint16Array(room * stations),
  };
}

/** What a search for gridlock reads, as columns: made when it is needed, which is seldom. */
export interface People {
  readonly state: ArrayLike<number>;
  readonly held: ArrayLike<number>;
  readonly entry: ArrayLike<number>;
  readonly keyHigh: ArrayLike<number>;
  readonly keyLow: ArrayLike<number>;
  readonly askedDay: ArrayLike<number>;
}

/** The first `slots` people as columns. */
export function columnsOf({ ints, days }: Rows, slots: number): People {
  const column = (at: number) => Int32Array.from({ length: slots }, (_, slot) => ints[slot * INTS + at]!);
  return {
    state: column(STATE),
    held: column(HELD),
    entry: column(ENTRY),
    keyHigh: column(KEY_HIGH),
    keyLow: column(KEY_LOW),
    askedDay: Float64Array.from({ length: slots }, (_, slot) => days[slot * DAYS + ASKED_DAY]!),
  };
}
