// The people in a run: one slot each in typed columns, reused when someone has left.

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
  /** need × traits + trait, as in the network's tables. */
  kind: Int32Array;
  stream: Int16Array;
  state: Uint8Array;
  /** Station of the place held, −1 outside. */
  held: Int16Array;
  /** The team that is seeing them, −1 none, and since when. */
  team: Int16Array;
  taskDay: Float64Array;
  /** The station where a place is reserved for them, −1 none, and the alternative by which they got it. */
  reserved: Int16Array;
  reservedBy: Int32Array;
  /** 1 while counted as waiting for the station asked for first; 1 while counted as delayed in the place held. */
  waits: Uint8Array;
  isDelayed: Uint8Array;
  arrivedDay: Float64Array;
  admittedDay: Float64Array;
  /** Since when ready (or arrived), teams on the way included; since when they ask for this; since when on these lists. */
  askedDay: Float64Array;
  thisAskDay: Float64Array;
  joinedDay: Float64Array;
  /** The present ask, and where it came from: a way (or ~stream for those who have just arrived, or `FIXED_ASK`). */
  ask: Int32Array;
  askedBy: Int32Array;
  /** The station asked for first. */
  first: Int16Array;
  /** Alternatives joined so far, as the index of the next. */
  nextAlternative: Int32Array;
  /** Where the place they hold comes in their own order of choice, −1 nowhere yet, and the alternative that names it. */
  ownChoice: Int16Array;
  ownAlternative: Int32Array;
  risesDay: Float64Array;
  givesUpDay: Float64Array;
  /** Which station's care is given, and the address of the stay: the station first asked for, and how many stays there came before. */
  care: Int16Array;
  stayAt: Int16Array;
  stayNumber: Int16Array;
  /** When the present stay ends, and what it was multiplied by as the same care elsewhere (NaN: it was not). */
  stayEndDay: Float64Array;
  stayFactor: Float64Array;
  /** 1 while cared for elsewhere and still on the lists of the place that is needed. */
  keepsTurn: Uint8Array;
  /** Visits planned for a day: planAtZero + planSlope × day, while `plans` is 1. */
  plans: Uint8Array;
  /** The day on which the plan began. */
  planFrom: Int32Array;
  planAtZero: Float64Array;
  planSlope: Float64Array;
  /** Days of delay since the journey began. */
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
    if (this.freeCount > 0) return this.freeSlots[--this.freeCount];
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
  const days = () => new Float64Array(room);
  const whole = () => new Int32Array(room);
  const small = () => new Int16Array(room);
  const flags = () => new Uint8Array(room);
  return {
    serial: whole(),
    keyHigh: whole(),
    keyLow: whole(),
    need: small(),
    kind: whole(),
    stream: small(),
    state: flags(),
    held: small(),
    team: small(),
    taskDay: days(),
    reserved: small(),
    reservedBy: whole(),
    waits: flags(),
    isDelayed: flags(),
    arrivedDay: days(),
    admittedDay: days(),
    askedDay: days(),
    thisAskDay: days(),
    joinedDay: days(),
    ask: whole(),
    askedBy: whole(),
    first: small(),
    nextAlternative: whole(),
    ownChoice: small(),
    ownAlternative: whole(),
    risesDay: days(),
    givesUpDay: days(),
    care: small(),
    stayAt: small(),
    stayNumber: small(),
    stayEndDay: days(),
    stayFactor: days(),
    keepsTurn: flags(),
    plans: flags(),
    planFrom: whole(),
    planAtZero: days(),
    planSlope: days(),
    delayedDays: days(),
    placed: flags(),
    entry: whole(),
    stays: new Uint16Array(room * stations),
  };
}
