// The people in a run: one slot each in typed columns, used again when someone has left.

export const GONE = 0;
export const OUTSIDE = 1;
export const IN_CARE = 2;
export const READY_TO_GO = 3;

/** Columns by slot. Stations, needs and streams are indices of the network; −1 is none. Days count from the start date. */
export interface People {
  /** Running number in this run, as in the trace. */
  serial: Int32Array;
  /** The person's own key: the address of every number drawn for them, and their place in ties. */
  keyHigh: Int32Array;
  keyLow: Int32Array;
  need: Int16Array;
  stream: Int16Array;
  state: Uint8Array;
  /** Station of the place held, −1 outside. */
  held: Int16Array;
  arrivedDay: Float64Array;
  admittedDay: Float64Array;
  /** Since when ready (or arrived), and since when on the lists of the present ask. */
  askedDay: Float64Array;
  joinedDay: Float64Array;
  /** The present ask, and where it came from: a way (or ~stream for those who have just arrived, or `FIXED_ASK`). */
  ask: Int32Array;
  askedBy: Int32Array;
  /** The station asked for first. */
  first: Int16Array;
  /** Alternatives joined so far, as the index of the next. */
  nextAlternative: Int32Array;
  risesDay: Float64Array;
  givesUpDay: Float64Array;
  /** Whose care is given, and the address of the stay: the station first asked for and how many-th. */
  care: Int16Array;
  stayAt: Int16Array;
  stayNumber: Int16Array;
  /** Days of delay since the journey began, and before the present stay. */
  delayedDays: Float64Array;
  /** 1 once placed for their need. */
  placed: Uint8Array;
  /** First of the person's entries on waiting lists, −1 none. */
  entry: Int32Array;
  /** Stays so far by slot × station. */
  stays: Uint16Array;
}

/** The ask of an initial patient, which no way or stream gave; a rise leaves it as it is. */
export const FIXED_ASK = -2_000_000;

export interface Slots {
  readonly people: People;
  /** A free slot; `grew` is called with the new room when the columns were made anew. */
  take(): number;
  free(slot: number): void;
  /** Slots ever used: every person in the run has a smaller slot. */
  used(): number;
  /** People in the run now. */
  present(): number;
}

export const makeSlots = (stations: number, grew: (room: number) => void): Slots => new SlotsInUse(stations, grew);

class SlotsInUse implements Slots {
  readonly people: People;
  private readonly stations: number;
  private readonly grew: (room: number) => void;
  private room = 256;
  private freeSlots = new Int32Array(256);
  private freeCount = 0;
  private usedCount = 0;

  constructor(stations: number, grew: (room: number) => void) {
    this.stations = stations;
    this.grew = grew;
    this.people = makeColumns(this.room, stations);
  }

  take(): number {
    if (this.freeCount > 0) return this.freeSlots[--this.freeCount]!;
    if (this.usedCount === this.room) this.grow();
    return this.usedCount++;
  }

  free(slot: number): void {
    this.people.state[slot] = GONE;
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
    const wider = makeColumns(room, this.stations);
    for (const name of Object.keys(wider) as (keyof People)[]) wider[name].set(this.people[name]);
    Object.assign(this.people, wider);
    const list = new Int32Array(room);
    list.set(this.freeSlots);
    this.freeSlots = list;
    this.room = room;
    this.grew(room);
  }
}

function makeColumns(room: number, stations: number): People {
  return {
    serial: new Int32Array(room),
    keyHigh: new Int32Array(room),
    keyLow: new Int32Array(room),
    need: new Int16Array(room),
    stream: new Int16Array(room),
    state: new Uint8Array(room),
    held: new Int16Array(room),
    arrivedDay: new Float64Array(room),
    admittedDay: new Float64Array(room),
    askedDay: new Float64Array(room),
    joinedDay: new Float64Array(room),
    ask: new Int32Array(room),
    askedBy: new Int32Array(room),
    first: new Int16Array(room),
    nextAlternative: new Int32Array(room),
    risesDay: new Float64Array(room),
    givesUpDay: new Float64Array(room),
    care: new Int16Array(room),
    stayAt: new Int16Array(room),
    stayNumber: new Int16Array(room),
    delayedDays: new Float64Array(room),
    placed: new Uint8Array(room),
    entry: new Int32Array(room),
    stays: new Uint16Array(room * stations),
  };
}
