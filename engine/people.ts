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
  readonly columns: People;
  /** A free slot with its columns at rest; `grew` is called with the new room when columns were made anew. */
  take(): number;
  free(slot: number): void;
  /** Slots ever used: every person in the run has a smaller slot. */
  used(): number;
  /** People in the run now. */
  present(): number;
}

export function makeSlots(stations: number, grew: (room: number) => void): Slots {
  let room = 256;
  const columns = makeColumns(room, stations);
  let freeSlots = new Int32Array(room);
  let free = 0;
  let used = 0;

  function grow(): void {
    const wider = makeColumns(room * 2, stations) as unknown as Record<string, { set(from: unknown): void }>;
    const old = columns as unknown as Record<string, unknown>;
    for (const name of Object.keys(wider)) {
      wider[name]!.set(old[name]);
      old[name] = wider[name];
    }
    const list = new Int32Array(room * 2);
    list.set(freeSlots);
    freeSlots = list;
    room *= 2;
    grew(room);
  }

  return {
    columns,
    take() {
      if (free > 0) return freeSlots[--free]!;
      if (used === room) grow();
      return used++;
    },
    free(slot) {
      columns.state[slot] = GONE;
      freeSlots[free++] = slot;
    },
    used: () => used,
    present: () => used - free,
  };
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
