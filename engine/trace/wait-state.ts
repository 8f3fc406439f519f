// Who waits for what, and what holds them up: a trace folded up to a moment, with its promises, turns, starts and visits.
import { keyBefore } from '../arrivals/arrivals.ts';
import { nextMonthStart } from '../ground/dates.ts';
import type { GateOutline, GatesFrom } from '../network/gate-outline.ts';
import { isOpenAt } from '../ground/hours.ts';
import { ASSESSMENT, CLOSED_HOURS, NO_PLACE, PREPARATION, STARTS_LIMIT, VISITS } from './causes.ts';
import type { Network } from '../network/network.ts';
import { advanceWorld, startWorld, type World } from './replay.ts';

import { ARRIVE, ASK, LEAVE, MOVE, READY, RESERVE, RISE, type Trace, type WatchedPeople } from './trace.ts';
import { makeVisitPlans, type VisitPlans } from './visit-plans.ts';

/** A watched run, as far as the reason of a wait depends on it. */
export interface WatchedWaits {
  readonly trace: Trace;
  readonly people: Pick<WatchedPeople, 'keyHigh' | 'keyLow'>;
  readonly network: Pick<Network, 'stationIds' | 'places' | 'keepsPlace'>;
  readonly gates: GateOutline;
}

/** Goes forward only. A moment is read at its end, when everything of that instant has happened. */
export class WaitState {
  readonly world: World;
  /** By person: the station of the place promised while they get ready, −1; when they will be. */
  readonly promised: Int16Array;
  readonly preparedDay: Float64Array;
  /** By station. */
  readonly promises: Int32Array;
  readonly startsMade: Int32Array;
  /** By person: ready, or arrived, since; on the list since, and of which priority. */
  private readonly sinceDay: Float64Array;
  private readonly joinedDay: Float64Array;
  private readonly rank: Float64Array;
  private readonly asked: Int16Array;
  private readonly risenDay: Float64Array;
  private readonly plans: VisitPlans;
  private nextMonthDay = -Infinity;
  private stretch = 0;
  private readonly watched: WatchedWaits;

  constructor(watched: WatchedWaits) {
    this.watched = watched;
    const { people, network, trace, gates } = watched;
    const count = people.keyHigh.length;
    const days = () => new Float64Array(count).fill(NaN);
    this.world = startWorld(network, count);
    this.promised = new Int16Array(count).fill(-1);
    this.preparedDay = days();
    this.promises = new Int32Array(network.stationIds.length);
    this.startsMade = new Int32Array(network.stationIds.length);
    this.sinceDay = days();
    this.joinedDay = days();
    this.rank = days();
    this.asked = new Int16Array(count).fill(-1);
    this.risenDay = days();
    const { startDayNumber } = gates;
    this.plans = makeVisitPlans({ trace, people, network, startDayNumber, gatesAt: (day) => this.gatesAt(day) });
  }

  gatesAt(day: number): GatesFrom {
    const { stretches } = this.watched.gates;
    // Days come in order, nearly always.
    if (stretches[this.stretch].fromDay > day) this.stretch = 0;
    while (this.stretch + 1 < stretches.length && stretches[this.stretch + 1].fromDay <= day) this.stretch++;
    return stretches[this.stretch];
  }

  advance(day: number): void {
    const { trace } = this.watched;
    for (let r = this.world.records; r < trace.length && trace.day[r] <= day; r++) this.read(r);
    advanceWorld(this.world, trace, day);
    this.turnMonth(day);
  }

  private turnMonth(day: number): void {
    if (day < this.nextMonthDay) return;
    this.startsMade.fill(0);
    const { startDayNumber } = this.watched.gates;
    this.nextMonthDay = nextMonthStart(startDayNumber + day) - startDayNumber;
  }

  private read(r: number): void {
    const { trace, network } = this.watched;
    const [day, verb, person] = [trace.day[r], trace.verb[r], trace.patient[r]];
    const [station, other] = [trace.station[r], trace.other[r]];
    this.turnMonth(day);
    this.plans.read(r);
    if (verb === ARRIVE || (verb === READY && network.keepsPlace[station] === 0)) this.sinceDay[person] = day;
    else if (verb === RISE) this.risenDay[person] = day;
    else if (verb === ASK) {
      // A person whose need has just risen keeps their turn on a list they are on already.
      if (this.risenDay[person] !== day || this.asked[person] !== other) this.joinedDay[person] = day;
      this.rank[person] = trace.value[r];
      this.asked[person] = other;
    } else if (verb === RESERVE) {
      this.promised[person] = other;
      this.preparedDay[person] = trace.value[r];
      this.promises[other]++;
      this.startsMade[other]++;
    } else if (verb === MOVE) {
      const isPromised = this.promised[person] >= 0;
      // A further stay is no start, nor are those who are there when the run begins, who never asked.
      if (!isPromised && station !== other && this.asked[person] >= 0) this.startsMade[other]++;
      this.keepPromise(person);
    } else if (verb === LEAVE) this.keepPromise(person);
  }

  private keepPromise(person: number): void {
    if (this.promised[person] >= 0) this.promises[this.promised[person]]--;
    this.promised[person] = -1;
    this.preparedDay[person] = NaN;
  }

  /** Index in `causes` (rule 18); −1: they wait for nothing. */
  causeOf(person: number): number {
    const { world } = this;
    if (world.team[person] >= 0) return ASSESSMENT;
    const station = world.askedFor[person];
    if (station < 0) return -1;
    if (world.keepsPlace[station]) return ASSESSMENT;
    if (this.promised[person] >= 0) return PREPARATION;
    const cause = this.causeAt(station);
    // The visits of stays that outlast the run are unknown here: a person whom no hours hold up must be waiting for visits.
    return cause === CLOSED_HOURS && this.closedFor(person, station) === null ? VISITS : cause;
  }

  /** Whose hours keep them from a station now: those of that station, `there`, or of where they are, `here`. */
  closedFor(person: number, station: number): 'there' | 'here' | null {
    const { world } = this;
    const { day } = world;
    const { startDayNumber } = this.watched.gates;
    const { admits, releases } = this.gatesAt(day);
    if (!isOpenAt(admits[station], day, startDayNumber)) return 'there';
    const held = world.station[person];
    // Being seen by a team, and getting ready, need nobody's leave.
    const needsLeave = held >= 0 && !world.keepsPlace[station] && !(this.preparedDay[person] > day);
    return needsLeave && !isOpenAt(releases[held], day, startDayNumber) ? 'here' : null;
  }

  /** Why a station takes nobody just now: with a place, a start and visits to give, only hours can keep people from it. */
  causeAt(station: number): number {
    const { world } = this;
    if (world.occupancy[station] + this.promises[station] >= world.places[station]) return NO_PLACE;
    const most = this.gatesAt(world.day).startsPerMonth[station];
    if (most >= 0 && this.startsMade[station] >= most) return STARTS_LIMIT;
    return this.plans.fit(station, world.day) ? CLOSED_HOURS : VISITS;
  }

  /** People who asked first for the same station and go before this one. */
  ahead(person: number): number {
    const { world } = this;
    const station = world.askedFor[person];
    if (station < 0 || this.promised[person] >= 0) return 0;
    let people = 0;
    for (let other = 0; other < world.state.length; other++)
      if (world.askedFor[other] === station && this.promised[other] < 0 && this.goesBefore(other, person, station))
        people++;
    return people;
  }

  private goesBefore(a: number, b: number, station: number): boolean {
    if (this.rank[a] !== this.rank[b]) return this.rank[a] < this.rank[b];
    const { gates, people } = this.watched;
    const rankDay = gates.byReadyDay[station] ? this.sinceDay : this.joinedDay;
    if (rankDay[a] !== rankDay[b]) return rankDay[a] < rankDay[b];
    return keyBefore(people.keyHigh[a], people.keyLow[a], people.keyHigh[b], people.keyLow[b]);
  }
}
