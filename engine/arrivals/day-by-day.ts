// Arrivals laid out a day at a time: the points of every stream, and which of them are people.
import type { Network, NetworkStream } from '../network/network.ts';
import type { Crowd } from './crowd.ts';
import { Draws } from './draws.ts';
import { threefry, word } from '../ground/random.ts';
import { poissonCount, poissonTable, rateOf } from '../network/rates.ts';

/** Purposes of a cell's draws: which number of the n-th point it is. They sit above the number of the point. */
const MOMENT = 0x40000000;
const HEIGHT = 0x80000000 | 0;
const COUNT = 0x3fffffff;
/** A cell of streams whose people are simply numbered (renewal, moments, always waiting). */
const NUMBERED = 0xffffffff | 0;
const DAYS_BEFORE = 65_536;
const BAND_BITS = 13;
const COUNTS_BAND = (1 << BAND_BITS) - 1;
const WIDEST_BAND = 64;

/** A network and the day from which it holds. */
export interface Stretch {
  readonly fromDay: number;
  readonly network: Network;
}

/**
 * A rate is cut into fixed bands of people a day (0–1, 1–2, 2–4 … 32–64, then every 64); each band has its own points, day by day,
 * each with a moment and a height in the band. A person exists when the height lies under the rate at that moment, so more demand
 * adds people and renumbers nobody.
 */
export class DayByDay {
  private readonly seed: number;
  private readonly replication: number;
  private readonly draws: Draws;
  private readonly first: Network;
  private readonly later: readonly Stretch[];
  private network: Network;
  /** The next stretch of `later` that has not begun when the day begins. */
  private coming = 0;
  private readonly endDay: number;
  private readonly startDay: number;
  private day: number;
  // Renewal streams walk forward: the moment and number of the next one, by stream.
  private readonly renewalDay: Float64Array;
  private readonly renewalNumber: Int32Array;
  private readonly momentNumber: Int32Array;

  constructor(seed: number, replication: number, first: Network, later: readonly Stretch[]) {
    this.seed = seed;
    // A mirror brings the same people as its original, at mirrored moments.
    this.replication = replication < 0 ? ~replication : replication;
    this.draws = new Draws(replication);
    this.first = first;
    this.later = later;
    this.network = first;
    this.endDay = first.runDays;
    this.startDay = 0 - first.warmUpDays;
    this.day = Math.floor(this.startDay) - 1;
    this.renewalDay = new Float64Array(first.streams.length).fill(NaN);
    this.renewalNumber = new Int32Array(first.streams.length);
    this.momentNumber = new Int32Array(first.streams.length);
  }

  isOver(): boolean {
    return this.day + 1 >= this.endDay;
  }

  /** Leaves out the days still to come, whose people are known already. */
  skipAll(): void {
    this.day = Math.ceil(this.endDay);
  }

  /** The key of the n-th person of a numbered stream, left in `word`. */
  numberedKey(stream: number, n: number): void {
    threefry(this.seed, this.replication, this.first.streams[stream].hash, NUMBERED);
    threefry(word[0], word[1], n, 0);
  }

  /** Adds the people of the next day to a crowd. */
  layOutDay(crowd: Crowd): void {
    const { later } = this;
    const day = ++this.day;
    const from = crowd.people;
    while (this.coming < later.length && later[this.coming].fromDay <= day) this.network = later[this.coming++].network;
    const { streams } = this.network;
    for (let stream = 0; stream < streams.length; stream++) {
      const of = streams[stream];
      if (of.kind === 'rate') this.layOutRate(crowd, stream, of);
      else if (of.kind === 'counts') this.layOutCounts(crowd, stream, of);
      else if (of.kind === 'renewal') this.layOutRenewal(crowd, stream, of);
      else if (of.kind === 'moments') this.layOutMoments(crowd, stream, of);
    }
    crowd.putInOrder(from);
  }

  private add(crowd: Crowd, moment: number, stream: number, keyHigh: number, keyLow: number): void {
    if (moment >= this.startDay && moment < this.endDay) crowd.add(moment, stream, keyHigh, keyLow);
  }

  /** The rate in force at a moment of the day being laid out. */
  private rateAt(stream: number, moment: number): number {
    const { later } = this;
    let inForce = this.network;
    for (let next = this.coming; next < later.length && later[next].fromDay <= moment; next++)
      inForce = later[next].network;
    return rateOf(inForce.streams[stream], moment, this.first.startDayNumber);
  }

  private layOutRate(crowd: Crowd, stream: number, of: NetworkStream): void {
    const { day, later, coming } = this;
    const changes = coming < later.length && later[coming].fromDay < day + 1;
    const varies = changes || of.variesWithinDay;
    let least = this.rateAt(stream, day);
    let most = least;
    if (varies) {
      const see = (rate: number) => {
        if (rate < least) least = rate;
        if (rate > most) most = rate;
      };
      // Rates are constant between the hours of the day and the moments of change. In the middle of an hour no rounding leads to another.
      for (let hour = 0; hour < 24; hour++) see(this.rateAt(stream, day + (hour + 0.5) / 24));
      for (let next = coming; next < later.length && later[next].fromDay < day + 1; next++)
        for (let hour = 0; hour < 24; hour++)
          see(rateOf(later[next].network.streams[stream], day + (hour + 0.5) / 24, this.first.startDayNumber));
    }
    this.layOutBands(crowd, stream, of.hash, least, most, varies);
  }

  private layOutBands(crowd: Crowd, stream: number, hash: number, least: number, most: number, varies: boolean): void {
    const { day } = this;
    let bottom = 0;
    for (let band = 0; bottom < most; band++) {
      const width = band === 0 ? 1 : bottom < WIDEST_BAND ? bottom : WIDEST_BAND;
      const top = bottom + width;
      const table = band < bandTables.length ? bandTables[band] : (bandTables[band] = poissonTable(width));
      threefry(this.seed, this.replication, hash, ((day + DAYS_BEFORE) << BAND_BITS) | band | 0);
      const cellHigh = word[0];
      const cellLow = word[1];
      const points = poissonCount(table, this.draws.uniform(cellHigh, cellLow, COUNT, 0));
      for (let n = 0; n < points; n++) {
        const moment = day + this.draws.uniform(cellHigh, cellLow, MOMENT | n, 0);
        if (
          top > least &&
          bottom + width * this.draws.uniform(cellHigh, cellLow, HEIGHT | n, 0) >=
            (varies ? this.rateAt(stream, moment) : least)
        )
          continue;
        threefry(cellHigh, cellLow, n, 0);
        this.add(crowd, moment, stream, word[0], word[1]);
      }
      bottom = top;
    }
  }

  private layOutCounts(crowd: Crowd, stream: number, of: NetworkStream): void {
    const { day } = this;
    const people = day >= 0 && day < of.counts.length ? of.counts[day] : 0;
    if (people === 0) return;
    threefry(this.seed, this.replication, of.hash, ((day + DAYS_BEFORE) << BAND_BITS) | COUNTS_BAND | 0);
    const cellHigh = word[0];
    const cellLow = word[1];
    for (let n = 0; n < people; n++) {
      const moment = day + this.draws.uniform(cellHigh, cellLow, MOMENT | n, 0);
      threefry(cellHigh, cellLow, n, 0);
      this.add(crowd, moment, stream, word[0], word[1]);
    }
  }

  private layOutRenewal(crowd: Crowd, stream: number, of: NetworkStream): void {
    const { renewalDay, renewalNumber } = this;
    if (Number.isNaN(renewalDay[stream])) renewalDay[stream] = this.startDay + this.gap(stream, of);
    while (renewalDay[stream] < this.day + 1) {
      this.numberedKey(stream, renewalNumber[stream]++);
      this.add(crowd, renewalDay[stream], stream, word[0], word[1]);
      renewalDay[stream] = renewalDay[stream] + this.gap(stream, of);
    }
  }

  /** Days from a renewal stream's last arrival to its next. */
  private gap(stream: number, of: NetworkStream): number {
    threefry(this.seed, this.replication, of.hash, NUMBERED);
    return this.draws.days(of.every!, word[0], word[1], MOMENT | this.renewalNumber[stream], 0);
  }

  private layOutMoments(crowd: Crowd, stream: number, of: NetworkStream): void {
    const { momentNumber } = this;
    while (momentNumber[stream] < of.moments.length && of.moments[momentNumber[stream]] < this.day + 1) {
      const n = momentNumber[stream]++;
      this.numberedKey(stream, n);
      this.add(crowd, of.moments[n], stream, word[0], word[1]);
    }
  }
}

/** By band, the table of how many points its cells have: the bands are the same for every stream. */
const bandTables: Float64Array[] = [];
