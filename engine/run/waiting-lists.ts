// Waiting lists (queues): one for each station, ranked by priority, then moment, then the person's key; a person may be on several.
import { keyBefore } from '../arrivals/arrivals.ts';
import type { People } from './people.ts';
import { RankedTrees } from './ranked-tree.ts';

/** Nearly everyone joins near the end of a list; only where somebody has had to go further than this is a tree worth it. */
const FAR = 64;

/** Columns by entry (a person's place on one list). Entries are used again. */
export interface Entries {
  person: Int32Array;
  station: Int16Array;
  /** The person's own order of choice: which of the stations asked for, alternatives after them. */
  choice: Int16Array;
  /** Index of the alternative by which they joined, −1 for the ask itself. */
  alternative: Int32Array;
  rankDay: Float64Array;
  list: Int32Array;
  before: Int32Array;
  after: Int32Array;
  /** The same person's next entry. */
  sibling: Int32Array;
}

export interface WaitingLists {
  readonly entries: Entries;
  /** People on the list of a station, alternatives included. */
  readonly lengths: Int32Array;
  join(
    person: number,
    station: number,
    priorityClass: number,
    rankDay: number,
    choice: number,
    alternative: number,
  ): void;
  /** Takes a person off every list. */
  leaveAll(person: number): void;
  /** Takes a person off the lists of alternatives: their turn for what they asked for is kept. */
  leaveAlternatives(person: number): void;
  /** Whether a person is on the list of a station. */
  has(person: number, station: number): boolean;
  /** The first entry of a station's list, −1 when empty. */
  head(station: number): number;
  /** The entry that comes after another on the whole list of its station, −1 at the end. */
  next(entry: number): number;
  /** The last entry of one class of a station's list, −1 when empty; go on with `entries.before`. */
  tail(station: number, priorityClass: number): number;
}

export const makeWaitingLists = (stations: number, classes: number, people: People): WaitingLists =>
  new Lists(stations, classes, people);

class Lists implements WaitingLists {
  readonly entries: Entries;
  readonly lengths: Int32Array;
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private readonly classes: number;
  private readonly people: People;
  private readonly trees: RankedTrees;
  private room = 256;
  private used = 0;
  private unused = -1;

  constructor(stations: number, classes: number, people: People) {
    this.entries = makeEntries(this.room);
    this.lengths = new Int32Array(stations);
    this.heads = new Int32Array(stations * classes).fill(-1);
    this.tails = new Int32Array(stations * classes).fill(-1);
    this.classes = classes;
    this.people = people;
    this.trees = new RankedTrees(stations * classes);
  }

  join(
    person: number,
    station: number,
    priorityClass: number,
    rankDay: number,
    choice: number,
    alternative: number,
  ): void {
    const entry = this.take();
    const { entries, heads, tails, people } = this;
    const list = station * this.classes + priorityClass;
    entries.person[entry] = person;
    entries.station[entry] = station;
    entries.choice[entry] = choice;
    entries.alternative[entry] = alternative;
    entries.rankDay[entry] = rankDay;
    entries.list[entry] = list;
    entries.sibling[entry] = people.entry[person];
    people.entry[person] = entry;
    const before = this.placeAfter(list, entry, person, rankDay);
    const after = before >= 0 ? entries.after[before] : heads[list];
    entries.before[entry] = before;
    entries.after[entry] = after;
    if (before >= 0) entries.after[before] = entry;
    else heads[list] = entry;
    if (after >= 0) entries.before[after] = entry;
    else tails[list] = entry;
    this.lengths[station]++;
  }

  /** The entry after which a new one belongs, −1 where it is the first. */
  private placeAfter(list: number, entry: number, person: number, rankDay: number): number {
    const { entries, trees, tails } = this;
    if (!trees.has(list)) {
      let before = tails[list];
      let steps = 0;
      while (before >= 0 && this.ahead(person, rankDay, before)) {
        before = entries.before[before];
        if (++steps > FAR) break;
      }
      if (steps <= FAR) return before;
      trees.widen(this.room);
      let last = -1;
      for (let each = this.heads[list]; each >= 0; each = entries.after[each]) {
        trees.append(list, each, last);
        last = each;
      }
    }
    return trees.place(list, entry, (other) => this.ahead(person, rankDay, other));
  }

  leaveAll(person: number): void {
    const { entries, people } = this;
    let entry = people.entry[person];
    people.entry[person] = -1;
    while (entry >= 0) {
      const next = entries.sibling[entry];
      this.remove(entry);
      entry = next;
    }
  }

  leaveAlternatives(person: number): void {
    const { entries, people } = this;
    let entry = people.entry[person];
    people.entry[person] = -1;
    while (entry >= 0) {
      const next = entries.sibling[entry];
      if (entries.alternative[entry] >= 0) this.remove(entry);
      else {
        entries.sibling[entry] = people.entry[person];
        people.entry[person] = entry;
      }
      entry = next;
    }
  }

  has(person: number, station: number): boolean {
    const { sibling, station: stations } = this.entries;
    for (let entry = this.people.entry[person]; entry >= 0; entry = sibling[entry])
      if (stations[entry] === station) return true;
    return false;
  }

  private remove(entry: number): void {
    const { entries, heads, tails } = this;
    const list = entries.list[entry];
    const before = entries.before[entry];
    const after = entries.after[entry];
    if (before >= 0) entries.after[before] = after;
    else heads[list] = after;
    if (after >= 0) entries.before[after] = before;
    else tails[list] = before;
    if (this.trees.has(list)) this.trees.remove(list, entry);
    this.lengths[entries.station[entry]]--;
    entries.sibling[entry] = this.unused;
    this.unused = entry;
  }

  head(station: number): number {
    const { heads, classes } = this;
    for (let list = station * classes; list < (station + 1) * classes; list++) if (heads[list] >= 0) return heads[list];
    return -1;
  }

  next(entry: number): number {
    const after = this.entries.after[entry];
    if (after >= 0) return after;
    const { heads, classes } = this;
    const list = this.entries.list[entry];
    const end = (this.entries.station[entry] + 1) * classes;
    for (let other = list + 1; other < end; other++) if (heads[other] >= 0) return heads[other];
    return -1;
  }

  tail(station: number, priorityClass: number): number {
    return this.tails[station * this.classes + priorityClass];
  }

  private take(): number {
    if (this.unused >= 0) {
      const entry = this.unused;
      this.unused = this.entries.sibling[entry];
      return entry;
    }
    if (this.used === this.room) this.grow();
    return this.used++;
  }

  private grow(): void {
    this.room *= 2;
    if (this.trees.inUse()) this.trees.widen(this.room);
    const wider = makeEntries(this.room) as unknown as Record<string, { set(from: unknown): void }>;
    const old = this.entries as unknown as Record<string, unknown>;
    for (const name of Object.keys(wider)) {
      wider[name].set(old[name]);
      old[name] = wider[name];
    }
  }

  /** Whether a person ranked at a moment goes before an entry of the same class. */
  private ahead(person: number, rankDay: number, entry: number): boolean {
    const other = this.entries.rankDay[entry];
    if (rankDay !== other) return rankDay < other;
    const { people } = this;
    const rival = this.entries.person[entry];
    return keyBefore(people.keyHigh[person], people.keyLow[person], people.keyHigh[rival], people.keyLow[rival]);
  }
}

function makeEntries(room: number): Entries {
  return {
    person: new Int32Array(room),
    station: new Int16Array(room),
    choice: new Int16Array(room),
    alternative: new Int32Array(room),
    rankDay: new Float64Array(room),
    list: new Int32Array(room),
    before: new Int32Array(room),
    after: new Int32Array(room),
    sibling: new Int32Array(room),
  };
}
