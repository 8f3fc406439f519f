// Moving: taking and giving up places, being seen by a team, getting ready, and leaving. Long because each of these ends in the others.
import { FALLS_DUE } from '../ground/calendar.ts';
import { progressBetween } from '../ground/hours.ts';
import { READY_TO_GO } from './people.ts';
import { BY_EXIT, GAVE_UP, LEAVE, MOVE, READY, RESERVE, TURNED_AWAY } from '../trace/trace.ts';
import { Care } from './care.ts';

const MOST_MOVES_AT_ONE_MOMENT = 1_000_000;

export abstract class Moving extends Care {
  // ---- places ------------------------------------------------------------------------------------------------------

  private giveUpPlace(person: number): void {
    const { people } = this;
    const held = people.held[person];
    if (held < 0) return;
    this.endPlan(person, held);
    this.inPlace[held]--;
    this.markDirty(held);
    // Of a station with more people than places, whoever was not stuck may have been the one to go.
    if (this.canLock === true && this.inPlace[held] >= this.places[held]) this.mayHaveLocked = true;
    this.ledger.left(held, people.kind[person], this.clock[0] - people.admittedDay[person]);
    people.held[person] = -1;
  }

  protected takePlace(person: number, station: number): void {
    const { people } = this;
    const from = people.held[person];
    this.giveUpPlace(person);
    this.ledger.admitted(station, people.kind[person], from, people.stream[person]);
    people.held[person] = station;
    people.admittedDay[person] = this.clock[0];
    this.inPlace[station]++;
  }

  /** A place is theirs: they move in at once, are seen by the team, or get ready for it. */
  protected take(person: number, station: number, alternative: number): void {
    if (++this.movesAtThisMoment > MOST_MOVES_AT_ONE_MOMENT)
      this.refuseToGoOn('people passed round without time passing');
    if (this.hasBacklogs === true) this.refillFrom(person);
    if (this.people.keepsTurn[person] === 1) this.moveOn(person, station);
    else if (this.keepsPlace[station] === 1) this.beginTask(person, station, alternative);
    else if (this.hasPreparation === true && this.network.askPrepare[this.people.ask[person]] !== null)
      this.reserve(person, station, alternative);
    else {
      this.useStart(station);
      this.moveIn(person, station, alternative);
    }
  }

  protected moveIn(person: number, station: number, alternative: number): void {
    const { people } = this;
    const held = people.held[person];
    const keepsTurn = alternative >= 0 && this.network.altMovesOn[alternative] === 1;
    if (people.waits[person] === 1) {
      if (keepsTurn) this.keepTurn(person);
      else this.leaveLists(person);
      if (this.watchesDue === true) this.calendar.cancel(this.firstPerson + person);
    }
    this.endDelay(person);
    this.placedFor(person, station, held, alternative);
    if (this.isExit[station]) return this.leaveBy(person, station, BY_EXIT);
    this.takePlace(person, station);
    this.tell(MOVE, person, held, station, people.first[person]);
    this.beginCare(person, station, alternative);
  }

  /** A further stay in the place already held. */
  protected stayOn(person: number, alternative: number): void {
    const { people } = this;
    const held = people.held[person];
    if (alternative >= 0 && this.network.altMovesOn[alternative] === 1) this.keepTurn(person);
    else this.leaveLists(person);
    this.endDelay(person);
    this.calendar.cancel(this.firstPerson + person);
    this.placedFor(person, held, held, alternative);
    this.tell(MOVE, person, held, held, people.first[person]);
    this.beginCare(person, held, alternative);
  }

  /** Books the wait that has just ended and, the first time, whether the place is the one that was needed. */
  private placedFor(person: number, station: number, from: number, alternative: number): void {
    const { ledger, people } = this;
    const waitedDays = this.clock[0] - people.askedDay[person];
    ledger.waited(station, people.kind[person], from, waitedDays);
    people.delayedDays[person] += waitedDays;
    if (people.placed[person] || !this.network.askForNeed[people.ask[person]]) return;
    people.placed[person] = 1;
    ledger.placedFor(people.need[person], alternative < 0);
  }

  /** The next of an endless backlog comes as soon as one of them has been taken by what they came for, or gives up waiting for it. */
  private refillFrom(person: number): void {
    const stream = this.people.stream[person];
    if (stream < 0 || this.people.askedBy[person] !== ~stream || this.people.keepsTurn[person] === 1) return;
    if (this.network.streams[stream].alwaysWaiting > 0) this.refill.push(stream);
  }

  // ---- a turn kept -------------------------------------------------------------------------------------------------

  private keepTurn(person: number): void {
    this.people.keepsTurn[person] = 1;
    this.lists.leaveAlternatives(person);
    this.endWaiting(person);
  }

  protected forgetTurn(person: number): void {
    if (this.people.keepsTurn[person] === 0) return;
    this.people.keepsTurn[person] = 0;
    this.lists.leaveAll(person);
  }

  /** The place that was needed has come: on with what is left of the stay. */
  private moveOn(person: number, station: number): void {
    const { network, people } = this;
    const held = people.held[person];
    const day = this.clock[0];
    const end = people.stayEndDay[person];
    const leftDays = progressBetween(network.progresses[held], day, end, network.startDayNumber);
    const factor = people.stayFactor[person];
    this.forgetTurn(person);
    this.calendar.cancel(this.firstPerson + person);
    this.useStart(station);
    this.takePlace(person, station);
    this.tell(MOVE, person, held, station, people.first[person]);
    // On from here as from any other admission, whichever of equal stations it was that came.
    people.care[person] = station;
    people.stayFactor[person] = NaN;
    this.beginStay(person, factor === factor ? leftDays / factor : leftDays, this.firstVisits(person, station));
  }

  // ---- preparation -------------------------------------------------------------------------------------------------

  /** The place is theirs, and stays empty while they get ready where they are. */
  private reserve(person: number, station: number, alternative: number): void {
    const { ledger, network, people } = this;
    const actor = this.firstPerson + person;
    const first = people.first[person];
    if (people.waits[person] === 0) this.startWaiting(person);
    if (people.entry[person] >= 0) this.lists.leaveAll(person);
    const held = people.held[person];
    if (held < 0) this.waitingOutside[first]--;
    ledger.prepares(held, first, station);
    this.useStart(station);
    this.reservedFor[station]++;
    people.reserved[person] = station;
    people.reservedBy[person] = alternative;
    const { keyHigh, keyLow, stays } = people;
    const number = stays[person * this.stations + first];
    const days = this.draws.prepareDays(network, people.ask[person], keyHigh[person], keyLow[person], first, number);
    const until = this.clock[0] + days;
    this.tell(RESERVE, person, held, station, until);
    this.calendar.cancel(actor);
    if (until <= this.clock[0]) this.isPrepared(person);
    else if (until < this.endDay) this.calendar.book(actor, until, FALLS_DUE);
  }

  protected isPrepared(person: number): void {
    this.prepared.push(person);
    this.mayMovePrepared = true;
  }

  /** Into the place reserved for them. */
  protected movePrepared(person: number): void {
    const { people, prepared } = this;
    prepared.splice(prepared.indexOf(person), 1);
    const station = people.reserved[person];
    this.ledger.preparesNoMore(people.held[person], people.first[person], station, people.kind[person]);
    people.waits[person] = 0;
    people.reserved[person] = -1;
    this.reservedFor[station]--;
    this.moveIn(person, station, people.reservedBy[person]);
  }

  // ---- teams -------------------------------------------------------------------------------------------------------

  /** Seen where they are: the place is kept, and whoever was delayed still is. */
  private beginTask(person: number, team: number, alternative: number): void {
    const { ledger, people } = this;
    const held = people.held[person];
    const kind = people.kind[person];
    // Not kept waiting for a moment, they are delayed all the same until they have been seen.
    if (people.waits[person] === 0) this.startWaiting(person);
    if (people.entry[person] >= 0) this.lists.leaveAll(person);
    people.waits[person] = 0;
    const first = people.first[person];
    if (held < 0) this.waitingOutside[first]--;
    ledger.seen(held, first, team, kind);
    this.calendar.cancel(this.firstPerson + person);
    if (!people.placed[person] && this.network.askForNeed[people.ask[person]]) {
      people.placed[person] = 1;
      ledger.placedFor(people.need[person], alternative < 0);
    }
    this.useStart(team);
    ledger.admitted(team, kind, held, people.stream[person]);
    this.inPlace[team]++;
    people.team[person] = team;
    people.taskDay[person] = this.clock[0];
    this.tell(MOVE, person, held, team, first);
    this.beginStayAt(person, team, team, 0);
  }

  protected endTask(person: number): void {
    const { ledger, people } = this;
    const team = people.team[person];
    people.team[person] = -1;
    this.inPlace[team]--;
    this.markDirty(team);
    ledger.left(team, people.kind[person], this.clock[0] - people.taskDay[person]);
    ledger.seenNoMore(people.held[person], team);
    this.tell(READY, person, team, -1, 0);
  }

  // ---- leaving -----------------------------------------------------------------------------------------------------

  private leaveBy(person: number, exit: number, why: number): void {
    const { ledger, people } = this;
    const held = people.held[person];
    this.giveUpPlace(person);
    ledger.admitted(exit, people.kind[person], held, people.stream[person]);
    ledger.finished(exit, this.clock[0] - people.arrivedDay[person]);
    this.tell(LEAVE, person, held, exit, why);
    this.slots.free(person);
  }

  /** Where patience was over the moment they asked, and no place came at that moment. */
  protected giveUpIfOver(person: number): void {
    const { people } = this;
    if (people.waits[person] === 0 || people.reserved[person] >= 0) return;
    if (people.givesUpDay[person] <= this.clock[0]) this.giveUp(person);
  }

  protected giveUp(person: number): void {
    const { ledger, people } = this;
    this.calendar.cancel(this.firstPerson + person);
    const first = people.first[person];
    const waitedDays = this.clock[0] - people.askedDay[person];
    if (this.hasBacklogs === true) this.refillFrom(person);
    this.leaveLists(person);
    this.endDelay(person);
    ledger.gaveUp(first);
    ledger.waited(first, people.kind[person], people.held[person], waitedDays);
    this.leaveBy(person, this.network.patienceExit[first], GAVE_UP);
  }

  protected turnAway(person: number): void {
    this.leaveLists(person);
    this.calendar.cancel(this.firstPerson + person);
    this.ledger.refused(this.people.first[person]);
    this.tell(LEAVE, person, -1, -1, TURNED_AWAY);
    this.slots.free(person);
  }
}
