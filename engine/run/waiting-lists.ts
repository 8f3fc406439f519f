// Waiting lists (queues): one for each station, ranked by priority, then moment, then the person's key; a person may be on several.
import { ENTRY, hasSmallerKey, type People } from './people.ts';
import { RankedTrees } from './ranked-tree.ts';
import { A_STATION, LISTED, rowOf } from './stations.ts';

/** Nearly everyone joins near the end of a list; only where somebody has had to go further than this is a tree worth it. */
const FAR = 64;

/**
 * An entry (a person's place on one list) is the place in `rows` where its row of eight begins; an eighth of it is its place in
 * `rankDay`. Entries are used again.
 */
const BITS = 3;
const AN_ENTRY = 1 << BITS;

// Places in a row.

export const PERSON = 0;
export const AT_STATION = 1;
/** The person's own order of choice: which of the stations asked for, alternatives after them. */
export const CHOICE = 2;
/** Index of the alternative by which they joined, −1 for the ask itself. */
export const ALTERNATIVE = 3;
/** The same person's next entry. */
export const SIBLING = 4;
/** Of a list: which, and the entries before and after this one. */
const LIST = 5;
export const BEFORE = 6;
const AFTER = 7;

const ROOM = 256;

export class WaitingLists {
  /** A longer one takes its place when there are more entries than there is room for: look again after `join`. */
  rows = new Int32Array(ROOM * AN_ENTRY);
  private rankDay = new Float64Array(ROOM);
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private readonly classes: number;
  private readonly people: People;
  /** Rows of the stations. */
  private readonly at: Int32Array;
  private readonly trees: RankedTrees;
  private room = ROOM;
  private used = 0;
  private unused = -1;

  constructor(at: Int32Array, classes: number, people: People) {
    const lists = (at.length / A_STATION) * classes;
    this.heads = new Int32Array(lists).fill(-1);
    this.tails = new Int32Array(lists).fill(-1);
    this.classes = classes;
    this.people = people;
    this.at = at;
    this.trees = new RankedTrees(lists);
  }

  /** Nobody is on any list any more; the rows of the stations are cleared by whoever has them. */
  clear(): void {
    this.heads.fill(-1);
    this.tails.fill(-1);
    this.trees.clear();
    this.used = 0;
    this.unused = -1;
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
    const { rows, heads, tails } = this;
    const { who } = this.people;
    const list = station * this.classes + priorityClass;
    rows[entry + PERSON] = person;
    rows[entry + AT_STATION] = station;
    rows[entry + CHOICE] = choice;
    rows[entry + ALTERNATIVE] = alternative;
    rows[entry + SIBLING] = who[person + ENTRY];
    rows[entry + LIST] = list;
    this.rankDay[entry >> BITS] = rankDay;
    who[person + ENTRY] = entry;
    const before = this.placeAfter(list, entry, person, rankDay);
    const after = before >= 0 ? rows[before + AFTER] : heads[list];
    rows[entry + BEFORE] = before;
    rows[entry + AFTER] = after;
    if (before >= 0) rows[before + AFTER] = entry;
    else heads[list] = entry;
    if (after >= 0) rows[after + BEFORE] = entry;
    else tails[list] = entry;
    this.at[rowOf(station) + LISTED]++;
  }

  /** The entry after which a new one belongs, −1 where it is the first. */
  private placeAfter(list: number, entry: number, person: number, rankDay: number): number {
    const { rows, trees, tails } = this;
    if (!trees.has(list)) {
      let before = tails[list];
      let steps = 0;
      while (before >= 0 && this.ahead(person, rankDay, before)) {
        before = rows[before + BEFORE];
        if (++steps > FAR) break;
      }
      if (steps <= FAR) return before;
      this.plant(list);
    }
    const found = trees.place(list, entry >> BITS, (other) => this.ahead(person, rankDay, other << BITS));
    return found < 0 ? -1 : found << BITS;
  }

  private plant(list: number): void {
    const { rows, trees } = this;
    trees.widen(this.room);
    let last = -1;
    for (let each = this.heads[list]; each >= 0; each = rows[each + AFTER]) {
      trees.append(list, each >> BITS, last);
      last = each >> BITS;
    }
  }

  /** Takes a person off every list. */
  leaveAll(person: number): void {
    const { rows } = this;
    const { who } = this.people;
    let entry = who[person + ENTRY];
    who[person + ENTRY] = -1;
    while (entry >= 0) {
      const next = rows[entry + SIBLING];
      this.remove(entry);
      entry = next;
    }
  }

  /** Takes a person off the lists of alternatives: their turn for what they asked for is kept. */
  leaveAlternatives(person: number): void {
    const { rows } = this;
    const { who } = this.people;
    let entry = who[person + ENTRY];
    who[person + ENTRY] = -1;
    while (entry >= 0) {
      const next = rows[entry + SIBLING];
      if (rows[entry + ALTERNATIVE] >= 0) this.remove(entry);
      else {
        rows[entry + SIBLING] = who[person + ENTRY];
        who[person + ENTRY] = entry;
      }
      entry = next;
    }
  }

  /** Whether a person is on the list of a station. */
  has(person: number, station: number): boolean {
    const { rows } = this;
    for (let entry = this.people.who[person + ENTRY]; entry >= 0; entry = rows[entry + SIBLING])
      if (rows[entry + AT_STATION] === station) return true;
    return false;
  }

  /** The moment that ranks an entry on its list. */
  rankDayOf(entry: number): number {
    return this.rankDay[entry >> BITS];
  }

  private remove(entry: number): void {
    const { rows, heads, tails } = this;
    const list = rows[entry + LIST];
    const before = rows[entry + BEFORE];
    const after = rows[entry + AFTER];
    if (before >= 0) rows[before + AFTER] = after;
    else heads[list] = after;
    if (after >= 0) rows[after + BEFORE] = before;
    else tails[list] = before;
    if (this.trees.has(list)) this.trees.remove(list, entry >> BITS);
    this.at[rowOf(rows[entry + AT_STATION]) + LISTED]--;
    rows[entry + SIBLING] = this.unused;
    this.unused = entry;
  }

  /** The first entry of a station's list, −1 when empty. */
  head(station: number): number {
    const { heads, classes } = this;
    for (let list = station * classes; list < (station + 1) * classes; list++) if (heads[list] >= 0) return heads[list];
    return -1;
  }

  /** The entry that comes after another on the whole list of its station, −1 at the end. */
  next(entry: number): number {
    const { heads, classes, rows } = this;
    const after = rows[entry + AFTER];
    if (after >= 0) return after;
    const end = (rows[entry + AT_STATION] + 1) * classes;
    for (let other = rows[entry + LIST] + 1; other < end; other++) if (heads[other] >= 0) return heads[other];
    return -1;
  }

  /** The last entry of one class of a station's list, −1 when empty; go on with `BEFORE`. */
  tail(station: number, priorityClass: number): number {
    return this.tails[station * this.classes + priorityClass];
  }

  private take(): number {
    if (this.unused >= 0) {
      const entry = this.unused;
      this.unused = this.rows[entry + SIBLING];
      return entry;
    }
    if (this.used === this.room) this.grow();
    return this.used++ << BITS;
  }

  private grow(): void {
    this.room *= 2;
    if (this.trees.inUse()) this.trees.widen(this.room);
    const rows = new Int32Array(this.room * AN_ENTRY);
    rows.set(this.rows);
    this.rows = rows;
    const rankDay = new Float64Array(this.room);
    rankDay.set(this.rankDay);
    this.rankDay = rankDay;
  }

  /** Whether a person ranked at a moment goes before an entry of the same class. */
  private ahead(person: number, rankDay: number, entry: number): boolean {
    const other = this.rankDay[entry >> BITS];
    if (rankDay !== other) return rankDay < other;
    return hasSmallerKey(this.people, person, this.rows[entry + PERSON]);
  }
}
