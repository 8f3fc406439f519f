// The event calendar: future events in the order (day, phase, actor), one pending event an actor; the one home of tie order.

/**
 * Everything of one instant happens in these phases; then places are handed out, surge looks, waiting rooms look, and
 * observers look last. Within a phase the order cannot be seen: lists rank people by moment and key, never by who came first here.
 */
export const STAY_ENDS = 0;
export const CAPACITY_CHANGES = 1;
export const FALLS_DUE = 2;

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
  /** Makes room for actors 0 … actors − 1. */
  resize(actors: number): void;
}

export function makeCalendar(actors: number): Calendar {
  let heapDay = new Float64Array(actors);
  let heapActor = new Int32Array(actors);
  /** By actor: its place in the heap, −1 when nothing is booked. */
  let position = new Int32Array(actors).fill(-1);
  let phase = new Uint8Array(actors);
  let size = 0;

  /** Whether (day, actor) comes before the event at heap place `at`; phases and actors matter at equal days only. */
  function before(day: number, actor: number, at: number): boolean {
    const other = heapDay[at]!;
    if (day !== other) return day < other;
    const otherActor = heapActor[at]!;
    const a = phase[actor]!;
    const b = phase[otherActor]!;
    return a === b ? actor < otherActor : a < b;
  }

  function put(at: number, day: number, actor: number): void {
    heapDay[at] = day;
    heapActor[at] = actor;
    position[actor] = at;
  }

  function siftUp(from: number, day: number, actor: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      if (!before(day, actor, parent)) break;
      put(at, heapDay[parent]!, heapActor[parent]!);
      at = parent;
    }
    put(at, day, actor);
  }

  function siftDown(from: number, day: number, actor: number): void {
    let at = from;
    for (;;) {
      const first = at * 4 + 1;
      if (first >= size) break;
      const end = first + 4 < size ? first + 4 : size;
      let least = first;
      for (let child = first + 1; child < end; child++)
        if (before(heapDay[child]!, heapActor[child]!, least)) least = child;
      if (before(day, actor, least)) break;
      put(at, heapDay[least]!, heapActor[least]!);
      at = least;
    }
    put(at, day, actor);
  }

  /** Fills the hole at a heap place with the last event. */
  function close(hole: number): void {
    size--;
    if (hole === size) return;
    const day = heapDay[size]!;
    const actor = heapActor[size]!;
    if (hole > 0 && before(day, actor, (hole - 1) >> 2)) siftUp(hole, day, actor);
    else siftDown(hole, day, actor);
  }

  return {
    nextDay: () => (size > 0 ? heapDay[0]! : Infinity),
    phaseOf: (actor) => phase[actor]!,
    pop() {
      const actor = heapActor[0]!;
      position[actor] = -1;
      close(0);
      return actor;
    },
    book(actor, day, newPhase) {
      const at = position[actor]!;
      if (at >= 0) close(at);
      phase[actor] = newPhase;
      siftUp(size++, day, actor);
    },
    cancel(actor) {
      const at = position[actor]!;
      if (at < 0) return;
      position[actor] = -1;
      close(at);
    },
    resize(wanted) {
      const grown = <T extends Float64Array | Int32Array | Uint8Array>(into: T, from: T): T => (into.set(from), into);
      const had = position.length;
      heapDay = grown(new Float64Array(wanted), heapDay);
      heapActor = grown(new Int32Array(wanted), heapActor);
      position = grown(new Int32Array(wanted), position).fill(-1, had);
      phase = grown(new Uint8Array(wanted), phase);
    },
  };
}
