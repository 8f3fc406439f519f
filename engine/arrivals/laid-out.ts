// Arrivals laid out: who comes in a stream's bands, and whoever is counted, regular or expected at a moment, a block of days at a time.
import type { Network, NetworkStream } from '../network/network.ts';
import { threefry, uniform53, word } from '../ground/random.ts';
import { Crowd } from './crowd.ts';
import { Draws } from './draws.ts';
import { POINTS_IN_A_CELL, Points } from './points.ts';
import { RatesInBlock, type Stretch } from './rates-in-block.ts';

/** Second half of the address of people who are simply numbered (renewal, moments, always waiting). */
const NUMBERED = 0xffffffff | 0;
/** Sets a renewal stream's n-th interval apart from its n-th person. */
const FOR_INTERVAL = 0x40000000;
const DAYS_BEFORE = 65_536;
const BAND_BITS = 13;
const COUNTS_BAND = (1 << BAND_BITS) - 1;
const WIDEST_BAND = 64;
/** A block is a power of two of days, up to the length of the longest cell, and shorter where more people than this would come. */
const MOST_DAYS = 64;
const MOST_PEOPLE = 100_000;

/**
 * A rate is cut into fixed bands of people a day (0–1, 1–2, 2–4 … 32–64, then every 64), and each band into cells of 64 points on
 * average: 64 days of the first, a day of the widest. A point has a moment in its cell and a height in its band. A person exists when
 * the height lies under the rate at that moment, so more demand adds people and renumbers nobody.
 */
export class LaidOut {
  private readonly seed: number;
  private readonly replication: number;
  private readonly draws: Draws;
  private readonly network: Network;
  private readonly rates: RatesInBlock;
  private readonly points: Points;
  private readonly startDay: number;
  private readonly endDay: number;
  /** The first day that is not laid out yet. */
  private day: number;
  /** The people of a block, before they are in order. */
  private readonly block = new Crowd();
  // Renewal streams walk forward: the moment and number of the next one, by stream.
  private readonly renewalDay: Float64Array;
  private readonly renewalNumber: Int32Array;
  private readonly momentNumber: Int32Array;

  constructor(seed: number, replication: number, network: Network, later: readonly Stretch[]) {
    this.seed = seed;
    // A mirror brings the same people as its original, at mirrored moments.
    this.replication = replication < 0 ? ~replication : replication;
    this.draws = new Draws(replication);
    this.network = network;
    this.rates = new RatesInBlock(network, later, MOST_DAYS);
    this.points = new Points(seed, replication);
    this.startDay = 0 - network.warmUpDays;
    this.endDay = network.runDays;
    this.day = Math.floor(this.startDay);
    this.renewalDay = new Float64Array(network.streams.length).fill(NaN);
    this.renewalNumber = new Int32Array(network.streams.length);
    this.momentNumber = new Int32Array(network.streams.length);
  }

  isOver(): boolean {
    return this.day >= this.endDay;
  }

  /** Leaves out the days still to come, whose people are known already. */
  skipAll(): void {
    this.day = Math.ceil(this.endDay);
  }

  /** The key of the n-th person of a numbered stream, left in `word`. */
  numberedKey(stream: number, n: number): void {
    threefry(this.seed, this.replication, this.network.streams[stream].hash, NUMBERED);
    threefry(word[0], word[1], n, 0);
  }

  /** Adds the people of the next block of days to a crowd. */
  layOutBlock(crowd: Crowd): void {
    const { block, day } = this;
    const days = this.daysOfBlock();
    const toDay = day + days;
    block.people = 0;
    this.network.streams.forEach((of, stream) => {
      if (of.kind === 'rate') this.layOutRate(stream, of, toDay);
      else if (of.kind === 'counts') this.layOutCounts(stream, of, toDay);
      else if (of.kind === 'renewal') this.layOutRenewal(stream, of, toDay);
      else if (of.kind === 'moments') this.layOutMoments(stream, of, toDay);
    });
    this.day = toDay;
    crowd.addInOrder(block, day, days);
  }

  /** As many as fit between two days whose number they divide, so that a block lies in one cell of every longer band. */
  private daysOfBlock(): number {
    const { day, endDay, network, rates } = this;
    let perDay = 0;
    for (let stream = 0; stream < network.streams.length; stream++)
      if (network.streams[stream].kind === 'rate') {
        rates.look(stream, day, 1);
        perDay += rates.most(day, day + 1);
      }
    let days = 1;
    while (days < MOST_DAYS && day % (2 * days) === 0 && day + days < endDay && 2 * days * perDay <= MOST_PEOPLE)
      days *= 2;
    return days;
  }

  private add(moment: number, stream: number, keyHigh: number, keyLow: number): void {
    if (moment >= this.startDay && moment < this.endDay) this.block.add(moment, stream, keyHigh, keyLow);
  }

  private layOutRate(stream: number, of: NetworkStream, toDay: number): void {
    const { block, day, points, rates } = this;
    rates.look(stream, day, toDay - day);
    points.begin(stream, of.hash, Math.max(day, this.startDay), Math.min(toDay, this.endDay));
    const mostOfAll = rates.most(day, toDay);
    let bottom = 0;
    for (let band = 0; bottom < mostOfAll; band++) {
      const width = band === 0 ? 1 : Math.min(bottom, WIDEST_BAND);
      const top = bottom + width;
      const days = POINTS_IN_A_CELL / width;
      for (let from = Math.floor(day / days) * days; from < toDay; from += days) {
        if (rates.most(from, from + days) <= bottom) continue;
        const address = (((from + DAYS_BEFORE) / days) << BAND_BITS) | band;
        points.cell(address, from, days, bottom, width, top <= rates.least(from, from + days), rates, block);
      }
      bottom = top;
    }
    points.finish(rates, block);
  }

  private layOutCounts(stream: number, of: NetworkStream, toDay: number): void {
    for (let day = Math.max(0, this.day); day < Math.min(toDay, of.counts.length); day++) {
      threefry(this.seed, this.replication, of.hash, ((day + DAYS_BEFORE) << BAND_BITS) | COUNTS_BAND);
      const cellHigh = word[0];
      const cellLow = word[1];
      for (let n = 0; n < of.counts[day]; n++) {
        threefry(cellHigh, cellLow, n, 0);
        const u = uniform53(word[0], word[1]);
        this.add(day + (this.draws.isMirror === 1 ? 1 - u : u), stream, word[0], word[1]);
      }
    }
  }

  private layOutRenewal(stream: number, of: NetworkStream, toDay: number): void {
    const { renewalDay, renewalNumber } = this;
    if (Number.isNaN(renewalDay[stream])) renewalDay[stream] = this.startDay + this.interval(stream, of);
    while (renewalDay[stream] < toDay) {
      this.numberedKey(stream, renewalNumber[stream]++);
      this.add(renewalDay[stream], stream, word[0], word[1]);
      renewalDay[stream] = renewalDay[stream] + this.interval(stream, of);
    }
  }

  /** Days from a renewal stream's last arrival to its next. */
  private interval(stream: number, of: NetworkStream): number {
    threefry(this.seed, this.replication, of.hash, NUMBERED);
    return this.draws.days(of.every!, word[0], word[1], FOR_INTERVAL | this.renewalNumber[stream], 0);
  }

  private layOutMoments(stream: number, of: NetworkStream, toDay: number): void {
    const { momentNumber } = this;
    while (momentNumber[stream] < of.moments.length && of.moments[momentNumber[stream]] < toDay) {
      const n = momentNumber[stream]++;
      this.numberedKey(stream, n);
      this.add(of.moments[n], stream, word[0], word[1]);
    }
  }
}
