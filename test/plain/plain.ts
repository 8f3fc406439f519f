// A plain simulator from the method's words alone, sharing only draws, arrivals and hours. Long because it holds all rules, in their order.
import { makeArrivals, keyBefore, type Arrivals } from '../../engine/arrivals/arrivals.ts';
import type { Program } from '../../engine/network/compile.ts';
import { monthAt, weekdayAt } from '../../engine/ground/dates.ts';
import { Draws } from '../../engine/arrivals/draws.ts';
import { afterProgress, isOpenAt, nextTurn, progressBetween } from '../../engine/ground/hours.ts';
import { note, personKey, type Journeys, type Step } from '../../engine/trace/journeys.ts';
import { UNLIMITED, type Network } from '../../engine/network/network.ts';
import { threefry, word } from '../../engine/ground/random.ts';

const OUTSIDE = -1;
const ROUNDING = 1e-9;
type State = 'in care' | 'waiting' | 'seen' | 'getting ready' | 'gone';

/** One place on one list: the ask itself (`alternative` −1), or one of its alternatives by index. */
interface Turn {
  readonly station: number;
  readonly alternative: number;
  readonly priority: number;
  joinedDay: number;
  /** The person's own order of choice: smaller first. */
  readonly choice: number;
}

interface Plan {
  readonly station: number;
  readonly firstDay: number;
  lastDay: number;
  readonly first: number;
  readonly slope: number;
}

interface Person {
  readonly high: number;
  readonly low: number;
  need: number;
  readonly stream: number;
  readonly trait: number;
  state: State;
  held: number;
  team: number;
  /** Care given, and the address of the stay. */
  care: number;
  at: number;
  number: number;
  stayEnds: number;
  factor: number;
  plan: Plan | null;
  /** Stays so far, by the station first asked for. */
  readonly stays: number[];
  /** The ask, how it came (a way, a stream as ~stream, or null: it stays whatever the need), since when. */
  ask: number;
  askedBy: { way: number } | { stream: number } | null;
  askedDay: number;
  /** Since when they ask for this, and since when in the present need. */
  thisAskDay: number;
  inNeedSince: number;
  /** Since when on these lists: they asked, or their need rose. */
  lastAskDay: number;
  /** Who asked last is turned away first. */
  roomDay: number;
  turns: Turn[];
  nextAlternative: number;
  givesUp: number;
  rises: number;
  delayedDays: number;
  lastDelay: number;
  reserved: number;
  reservedBy: number;
  prepared: number;
  keepsTurn: boolean;
  isInBacklog: boolean;
}

/** What happened to everybody in one replication, from `-warmUpDays` to `runDays`. */
export function runPlainly(program: Program, seed: number, replication: number): Journeys {
  return new Plainly(program, seed, replication).run();
}

class Plainly {
  private net: Network;
  private readonly later: Program['later'];
  private changesMade = 0;
  private readonly draws: Draws;
  private readonly arrivals: Arrivals;
  private readonly journeys: Journeys = new Map();
  private people: Person[] = [];
  private plans: Plan[] = [];
  private now: number;
  private readonly surgeOpen: boolean[];
  private readonly surgeSince: number[];
  private readonly starts: { month: number; count: number }[];
  private readonly backlogNumber: number[];
  private readonly backlog: number[];
  private readonly seed: number;
  /** Places that somebody has left and that are being made ready. */
  private turning: { station: number; until: number }[] = [];

  constructor(program: Program, seed: number, replication: number) {
    this.net = program.network;
    this.later = program.later;
    this.draws = new Draws(replication);
    this.seed = seed | 0;
    this.arrivals = makeArrivals(seed | 0, replication, program.network, program.later);
    this.now = 0 - this.net.warmUpDays;
    this.surgeOpen = this.net.stationIds.map(() => false);
    this.surgeSince = this.net.stationIds.map(() => 0);
    this.starts = this.net.stationIds.map(() => ({ month: NaN, count: 0 }));
    this.backlogNumber = this.net.streams.map(() => 0);
    this.backlog = this.net.streams.map(() => 0);
    this.replication = replication < 0 ? ~replication : replication;
  }
  private readonly replication: number;

  run(): Journeys {
    this.peopleAtTheStart();
    for (const end = this.net.runDays; ;) {
      this.instant();
      const next = this.nextMoment();
      if (!(next < end)) return this.journeys;
      this.now = next;
    }
  }

  // ————— time

  private nextMoment(): number {
    const { net, now } = this;
    let next = Infinity;
    const see = (day: number) => {
      if (day > now && day < next) next = day;
    };
    see(this.arrivals.nextDay());
    for (const { fromDay } of this.later) see(fromDay);
    for (const { until } of this.turning) see(until);
    see(Math.floor(now) + 1);
    for (const windows of [...net.admits, ...net.releases])
      if (windows) see(nextTurn(windows, now, net.startDayNumber));
    for (let s = 0; s < net.stationIds.length; s++)
      if (this.surgeOpen[s]) see(this.surgeSince[s] + net.surgeMinDays[s]);
    for (const p of this.people) {
      if (p.state === 'in care' || p.state === 'seen' || p.keepsTurn) see(p.stayEnds);
      if (p.state === 'getting ready') see(p.prepared);
      if (p.state === 'waiting' || p.keepsTurn) {
        see(this.nextAlternativeDay(p));
        if (p.state === 'waiting') {
          see(p.givesUp);
          see(p.rises);
        }
      }
    }
    return next;
  }

  /** Rule 20: everything of one instant, in its phases. */
  private instant(): void {
    const { now } = this;
    // Stays end.
    for (const p of this.inOrder())
      if ((p.state === 'in care' || p.state === 'seen') && p.stayEnds <= now) this.stayIsOver(p);
    // Capacity, hours, dated changes.
    this.turning = this.turning.filter(({ until }) => until > now);
    while (this.changesMade < this.later.length && this.later[this.changesMade].fromDay <= now)
      this.net = this.later[this.changesMade++].network;
    // Leaving the list; rising; alternatives falling due.
    for (const p of this.inOrder()) if (p.state === 'waiting' && p.givesUp <= now && p.lastAskDay < now) this.giveUp(p);
    for (const p of this.inOrder()) if (p.state === 'waiting' && p.rises <= now) this.rise(p);
    this.joinAlternatives();
    // Arrivals join.
    while (this.arrivals.nextDay() <= now) this.arrive();
    this.refillBacklogs();
    this.handOut();
    // People whose patience was over as they asked: what could be given at once has been given.
    for (;;) {
      const over = this.inOrder().filter((p) => p.state === 'waiting' && p.givesUp <= now);
      if (over.length === 0) break;
      for (const p of over) this.giveUp(p);
      this.refillBacklogs();
      this.handOut();
    }
    if (this.surge()) this.handOut();
    this.waitingRooms();
    this.surge();
    this.people = this.people.filter(({ state }) => state !== 'gone');
    this.plans = this.plans.filter(({ lastDay }) => lastDay >= Math.floor(now));
  }

  private inOrder(): Person[] {
    return this.people.filter(({ state }) => state !== 'gone').sort(byKey);
  }

  // ————— who comes

  private newPerson(high: number, low: number, stream: number, trait: number, need: number): Person {
    const person: Person = {
      high,
      low,
      need,
      stream,
      trait,
      state: 'waiting',
      held: OUTSIDE,
      team: -1,
      care: -1,
      at: -1,
      number: 0,
      stayEnds: Infinity,
      factor: NaN,
      plan: null,
      stays: this.net.stationIds.map(() => 0),
      ask: -1,
      askedBy: null,
      askedDay: this.now,
      thisAskDay: this.now,
      inNeedSince: this.now,
      lastAskDay: this.now,
      roomDay: this.now,
      turns: [],
      nextAlternative: 0,
      givesUp: Infinity,
      rises: Infinity,
      delayedDays: 0,
      lastDelay: 0,
      reserved: -1,
      reservedBy: -1,
      prepared: Infinity,
      keepsTurn: false,
      isInBacklog: stream >= 0 && this.net.streams[stream].kind === 'always',
    };
    this.people.push(person);
    this.tell(person, 'arrived', this.net.needIds[need]);
    return person;
  }

  private kind(p: Person): number {
    return p.need * this.net.traits + p.trait;
  }

  private arrive(): void {
    const { arrivals, net } = this;
    const [stream, high, low] = [arrivals.stream(), arrivals.keyHigh(), arrivals.keyLow()];
    const trait = this.draws.trait(net, stream, high, low);
    const need = this.draws.need(net, stream, trait, high, low);
    arrivals.advance();
    const p = this.newPerson(high, low, stream, trait, need);
    this.askByStream(p);
  }

  private askByStream(p: Person): void {
    this.askFor(p, this.net.streamAsk[p.stream * this.net.kinds + this.kind(p)], { stream: p.stream });
  }

  /** A backlog has as many waiting as the document says, always. */
  private refillBacklogs(): boolean {
    let came = false;
    for (let stream = 0; stream < this.net.streams.length; stream++) {
      const { kind, alwaysWaiting } = this.net.streams[stream];
      if (kind !== 'always') continue;
      for (; this.backlog[stream] < alwaysWaiting; this.backlog[stream]++) {
        this.arrivals.numberedKey(stream, this.backlogNumber[stream]++);
        const [high, low] = [word[0], word[1]];
        const trait = this.draws.trait(this.net, stream, high, low);
        const need = this.draws.need(this.net, stream, trait, high, low);
        this.askByStream(this.newPerson(high, low, stream, trait, need));
        came = true;
      }
    }
    return came;
  }

  /** Somebody has left the backlog: another comes. Whoever is turned away is not replaced. */
  private leavesBacklog(p: Person): void {
    if (p.isInBacklog) this.backlog[p.stream]--;
    p.isInBacklog = false;
  }

  private peopleAtTheStart(): void {
    const { net, draws } = this;
    const there: { p: Person; group: (typeof net.initial)[number]; waited: number }[] = [];
    for (const group of net.initial)
      for (let n = 0; n < group.people; n++) {
        threefry(this.seed, this.replication, group.hash, 0);
        threefry(word[0], word[1], n, 0);
        const [high, low] = [word[0], word[1]];
        const trait = draws.trait(net, -1, high, low);
        const waited = draws.waitedDays(net, group, n, high, low);
        there.push({ p: this.newPerson(high, low, -1, trait, group.need), group, waited });
      }
    there.sort((a, b) => byKey(a.p, b.p));
    for (const { p, group } of there) {
      if (group.state === 'waiting') continue;
      p.held = group.station;
      p.care = group.station;
      p.at = group.station;
      this.tell(p, 'moved in', net.stationIds[group.station]);
      if (group.state === 'inCare') {
        p.state = 'in care';
        p.stays[group.station] = 1;
        const left = draws.remainingDays(net, group.remaining[p.trait], p.high, p.low, group.station);
        p.stayEnds = afterProgress(net.progresses[group.station], this.now, left, net.startDayNumber);
        this.beginPlan(p, true);
      } else this.tell(p, 'ready', net.stationIds[group.station]);
    }
    for (const { p, group, waited } of there)
      if (group.state !== 'inCare') {
        p.askedDay = this.now - waited;
        this.askFor(p, group.asks[p.trait], null, false, p.askedDay);
      }
  }

  // ————— asking (rule 3)

  private stayIsOver(p: Person): void {
    const { net } = this;
    const isTask = p.state === 'seen';
    const station = isTask ? p.team : p.held;
    const [at, number] = [p.at, p.number];
    if (isTask) {
      this.makeReady(p, p.team);
      p.team = -1;
    } else {
      p.askedDay = this.now;
      this.endPlan(p);
    }
    // People no longer wait for what they waited for while they were cared for elsewhere.
    p.keepsTurn = false;
    p.turns = [];
    this.tell(p, 'ready', net.stationIds[station]);
    const row = (isTask ? station : p.care) * net.kinds + this.kind(p);
    const way = this.draws.way(net, net.wayFrom[row], net.wayTo[row], p.high, p.low, at, number, p.delayedDays);
    this.askFor(p, net.wayAsk[way * net.kinds + this.kind(p)], { way });
  }

  private askFor(p: Person, ask: number, askedBy: Person['askedBy'], hasRisen = false, since = this.now): void {
    const { net } = this;
    p.state = 'waiting';
    if (!hasRisen) p.thisAskDay = this.now;
    p.ask = ask;
    p.askedBy = askedBy;
    p.inNeedSince = since;
    p.nextAlternative = net.askAltFrom[ask];
    p.stayEnds = Infinity;
    p.turns = [];
    const first = this.first(p);
    this.tell(p, 'asked', net.stationIds[first]);
    p.lastAskDay = this.now;
    p.roomDay = since;
    if (first === p.held) return this.moveIn(p, first, -1);
    for (let t = net.askFrom[ask]; t < net.askFrom[ask + 1]; t++)
      this.join(p, net.targets[t], -1, net.askClass[ask], since);
    p.givesUp = p.thisAskDay + this.draws.patienceDays(net, p.high, p.low, first, p.stays[first]);
    if (net.patienceExit[first] < 0 && p.held === OUTSIDE) p.givesUp = Infinity;
    p.rises = this.risesOn(p);
    this.joinAlternativesOf(p, since < this.now);
  }

  private risesOn(p: Person): number {
    const first = this.first(p);
    return this.now + this.draws.riseDays(this.net, p.need, p.high, p.low, first, p.stays[first]);
  }

  private first(p: Person): number {
    return this.net.targets[this.net.askFrom[p.ask]];
  }

  private join(p: Person, station: number, alternative: number, priority: number, joinedDay: number): void {
    // Staying on is always possible, so nothing named after it is asked for.
    if (p.turns.some((turn) => turn.station === station || turn.station === p.held)) return;
    p.turns.push({ station, alternative, priority, joinedDay, choice: p.turns.length });
  }

  private nextAlternativeDay(p: Person): number {
    const { net } = this;
    return p.nextAlternative < net.askAltFrom[p.ask + 1]
      ? p.inNeedSince + net.altAfterDays[p.nextAlternative]
      : Infinity;
  }

  private joinAlternatives(): void {
    for (const p of this.inOrder()) if (p.state === 'waiting') this.joinAlternativesOf(p);
  }

  /** They join now, or at the start would have joined when it fell due. */
  private joinAlternativesOf(p: Person, joinedThen = false): void {
    const { net } = this;
    while (this.nextAlternativeDay(p) <= this.now) {
      const day = joinedThen ? this.nextAlternativeDay(p) : this.now;
      const alternative = p.nextAlternative++;
      for (let t = net.altFrom[alternative]; t < net.altFrom[alternative + 1]; t++)
        this.join(p, net.altTargets[t], alternative, net.altClass[alternative], day);
    }
  }

  private giveUp(p: Person): void {
    const { net } = this;
    const exit = net.patienceExit[this.first(p)];
    if (exit < 0) return this.stayAfterAll(p);
    this.leavesBacklog(p);
    this.leavePlace(p);
    p.state = 'gone';
    this.tell(p, 'gave up', net.stationIds[exit]);
  }

  /** They keep their place, for a stay of its own kind. */
  private stayAfterAll(p: Person): void {
    const { net, now } = this;
    const delay = now - p.askedDay;
    this.tell(p, 'gave up', net.stationIds[p.held]);
    this.tell(p, 'moved in', net.stationIds[p.held]);
    p.delayedDays += delay;
    p.state = 'in care';
    p.turns = [];
    p.care = p.held;
    p.at = p.held;
    p.number = p.stays[p.held]++;
    p.factor = NaN;
    const drawn = this.draws.stayDays(net, p.care, this.kind(p), p.high, p.low, p.at, p.number);
    const days = Math.max(0, drawn + net.stayDaysPerDelayedDay * delay);
    p.stayEnds = afterProgress(net.progresses[p.held], now, days, net.startDayNumber);
    this.beginPlan(p, false);
    if (p.stayEnds <= now) this.stayIsOver(p);
  }

  /** Rule 17: the need becomes the next; the person changes lists, and keeps a turn they have already. */
  private rise(p: Person): void {
    const { net } = this;
    p.need = net.risesTo[p.need];
    this.tell(p, 'needs more', net.needIds[p.need]);
    const by = p.askedBy;
    if (by === null) {
      p.rises = this.risesOn(p);
      return;
    }
    const ask =
      'way' in by ? net.wayAsk[by.way * net.kinds + this.kind(p)] : net.streamAsk[by.stream * net.kinds + this.kind(p)];
    if (ask === p.ask) {
      p.rises = this.risesOn(p);
      return;
    }
    const before = p.turns;
    this.askFor(p, ask, by, true);
    for (const turn of p.turns) {
      const kept = before.find(({ station }) => station === turn.station);
      if (kept) turn.joinedDay = kept.joinedDay;
    }
  }

  // ————— handing out (rules 4 and 20)

  private handOut(): void {
    for (;;) {
      const best = this.nextToMove();
      if (best) {
        this.take(best.p, best.turn);
        this.refillBacklogs();
        continue;
      }
      if (!this.ring()) return;
    }
  }

  private nextToMove(): { p: Person; turn: Turn } | null {
    let best: { p: Person; turn: Turn } | null = null;
    const see = (p: Person, turn: Turn) => {
      if (best === null || this.goesBefore(p, turn, best.p, best.turn)) best = { p, turn };
    };
    for (const p of this.people) if (p.state === 'getting ready' && this.mayMoveIn(p)) see(p, this.turnOfReserved(p));
    for (const p of this.people) {
      const own = p.state === 'waiting' ? p.turns.find(({ station }) => station === p.held) : undefined;
      if (own) see(p, own);
    }
    for (let s = 0; s < this.net.stationIds.length; s++) {
      const head = this.headOf(s);
      if (head) see(head.p, head.turn);
    }
    return best;
  }

  private turnOfReserved(p: Person): Turn {
    return { station: p.reserved, alternative: p.reservedBy, priority: 0, joinedDay: p.thisAskDay, choice: -1 };
  }

  private goesBefore(p: Person, turn: Turn, q: Person, other: Turn): boolean {
    if (p === q) return turn.choice < other.choice;
    if (p.askedDay !== q.askedDay) return p.askedDay < q.askedDay;
    return byKey(p, q) < 0;
  }

  /** The first on the list of a station who can take a place there now. */
  private headOf(s: number): { p: Person; turn: Turn } | null {
    let best: { p: Person; turn: Turn } | null = null;
    for (const p of this.people) {
      if (p.state !== 'waiting' && !(p.keepsTurn && p.state === 'in care')) continue;
      const turn = p.turns.find(({ station }) => station === s);
      if (s === p.held) continue;
      if (!turn || !this.canTake(p, turn)) continue;
      if (best === null || this.isAhead(s, p, turn, best.p, best.turn)) best = { p, turn };
    }
    return best;
  }

  private isAhead(s: number, p: Person, turn: Turn, q: Person, other: Turn): boolean {
    if (turn.priority !== other.priority) return turn.priority < other.priority;
    const rank = this.net.rankDay[s];
    const [a, b] = [rank(turn.joinedDay, p.askedDay), rank(other.joinedDay, q.askedDay)];
    if (a !== b) return a < b;
    return byKey(p, q) < 0;
  }

  private canTake(p: Person, { station: s }: Turn): boolean {
    const { net } = this;
    const prepares = net.askPrepare[p.ask] !== null && !p.keepsTurn;
    if (!prepares && !this.mayLeave(p, s)) return false;
    return this.hasRoom(s) && this.visitsFit(s, this.kind(p));
  }

  private mayLeave(p: Person, s: number): boolean {
    if (p.held === OUTSIDE || this.net.keepsPlace[s]) return true;
    return isOpenAt(this.net.releases[p.held], this.now, this.net.startDayNumber);
  }

  private hasRoom(s: number): boolean {
    const { net, now } = this;
    if (net.isExit[s]) return true;
    if (!isOpenAt(net.admits[s], now, net.startDayNumber)) return false;
    if (this.placesIn(s) !== UNLIMITED && this.heldOrReserved(s) >= this.placesIn(s)) return false;
    if (net.startsPerMonth[s] >= 0 && this.startsThisMonth(s) >= net.startsPerMonth[s]) return false;
    return true;
  }

  private placesIn(s: number): number {
    const own = this.net.places[s];
    return own === UNLIMITED ? own : own + (this.surgeOpen[s] ? this.net.surgePlaces[s] : 0);
  }

  private heldOrReserved(s: number): number {
    let count = 0;
    for (const p of this.people) {
      if (p.state === 'gone') continue;
      if (this.net.keepsPlace[s] ? p.team === s : p.held === s) count++;
      if (p.reserved === s) count++;
    }
    return count + this.turning.filter(({ station }) => station === s).length;
  }

  private startsThisMonth(s: number): number {
    const entry = this.starts[s];
    const month = monthAt(Math.floor(this.now) + this.net.startDayNumber);
    if (entry.month !== month) {
      entry.month = month;
      entry.count = 0;
    }
    return entry.count;
  }

  private countStart(s: number): void {
    this.startsThisMonth(s);
    this.starts[s].count++;
  }

  private take(p: Person, turn: Turn): void {
    if (p.state === 'getting ready') return this.moveIn(p, p.reserved, p.reservedBy);
    const prepare = this.net.askPrepare[p.ask];
    if (turn.station !== p.held && prepare && !p.keepsTurn) return this.reserve(p, turn);
    if (turn.station !== p.held && !this.net.isExit[turn.station]) this.countStart(turn.station);
    this.moveIn(p, turn.station, turn.alternative);
  }

  private reserve(p: Person, turn: Turn): void {
    const first = this.first(p);
    const days = this.draws.prepareDays(this.net, p.ask, p.high, p.low, first, p.stays[first]);
    this.leavesBacklog(p);
    p.state = 'getting ready';
    p.reserved = turn.station;
    p.reservedBy = turn.alternative;
    p.prepared = this.now + days;
    p.turns = [];
    if (!this.net.isExit[turn.station]) this.countStart(turn.station);
    this.tell(p, 'reserved', this.net.stationIds[turn.station]);
  }

  private mayMoveIn(p: Person): boolean {
    const { net, now } = this;
    return (
      p.prepared <= now && this.mayLeave(p, p.reserved) && isOpenAt(net.admits[p.reserved], now, net.startDayNumber)
    );
  }

  /** Rules 5, 6, 14: admitted, seen, or gone. */
  private moveIn(p: Person, s: number, alternative: number): void {
    const { net, now } = this;
    const first = this.first(p);
    this.leavesBacklog(p);
    const movesOn = p.keepsTurn;
    const factor = alternative < 0 ? NaN : net.altStayFactor[alternative];
    const delay = now - p.askedDay;
    if (net.isExit[s]) {
      this.leavePlace(p);
      p.state = 'gone';
      this.tell(p, 'left', net.stationIds[s]);
      return;
    }
    this.tell(p, 'moved in', net.stationIds[s]);
    p.reserved = -1;
    p.prepared = Infinity;
    if (net.keepsPlace[s]) {
      p.state = 'seen';
      p.team = s;
      p.at = first;
      p.number = p.stays[first]++;
      p.turns = [];
      p.stayEnds = afterProgress(
        net.progresses[s],
        now,
        this.draws.stayDays(net, s, this.kind(p), p.high, p.low, p.at, p.number),
        net.startDayNumber,
      );
      if (p.stayEnds <= now) this.stayIsOver(p);
      return;
    }
    if (movesOn) {
      const left =
        progressBetween(net.progresses[p.held], now, p.stayEnds, net.startDayNumber) /
        (Number.isNaN(p.factor) ? 1 : p.factor);
      this.endPlan(p);
      this.makeReady(p, p.held);
      p.held = s;
      p.care = s;
      p.turns = [];
      p.keepsTurn = false;
      p.stayEnds = afterProgress(net.progresses[s], now, left, net.startDayNumber);
      p.state = 'in care';
      this.beginPlan(p, false);
      if (p.stayEnds <= now) this.stayIsOver(p);
      return;
    }
    p.delayedDays += delay;
    if (p.held !== s) this.makeReady(p, p.held);
    p.held = s;
    p.state = 'in care';
    // The same care elsewhere is that of the place asked for first; else the place's own.
    const same = !Number.isNaN(factor);
    p.care = same ? first : s;
    p.at = first;
    p.number = p.stays[first]++;
    p.factor = factor;
    let days = this.draws.stayDays(net, p.care, this.kind(p), p.high, p.low, p.at, p.number);
    days += net.stayDaysPerDelayedDay * delay;
    if (days < 0) days = 0;
    if (same) days *= factor;
    p.stayEnds = afterProgress(net.progresses[s], now, days, net.startDayNumber);
    p.turns = alternative >= 0 && net.altMovesOn[alternative] ? p.turns.filter((turn) => turn.alternative < 0) : [];
    p.keepsTurn = p.turns.length > 0;
    this.beginPlan(p, false);
    if (p.stayEnds <= now) this.stayIsOver(p);
  }

  /** The place they leave; those of a ring are taken at once. */
  private makeReady(p: Person, station: number): void {
    const { net, now } = this;
    if (station < 0 || !net.turnaround[station]) return;
    const days = this.draws.turnaroundDays(net, station, p.high, p.low, p.number);
    const until = afterProgress(net.turnaroundHours[station], now, days, net.startDayNumber);
    if (until > now) this.turning.push({ station, until });
  }

  private leavePlace(p: Person): void {
    this.endPlan(p);
    this.makeReady(p, p.held);
    p.held = OUTSIDE;
    p.team = -1;
    p.reserved = -1;
    p.turns = [];
    p.keepsTurn = false;
  }

  // ————— visits (rule 13)

  private beginPlan(p: Person, isThereAtStart: boolean): void {
    const { net, now } = this;
    const s = p.held;
    if (net.visitsPerDay[s * 7] < 0 || net.takesAll[s]) return;
    const row = s * net.kinds + this.kind(p);
    const [first, last] = [net.firstVisits[row], net.lastVisits[row]];
    const firstDay = Math.floor(now);
    const lastDay = Math.max(firstDay, Math.ceil(p.stayEnds) - 1);
    const from = isThereAtStart ? (first + last) / 2 : first;
    p.plan = {
      station: s,
      firstDay,
      lastDay,
      first: from,
      slope: lastDay > firstDay ? (last - from) / (lastDay - firstDay) : 0,
    };
    this.plans.push(p.plan);
  }

  private endPlan(p: Person): void {
    if (p.plan) p.plan.lastDay = Math.min(p.plan.lastDay, Math.max(p.plan.firstDay, Math.ceil(this.now) - 1));
    p.plan = null;
  }

  private visitsFit(s: number, kind: number): boolean {
    const { net } = this;
    const day = Math.floor(this.now);
    const date = net.startDayNumber + day;
    const room = net.visitsPerDay[s * 7 + (net.holidays.includes(date) ? 6 : weekdayAt(date))];
    if (room < 0 || net.takesAll[s]) return true;
    let planned = 0;
    for (const plan of this.plans)
      if (plan.station === s && plan.lastDay >= day) planned += plan.first + plan.slope * (day - plan.firstDay);
    return planned + net.firstVisits[s * net.kinds + kind] <= room + ROUNDING;
  }

  // ————— gridlock (rule 8)

  private ring(): boolean {
    const { net } = this;
    const locked = net.stationIds.map((_, s) => {
      if (net.isExit[s] || net.keepsPlace[s] || this.placesIn(s) === UNLIMITED) return false;
      const there = this.people.filter((p) => p.state !== 'gone' && p.held === s);
      return there.length > 0 && there.length >= this.placesIn(s) && there.length === this.heldOrReserved(s);
    });
    const waitsInside = (p: Person) =>
      p.state === 'waiting' &&
      p.turns.length > 0 &&
      p.turns.every(({ station }) => locked[station]) &&
      this.nextAlternativeDay(p) === Infinity &&
      p.rises === Infinity &&
      p.givesUp === Infinity;
    for (let changed = true; changed;) {
      changed = false;
      for (const p of this.people)
        if (p.state !== 'gone' && p.held >= 0 && locked[p.held] && !waitsInside(p)) {
          locked[p.held] = false;
          changed = true;
        }
    }
    if (!locked.includes(true)) return false;
    const longest = locked.map((isLocked, s) =>
      isLocked ? this.people.filter((p) => p.state === 'waiting' && p.held === s).sort(longestFirst)[0] : null,
    );
    let one = longest.filter((p) => p !== null).sort(longestFirst)[0];
    const order: Person[] = [];
    while (!order.includes(one)) {
      order.push(one);
      one = longest[one.turns.toSorted((a, b) => a.choice - b.choice)[0].station] as Person;
    }
    const ring = order.slice(order.indexOf(one));
    const moves = ring.map((p) => [p, p.turns.toSorted((a, b) => a.choice - b.choice)[0]] as const);
    for (const [p] of moves) p.held = OUTSIDE - 1;
    for (const [p, turn] of moves) {
      if (turn.station !== p.held) this.countStart(turn.station);
      this.moveIn(p, turn.station, turn.alternative);
    }
    return true;
  }

  // ————— surge (rule 10) and waiting rooms (rule 15)

  private surge(): boolean {
    const { net, now } = this;
    let opened = false;
    for (let s = 0; s < net.stationIds.length; s++) {
      if (net.surgePlaces[s] === 0 && !this.surgeOpen[s]) continue;
      const length = this.people.filter(
        (p) => p.turns.some(({ station }) => station === s) && p.state !== 'gone',
      ).length;
      if (!this.surgeOpen[s]) {
        if (net.surgePlaces[s] > 0 && length >= net.surgeOpenAt[s]) {
          this.surgeOpen[s] = true;
          this.surgeSince[s] = now;
          opened = true;
        }
      } else if (length <= net.surgeCloseAt[s] && now >= this.surgeSince[s] + net.surgeMinDays[s])
        this.surgeOpen[s] = false;
    }
    return opened;
  }

  private waitingRooms(): void {
    const { net } = this;
    for (let s = 0; s < net.stationIds.length; s++) {
      const room = net.waitingRoom[s];
      if (room < 0) continue;
      // Whoever has been promised a place is on no list, and is not among them.
      const urgency = (p: Person) =>
        net.turnsAwayLeastUrgent[s] ? (p.turns.find((turn) => turn.station === s)?.priority ?? 0) : 0;
      const outside = this.people
        .filter((p) => p.state === 'waiting' && p.held === OUTSIDE && this.first(p) === s)
        .sort((a, b) => urgency(a) - urgency(b) || a.roomDay - b.roomDay || byKey(a, b));
      for (const p of outside.slice(room)) {
        p.state = 'gone';
        p.turns = [];
        this.tell(p, 'turned away', '');
      }
    }
  }

  private tell(p: Person, what: Step['what'], where: string): void {
    note(this.journeys, personKey(p.high, p.low), { day: this.now, what, where });
  }
}

const byKey = (a: { high: number; low: number }, b: { high: number; low: number }): number =>
  a.high === b.high && a.low === b.low ? 0 : keyBefore(a.high, a.low, b.high, b.low) ? -1 : 1;

const longestFirst = (a: Person, b: Person): number => a.askedDay - b.askedDay || byKey(a, b);
