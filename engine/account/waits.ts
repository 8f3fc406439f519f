// Waits and their causes: who waits where they came from, for which station, and what keeps them.
import type { Network } from '../network/network.ts';
import { ASSESSMENT, causes, CLOSED_HOURS, NO_PLACE, PREPARATION, STARTS_LIMIT, VISITS } from '../trace/causes.ts';
import type { Books } from './books.ts';
import type { Level } from './level.ts';
import type { Places } from './places.ts';

/** People come from F = S + 1 places: 0 is outside, s + 1 is station s. A pair is where from and where to: from × S + to. */
export class Waits {
  /** By station, what keeps everyone who asks first for it: an index of `causes`. */
  readonly cause: Uint8Array;
  /** Days × people by cause and pair: cause × F × S + pair. */
  readonly causeArea: Float64Array;
  private readonly stations: number;
  private readonly keepsPlace: Uint8Array;
  private readonly places: Places;
  private readonly waiting: readonly Level[];
  private clock: Float64Array;
  /** Of a place that is free: closed hours, or, in a model without hours, none that lasts longer than an instant. */
  private readonly lastCause: number;
  private readonly hasStarts: Uint8Array;
  private readonly fitsVisits: Uint8Array;
  /** People by pair: with the cause of the station, and getting ready for a place of it. */
  private readonly now: Int32Array;
  private readonly preparing: Int32Array;
  private readonly countedTo: Float64Array;
  private readonly pairs: number;
  /** 1 once anybody prepares. */
  private prepares: 0 | 1 = 0;
  /** 1 where the cause may be another than no place; of the others nobody need look at it. */
  private readonly isWatched: Uint8Array;

  constructor(network: Network, places: Places, waiting: readonly Level[], clock: Float64Array, books: Books) {
    const stations = network.stationIds.length;
    const pairs = (stations + 1) * stations;
    this.stations = stations;
    this.pairs = pairs;
    this.keepsPlace = network.keepsPlace;
    this.places = places;
    this.waiting = waiting;
    this.clock = clock;
    this.lastCause = network.usesHours ? CLOSED_HOURS : NO_PLACE;
    this.cause = new Uint8Array(stations);
    this.isWatched = new Uint8Array(stations);
    this.hasStarts = new Uint8Array(stations);
    this.fitsVisits = new Uint8Array(stations);
    this.causeArea = books.column(causes.length * pairs);
    this.now = new Int32Array(pairs);
    this.preparing = new Int32Array(pairs);
    this.countedTo = new Float64Array(pairs);
    this.clear(clock);
  }

  /** As new; days are cleared with the books. */
  clear(clock: Float64Array): void {
    this.clock = clock;
    this.prepares = 0;
    for (let station = 0; station < this.stations; station++) {
      const isTeam = this.keepsPlace[station] === 1;
      this.cause[station] = isTeam ? ASSESSMENT : NO_PLACE;
      this.isWatched[station] = isTeam || this.lastCause === NO_PLACE ? 0 : 1;
    }
    this.hasStarts.fill(1);
    this.fitsVisits.fill(1);
    this.now.fill(0);
    this.preparing.fill(0);
    this.countedTo.fill(0);
  }

  begin(): void {
    this.countedTo.fill(this.clock[0]);
  }

  settle(): void {
    for (let pair = 0; pair < this.now.length; pair++) this.count(pair, pair % this.stations);
  }

  /** One more or one fewer waits in `held` (−1 is outside) for `asked`. */
  change(held: number, asked: number, by: number): void {
    const pair = (held + 1) * this.stations + asked;
    this.count(pair, asked);
    this.now[pair] += by;
  }

  changePreparing(held: number, asked: number, by: number): void {
    const pair = (held + 1) * this.stations + asked;
    this.prepares = 1;
    this.count(pair, asked);
    this.preparing[pair] += by;
  }

  setStarts(station: number, hasStarts: boolean): void {
    this.hasStarts[station] = hasStarts ? 1 : 0;
    if (!hasStarts) this.watch(station);
  }

  setVisits(station: number, fit: boolean): void {
    this.fitsVisits[station] = fit ? 1 : 0;
    if (!fit) this.watch(station);
  }

  private watch(station: number): void {
    if (!this.keepsPlace[station]) this.isWatched[station] = 1;
  }

  /**
   * Looks at the cause for everyone who asks first for a station; call when its free places, starts or visits have changed. With a
   * place they could have, only hours can keep them: the station's, or those of the place they hold.
   */
  look(station: number): void {
    if (this.isWatched[station] === 1) this.lookClosely(station);
  }

  private lookClosely(station: number): void {
    const next =
      this.places.open[station] <= this.places.taken(station)
        ? NO_PLACE
        : !this.hasStarts[station]
          ? STARTS_LIMIT
          : !this.fitsVisits[station]
            ? VISITS
            : this.lastCause;
    if (this.cause[station] !== next) this.setCause(station, next);
  }

  private setCause(station: number, next: number): void {
    if (this.waiting[station].now > 0)
      for (let pair = station; pair < this.now.length; pair += this.stations)
        if (this.now[pair] > 0) this.count(pair, station);
    this.cause[station] = next;
  }

  private count(pair: number, to: number): void {
    const day = this.clock[0];
    const days = day - this.countedTo[pair];
    // Complete up to day 0 at first, so that nothing counts before.
    if (days <= 0) return;
    this.countedTo[pair] = day;
    this.causeArea[this.cause[to] * this.pairs + pair] += this.now[pair] * days;
    if (this.prepares === 1) this.causeArea[PREPARATION * this.pairs + pair] += this.preparing[pair] * days;
  }
}
