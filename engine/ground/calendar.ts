// The event calendar (future event list): events in the order (day, phase, actor), one pending event an actor. Only here are ties ordered.

/**
 * Everything of one instant happens in these phases; then places are handed out, surge looks, waiting rooms look, and
 * observers look last. Within a phase the order cannot be seen: lists rank people by moment and key, never by who came first here.
 */
export const DAY_ENDS = 0;
export const STAY_ENDS = 1;
export const CAPACITY_CHANGES = 2;
export const FALLS_DUE = 3;

/**
 * A 4-ary heap on typed arrays. An actor is a whole number of 0 or more (the caller's: a person's slot, a station's timer);
 * it has at most one event, so booking again moves it and nothing dead is ever left inside.
 */
export interface Calendar {
  /** Day of the next event, or Infinity. */
  nextDay(): number;
  /** Takes the next event out and returns its actor; ask `nextDay` and `phaseOf` first. Never call when empty. */
  pop(): number;
  /** Phase of the actor's booked event. */
  phaseOf(actor: number): number;
  book(actor: number, day: number, phase: number): void;
  cancel(actor: number): void;
  /** Nothing is booked any more. */
  clear(): void;
  /** Makes room for actors 0 … actors − 1. */
  resize(actors: number): void;
}

export const makeCalendar = (actors: number): Calendar => new Heap(actors);

/** A class, for the compiler knows its fields and methods where a closure's variables must be looked at each time. */
class Heap implements Calendar {
  private heapDay: Float64Array;
  private heapActor: Int32Array;
  /** By actor: its place in the heap, −1 when nothing is booked. */
  private position: Int32Array;
  private phase: Uint8Array;
  private size = 0;

  constructor(actors: number) {
    // Four places more than actors, so that the last parent always has four children to look at.
    this.heapDay = new Float64Array(actors + 4).fill(Infinity);
    this.heapActor = new Int32Array(actors + 4);
    this.position = new Int32Array(actors).fill(-1);
    this.phase = new Uint8Array(actors);
  }

  nextDay(): number {
    return this.heapDay[0];
  }

  phaseOf(actor: number): number {
    return this.phase[actor];
  }

  pop(): number {
    const actor = this.heapActor[0];
    this.position[actor] = -1;
    const last = --this.size;
    if (last > 0) {
      this.moveLast(last, 0);
      this.siftDown(0);
    } else this.heapDay[0] = Infinity;
    return actor;
  }

  book(actor: number, day: number, newPhase: number): void {
    const booked = this.position[actor];
    if (booked >= 0) this.close(booked);
    this.phase[actor] = newPhase;
    const at = this.size++;
    this.heapDay[at] = day;
    this.heapActor[at] = actor;
    this.siftUp(at);
  }

  cancel(actor: number): void {
    const at = this.position[actor];
    if (at < 0) return;
    this.position[actor] = -1;
    this.close(at);
  }

  clear(): void {
    for (let at = 0; at < this.size; at++) this.position[this.heapActor[at]] = -1;
    this.heapDay.fill(Infinity, 0, this.size);
    this.size = 0;
  }

  resize(wanted: number): void {
    const grown = <T extends Float64Array | Int32Array | Uint8Array>(into: T, from: T): T => (into.set(from), into);
    const had = this.position.length;
    this.heapDay = grown(new Float64Array(wanted + 4).fill(Infinity), this.heapDay);
    this.heapActor = grown(new Int32Array(wanted + 4), this.heapActor);
    this.position = grown(new Int32Array(wanted), this.position).fill(-1, had);
    this.phase = grown(new Uint8Array(wanted), this.phase);
  }

  /** Of two events at equal days, whether the first actor's comes first. */
  private firstOf(actor: number, other: number): boolean {
    const a = this.phase[actor];
    const b = this.phase[other];
    return a === b ? actor < other : a < b;
  }

  // A day is left in its place in the heap and read from there: handed to a function it would be put into a box.

  /** Moves what is at a place up to where it belongs; false when it was there already. */
  private siftUp(from: number): boolean {
    const { heapDay, heapActor, position } = this;
    const day = heapDay[from];
    const actor = heapActor[from];
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const other = heapDay[parent];
      const otherActor = heapActor[parent];
      if (other < day || (other === day && this.firstOf(otherActor, actor))) break;
      heapDay[at] = other;
      heapActor[at] = otherActor;
      position[otherActor] = at;
      at = parent;
    }
    heapDay[at] = day;
    heapActor[at] = actor;
    position[actor] = at;
    return at !== from;
  }

  private siftDown(from: number): void {
    const { heapDay, heapActor, position, size } = this;
    const day = heapDay[from];
    const actor = heapActor[from];
    let at = from;
    for (;;) {
      const first = at * 4 + 1;
      if (first >= size) break;
      // Places past the end hold Infinity, so all four can be looked at; by arithmetic, for which is least nobody can foresee.
      const day0 = heapDay[first];
      const day1 = heapDay[first + 1];
      const day2 = heapDay[first + 2];
      const day3 = heapDay[first + 3];
      const left = first + +(day1 < day0);
      const right = first + 2 + +(day3 < day2);
      let least = left + (right - left) * +(heapDay[right] < heapDay[left]);
      const leastDay = heapDay[least];
      if (day < leastDay) break;
      if (+(day0 === leastDay) + +(day1 === leastDay) + +(day2 === leastDay) + +(day3 === leastDay) > 1)
        least = this.leastOf(first);
      const leastActor = heapActor[least];
      if (day === leastDay && this.firstOf(actor, leastActor)) break;
      heapDay[at] = leastDay;
      heapActor[at] = leastActor;
      position[leastActor] = at;
      at = least;
    }
    heapDay[at] = day;
    heapActor[at] = actor;
    position[actor] = at;
  }

  /** The least of the children from a place on, some of which fall on one day. */
  private leastOf(first: number): number {
    const { heapDay, heapActor } = this;
    let least = first;
    for (let child = first + 1; child < first + 4 && child < this.size; child++) {
      const day = heapDay[child];
      if (day < heapDay[least] || (day === heapDay[least] && this.firstOf(heapActor[child], heapActor[least])))
        least = child;
    }
    return least;
  }

  /** Fills the hole at a heap place with the last event. */
  private close(hole: number): void {
    const last = --this.size;
    if (hole === last) {
      this.heapDay[last] = Infinity;
      return;
    }
    this.moveLast(last, hole);
    if (!this.siftUp(hole)) this.siftDown(hole);
  }

  private moveLast(last: number, to: number): void {
    this.heapDay[to] = this.heapDay[last];
    this.heapActor[to] = this.heapActor[last];
    this.heapDay[last] = Infinity;
  }
}
