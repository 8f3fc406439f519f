// The rates of one stream over a block of days: the least and the most of each day, and the rate at a moment.
import type { Network } from '../network/network.ts';
import { rateOf } from '../network/rates.ts';

/** A network and the day from which it holds. */
export interface Stretch {
  readonly fromDay: number;
  readonly network: Network;
}

export class RatesInBlock {
  /** Of the days looked at last, the first of them at 0. */
  private readonly leastOfDay: Float64Array;
  private readonly mostOfDay: Float64Array;
  private readonly varies: Uint8Array;
  private readonly first: Network;
  private readonly later: readonly Stretch[];
  private stream = 0;
  private from = 0;
  private days = 0;

  constructor(first: Network, later: readonly Stretch[], mostDays: number) {
    this.first = first;
    this.later = later;
    this.leastOfDay = new Float64Array(mostDays);
    this.mostOfDay = new Float64Array(mostDays);
    this.varies = new Uint8Array(mostDays);
  }

  look(stream: number, from: number, days: number): void {
    this.stream = stream;
    this.from = from;
    this.days = days;
    for (let n = 0; n < days; n++) this.lookAtDay(n, from + n);
  }

  /** The least rate from one day up to another; days outside the block do not count. */
  least(fromDay: number, toDay: number): number {
    let least = Infinity;
    for (let n = this.at(fromDay); n < this.at(toDay); n++) least = Math.min(least, this.leastOfDay[n]);
    return least;
  }

  most(fromDay: number, toDay: number): number {
    let most = 0;
    for (let n = this.at(fromDay); n < this.at(toDay); n++) most = Math.max(most, this.mostOfDay[n]);
    return most;
  }

  /** The rate in force at a moment of the block. */
  rateAt(moment: number): number {
    const n = Math.floor(moment) - this.from;
    return this.varies[n] === 1 ? this.rateBy(this.networkAt(moment), moment) : this.leastOfDay[n];
  }

  private at(day: number): number {
    return Math.min(this.days, Math.max(0, day - this.from));
  }

  private networkAt(moment: number): Network {
    const { later } = this;
    let inForce = this.first;
    for (let next = 0; next < later.length && later[next].fromDay <= moment; next++) inForce = later[next].network;
    return inForce;
  }

  private rateBy(network: Network, moment: number): number {
    return rateOf(network.streams[this.stream], moment, this.first.startDayNumber);
  }

  private lookAtDay(n: number, day: number): void {
    const network = this.networkAt(day);
    const changes = this.later.filter(({ fromDay }) => fromDay > day && fromDay < day + 1);
    const varies = changes.length > 0 || network.streams[this.stream].variesWithinDay;
    this.varies[n] = varies ? 1 : 0;
    if (!varies) {
      this.leastOfDay[n] = this.mostOfDay[n] = this.rateBy(network, day);
      return;
    }
    this.leastOfDay[n] = Infinity;
    this.mostOfDay[n] = 0;
    // Rates are constant between the hours of the day and the moments of change. In the middle of an hour no rounding leads to another.
    for (const inForce of [network, ...changes.map((change) => change.network)])
      for (let hour = 0; hour < 24; hour++) {
        const rate = this.rateBy(inForce, day + (hour + 0.5) / 24);
        this.leastOfDay[n] = Math.min(this.leastOfDay[n], rate);
        this.mostOfDay[n] = Math.max(this.mostOfDay[n], rate);
      }
  }
}
