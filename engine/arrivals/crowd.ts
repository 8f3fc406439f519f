// A crowd: people to come, in columns and in the order in which they come.

/** Columns a row a person; `keys` has two words each. The room grows, so read the columns anew after `add`. */
export class Crowd {
  people = 0;
  day: Float64Array;
  stream: Int32Array;
  keys: Int32Array;

  constructor(room = 256) {
    this.day = new Float64Array(room);
    this.stream = new Int32Array(room);
    this.keys = new Int32Array(2 * room);
  }

  add(day: number, stream: number, keyHigh: number, keyLow: number): void {
    const at = this.people++;
    if (at === this.day.length) this.grow();
    this.day[at] = day;
    this.stream[at] = stream;
    this.keys[2 * at] = keyHigh;
    this.keys[2 * at + 1] = keyLow;
  }

  /**
   * Adds everybody of a block of days in the order (moment, key), for equal moments must not depend on the order of streams: first
   * into equal parts of the block, twice as many as there are people, then in order within each.
   */
  addInOrder(block: Crowd, fromDay: number, days: number): void {
    const { people } = block;
    const from = this.people;
    while (this.day.length < from + people) this.grow();
    this.people += people;
    const parts = 2 * people;
    if (partEnd.length < parts) makePartRoom(2 * parts);
    const [ends, partOf, perDay, last] = [partEnd, partOfPerson, parts / days, parts - 1];
    ends.fill(0, 0, parts);
    for (let person = 0; person < people; person++) {
      const part = Math.min(last, ((block.day[person] - fromDay) * perDay) | 0);
      partOf[person] = part;
      ends[part]++;
    }
    for (let part = 1; part < parts; part++) ends[part] += ends[part - 1];
    const { day, stream, keys } = this;
    for (let person = people - 1; person >= 0; person--) {
      const at = from + --ends[partOf[person]];
      day[at] = block.day[person];
      stream[at] = block.stream[person];
      keys[2 * at] = block.keys[2 * person];
      keys[2 * at + 1] = block.keys[2 * person + 1];
    }
    this.putInOrder(from);
  }

  /** Puts everyone from a row on into the order (moment, key). */
  private putInOrder(from: number): void {
    const { people, day, stream, keys } = this;
    for (let person = from + 1; person < people; person++) {
      const moment = day[person];
      if (day[person - 1] < moment) continue;
      const one = stream[person];
      const high = keys[2 * person];
      const low = keys[2 * person + 1];
      let at = person;
      while (
        at > from &&
        (day[at - 1] > moment || (day[at - 1] === moment && keyBefore(high, low, keys[2 * at - 2], keys[2 * at - 1])))
      ) {
        day[at] = day[at - 1];
        stream[at] = stream[at - 1];
        keys[2 * at] = keys[2 * at - 2];
        keys[2 * at + 1] = keys[2 * at - 1];
        at--;
      }
      day[at] = moment;
      stream[at] = one;
      keys[2 * at] = high;
      keys[2 * at + 1] = low;
    }
  }

  private grow(): void {
    const room = 2 * this.day.length;
    this.day = wider(new Float64Array(room), this.day);
    this.stream = wider(new Int32Array(room), this.stream);
    this.keys = wider(new Int32Array(2 * room), this.keys);
  }
}

const wider = <T extends Float64Array | Int32Array>(into: T, from: T): T => (into.set(from), into);

/** Where each part of a block ends, and the part of each person, while people are put into them. */
let partEnd = new Int32Array(512);
let partOfPerson = new Int32Array(512);

function makePartRoom(parts: number): void {
  partEnd = new Int32Array(parts);
  partOfPerson = new Int32Array(parts);
}

/** Whether one key goes before another of the same moment: by the low word, for the high word has a part in when people come. */
export function keyBefore(aHigh: number, aLow: number, bHigh: number, bLow: number): boolean {
  return aLow === bLow ? aHigh >>> 0 < bHigh >>> 0 : aLow >>> 0 < bLow >>> 0;
}
