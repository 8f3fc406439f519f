// The second engine: the same network and the same draws told to SimJS. Long because a patient's whole story is one entity.
import { keyBefore, makeArrivals } from './arrivals.ts';
import type { Program } from './compile.ts';
import { Draws } from './draws.ts';
import { afterProgress, isOpenAt } from './hours.ts';
import { note, personKey, type Journeys, type Step } from './journeys.ts';
import type { InitialPeople, Network } from './network.ts';
import { threefry, word } from './random.ts';
import { makeKeeper, turnAfter, type Keeper, type SimWorld } from './simjs-keeper.ts';
import type { SimEntity, SimPackage, SimRequest } from './simjs-package.ts';

export { unsupported } from './simjs-limits.ts';

/** Who somebody is: their key, where they come from (−1: there at the start), the need they came with and their trait. */
interface Person {
  readonly keyHigh: number;
  readonly keyLow: number;
  readonly stream: number;
  readonly need: number;
  readonly trait: number;
}

/** The ask of somebody there at the start, which no way or stream gave; a rise leaves it as it is. */
const FIXED_ASK = -2_000_000;

/**
 * One replication in SimJS, from `-warmUpDays` to `runDays`: what happened to everybody. Only for a program of which
 * `unsupported` has nothing to say. A place is a token: whoever is ready asks for a token of the next station's box while
 * holding the old one, which is the delay, and hands the old one back once they have the new.
 */
export function run(program: Program, seed: number, replication: number, simjs: SimPackage): Journeys {
  const { Sim, Entity, Request } = simjs;
  const sim = new Sim();
  const draws = new Draws(replication);
  const journeys: Journeys = new Map();
  let network = program.network;
  const { stationIds, needIds, startDayNumber } = network;
  const endDay = network.runDays;
  const outside = new Int32Array(stationIds.length);

  const wake = (entity: SimEntity, day: number, callback: () => void): SimRequest | null => {
    if (!(day < endDay)) return null;
    const request = new Request(entity, sim.time(), day).done(callback, entity);
    sim.queue.insert(request);
    return request;
  };
  const world: SimWorld = { network: () => network, day: () => sim.time(), wake };
  let keeper: Keeper;

  class Patient extends Entity {
    private who!: Person;
    private key = '';
    private need = 0;
    private kind = 0;
    /** Station of the token held, and of the team that is seeing them; −1 none. */
    private held = -1;
    private team = -1;
    private asking = -1;
    private askedBy = FIXED_ASK;
    private first = -1;
    private stayAt = -1;
    private stayNumber = 0;
    private readonly stays = new Map<number, number>();
    /** Since when ready (or arrived), and since when they ask for this. */
    private readyDay = 0;
    private askedDay = 0;
    private delayedDays = 0;
    private isWaitingOutside = false;
    /** Standing in the line of a box; for the hours of their own station; and what may end the wait. */
    private line: SimRequest | null = null;
    private opening: SimRequest | null = null;
    private rising: SimRequest | null = null;
    private givingUp: SimRequest | null = null;

    start(who: Person): void {
      this.who = who;
      this.key = personKey(who.keyHigh, who.keyLow);
      this.need = who.need;
      this.kind = who.need * network.traits + who.trait;
      this.readyDay = this.time();
      this.tell('arrived', needIds[who.need]!);
      if (who.stream >= 0) this.ask(network.streamAsk[who.stream * network.kinds + this.kind]!, ~who.stream);
    }

    /** Holding a place at the start: its token is counted out already. */
    isThere({ station, state, remaining }: InitialPeople): void {
      this.held = station;
      this.first = station;
      this.tell('moved in', stationIds[station]!);
      if (state === 'delayed') return this.tell('ready', stationIds[station]!);
      const { keyHigh, keyLow, trait } = this.who;
      this.stayAt = station;
      this.stays.set(station, 1);
      this.awaitEnd(draws.remainingDays(network, remaining[trait]!, keyHigh, keyLow, station));
    }

    ask(ask: number, by: number): void {
      this.askedDay = this.time();
      this.askedBy = by;
      this.askFor(ask);
      if (!this.isWaiting()) return;
      this.drawPatience();
      this.drawRise();
    }

    private askFor(ask: number): void {
      const target = network.targets[network.askFrom[ask]!]!;
      const keepsTurn = this.line !== null && target === this.first;
      this.asking = ask;
      this.tell('asked', stationIds[target]!);
      if (keepsTurn) return;
      this.stopWaiting();
      this.first = target;
      if (target === this.held) this.moveIn();
      else this.goOn();
    }

    /** Into the line of the box, once their own station lets them go; a team comes to where they are. */
    private goOn(): void {
      const target = this.first;
      this.opening = null;
      const closed = this.held >= 0 && network.keepsPlace[target] === 0 ? network.releases[this.held]! : null;
      if (!isOpenAt(closed, this.time(), startDayNumber))
        this.opening = wake(this, turnAfter(closed, this.time(), startDayNumber), this.goOn);
      else if (network.isExit[target]) this.given();
      else if (this.mayStand(target)) this.line = this.getBuffer(keeper.box(target), 1).done(this.given, this);
      else this.turnAway();
    }

    private turnAway(): void {
      this.givingUp?.cancel();
      this.tell('turned away', '');
    }

    /** From outside only while the waiting room has room. */
    private mayStand(target: number): boolean {
      if (this.held >= 0 || keeper.box(target).current() > 0) return true;
      const room = network.waitingRoom[target]!;
      if (room >= 0 && outside[target]! >= room) return false;
      this.isWaitingOutside = true;
      outside[target]!++;
      return true;
    }

    /** Waiting or about to be given a token. */
    private isWaiting(): boolean {
      return this.line !== null || this.opening !== null;
    }

    private stopWaiting(): void {
      this.line?.cancel();
      this.opening?.cancel();
      this.line = null;
      this.opening = null;
      if (this.isWaitingOutside) outside[this.first]!--;
      this.isWaitingOutside = false;
    }

    private drawPatience(): void {
      const { keyHigh, keyLow } = this.who;
      const days = draws.patienceDays(network, keyHigh, keyLow, this.first, this.stays.get(this.first) ?? 0);
      this.givingUp?.cancel();
      this.givingUp = wake(this, this.askedDay + days, this.giveUp);
    }

    private drawRise(): void {
      const { keyHigh, keyLow } = this.who;
      const number = this.stays.get(this.first) ?? 0;
      const days = draws.riseDays(network, this.need, keyHigh, keyLow, this.first, number);
      this.rising?.cancel();
      this.rising = wake(this, this.time() + days, this.rise);
    }

    private rise(): void {
      this.need = network.risesTo[this.need]!;
      this.kind = this.need * network.traits + this.who.trait;
      this.tell('needs more', needIds[this.need]!);
      const { askedBy } = this;
      let next = this.asking;
      if (askedBy >= 0) next = network.wayAsk[askedBy * network.kinds + this.kind]!;
      else if (askedBy !== FIXED_ASK) next = network.streamAsk[~askedBy * network.kinds + this.kind]!;
      if (next !== this.asking) {
        this.askFor(next);
        if (!this.isWaiting()) return;
        this.drawPatience();
      }
      this.drawRise();
    }

    private giveUp(): void {
      this.stopWaiting();
      this.rising?.cancel();
      this.leave('gave up', network.patienceExit[this.first]!);
    }

    /** A place is theirs: they are seen by the team, get ready, or move in at once. */
    private given(): void {
      this.line = null;
      this.stopWaiting();
      this.rising?.cancel();
      this.givingUp?.cancel();
      if (network.keepsPlace[this.first]) this.beginTask();
      else if (network.askPrepare[this.asking] !== null) this.prepare();
      else this.moveIn();
    }

    private beginTask(): void {
      this.team = this.first;
      this.tell('moved in', stationIds[this.team]!);
      this.beginStay(0);
    }

    private prepare(): void {
      const { keyHigh, keyLow } = this.who;
      const number = this.stays.get(this.first) ?? 0;
      const days = draws.prepareDays(network, this.asking, keyHigh, keyLow, this.first, number);
      this.tell('reserved', stationIds[this.first]!);
      if (days > 0) wake(this, this.time() + days, this.prepared);
      else this.prepared();
    }

    /** Once both hours allow it. */
    private prepared(): void {
      const hours = [network.admits[this.first]!, this.held < 0 ? null : network.releases[this.held]!];
      const day = this.time();
      if (hours.every((windows) => isOpenAt(windows, day, startDayNumber))) return this.moveIn();
      wake(this, Math.min(...hours.map((windows) => turnAfter(windows, day, startDayNumber))), this.prepared);
    }

    private moveIn(): void {
      const waitedDays = this.time() - this.readyDay;
      this.rising?.cancel();
      this.givingUp?.cancel();
      this.delayedDays += waitedDays;
      if (network.isExit[this.first]) return this.leave('left', this.first);
      const from = this.held;
      this.held = this.first;
      this.tell('moved in', stationIds[this.held]!);
      if (from >= 0 && from !== this.held) keeper.handBack(from);
      this.beginStay(network.stayDaysPerDelayedDay * waitedDays);
    }

    private beginStay(longerByDays: number): void {
      const { keyHigh, keyLow } = this.who;
      this.stayAt = this.first;
      this.stayNumber = this.stays.get(this.first) ?? 0;
      this.stays.set(this.first, this.stayNumber + 1);
      const { kind, stayAt, stayNumber } = this;
      this.awaitEnd(draws.stayDays(network, this.stayAt, kind, keyHigh, keyLow, stayAt, stayNumber) + longerByDays);
    }

    private awaitEnd(days: number): void {
      const windows = network.progresses[this.stayAt]!;
      wake(this, afterProgress(windows, this.time(), days, startDayNumber), this.stayEnds);
    }

    private stayEnds(): void {
      const { kind, stayAt, stayNumber, delayedDays, team } = this;
      const { keyHigh, keyLow } = this.who;
      const row = stayAt * network.kinds + kind;
      const [from, to] = [network.wayFrom[row]!, network.wayTo[row]!];
      const way = draws.way(network, from, to, keyHigh, keyLow, stayAt, stayNumber, delayedDays);
      this.tell('ready', stationIds[stayAt]!);
      this.team = -1;
      if (team >= 0) keeper.handBack(team);
      else this.readyDay = this.time();
      this.ask(network.wayAsk[way * network.kinds + kind]!, way);
    }

    private leave(what: Step['what'], exit: number): void {
      this.tell(what, stationIds[exit]!);
      if (this.held >= 0) keeper.handBack(this.held);
    }

    private tell(what: Step['what'], where: string): void {
      note(journeys, this.key, { day: this.time(), what, where });
    }
  }

  /** Opens the doors on the first day, lets people in as they come, and puts later networks in force. */
  class Door extends Entity {
    private readonly arrivals = makeArrivals(seed | 0, replication, network, program.later);

    start(): void {
      wake(this, 0 - network.warmUpDays, this.open);
      for (const { fromDay, network: next } of program.later) wake(this, fromDay, () => this.change(next));
    }

    private open(): void {
      const there = peopleThere(network, draws, seed | 0, replication);
      const heldAtStart = new Int32Array(stationIds.length);
      for (const { group } of there) if (group.state !== 'waiting') heldAtStart[group.station]!++;
      const patients = there.map(({ who, group }) => {
        const patient = sim.addEntity(Patient, '', who) as Patient;
        if (group.state !== 'waiting') patient.isThere(group);
        return patient;
      });
      keeper = sim.addEntity(makeKeeper(simjs, world, heldAtStart)) as Keeper;
      there.forEach(({ who, group }, at) => {
        if (group.state !== 'inCare') patients[at]!.ask(group.asks[who.trait]!, FIXED_ASK);
      });
      this.awaitNext();
    }

    private awaitNext(): void {
      wake(this, this.arrivals.nextDay(), this.letIn);
    }

    private letIn(): void {
      const { arrivals } = this;
      const [stream, keyHigh, keyLow] = [arrivals.stream(), arrivals.keyHigh(), arrivals.keyLow()];
      const trait = draws.trait(network, stream, keyHigh, keyLow);
      const need = arrivals.need(network, trait);
      arrivals.advance();
      sim.addEntity(Patient, '', { keyHigh, keyLow, stream, need, trait } satisfies Person);
      this.awaitNext();
    }

    private change(next: Network): void {
      network = next;
      keeper.settleAll();
    }
  }

  sim.addEntity(Door);
  sim.simulate(endDay);
  return journeys;
}

/** Everybody there at the start, in the order of their keys, in which those who wait stand in line. */
function peopleThere(network: Network, draws: Draws, seed: number, replication: number) {
  const there: { who: Person; group: InitialPeople }[] = [];
  for (const group of network.initial)
    for (let n = 0; n < group.people; n++) {
      threefry(seed, replication < 0 ? ~replication : replication, group.hash, 0);
      threefry(word[0]!, word[1]!, n, 0);
      const [keyHigh, keyLow] = [word[0]!, word[1]!];
      const trait = draws.trait(network, -1, keyHigh, keyLow);
      there.push({ who: { keyHigh, keyLow, stream: -1, need: group.need, trait }, group });
    }
  return there.sort((a, b) => (keyBefore(a.who.keyHigh, a.who.keyLow, b.who.keyHigh, b.who.keyLow) ? -1 : 1));
}
