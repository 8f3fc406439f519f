// A crowd: people to come, in columns and in the order in which they come.

/** Columns a row a person; `keys` has two words each. The room grows, so read the columns anew after `add`. */
export class Crowd {
  people = 0;
  day = new Float64Array(256);
  stream = new Int32Array(256);
  keys = new Int32Array(512);

  add(day: number, stream: number, keyHigh: number, keyLow: number): void {
    const at = this.people++;
    if (at === this.day.length) this.grow();
    this.day[at] = day;
    this.stream[at] = stream;
    this.keys[2 * at] = keyHigh;
    this.keys[2 * at + 1] = keyLow;
  }

  /** Puts everyone from a row on into the order (moment, key), for equal moments must not depend on the order of streams. */
  putInOrder(from: number): void {
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

/** Whether one 64-bit key is smaller than another, both as two signed words. */
export function keyBefore(aHigh: number, aLow: number, bHigh: number, bLow: number): boolean {
  return aHigh === bHigh ? aLow >>> 0 < bLow >>> 0 : aHigh >>> 0 < bHigh >>> 0;
}
