// Asking: joining the lists of what comes next, alternatives falling due, needs that rise, patience that ends.
import { FALLS_DUE } from '../ground/calendar.ts';
import { FIXED_ASK, READY_TO_GO } from './people.ts';
import { ASK, READY, RISE } from '../trace/trace.ts';
import { Moving } from './moving.ts';

/** Alternatives come after everything asked for in a person's own order of choice. */
const AFTER_ALL_CHOICES = 1000;

export abstract class Asking extends Moving {
  protected askOnward(person: number, way: number): void {
    this.ask(person, this.network.wayAsk[way * this.kinds + this.people.kind[person]], way);
  }

  /** Ready (or arrived, or seen by a team): asks at this instant. Let in at once when nobody else could have a say in it. */
  protected ask(person: number, askIndex: number, askedBy: number): void {
    const { people } = this;
    people.thisAskDay[person] = this.clock[0];
    people.askedBy[person] = askedBy;
    this.startAsking(person, askIndex);
    if (this.watchesDue === false || people.entry[person] < 0 || people.waits[person] === 0) return;
    this.drawPatience(person);
    this.drawRise(person);
    this.bookDue(person);
  }

  /** Patience belongs to the list of the station asked for first, and counts from asking. */
  private drawPatience(person: number): void {
    const { people } = this;
    const { keyHigh, keyLow } = people;
    const first = people.first[person];
    const number = people.stays[person * this.stations + first];
    const days = this.draws.patienceDays(this.network, keyHigh[person], keyLow[person], first, number);
    people.givesUpDay[person] = people.thisAskDay[person] + days;
  }

  private drawRise(person: number): void {
    const { people } = this;
    const { need, keyHigh, keyLow } = people;
    const first = people.first[person];
    const number = people.stays[person * this.stations + first];
    people.risesDay[person] =
      this.clock[0] + this.draws.riseDays(this.network, need[person], keyHigh[person], keyLow[person], first, number);
  }

  /** Joins the lists of the ask, or goes straight to where handing out would send them. */
  private startAsking(person: number, askIndex: number): void {
    const { network, people } = this;
    people.ask[person] = askIndex;
    people.joinedDay[person] = this.clock[0];
    const from = network.askFrom[askIndex];
    let to = network.askFrom[askIndex + 1];
    const first = network.targets[from];
    const held = people.held[person];
    people.first[person] = first;
    people.nextAlternative[person] = network.askAltFrom[askIndex];
    people.ownChoice[person] = -1;
    this.tell(ASK, person, held, first, network.askClass[askIndex]);
    if (held === first) {
      this.stayingOn.push(person);
      return;
    }
    if (held >= 0) for (let t = from + 1; t < to; t++) if (network.targets[t] === held) to = t;
    if (this.isAlone())
      for (let t = from; t < to; t++) {
        const station = network.targets[t];
        if (this.canTake(station) && this.mayBeGiven(person, station)) return this.take(person, station, -1);
      }
    for (let t = from; t < to; t++) this.join(person, network.targets[t], network.askClass[askIndex], t - from, -1);
    this.startWaiting(person);
    if (this.canLock === true) this.mayHaveLocked = true;
    if (to < network.askFrom[askIndex + 1]) this.mayStayOnBy(person, to - from, -1);
    else if (this.watchesDue === true) this.joinAlternatives(person);
  }

  /**
   * Whether nothing else is to happen at this instant and nobody can move: then handing out comes to the person who asks now, and
   * their first choice that has room. A list where nothing is new holds nobody who can move, however long it is.
   */
  private isAlone(): boolean {
    if (this.others || this.mayMovePrepared || this.endingNow.length > 0 || this.refill.length > 0) return false;
    if (this.mayStayOn.length > 0 || this.stayingOn.length > 0) return false;
    for (let i = 0; i < this.dirtyCount; i++) if (this.lists.lengths[this.dirty[i]] > 0) return false;
    return true;
  }

  /** The place they hold is theirs for the asking, so nothing that comes after it in their own order of choice is asked for. */
  private mayStayOnBy(person: number, choice: number, alternative: number): void {
    const { people } = this;
    people.ownChoice[person] = choice;
    people.ownAlternative[person] = alternative;
    people.nextAlternative[person] = this.network.askAltFrom[people.ask[person] + 1];
    this.mayStayOn.push(person);
  }

  private join(person: number, station: number, priorityClass: number, choice: number, alternative: number): void {
    const kept = this.keptRankDay[station];
    const rankDay = kept === kept ? kept : this.network.rankDay[station](this.clock[0], this.people.askedDay[person]);
    this.lists.join(person, station, priorityClass, rankDay, choice, alternative);
    this.markDirty(station);
  }

  /** Joins the lists of the alternatives that have fallen due. */
  private joinAlternatives(person: number): void {
    const { network, people } = this;
    const end = network.askAltFrom[people.ask[person] + 1];
    while (people.nextAlternative[person] < end) {
      const alternative = people.nextAlternative[person];
      if (people.joinedDay[person] + network.altAfterDays[alternative] > this.clock[0]) return;
      people.nextAlternative[person] = alternative + 1;
      for (let t = network.altFrom[alternative]; t < network.altFrom[alternative + 1]; t++) {
        const station = network.altTargets[t];
        if (station === people.held[person]) return this.mayStayOnBy(person, AFTER_ALL_CHOICES + t, alternative);
        // A list they stand on already is joined but once.
        if (this.lists.has(person, station)) continue;
        this.join(person, station, network.altClass[alternative], AFTER_ALL_CHOICES + t, alternative);
      }
    }
    if (this.canLock === true) this.mayHaveLocked = true;
  }

  /** The next of an alternative falling due, a rise and giving up: the one event of a person who waits. */
  private bookDue(person: number): void {
    const { network, people } = this;
    if (people.givesUpDay[person] <= this.clock[0]) {
      this.impatient.push(person);
      return;
    }
    const alternative = people.nextAlternative[person];
    let day = people.risesDay[person] < people.givesUpDay[person] ? people.risesDay[person] : people.givesUpDay[person];
    if (alternative < network.askAltFrom[people.ask[person] + 1]) {
      const due = people.joinedDay[person] + network.altAfterDays[alternative];
      if (due < day) day = due;
    }
    if (day < this.endDay)
      this.calendar.book(this.firstPerson + person, day > this.clock[0] ? day : this.clock[0], FALLS_DUE);
  }

  protected fallsDue(person: number): void {
    const { people } = this;
    if (people.reserved[person] >= 0) return this.isPrepared(person);
    if (people.givesUpDay[person] <= this.clock[0]) return this.giveUp(person);
    if (people.risesDay[person] <= this.clock[0]) this.rise(person);
    if (people.waits[person] === 1 && people.entry[person] >= 0) this.joinAlternatives(person);
    if (people.waits[person] === 1 && people.entry[person] >= 0) this.bookDue(person);
  }

  private rise(person: number): void {
    const { network, entries, people } = this;
    const before = people.need[person];
    const after = network.risesTo[before];
    const kindBefore = people.kind[person];
    const kind = kindBefore + (after - before) * network.traits;
    const held = people.held[person];
    people.need[person] = after;
    people.kind[person] = kind;
    this.tell(RISE, person, held, after, before);
    this.ledger.rose(held, people.first[person], kindBefore, kind);
    const by = people.askedBy[person];
    const next =
      by >= 0
        ? network.wayAsk[by * this.kinds + kind]
        : by === FIXED_ASK
          ? people.ask[person]
          : network.streamAsk[~by * this.kinds + kind];
    if (next !== people.ask[person]) {
      // On a list they stand on already they keep their turn.
      for (let entry = people.entry[person]; entry >= 0; entry = entries.sibling[entry])
        this.keptRankDay[entries.station[entry]] = entries.rankDay[entry];
      this.leaveLists(person);
      this.startAsking(person, next);
      this.keptRankDay.fill(NaN);
      if (people.entry[person] < 0 || people.waits[person] === 0) return;
      this.drawPatience(person);
    }
    this.drawRise(person);
  }

  // ---- a stay is over ----------------------------------------------------------------------------------------------

  protected stayEnds(person: number): void {
    const { network, people } = this;
    this.eventCount++;
    const row = people.care[person] * this.kinds + people.kind[person];
    const { keyHigh, keyLow, stayAt, stayNumber, delayedDays } = people;
    const way = this.draws.way(
      network,
      network.wayFrom[row],
      network.wayTo[row],
      keyHigh[person],
      keyLow[person],
      stayAt[person],
      stayNumber[person],
      delayedDays[person],
    );
    if (people.team[person] >= 0) this.endTask(person);
    else {
      const held = people.held[person];
      this.forgetTurn(person);
      this.endPlan(person, held);
      people.askedDay[person] = this.clock[0];
      people.state[person] = READY_TO_GO;
      this.tell(READY, person, held, -1, 0);
    }
    this.askOnward(person, way);
  }
}
