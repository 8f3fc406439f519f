// The people in a run: a row of whole numbers and a row of days each, used again when someone has left.
import { keyBefore } from '../arrivals/arrivals.ts';

export const GONE = 0;
export const OUTSIDE = 1;
export const IN_CARE = 2;
export const READY_TO_GO = 3;

/**
 * A person is the place in `who` where their row of 32 begins; half of it is the place in `when` of their row of 16. Two wide arrays, for
 * each array that a rule looks into costs it some instructions before the first number is read. The numbers most used lie together.
 */
const BITS = 5;
/** From one person to the next. */
export const A_PERSON = 1 << BITS;
const DAYS_A_PERSON = A_PERSON / 2;

// Places in a row of `who`. Stations, needs and streams are indices of the network; −1 is none.

/** The person's own key: the address of every number drawn for them, and their place in ties. */
export const KEY_HIGH = 0;
export const KEY_LOW = 1;
export const NEED = 2;
/** need × traits + trait, as in the network's tables. */
export const KIND = 3;
export const STREAM = 4;
export const STATE = 5;
/** Station of the place held, −1 outside. */
export const HELD = 6;
/** The station asked for first. */
export const FIRST = 7;
/** 1 while counted as waiting for the station asked for first; 1 while counted as delayed in the place held. */
export const WAITS = 8;
export const IS_DELAYED = 9;
/** First of the person's entries on waiting lists, −1 none. */
export const ENTRY = 10;
/** The present ask, and where it came from: a way (or ~stream for those who have just arrived, or `FIXED_ASK`). */
export const PRESENT_ASK = 11;
export const ASKED_BY = 12;
/** Which station's care is given, and the address of the stay: the station first asked for, and how many stays there came before. */
export const CARE = 13;
export const STAY_AT = 14;
export const STAY_NUMBER = 15;
/** 1 once placed for their need. */
export const PLACED = 16;
/** Alternatives joined so far, as the index of the next. */
export const NEXT_ALTERNATIVE = 17;
/** Where the place they hold comes in their own order of choice, −1 nowhere yet, and the alternative that names it. */
export const OWN_CHOICE = 18;
export const OWN_ALTERNATIVE = 19;
/** The team that is seeing them, −1 none. */
export const TEAM = 20;
/** The station where a place is reserved for them, −1 none, and the alternative by which they got it. */
export const RESERVED = 21;
export const RESERVED_BY = 22;
/** 1 while cared for elsewhere and still on the lists of the place that is needed. */
export const KEEPS_TURN = 23;
/** 1 while visits are planned, and the day on which the plan began. */
export const HAS_PLAN = 24;
export const PLAN_FROM = 25;
/** Running number in this run, as in the trace. */
export const SERIAL = 26;

// Places in a row of `when`. Days count from the start date.

export const ARRIVED_DAY = 0;
export const ADMITTED_DAY = 1;
/** Since when ready (or arrived), teams on the way included; since when they ask for this; since when on these lists. */
export const ASKED_DAY = 2;
export const THIS_ASK_DAY = 3;
export const JOINED_DAY = 4;
/** Days of delay since the journey began. */
export const DELAYED_DAYS = 5;
/** When the present stay ends, and what it was multiplied by as the same care elsewhere (NaN: it was not). */
export const STAY_END_DAY = 6;
export const STAY_FACTOR = 7;
export const RISES_DAY = 8;
export const GIVES_UP_DAY = 9;
/** Since when a team sees them. */
export const TASK_DAY = 10;
/** Visits planned for a day: the one + the other × day, while they have a plan. */
export const PLAN_AT_ZERO = 11;
export const PLAN_SLOPE = 12;

/** The ask of an initial patient, which no way or stream gave; a rise leaves it as it is. */
export const FIXED_ASK = -2_000_000;

/** Where a person's days begin in `when`. */
export const daysOf = (person: number): number => person >> 1;

/** People by number, 0, 1, 2 …, where something else has a row or an actor for each. */
export const numberOf = (person: number): number => person >> BITS;
export const personOf = (number: number): number => number << BITS;

const ROOM = 256;

export class People {
  /** A longer one takes the place of each of these when a person more comes than there is room for: look again after `take`. */
  who: Int32Array;
  when: Float64Array;
  /** Stays so far by number of the person × station. */
  stays: Uint16Array;
  private readonly stations: number;
  private readonly grew: (room: number) => void;
  /** For how many people there are rows. */
  room = ROOM;
  private free: Int32Array;
  private freeCount = 0;
  private usedCount = 0;

  /** `grew` is called with the new room. */
  constructor(stations: number, grew: (room: number) => void) {
    this.stations = stations;
    this.grew = grew;
    this.who = new Int32Array(ROOM * A_PERSON);
    this.when = new Float64Array(ROOM * DAYS_A_PERSON);
    this.stays = new Uint16Array(ROOM * stations);
    this.free = new Int32Array(ROOM);
  }

  /** Nobody is in the run any more. */
  clear(): void {
    this.freeCount = 0;
    this.usedCount = 0;
  }

  /** A row for one person more. */
  take(): number {
    if (this.freeCount > 0) return this.free[--this.freeCount];
    if (this.usedCount === this.room) this.grow();
    return personOf(this.usedCount++);
  }

  leave(person: number): void {
    this.who[person + STATE] = GONE;
    this.free[this.freeCount++] = person;
  }

  /** Every person in the run has a row before this place. */
  end(): number {
    return personOf(this.usedCount);
  }

  /** People in the run now. */
  present(): number {
    return this.usedCount - this.freeCount;
  }

  /** How many stays there have been at a station before this one. */
  countStay(person: number, station: number): number {
    return this.stays[numberOf(person) * this.stations + station]++;
  }

  staysAt(person: number, station: number): number {
    return this.stays[numberOf(person) * this.stations + station];
  }

  forgetStays(person: number): void {
    const { stays } = this;
    const from = numberOf(person) * this.stations;
    for (let at = from; at < from + this.stations; at++) stays[at] = 0;
  }

  private grow(): void {
    this.room *= 2;
    const wider = <T extends Int32Array | Float64Array | Uint16Array>(into: T, from: T): T => (into.set(from), into);
    this.who = wider(new Int32Array(this.room * A_PERSON), this.who);
    this.when = wider(new Float64Array(this.room * DAYS_A_PERSON), this.when);
    this.stays = wider(new Uint16Array(this.room * this.stations), this.stays);
    this.free = wider(new Int32Array(this.room), this.free);
    this.grew(this.room);
  }
}

/** Of two people, whether the first goes before the other where nothing else decides. */
export function hasSmallerKey({ who }: People, one: number, other: number): boolean {
  return keyBefore(who[one + KEY_HIGH], who[one + KEY_LOW], who[other + KEY_HIGH], who[other + KEY_LOW]);
}

/** Whether the first of two has been ready longer (then: the smaller key). */
export function askedBefore(people: People, one: number, other: number): boolean {
  const { when } = people;
  const day = when[daysOf(one) + ASKED_DAY];
  const rival = when[daysOf(other) + ASKED_DAY];
  return day === rival ? hasSmallerKey(people, one, other) : day < rival;
}
