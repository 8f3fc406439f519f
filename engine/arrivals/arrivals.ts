// Arrivals (arrival process): who comes and when, whatever happens in the run.
import type { Network } from '../network/network.ts';
import { Crowd } from './crowd.ts';
import { Draws } from './draws.ts';
import { Kinds } from './kinds.ts';
import { LaidOut } from './laid-out.ts';
import type { Stretch } from './rates-in-block.ts';

export { keyBefore } from './crowd.ts';

/** Arrivals from `-warmUpDays` to `runDays`, laid out some days at a time and forgotten, so that memory does not grow with the run. */
export const makeArrivals = (seed: number, replication: number, first: Network, later: readonly Stretch[]): Arrivals =>
  new Arrivals(new LaidOut(seed, replication, first, later), new Draws(replication), new Crowd(), new Kinds());

/** The person at the head, and how to go on. Columns are read after `nextDay` and before `advance`. */
export class Arrivals {
  private readonly laidOut: LaidOut;
  private readonly draws: Draws;
  private readonly crowd: Crowd;
  private readonly kinds: Kinds;
  private head = 0;

  /** A crowd that holds everyone already goes with days that are over. */
  constructor(laidOut: LaidOut, draws: Draws, crowd: Crowd, kinds: Kinds) {
    this.laidOut = laidOut;
    this.draws = draws;
    this.crowd = crowd;
    this.kinds = kinds;
  }

  /** Day of the next arrival, Infinity when there is none. */
  nextDay(): number {
    const { crowd, head } = this;
    return head < crowd.people ? crowd.day[head] : this.nextDayLaidOut();
  }

  stream(): number {
    return this.crowd.stream[this.head];
  }

  keyHigh(): number {
    return this.crowd.keys[2 * this.head];
  }

  keyLow(): number {
    return this.crowd.keys[2 * this.head + 1];
  }

  /** The trait of the person at the head, by the shares of a network. */
  trait(network: Network): number {
    return network.traits === 1 ? 0 : this.kinds.trait(this.crowd, this.head, this.draws, network);
  }

  /** Their need, by the same network's shares for that trait. */
  need(network: Network): number {
    return network.needHash.length === 1 ? 0 : this.kinds.need(this.crowd, this.head, this.draws, network);
  }

  advance(): void {
    this.head++;
  }

  /** The key of the n-th person of a numbered stream, left in `word`. */
  numberedKey(stream: number, n: number): void {
    this.laidOut.numberedKey(stream, n);
  }

  private nextDayLaidOut(): number {
    const { crowd, laidOut } = this;
    while (!laidOut.isOver()) {
      this.head = 0;
      crowd.people = 0;
      this.kinds.forget();
      laidOut.layOutBlock(crowd);
      if (crowd.people > 0) return crowd.day[0];
    }
    return Infinity;
  }
}
