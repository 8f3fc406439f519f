// Draws: what each random number of a person decides, the same in every option (common random numbers). Both engines use them.
import { daysAt, type Drawn } from '../distributions/index.ts';
import type { InitialPeople, Network, StaySampler } from '../network/network.ts';
import { log } from '../ground/portable.ts';
import { threefry, uniformAt, word } from '../ground/random.ts';

/** What a number is drawn for; with the hash of a station (whose lowest ten bits are empty) the first half of its address. */
const FOR_STAY = 1;
const FOR_ROUTE = 2;
const FOR_RISE = 3;
const FOR_PATIENCE = 4;
export const FOR_NEED = 5;
export const FOR_ATTRIBUTE = 6;
const FOR_PREPARATION = 7;
const FOR_WAITED = 8;
const FOR_TURNAROUND = 9;

/**
 * The draws of one replication. A person is identified by a key of two 32-bit words. `at` is the station a stay was first asked for at, `number`
 * how many stays there came before. In the mirror of a replication every uniform number u is 1 − u: antithetic runs.
 */
export class Draws {
  readonly isMirror: 0 | 1;

  constructor(replication: number) {
    this.isMirror = replication < 0 ? 1 : 0;
  }

  uniform(keyHigh: number, keyLow: number, purpose: number, second: number): number {
    const u = uniformAt(keyHigh, keyLow, purpose, second);
    return this.isMirror === 1 ? 1 - u : u;
  }

  /** The days of a length at an address. Turning every bit of both words turns u into 1 − u. */
  days(of: Drawn, keyHigh: number, keyLow: number, purpose: number, second: number): number {
    threefry(keyHigh, keyLow, purpose, second);
    return this.isMirror === 1 ? daysAt(of, ~word[0], ~word[1]) : daysAt(of, word[0], word[1]);
  }

  /** The need of a person of a stream. */
  need(network: Network, stream: number, trait: number, keyHigh: number, keyLow: number): number {
    const { needHash, streamShare } = network;
    if (needHash.length === 1) return 0;
    const row = (stream * network.traits + trait) * needHash.length;
    return this.race(keyHigh, keyLow, FOR_NEED, needHash, row, streamShare);
  }

  /** The trait of a person of a stream (−1: there at the start): each attribute's value is a race of its own. */
  trait(network: Network, stream: number, keyHigh: number, keyLow: number): number {
    if (network.traits === 1) return 0;
    const from = stream < 0 ? network.streamIds.length : stream;
    let trait = from * network.streamStride;
    for (const { valueHash, stride, shares } of network.attributes)
      trait += this.race(keyHigh, keyLow, FOR_ATTRIBUTE, valueHash, from * valueHash.length, shares) * stride;
    return trait;
  }

  /**
   * A race: each value has a person's own time for it, an exponential of mean 1, and the one with the least time over its share (from
   * `row` on) is theirs. So changing one share moves people only to it or from it.
   */
  race(
    keyHigh: number,
    keyLow: number,
    purpose: number,
    hashes: Int32Array,
    row: number,
    shares: Float64Array,
  ): number {
    let best = 0;
    let soonest = Infinity;
    for (let value = 0; value < hashes.length; value++) {
      const share = shares[row + value];
      if (share <= 0) continue;
      const time = -log(this.uniform(keyHigh, keyLow, purpose, hashes[value])) / share;
      if (time < soonest) {
        soonest = time;
        best = value;
      }
    }
    return best;
  }

  /** Days of a stay with the care of a station for a kind of people. One that never varies needs no number; leaving one out moves no other. */
  stayDays(
    network: Network,
    care: number,
    kind: number,
    keyHigh: number,
    keyLow: number,
    at: number,
    number: number,
  ): number {
    const stay = network.stay[care * network.kinds + kind] as StaySampler;
    if (stay.sdDays === 0) return stay.meanDays;
    return this.days(stay, keyHigh, keyLow, network.stationHash[at] | FOR_STAY, number);
  }

  /** Days left of the stay of someone there at the start. */
  remainingDays(network: Network, remaining: Drawn, keyHigh: number, keyLow: number, at: number): number {
    return this.days(remaining, keyHigh, keyLow, network.stationHash[at] | FOR_STAY, 0);
  }

  /** Days that the n-th of a group waiting at the start has waited already. */
  waitedDays(network: Network, { since, station }: InitialPeople, n: number, keyHigh: number, keyLow: number): number {
    if (since === null) return 0;
    if ('length' in since) return since[n];
    return this.days(since, keyHigh, keyLow, network.stationHash[station] | FOR_WAITED, 0);
  }

  /** Days of getting ready for an ask's place. */
  prepareDays(network: Network, ask: number, keyHigh: number, keyLow: number, at: number, number: number): number {
    const prepare = network.askPrepare[ask] as StaySampler;
    if (prepare.sdDays === 0) return prepare.meanDays;
    return this.days(prepare, keyHigh, keyLow, network.stationHash[at] | FOR_PREPARATION, number);
  }

  /** Days of making a place ready again after the stay of a person, of all stays of theirs for the station first asked for the n-th. */
  turnaroundDays(network: Network, at: number, keyHigh: number, keyLow: number, number: number): number {
    const turnaround = network.turnaround[at] as StaySampler;
    if (turnaround.sdDays === 0) return turnaround.meanDays;
    return this.days(turnaround, keyHigh, keyLow, network.stationHash[at] | FOR_TURNAROUND, number);
  }

  /** Days from asking for a station to giving up; Infinity where nobody does. */
  patienceDays(network: Network, keyHigh: number, keyLow: number, at: number, number: number): number {
    const patience = network.patience[at];
    if (!patience) return Infinity;
    return this.days(patience, keyHigh, keyLow, network.stationHash[at] | FOR_PATIENCE, number);
  }

  /** Days of waiting until a need rises; Infinity where it cannot. */
  riseDays(network: Network, need: number, keyHigh: number, keyLow: number, at: number, number: number): number {
    const hazard = network.risePerDelayedDay;
    if (hazard <= 0 || network.risesTo[need] < 0) return Infinity;
    const u = this.uniform(keyHigh, keyLow, network.stationHash[at] | FOR_RISE, network.needHash[need] | number);
    return -log(u) / hazard;
  }

  /**
   * One of the ways from … to − 1 after a stay. One way: that one. Two: one uniform number. More: a race, so that changing one
   * share moves people only to it or from it. `delayedDays`: the delay so far, where it may bring readmission.
   */
  way(
    network: Network,
    from: number,
    to: number,
    keyHigh: number,
    keyLow: number,
    at: number,
    number: number,
    delayedDays: number,
  ): number {
    if (to - from === 1) return from;
    const address = network.stationHash[at] | FOR_ROUTE;
    const extra = network.readmitPerDelayedDay > 0 ? network.readmitPerDelayedDay * delayedDays : 0;
    if (to - from === 2)
      return this.uniform(keyHigh, keyLow, address, number) < shareOf(network, from, from, to, extra) ? from : from + 1;
    let best = from;
    let soonest = Infinity;
    for (let way = from; way < to; way++) {
      const share = shareOf(network, way, from, to, extra);
      if (share <= 0) continue;
      const time = -log(this.uniform(keyHigh, keyLow, address, network.wayHash[way] | number)) / share;
      if (time < soonest) {
        soonest = time;
        best = way;
      }
    }
    return best;
  }
}

/** A way's share when `extra` is added to the share of the way marked readmission and the others keep their proportions. */
function shareOf(network: Network, way: number, from: number, to: number, extra: number): number {
  const share = network.wayShare[way];
  if (extra === 0) return share;
  let readmission = -1;
  for (let one = from; one < to; one++) if (network.wayReadmission[one]) readmission = one;
  if (readmission < 0) return share;
  const before = network.wayShare[readmission];
  const after = before + extra < 1 ? before + extra : 1;
  return way === readmission ? after : before < 1 ? (share * (1 - after)) / (1 - before) : 0;
}
