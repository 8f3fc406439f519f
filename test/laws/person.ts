// A person as the witness knows them: where they are, what they ask for, on which lists they are, and when they should be ready.
import type { Plan } from './plans.ts';

/** A place on one list: ranked by class, then moment, then key. */
export interface Turn {
  readonly station: number;
  readonly rankClass: number;
  readonly rankDay: number;
  /** Index of the alternative, −1 for what was asked for. */
  readonly alternative: number;
}

export interface Identity {
  readonly serial: number;
  readonly stream: number;
  readonly keyHigh: number;
  readonly keyLow: number;
  readonly kind: number;
  readonly arrivedDay: number;
  /** For those there at the start, what they were then. */
  readonly began: 'inCare' | 'delayed' | 'waiting' | null;
}

export class Person {
  readonly serial: number;
  readonly stream: number;
  readonly keyHigh: number;
  readonly keyLow: number;
  readonly arrivedDay: number;
  readonly began: Identity['began'];
  /** It rises with the need. */
  kind: number;
  held = -1;
  team = -1;
  taskDay = NaN;
  /** Ready (or arrived) since; asking for this since; on these lists since. */
  askedDay: number;
  thisAskDay = NaN;
  joinedDay = NaN;
  /** Row of the ask, and the way (or ~stream, or null: fixed) it came by; −1 before the first. */
  ask = -1;
  askedBy: number | null = null;
  first = -1;
  waits = false;
  turns: Turn[] = [];
  nextAlternative = 0;
  risesDay = Infinity;
  givesUpDay = Infinity;
  hasRisen = false;
  keepsTurn = false;
  /** The station of a place reserved, by which alternative, and when the preparation is over. */
  reserved = -1;
  reservedBy = -1;
  preparedDay = NaN;
  isReady = false;
  admittedDay = NaN;
  /** Whose care is given, at which address, and how it is lengthened as the same care elsewhere (NaN: it is not). */
  care = -1;
  stayAt = -1;
  stayNumber = 0;
  factor = NaN;
  endDay = NaN;
  plan: Plan | null = null;
  delayedDays = 0;
  isPlaced = false;
  readonly stays = new Map<number, number>();

  constructor(who: Identity) {
    this.serial = who.serial;
    this.stream = who.stream;
    this.keyHigh = who.keyHigh;
    this.keyLow = who.keyLow;
    this.kind = who.kind;
    this.arrivedDay = who.arrivedDay;
    this.began = who.began;
    this.askedDay = who.arrivedDay;
  }

  /** Of two turns on one list, whether this person's goes before the other's. */
  goesBefore(own: Turn, other: Person, theirs: Turn): boolean {
    if (own.rankClass !== theirs.rankClass) return own.rankClass < theirs.rankClass;
    if (own.rankDay !== theirs.rankDay) return own.rankDay < theirs.rankDay;
    return this.keyLow === other.keyLow ? this.keyHigh < other.keyHigh : this.keyLow < other.keyLow;
  }
}
