// Traits and needs of a crowd, found some hundreds at a time when the first of them is asked for, and kept while shares stay.
import type { Network } from '../network/network.ts';
import type { Crowd } from './crowd.ts';
import { FOR_ATTRIBUTE, FOR_NEED, type Draws } from './draws.ts';
import { AT_ONCE, races } from './race.ts';

export class Kinds {
  private traits = new Int32Array(AT_ONCE);
  private needs = new Int32Array(AT_ONCE);
  private isKnown = new Uint8Array(1);
  /** By whose shares they were found. */
  private by: Network | null = null;

  /** To be said when other people are in the crowd. */
  forget(): void {
    this.isKnown.fill(0);
  }

  trait(crowd: Crowd, at: number, draws: Draws, network: Network): number {
    if (this.by !== network || this.isKnown[(at / AT_ONCE) | 0] !== 1) this.find(crowd, at, draws, network);
    return this.traits[at];
  }

  need(crowd: Crowd, at: number, draws: Draws, network: Network): number {
    if (this.by !== network || this.isKnown[(at / AT_ONCE) | 0] !== 1) this.find(crowd, at, draws, network);
    return this.needs[at];
  }

  private find(crowd: Crowd, at: number, draws: Draws, network: Network): void {
    if (this.by !== network) {
      if (this.by !== null && !haveSameShares(this.by, network)) this.forget();
      this.by = network;
    }
    const block = (at / AT_ONCE) | 0;
    if (block >= this.isKnown.length) this.makeRoom(crowd.people);
    if (this.isKnown[block] === 1) return;
    this.isKnown[block] = 1;
    const from = block * AT_ONCE;
    const people = Math.min(AT_ONCE, crowd.people - from);
    this.findTraits(crowd, from, people, draws, network);
    this.findNeeds(crowd, from, people, draws, network);
  }

  private findTraits({ stream, keys }: Crowd, from: number, people: number, draws: Draws, network: Network): void {
    const { traits } = this;
    if (network.traits === 1) {
      traits.fill(0, from, from + people);
      return;
    }
    for (let n = 0; n < people; n++) traits[from + n] = stream[from + n] * network.streamStride;
    for (const { valueHash, stride, shares } of network.attributes) {
      for (let n = 0; n < people; n++) rows[n] = stream[from + n] * valueHash.length;
      races(draws, people, keys, from, FOR_ATTRIBUTE, valueHash, rows, shares, won);
      for (let n = 0; n < people; n++) traits[from + n] += won[n] * stride;
    }
  }

  private findNeeds({ stream, keys }: Crowd, from: number, people: number, draws: Draws, network: Network): void {
    const { needHash, streamShare } = network;
    if (needHash.length === 1) return;
    for (let n = 0; n < people; n++)
      rows[n] = (stream[from + n] * network.traits + this.traits[from + n]) * needHash.length;
    races(draws, people, keys, from, FOR_NEED, needHash, rows, streamShare, won);
    for (let n = 0; n < people; n++) this.needs[from + n] = won[n];
  }

  private makeRoom(people: number): void {
    const blocks = Math.ceil(people / AT_ONCE);
    this.traits = new Int32Array(blocks * AT_ONCE);
    this.needs = new Int32Array(blocks * AT_ONCE);
    this.isKnown = new Uint8Array(blocks);
  }
}

/** Of each person raced for: where their shares begin, and who won. */
const rows = new Int32Array(AT_ONCE);
const won = new Int32Array(AT_ONCE);

/** Whether everybody is of the same kind in both of two networks. */
const haveSameShares = (one: Network, other: Network): boolean =>
  one.traits === other.traits &&
  one.streamStride === other.streamStride &&
  areEqual(one.needHash, other.needHash) &&
  areEqual(one.streamShare, other.streamShare) &&
  one.attributes.length === other.attributes.length &&
  one.attributes.every(
    ({ stride, shares, valueHash }, n) =>
      stride === other.attributes[n].stride &&
      areEqual(shares, other.attributes[n].shares) &&
      areEqual(valueHash, other.attributes[n].valueHash),
  );

const areEqual = (one: Int32Array | Float64Array, other: Int32Array | Float64Array): boolean =>
  one === other || (one.length === other.length && one.every((value, at) => value === other[at]));
