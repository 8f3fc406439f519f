// Places over time: in force, free and full (capacity and utilisation), by station.
import type { Books } from './books.ts';
import { lasted, type Level } from './level.ts';

/** Days count from day 0 on, for the levels of occupancy are complete up to then. */
export class Places {
  /** Days × places in force, and × free places; days with none free. */
  readonly openArea: Float64Array;
  readonly freeArea: Float64Array;
  readonly fullDays: Float64Array;
  /** In force now. */
  readonly open: Int32Array;
  private readonly reserved: Int32Array;
  private readonly occupancy: readonly Level[];
  private readonly atFirst: Int32Array;
  private clock: Float64Array;

  constructor(places: Int32Array, occupancy: readonly Level[], clock: Float64Array, books: Books) {
    this.clock = clock;
    this.occupancy = occupancy;
    this.atFirst = places;
    this.open = Int32Array.from(places);
    this.reserved = new Int32Array(places.length);
    this.openArea = books.column(places.length);
    this.freeArea = books.column(places.length);
    this.fullDays = books.column(places.length);
  }

  /** As new; days are cleared with the books. */
  clear(clock: Float64Array): void {
    this.clock = clock;
    this.open.set(this.atFirst);
    this.reserved.fill(0);
  }

  begin(): void {
    for (let s = 0; s < this.open.length; s++) this.openArea[s] = -this.open[s] * this.clock[0];
  }

  settle(): void {
    for (let s = 0; s < this.open.length; s++) {
      this.count(s);
      this.openArea[s] += this.open[s] * this.clock[0];
    }
  }

  set(station: number, places: number): void {
    this.count(station);
    // A signed sum, so that places that never change come out as exactly that number.
    this.openArea[station] += (this.open[station] - places) * this.clock[0];
    this.open[station] = places;
  }

  reserve(station: number, by: number): void {
    this.count(station);
    this.reserved[station] += by;
  }

  /** Held, reserved or being made ready. */
  taken(station: number): number {
    return this.occupancy[station].now + this.reserved[station];
  }

  /** Days × places in force up to the clock's day. */
  daysAt(station: number): number {
    return this.openArea[station] + this.open[station] * this.clock[0];
  }

  /** Places in force, free and full have lasted until now; call before occupancy changes. */
  count(station: number): void {
    const day = this.clock[0];
    const level = this.occupancy[station];
    const days = day - level.countedTo;
    if (days <= 0) return;
    const held = level.now + this.reserved[station];
    const places = this.open[station];
    if (places > held) {
      this.freeArea[station] += (places - held) * days;
    } else {
      if (level.now > places) this.openArea[station] += (level.now - places) * days;
      this.fullDays[station] += days;
    }
    lasted(level, day);
  }
}
