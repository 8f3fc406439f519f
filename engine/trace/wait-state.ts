// Who waits for what, and what holds them up: a trace folded up to a moment, with its causes, turns and promises.
import { keyBefore } from '../arrivals/arrivals.ts';
import { isOpenAt } from '../ground/hours.ts';
import type { GateOutline, HoursFrom } from '../network/gate-outline.ts';
import type { Network } from '../network/network.ts';
import { rankDayIn } from '../network/ranked.ts';
import { ASSESSMENT, NO_PLACE, PREPARATION } from './causes.ts';
import { advanceWorld, startWorld, type World } from './replay.ts';
import {
  ASK,
  CAUSE,
  LEAVE,
  MOVE,
  RESERVE,
  RISE,
  TURN,
  waitedAlready,
  type Trace,
  type WatchedPeople,
} from './trace.ts';

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
  /** By station: places promised; of a starts limit that keeps people out, the starts there may be in a month. */
  readonly promises: Int32Array;
  readonly startsPerMonth: Int32Array;
  /** By station: places being made ready after somebody has left. */
  readonly turning: Int32Array;
  /** By station, what keeps its people: index in `causes`. */
  private readonly cause: Uint8Array;
  /** By person: on the list since, of which priority, and when their need last rose. */
  private readonly joinedDay: Float64Array;
  private readonly rank: Float64Array;
  private readonly asked: Int16Array;
  private readonly risenDay: Float64Array;
  private stretch = 0;
  private readonly watched: WatchedWaits;

  constructor(watched: WatchedWaits) {
    this.watched = watched;
    const { people, network } = watched;
    const count = people.keyHigh.length;
    const stations = network.stationIds.length;
    const days = () => new Float64Array(count).fill(NaN);
    this.world = startWorld(network, count);
    this.promised = new Int16Array(count).fill(-1);
    this.preparedDay = days();
    this.promises = new Int32Array(stations);
    this.startsPerMonth = new Int32Array(stations);
    this.turning = new Int32Array(stations);
    this.cause = Uint8Array.from(network.keepsPlace, (isTeam) => (isTeam ? ASSESSMENT : NO_PLACE));
    this.joinedDay = days();
    this.rank = days();
    this.asked = new Int16Array(count).fill(-1);
    this.risenDay = days();
  }

  gatesAt(day: number): HoursFrom {
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
  }

  private read(r: number): void {
    const { trace } = this.watched;
    const [day, verb, person] = [trace.day[r], trace.verb[r], trace.patient[r]];
    const [station, other] = [trace.station[r], trace.other[r]];
    if (verb === RISE) this.risenDay[person] = day;
    else if (verb === ASK) {
      // A person whose need has just risen keeps their turn on a list they are on already.
      // The record before an ask is the arrival or the end of the stay that led to it, except after a visit by a team.
      const waited = r > 0 && trace.patient[r - 1] === person ? waitedAlready(trace, r - 1) : 0;
      if (this.risenDay[person] !== day || this.asked[person] !== other) this.joinedDay[person] = day - waited;
      this.rank[person] = trace.value[r];
      this.asked[person] = other;
    } else if (verb === RESERVE) {
      this.promised[person] = other;
      this.preparedDay[person] = trace.value[r];
      this.promises[other]++;
    } else if (verb === MOVE || verb === LEAVE) this.keepPromise(person);
    else if (verb === TURN) this.turning[station] = trace.value[r];
    else if (verb === CAUSE) {
      this.cause[station] = other;
      this.startsPerMonth[station] = trace.value[r];
    }
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
    return this.promised[person] >= 0 ? PREPARATION : this.cause[station];
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
    const rankDay = rankDayIn(gates.orders[station]);
    const [dayOfA, dayOfB] = [a, b].map((one) => rankDay(this.joinedDay[one], this.world.sinceDay[one]));
    if (dayOfA !== dayOfB) return dayOfA < dayOfB;
    return keyBefore(people.keyHigh[a], people.keyLow[a], people.keyHigh[b], people.keyLow[b]);
  }
}
