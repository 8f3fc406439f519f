// A witness to a run. Long because it is one account: the rules of flow checked again over a trace, each record judged in its place.
import { UNLIMITED } from '../../engine/index.ts';
import {
  ARRIVE,
  ASK,
  CAUSE,
  CLOSE,
  GAVE_UP,
  LEAVE,
  MOVE,
  OPEN,
  READY,
  RESERVE,
  RING,
  RISE,
  STAYS_HERE,
  TURN,
  TURNED_AWAY,
} from '../../engine/trace/trace.ts';
import type { Watched } from './over-models.ts';
import { Person, type Turn } from './person.ts';
import { endPlan, makePlan } from './plans.ts';
import { firstAnniversary, note } from './seen.ts';
import { InTurn } from './in-turn.ts';
import type { Piece } from './some-parts.ts';

/** Hours of generated models begin and end on eighths of a day, as do days and months: what moves between records does so then. */
const STEP = 1 / 8;
const NEAR = 1e-7;
const MOST_FAULTS = 4;

export class Witness extends InTurn {
  /** Who has just given up and stays where they are. */
  private isStaying: Person | null = null;

  constructor(watched: Watched, document: Piece, replication = 0) {
    super(watched, document, replication);
    this.read();
  }

  private read(): void {
    const { trace } = this.watched;
    const { runDays, warmUpDays } = this.network;
    let tick = Math.ceil(-warmUpDays / STEP) * STEP;
    for (let i = 0; i < trace.length && this.faults.length < MOST_FAULTS;) {
      const day = trace.day[i];
      for (; tick < day; tick += STEP) this.moment(tick);
      this.goTo(day);
      for (; i < trace.length && trace.day[i] === day; i++) {
        this.record = i;
        this.judge(i, day);
      }
      this.settled(day);
      if (tick === day) tick += STEP;
    }
    for (; tick < runDays && this.faults.length < MOST_FAULTS; tick += STEP) this.moment(tick);
    this.goTo(runDays);
  }

  private moment(day: number): void {
    this.goTo(day);
    this.settled(day);
  }

  // ---- what may be ----

  /** Rule by rule, whether this person may be given a place (or be seen) now; `take` receives the alternative by which they get it. */
  private standing(person: Person, station: number): Turn | null {
    return person.turns.find((one) => one.station === station) ?? null;
  }

  private judgeAdmission(person: Person, station: number, day: number): void {
    const { isExit } = this.network;
    const who = `person ${person.serial} from ${this.name(person.held)} to ${this.name(station)}`;
    if (!this.mayBeGiven(person, station, day)) this.fault(`${who}: leaves outside releases`);
    if (isExit[station]) return;
    if (!this.hasPlace(station))
      this.fault(
        `${who}: ${this.held[station]} held, ${this.reserved[station]} reserved and ${this.turning[station].length} made ready of ${this.places[station]}`,
      );
    if (!this.admits[station].isOpen(day)) this.fault(`${who}: let in outside admits`);
    if (!this.hasStarts(station, day)) this.fault(`${who}: no starts left in ${this.month}`);
    if (this.visitsLeft(station, day, person) < -1e-8) this.fault(`${who}: the first visits do not fit`);
    const own = person.turns.find((one) => one.station === station)!;
    for (const other of this.here) {
      // A person who is already in this station stays on in the place they hold, and nobody passes them over.
      if (other === person || other.held === station || !this.mayBeGiven(other, station, day)) continue;
      // Somebody whose own visits do not fit is passed over.
      if (this.visitsLeft(station, day, other) < -1e-10) continue;
      for (const theirs of other.turns)
        if (theirs.station === station && other.goesBefore(theirs, person, own))
          this.fault(
            `${who}: goes before person ${other.serial}, on the list since ${theirs.rankDay} and not ${own.rankDay}`,
          );
    }
  }

  // ---- records ----

  private judge(i: number, day: number): void {
    const { trace } = this.watched;
    const verb = trace.verb[i];
    const station = trace.station[i];
    const other = trace.other[i];
    const value = trace.value[i];
    if (verb === OPEN || verb === CLOSE) {
      if (verb === OPEN ? value <= this.places[station] : value >= this.places[station])
        this.fault('opens or closes nothing');
      // Surge places that open and close while there is no limit open and close nothing; since when they are open is then not told.
      if (this.places[station] === UNLIMITED)
        this.surgeOpenedDay[station] = value > this.networkAt(day).places[station] ? day : NaN;
      this.places[station] = value;
      if (other === 1) this.surgeOpenedDay[station] = verb === OPEN ? day : NaN;
      return;
    }
    if (verb === TURN) return void this.toldTurning.set(station, value);
    // What a cause must be is a law of its own: it adds up to the engine's account.
    if (verb === CAUSE) return;
    if (verb === ARRIVE) return this.arrive(trace.patient[i], other, Math.max(-1, value), day, -1 - value);
    const person = this.everyone[trace.patient[i]];
    if (!person || !this.here.has(person)) return this.fault(`person ${trace.patient[i]} is not here`);
    if (verb === READY) return this.ready(person, station, day, value);
    if (person.held !== station)
      this.fault(`person ${person.serial} is at ${this.name(person.held)}, not ${this.name(station)}`);
    if (verb === ASK && value === STAYS_HERE) this.stayAfterAll(person, other, day);
    else if (verb === ASK) this.ask(person, other, value, day);
    else if (verb === RISE) this.rise(person, other, value, day);
    else if (verb === RESERVE) this.reserve(person, other, value, day);
    else if (verb === RING) this.ring(person, other, value);
    else if (verb === MOVE) this.move(person, other, value, day);
    else if (verb === LEAVE) this.leave(person, other, value, day);
  }

  private arrive(serial: number, need: number, stream: number, day: number, told: number): void {
    const { people } = this.watched;
    const { network, draws } = this;
    const high = people.keyHigh[serial] | 0;
    const low = people.keyLow[serial] | 0;
    const trait = draws.trait(network, stream, high, low);
    if (serial !== this.everyone.length || people.need[serial] !== need || people.stream[serial] !== stream)
      this.fault(`person ${serial} is not who is said to come`);
    if (stream >= 0 && draws.need(network, stream, trait, high, low) !== need)
      this.fault(`person ${serial} has another need than their own draws say`);
    const began = stream < 0 ? this.startsAtOnce[serial].state : null;
    const kind = need * network.traits + trait;
    const waited = stream < 0 ? this.startsAtOnce[serial].waited(high, low) : 0;
    if (stream < 0 && Math.abs(told - (began === 'waiting' ? waited : 0)) > NEAR)
      this.fault(`person ${serial} has waited ${waited} days already`);
    const [keyHigh, keyLow, arrivedDay] = [high >>> 0, low >>> 0, day - waited];
    const person = new Person({ serial, stream, keyHigh, keyLow, kind, arrivedDay, began });
    this.everyone.push(person);
    this.here.add(person);
  }

  private ready(person: Person, station: number, day: number, told: number): void {
    const { network } = this;
    if (person.team >= 0) {
      if (person.team !== station) this.fault(`person ${person.serial} is seen elsewhere`);
      if (Math.abs(person.endDay - day) > NEAR)
        this.fault(`person ${person.serial}: the task ends on ${person.endDay}`);
      this.held[station]--;
      this.makeReady(person, station, day);
      if (this.counted(day)) {
        this.seen.leaves[station]++;
        note(this.seen.stays[station], day - person.taskDay);
      }
      person.team = -1;
    } else {
      if (person.held !== station || person.isReady)
        this.fault(`person ${person.serial} is not in care at ${this.name(station)}`);
      if (person.began !== 'delayed' || person.ask >= 0) {
        if (Math.abs(person.endDay - day) > NEAR)
          this.fault(
            `person ${person.serial}: the stay at ${this.name(station)} since ${person.admittedDay} ends on ${person.endDay}`,
          );
      }
      endPlan(person.plan, day);
      person.plan = null;
      person.isReady = true;
      person.askedDay = person.began === 'delayed' && person.ask < 0 ? person.arrivedDay : day;
      if (Math.abs(day - told - person.askedDay) > NEAR)
        this.fault(`person ${person.serial} has been ready since ${person.askedDay}`);
      if (person.keepsTurn) {
        person.keepsTurn = false;
        person.turns = [];
      }
    }
    person.endDay = Infinity;
    if (person.began === 'delayed' && person.ask < 0) return;
    const row = person.care * network.kinds + person.kind;
    person.askedBy = this.draws.way(
      network,
      network.wayFrom[row],
      network.wayTo[row],
      person.keyHigh | 0,
      person.keyLow | 0,
      person.stayAt,
      person.stayNumber,
      person.delayedDays,
    );
    person.hasRisen = false;
  }

  private rowFor(person: Person): number {
    const { network } = this;
    if (person.askedBy === null)
      return person.ask >= 0 ? person.ask : this.startsAtOnce[person.serial].asks[person.kind % network.traits];
    return person.askedBy >= 0
      ? network.wayAsk[person.askedBy * network.kinds + person.kind]
      : network.streamAsk[~person.askedBy * network.kinds + person.kind];
  }

  private ask(person: Person, first: number, rankClass: number, day: number): void {
    const { network, draws } = this;
    if (person.ask < 0 && person.stream >= 0) person.askedBy = ~person.stream;
    const again = person.waits;
    // At the start some have asked since before it.
    const since = person.ask < 0 && person.began !== 'inCare' ? person.askedDay : day;
    if (again && !person.hasRisen) this.fault(`person ${person.serial} asks twice`);
    if (person.held >= 0 && !person.isReady) this.fault(`person ${person.serial} asks before being ready`);
    person.ask = this.rowFor(person);
    person.hasRisen = false;
    if (!again) person.thisAskDay = day;
    person.joinedDay = since;
    person.first = network.targets[network.askFrom[person.ask]];
    if (person.first !== first || network.askClass[person.ask] !== rankClass)
      this.fault(
        `person ${person.serial} asks for ${this.name(first)}, where their way leads to ${this.name(person.first)}`,
      );
    const kept = person.turns;
    person.turns = [];
    person.waits = true;
    person.nextAlternative = network.askAltFrom[person.ask];
    for (let t = network.askFrom[person.ask]; t < network.askFrom[person.ask + 1]; t++) {
      person.turns.push(this.turn(person, network.targets[t], rankClass, since, -1, kept));
      if (network.targets[t] !== person.held) continue;
      // They can stay where they are, so nothing after it is asked for.
      person.nextAlternative = network.askAltFrom[person.ask + 1];
      break;
    }
    this.joinDue(person, day);
    person.turns = person.turns.map((one) =>
      one.alternative < 0 || since < day
        ? one
        : { ...one, rankDay: this.turn(person, one.station, 0, day, 0, kept).rankDay },
    );
    const number = person.stays.get(first) ?? 0;
    const { keyHigh, keyLow } = person;
    person.givesUpDay = person.thisAskDay + draws.patienceDays(network, keyHigh | 0, keyLow | 0, first, number);
    if (network.patienceExit[first] < 0 && person.held < 0) person.givesUpDay = Infinity;
    this.drawRise(person, day);
  }

  private drawRise(person: Person, day: number): void {
    const { network, draws } = this;
    const need = Math.floor(person.kind / network.traits);
    const number = person.stays.get(person.first) ?? 0;
    person.risesDay = day + draws.riseDays(network, need, person.keyHigh | 0, person.keyLow | 0, person.first, number);
  }

  private rise(person: Person, after: number, before: number, day: number): void {
    const { network } = this;
    if (Math.abs(day - person.risesDay) > NEAR || !person.waits || person.reserved >= 0)
      this.fault(`person ${person.serial}: the need should rise on ${person.risesDay}`);
    if (Math.floor(person.kind / network.traits) !== before || network.risesTo[before] !== after)
      this.fault(`person ${person.serial}: rises from another need`);
    person.kind += (after - before) * network.traits;
    person.hasRisen = this.rowFor(person) !== person.ask;
    if (!person.hasRisen) this.drawRise(person, day);
  }

  private reserve(person: Person, station: number, until: number, day: number): void {
    const { network, draws } = this;
    const found = this.standing(person, station);
    const prepare = network.askPrepare[person.ask];
    if (!found || prepare === null)
      return this.fault(`person ${person.serial} did not ask to get ready for ${this.name(station)}`);
    this.judgeAdmission(person, station, day);
    this.judgeTurn(person, found, day);
    const number = person.stays.get(person.first) ?? 0;
    const days = draws.prepareDays(network, person.ask, person.keyHigh | 0, person.keyLow | 0, person.first, number);
    if (Math.abs(until - day - days) > NEAR) this.fault(`person ${person.serial} needs ${days} days to get ready`);
    person.turns = [];
    person.reserved = station;
    person.reservedBy = found.alternative;
    person.preparedDay = until;
    this.reserved[station]++;
    this.startsUsed[station]++;
  }

  private ring(person: Person, station: number, people: number): void {
    if (this.ringed.size === 0) {
      const locked = this.locked();
      const members: number[][] = [];
      const { trace } = this.watched;
      for (let i = this.record; i < this.record + people; i++) members.push([trace.station[i], trace.other[i]]);
      const from = members.map(([one]) => one).toSorted();
      if (String(from) !== String(members.map(([, to]) => to).toSorted())) this.fault('a ring that is none');
      if (!from.every((one) => locked.has(one))) this.fault('a ring moves where nothing is locked');
      if (this.counted(this.at)) this.seen.rings++;
    }
    if (!this.standing(person, station)) this.fault(`person ${person.serial} waits for another place`);
    this.ringed.set(person.serial, station);
  }

  private move(person: Person, station: number, first: number, day: number): void {
    const { network } = this;
    const isTeam = network.keepsPlace[station] === 1;
    if (person.ask < 0 && person.began !== null && person.began !== 'waiting' && person.held < 0)
      return this.placeFirst(person, station);
    if (first !== person.first) this.fault(`person ${person.serial} asked first for ${this.name(person.first)}`);
    if (this.isStaying === person && station === person.held) {
      this.isStaying = null;
      endPlan(person.plan, day);
      return this.beginCare(person, station, -1, day);
    }
    if (person.reserved >= 0) return this.movePrepared(person, station, day);
    const found = this.standing(person, station);
    if (!found) return this.fault(`person ${person.serial} moves to ${this.name(station)}, and is not on its list`);
    if (person.keepsTurn) return this.moveOn(person, station, day);
    if (person.held >= 0 && !person.isReady) this.fault(`person ${person.serial} moves before being ready`);
    const isRing = this.ringed.get(person.serial) === station;
    if (isRing) this.ringed.delete(person.serial);
    else {
      if (station !== person.held) this.judgeAdmission(person, station, day);
      this.judgeTurn(person, found, day);
    }
    if (station !== person.held) this.startsUsed[station]++;
    if (isTeam) return this.beginTask(person, station, found.alternative, day);
    this.endWait(person, station, found.alternative, day);
    if (station === person.held) endPlan(person.plan, day);
    else this.takePlace(person, station, day, isRing);
    this.beginCare(person, station, found.alternative, day);
  }

  private placeFirst(person: Person, station: number): void {
    const { network, draws } = this;
    person.held = station;
    person.admittedDay = person.began === 'inCare' ? this.at : person.arrivedDay;
    this.held[station]++;
    person.first = station;
    person.stayNumber = 0;
    if (person.began !== 'inCare') return;
    const remaining = this.startsAtOnce[person.serial].remaining(person.kind % network.traits);
    const days = draws.remainingDays(network, remaining, person.keyHigh | 0, person.keyLow | 0, station);
    Object.assign(person, { care: station, stayAt: station, stayNumber: 0 });
    person.stays.set(station, 1);
    const row = this.rowOf(person, station);
    this.beginStay(person, station, days, (network.firstVisits[row] + network.lastVisits[row]) / 2);
  }

  private takePlace(person: Person, station: number, day: number, isRing = false): void {
    const from = person.held;
    if (!isRing) this.makeReady(person, from, day);
    this.giveUpPlace(person, day);
    this.countStart(person, station, from, day);
    person.held = station;
    person.admittedDay = day;
    this.held[station]++;
  }

  /** In its hours a place that somebody leaves is made ready for the next; the trace says how many are. */
  private makeReady(person: Person, station: number, day: number): void {
    if (station < 0 || !this.network.turnaround[station]) return;
    const { keyHigh, keyLow, stayNumber } = person;
    const days = this.draws.turnaroundDays(this.networkAt(day), station, keyHigh | 0, keyLow | 0, stayNumber);
    const end = this.turnaroundHours[station].after(day, days);
    if (end > day) this.turning[station].push(end);
  }

  private countStart(person: Person, station: number, from: number, day: number): void {
    if (!this.counted(day)) return;
    const { seen, network } = this;
    seen.startsByKind[station * network.kinds + person.kind]++;
    seen.startsByFrom[station * (network.stationIds.length + 1) + from + 1]++;
    const streams = network.streamIds.length + 1;
    seen.startsByStream[station * streams + (person.stream < 0 ? streams - 1 : person.stream)]++;
    seen.years[day < firstAnniversary(network.startDayNumber) ? 0 : 1].starts[station]++;
  }

  private giveUpPlace(person: Person, day: number): void {
    endPlan(person.plan, day);
    person.plan = null;
    if (person.held < 0) return;
    this.held[person.held]--;
    if (!this.counted(day)) return;
    this.seen.leaves[person.held]++;
    note(this.seen.stays[person.held], day - person.admittedDay);
  }

  /** The wait that began with being ready (or arriving) is over, at a place where they stay. */
  private endWait(person: Person, station: number, alternative: number, day: number): void {
    const { seen, network } = this;
    const days = day - person.askedDay;
    person.delayedDays += days;
    person.waits = false;
    person.turns =
      alternative >= 0 && network.altMovesOn[alternative] === 1
        ? person.turns.filter((one) => one.alternative < 0)
        : [];
    person.keepsTurn = person.turns.length > 0;
    if (this.counted(day)) {
      note(seen.delays[station], days);
      note(seen.delaysByKind[station * network.kinds + person.kind], days);
      note(seen.delaysByFrom[station * (network.stationIds.length + 1) + person.held + 1], days);
    }
    this.placeForNeed(person, alternative, day);
  }

  private placeForNeed(person: Person, alternative: number, day: number): void {
    const { seen, network } = this;
    if (person.isPlaced || !network.askForNeed[person.ask]) return;
    person.isPlaced = true;
    if (!this.counted(day)) return;
    const need = Math.floor(person.kind / network.traits);
    seen.placed[need]++;
    if (alternative < 0) seen.placedRight[need]++;
  }

  private beginCare(person: Person, station: number, alternative: number, day: number): void {
    const { network } = this;
    person.isReady = false;
    person.factor = alternative < 0 ? NaN : network.altStayFactor[alternative];
    const longer = network.stayDaysPerDelayedDay * (day - person.askedDay);
    const care = Number.isNaN(person.factor) ? station : person.first;
    const days = Math.max(0, this.drawStay(person, care) + longer);
    const longerBy = care !== station ? person.factor : 1;
    this.beginStay(person, station, days * longerBy, network.firstVisits[this.rowOf(person, station)]);
  }

  /** Where a network keeps what holds at a station for people of one kind. */
  private rowOf(person: Person, station: number): number {
    return station * this.network.kinds + person.kind;
  }

  private drawStay(person: Person, care: number): number {
    const { network, draws } = this;
    const number = person.stays.get(person.first) ?? 0;
    person.stays.set(person.first, number + 1);
    Object.assign(person, { care, stayAt: person.first, stayNumber: number });
    return draws.stayDays(network, care, person.kind, person.keyHigh | 0, person.keyLow | 0, person.first, number);
  }

  private beginStay(person: Person, station: number, days: number, firstVisits: number): void {
    const { network } = this;
    person.endDay = this.progresses[station].after(this.at, days);
    if (network.keepsPlace[station] || network.visitsPerDay[station * 7] < 0) return;
    const lastVisits = network.lastVisits[this.rowOf(person, station)];
    person.plan = makePlan(this.at, person.endDay, firstVisits, lastVisits);
    this.plans[station].push(person.plan);
  }

  private beginTask(person: Person, team: number, alternative: number, day: number): void {
    this.countStart(person, team, person.held, day);
    this.placeForNeed(person, alternative, day);
    this.held[team]++;
    person.team = team;
    person.taskDay = day;
    person.waits = false;
    person.turns = [];
    const days = this.drawStay(person, team);
    this.beginStay(person, team, days, 0);
  }

  private movePrepared(person: Person, station: number, day: number): void {
    const before = day - 1e-9;
    const isOpen = (when: number): boolean => this.mayLeave(person, when) && this.admits[station].isOpen(when);
    if (person.reserved !== station || day < person.preparedDay || !isOpen(day))
      this.fault(`person ${person.serial} moves unprepared`);
    if (day > person.preparedDay && isOpen(before)) this.fault(`person ${person.serial} was ready to move before`);
    this.judgeTurn(person, null, day);
    const alternative = person.reservedBy;
    this.reserved[station]--;
    person.reserved = -1;
    this.endWait(person, station, alternative, day);
    this.takePlace(person, station, day);
    this.beginCare(person, station, alternative, day);
  }

  private moveOn(person: Person, station: number, day: number): void {
    const { network } = this;
    this.judgeAdmission(person, station, day);
    this.judgeTurn(person, this.standing(person, station), day);
    this.startsUsed[station]++;
    const left = this.progresses[person.held].between(day, person.endDay);
    person.turns = [];
    person.keepsTurn = false;
    this.takePlace(person, station, day);
    const { factor } = person;
    person.care = station;
    person.factor = NaN;
    const firstVisits = network.firstVisits[this.rowOf(person, station)];
    this.beginStay(person, station, Number.isNaN(factor) ? left : left / factor, firstVisits);
  }

  private giveUp(person: Person, day: number): void {
    const { seen, network } = this;
    const days = day - person.askedDay;
    if (!person.waits || person.reserved >= 0 || Math.abs(day - Math.max(person.givesUpDay, person.joinedDay)) > NEAR)
      this.fault(`person ${person.serial} should give up on ${person.givesUpDay}`);
    // Those without patience give up together, so only before the first of them could nobody move.
    if (person.givesUpDay <= person.joinedDay && !this.followsGivingUp(day)) this.judgeTurn(null, null, day);
    if (!this.counted(day)) return;
    seen.gaveUp[person.first]++;
    note(seen.delays[person.first], days);
    note(seen.delaysByKind[person.first * network.kinds + person.kind], days);
    note(seen.delaysByFrom[person.first * (network.stationIds.length + 1) + person.held + 1], days);
  }

  /** They stay in the place they hold; the record that follows says that they do. */
  private stayAfterAll(person: Person, station: number, day: number): void {
    this.giveUp(person, day);
    if (this.network.patienceExit[person.first] >= 0 || station !== person.held)
      this.fault(`person ${person.serial} gives up and does not stay`);
    Object.assign(person, { waits: false, turns: [], first: station });
    person.delayedDays += day - person.askedDay;
    this.isStaying = person;
  }

  private leave(person: Person, exit: number, how: number, day: number): void {
    const { seen, network } = this;
    const counts = this.counted(day);
    if (how === TURNED_AWAY) this.turnAway(person, day);
    else if (how === GAVE_UP) {
      this.giveUp(person, day);
      if (exit !== network.patienceExit[person.first]) this.fault(`person ${person.serial} gives up by another exit`);
    } else this.leaveByExit(person, exit, day);
    if (how !== TURNED_AWAY) {
      const from = person.held;
      this.makeReady(person, from, day);
      if (counts) this.giveUpPlace(person, day);
      else if (from >= 0) this.held[from]--;
      if (counts) {
        this.countStart(person, exit, from, day);
        note(seen.journeys[exit], day - person.arrivedDay);
      }
    }
    // Whoever gives up is replaced; whoever is turned away is not.
    if (how === TURNED_AWAY)
      this.lostFrom.set(person.stream, (this.lostFrom.get(person.stream) ?? 0) + (this.isFirstAsk(person) ? 1 : 0));
    this.here.delete(person);
  }

  /** Whether somebody gave up just before, at the same moment. */
  private followsGivingUp(day: number): boolean {
    const { trace } = this.watched;
    const did = (record: number, verb: number, value: number): boolean =>
      trace.day[record] === day && trace.verb[record] === verb && trace.value[record] === value;
    return did(this.record - 1, LEAVE, GAVE_UP) || did(this.record - 2, ASK, STAYS_HERE);
  }

  private leaveByExit(person: Person, exit: number, day: number): void {
    let alternative = person.reservedBy;
    if (person.reserved >= 0) {
      const before = day - 1e-9;
      if (person.reserved !== exit || day < person.preparedDay || !this.mayLeave(person, day))
        this.fault(`person ${person.serial} leaves unprepared`);
      if (day > person.preparedDay && this.mayLeave(person, before))
        this.fault(`person ${person.serial} was ready to leave before`);
      this.judgeTurn(person, null, day);
      this.reserved[exit]--;
    } else {
      const found = this.standing(person, exit);
      if (!found || !person.isReady) return this.fault(`person ${person.serial} did not ask for ${this.name(exit)}`);
      if (this.network.askPrepare[person.ask] !== null) this.fault(`person ${person.serial} leaves unprepared`);
      this.judgeAdmission(person, exit, day);
      this.judgeTurn(person, found, day);
      alternative = found.alternative;
    }
    this.endWait(person, exit, alternative, day);
  }

  private turnAway(person: Person, day: number): void {
    const { first } = person;
    if (this.counted(day)) this.seen.turnedAway[first]++;
    const outside = this.outside(first);
    if (outside.length <= this.network.waitingRoom[first] || !outside.includes(person))
      this.fault(`person ${person.serial} is turned away from a waiting room with room`);
    const urgencyOf = ({ turns }: Person) => turns.find(({ station }) => station === first)!.rankClass;
    for (const other of outside) {
      if (this.network.turnsAwayLeastUrgent[first] && urgencyOf(other) !== urgencyOf(person)) {
        if (urgencyOf(other) > urgencyOf(person))
          this.fault(`person ${person.serial} is turned away though person ${other.serial} is less urgent`);
        continue;
      }
      const tie = other.joinedDay === person.joinedDay;
      const after = tie
        ? other.keyLow > person.keyLow || (other.keyLow === person.keyLow && other.keyHigh > person.keyHigh)
        : other.joinedDay > person.joinedDay;
      if (after) this.fault(`person ${person.serial} is turned away though person ${other.serial} joined later`);
    }
  }

  private isFirstAsk(person: Person): boolean {
    return person.askedBy === ~person.stream && person.waits;
  }
}
