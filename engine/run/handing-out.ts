// Handing out: at the end of every instant free places go to the first on their lists, until nothing more can move.
import { keyBefore } from '../arrivals/arrivals.ts';
import { findRing, mayBeLocked } from './gridlock.ts';
import { RING } from '../trace/trace.ts';
import { Arriving } from './arriving.ts';

export abstract class HandingOut extends Arriving {
  protected handOut(): void {
    if (
      this.dirtyCount === 0 &&
      this.mayHaveLocked === false &&
      this.mayMovePrepared === false &&
      this.endingNow.length === 0 &&
      this.stayingOn.length === 0 &&
      this.mayStayOn.length === 0 &&
      this.impatient.length === 0 &&
      this.refill.length === 0
    )
      return;
    for (;;) {
      while (this.stayingOn.length > 0) this.stayOn(this.stayingOn.pop()!, -1);
      while (this.endingNow.length > 0) this.stayEnds(this.endingNow.pop()!);
      while (this.refill.length > 0) this.arriveNumbered(this.refill.pop()!);
      if (this.stayingOn.length > 0 || this.endingNow.length > 0 || this.moveNext()) continue;
      if (this.mayHaveLocked === true && this.moveRing()) continue;
      if (this.impatient.length === 0) return;
      for (const person of this.impatient.splice(0)) this.giveUpIfOver(person);
    }
  }

  /**
   * Of all who can move – first on a list, staying on as a later choice, or prepared – the one who has asked longest does (then by
   * key, then by their own order of choice); false when nobody can.
   */
  private moveNext(): boolean {
    const { entries, people } = this;
    const entry = this.firstOnLists();
    const own = this.mayStayOn.length > 0 ? this.firstToStayOn() : -1;
    const prepared = this.mayMovePrepared === true ? this.firstPrepared() : -1;
    let person = entry < 0 ? -1 : entries.person[entry];
    const staysOn =
      own >= 0 &&
      (own === person ? people.ownChoice[own] < entries.choice[entry] : person < 0 || this.askedBefore(own, person));
    if (staysOn) person = own;
    if (prepared >= 0 && (person < 0 || this.askedBefore(prepared, person))) this.movePrepared(prepared);
    else if (staysOn) this.stayOn(own, people.ownAlternative[own]);
    else if (entry >= 0) this.take(person, entries.station[entry], entries.alternative[entry]);
    else return false;
    return true;
  }

  /** Of the first on each list who may be given a place, the one who goes first; −1 for nobody. */
  private firstOnLists(): number {
    let best = -1;
    for (let i = 0; i < this.dirtyCount; i++) {
      const station = this.dirty[i];
      const entry = this.canTake(station) ? this.firstWhoMay(station) : -1;
      if (entry < 0) {
        this.isDirty[station] = 0;
        this.dirty[i--] = this.dirty[--this.dirtyCount];
      } else if (best < 0 || this.goesFirst(entry, best)) best = entry;
    }
    return best;
  }

  /** The first on a list who may be given a place now. */
  private firstWhoMay(station: number): number {
    const { entries, lists } = this;
    let entry = lists.head(station);
    if (this.watchesHours === false) return entry;
    while (entry >= 0 && !this.mayBeGiven(entries.person[entry], station)) entry = lists.next(entry);
    return entry;
  }

  private goesFirst(a: number, b: number): boolean {
    const { entries } = this;
    const one = entries.person[a];
    const two = entries.person[b];
    return one === two ? entries.choice[a] < entries.choice[b] : this.askedBefore(one, two);
  }

  private askedBefore(one: number, two: number): boolean {
    const { askedDay, keyHigh, keyLow } = this.people;
    if (askedDay[one] !== askedDay[two]) return askedDay[one] < askedDay[two];
    return keyBefore(keyHigh[one], keyLow[one], keyHigh[two], keyLow[two]);
  }

  /** Of those who may stay on and still wait, the one who has asked longest; −1 for nobody. */
  private firstToStayOn(): number {
    const { mayStayOn, people } = this;
    let first = -1;
    for (let i = mayStayOn.length - 1; i >= 0; i--) {
      const person = mayStayOn[i];
      const waits = people.waits[person] === 1 && people.reserved[person] < 0;
      if (!waits || people.ownChoice[person] < 0) mayStayOn.splice(i, 1);
      else if (first < 0 || this.askedBefore(person, first)) first = person;
    }
    return first;
  }

  /** Of those whose preparation is over and whose hours allow the move, the one who has asked longest; −1 for nobody. */
  private firstPrepared(): number {
    let first = -1;
    for (const person of this.prepared)
      if (this.mayLeave(person) && this.isAdmitting(this.people.reserved[person]))
        if (first < 0 || this.askedBefore(person, first)) first = person;
    if (first < 0) this.mayMovePrepared = false;
    return first;
  }

  private moveRing(): boolean {
    const { entries, people } = this;
    this.mayHaveLocked = false;
    const standing = this.standing();
    let full = false;
    for (let station = 0; station < this.stations && !full; station++) full = mayBeLocked(standing, station);
    if (!full) return false;
    const mayStillLeave = (person: number) =>
      people.risesDay[person] < Infinity || people.givesUpDay[person] < Infinity || this.hasMoreToJoin(person);
    const ring = findRing({ ...standing, people, entries, slots: this.slots.used(), mayStillLeave });
    if (ring === null) return false;
    this.ledger.ring();
    // Everyone lets go before anyone takes: inside the ring each place is given and taken at one instant.
    const moves = ring.map((entry) => ({
      person: entries.person[entry],
      station: entries.station[entry],
      alternative: entries.alternative[entry],
    }));
    for (const { person, station } of moves) this.tell(RING, person, people.held[person], station, moves.length);
    for (const { person, station, alternative } of moves) {
      this.useStart(station);
      this.moveIn(person, station, alternative);
    }
    this.mayHaveLocked = true;
    return true;
  }

  /** Whether an alternative yet to come leads to a list they are not on. */
  private hasMoreToJoin(person: number): boolean {
    const { network, people } = this;
    const end = network.altFrom[network.askAltFrom[people.ask[person] + 1]];
    for (let t = network.altFrom[people.nextAlternative[person]]; t < end; t++)
      if (!this.lists.has(person, network.altTargets[t])) return true;
    return false;
  }

  private standing() {
    const { network, places, inPlace, readyHere, reservedFor } = this;
    return { network, places, inPlace, readyHere, reservedFor };
  }

  /** True when somebody was turned away. */
  protected lookAtWaitingRooms(): boolean {
    let turned = false;
    for (let station = 0; station < this.stations; station++) {
      const room = this.network.waitingRoom[station];
      if (room < 0) continue;
      for (; this.waitingOutside[station] > room; turned = true) this.turnAway(this.lastFromOutside(station));
    }
    return turned;
  }

  /** Of those outside who asked for a station first, the one who joined last (of several at once, the largest key). */
  private lastFromOutside(station: number): number {
    const { entries, people } = this;
    let last = -1;
    for (let list = 0; list < this.network.classes; list++)
      for (let entry = this.lists.tail(station, list); entry >= 0; entry = entries.before[entry]) {
        const person = entries.person[entry];
        if (people.held[person] >= 0 || people.first[person] !== station) continue;
        const joinedLater = last < 0 || people.joinedDay[person] > people.joinedDay[last];
        const tie = last >= 0 && people.joinedDay[person] === people.joinedDay[last];
        if (
          joinedLater ||
          (tie && keyBefore(people.keyHigh[last], people.keyLow[last], people.keyHigh[person], people.keyLow[person]))
        )
          last = person;
      }
    return last;
  }
}
