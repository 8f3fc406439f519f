// Where everybody is in a run, worked out independently for the laws. Long because it is one state: people, lists, gates, and their sums.
import { Draws } from '../../engine/arrivals/draws.ts';
import type { Drawn } from '../../engine/distributions/index.ts';
import { UNLIMITED } from '../../engine/index.ts';
import type { Network } from '../../engine/network/network.ts';
import type { Watched } from './over-models.ts';
import type { Person, Turn } from './person.ts';
import { visitsOn, type Plan } from './plans.ts';
import { firstAnniversary, makeSeen } from './seen.ts';
import type { Piece } from './some-parts.ts';
import { daysOff, Week, weekday } from './week.ts';

export const causeNames = ['assessment', 'preparation', 'no place', 'starts limit', 'visits', 'closed hours'] as const;

const ROUNDING = 1e-9;

export class Standing {
  readonly faults: string[] = [];
  readonly seen: ReturnType<typeof makeSeen>;
  readonly plans: Plan[][];
  /** Everyone ever, by running number. */
  readonly everyone: Person[] = [];
  protected readonly network: Network;
  protected readonly draws: Draws;
  protected readonly here = new Set<Person>();
  protected readonly places: number[];
  protected readonly held: number[];
  protected readonly reserved: number[];
  /** By station, when places that somebody has left will be ready, and in which hours that is done. */
  protected readonly turning: number[][];
  protected readonly turnaroundHours: Week[];
  protected readonly toldTurning = new Map<number, number>();
  protected readonly admits: Week[];
  protected readonly releases: Week[];
  protected readonly progresses: Week[];
  protected readonly startsUsed: number[];
  protected readonly surgeOpenedDay: number[];
  protected readonly startsAtOnce: {
    readonly state: Person['began'];
    /** Days waited before the first moment. */
    readonly waited: (high: number, low: number) => number;
    readonly asks: Int32Array;
    readonly remaining: (trait: number) => Drawn;
  }[];
  protected readonly off: ReadonlySet<number>;
  protected readonly ringed = new Map<number, number>();
  protected readonly lostFrom = new Map<number, number>();
  protected month = '';
  protected at: number;
  protected record = -1;
  protected readonly watched: Watched;

  constructor(watched: Watched, document: Piece, replication = 0) {
    this.watched = watched;
    const { network } = watched.program;
    this.network = network;
    this.draws = new Draws(replication);
    this.seen = makeSeen(network);
    const stations = document.stations as Record<string, Piece>;
    this.off = daysOff(document);
    const weeks = (key: string): Week[] =>
      network.stationIds.map(
        (id) => new Week(stations[id][key] ?? (key === 'releases' ? undefined : stations[id].hours), this.off),
      );
    this.admits = weeks('admits');
    this.releases = weeks('releases');
    this.progresses = weeks('progresses');
    this.places = [...network.places];
    this.held = this.places.map(() => 0);
    this.reserved = this.places.map(() => 0);
    this.turning = this.places.map(() => []);
    this.turnaroundHours = network.stationIds.map(
      (id) => new Week((stations[id].turnaround as Piece)?.during, this.off),
    );
    this.startsUsed = this.places.map(() => 0);
    this.surgeOpenedDay = this.places.map(() => NaN);
    this.plans = this.places.map(() => []);
    this.startsAtOnce = network.initial.flatMap((group) =>
      Array.from({ length: group.people }, (_, n) => ({
        state: group.state,
        waited: (high: number, low: number) => this.draws.waitedDays(network, group, n, high, low),
        asks: group.asks,
        remaining: (trait: number) => group.remaining[trait],
      })),
    );
    this.at = -network.warmUpDays;
  }

  // ---- time, lists and gates ----

  protected fault(words: string): void {
    this.faults.push(`record ${this.record}, day ${this.at}: ${words}`);
  }

  protected name(station: number): string {
    return station < 0 ? 'outside' : this.network.stationIds[station];
  }

  /** Everything stays as it is until a day; then what falls due by itself. */
  protected goTo(day: number): void {
    this.addUp(Math.max(0, this.at), Math.min(day, this.network.runDays));
    this.at = day;
    this.turning.forEach((ends, s) => (this.turning[s] = ends.filter((end) => end > day + ROUNDING)));
    const month = monthOf(day);
    if (month !== this.month) {
      this.month = month;
      this.startsUsed.fill(0);
    }
    for (const person of this.here) this.joinDue(person, day);
  }

  protected joinDue(person: Person, day: number): void {
    if (!person.waits || person.reserved >= 0) return;
    const { askAltFrom, altAfterDays, altFrom, altTargets, altClass } = this.network;
    while (person.nextAlternative < askAltFrom[person.ask + 1]) {
      const alternative = person.nextAlternative;
      const due = person.joinedDay + altAfterDays[alternative];
      if (due > day) return;
      person.nextAlternative++;
      for (let t = altFrom[alternative]; t < altFrom[alternative + 1]; t++) {
        if (person.turns.some(({ station }) => station === altTargets[t])) continue;
        person.turns.push(this.turn(person, altTargets[t], altClass[alternative], due, alternative, []));
        if (altTargets[t] !== person.held) continue;
        // They can stay where they are, so nothing after it is asked for.
        person.nextAlternative = askAltFrom[person.ask + 1];
        break;
      }
    }
  }

  protected turn(
    person: Person,
    station: number,
    rankClass: number,
    day: number,
    alternative: number,
    kept: readonly Turn[],
  ): Turn {
    const before = kept.filter((one) => one.station === station);
    const { order } = (this.watched.program.model.stations[this.name(station)] as { order?: string }) ?? {};
    const fresh = order === 'longest-delayed' ? person.askedDay : day;
    // A person who was already on it keeps their turn.
    return { station, rankClass, rankDay: before.length > 0 ? before.at(-1)!.rankDay : fresh, alternative };
  }

  protected networkAt(day: number): Network {
    let { network } = this.watched.program;
    for (const stretch of this.watched.program.later) if (stretch.fromDay <= day) network = stretch.network;
    return network;
  }

  protected mayLeave(person: Person, day: number): boolean {
    return person.held < 0 || this.releases[person.held].isOpen(day);
  }

  /** Whether they may be given a place now: by a team, or to get ready for it, where they are; otherwise their own station must let them go. */
  protected mayBeGiven(person: Person, station: number, day: number): boolean {
    const { keepsPlace, askPrepare } = this.network;
    return (
      keepsPlace[station] === 1 || (askPrepare[person.ask] !== null && !person.keepsTurn) || this.mayLeave(person, day)
    );
  }

  protected hasStarts(station: number, day: number): boolean {
    const most = this.networkAt(day).startsPerMonth[station];
    return most < 0 || this.startsUsed[station] < most;
  }

  /** Visits left today for one more person's first day, of the largest plan where it is nobody's: below 0 they do not fit. */
  protected visitsLeft(station: number, day: number, person: Person | null): number {
    const network = this.networkAt(day);
    const most = network.visitsPerDay[station * 7 + weekday(day, this.off)];
    if (most < 0 || network.takesAll[station]) return Infinity;
    const firsts = network.firstVisits.subarray(station * network.kinds, (station + 1) * network.kinds);
    const first = person === null ? Math.max(...firsts) : firsts[person.kind];
    return most - visitsOn(this.plans[station], Math.floor(day)) - first;
  }

  protected hasPlace(station: number): boolean {
    return this.places[station] === UNLIMITED || this.taken(station) < this.places[station];
  }

  /** Held, promised or being made ready. */
  protected taken(station: number): number {
    return this.held[station] + this.reserved[station] + this.turning[station].length;
  }

  protected counted(day: number): boolean {
    return day >= 0 && day < this.network.runDays;
  }

  /** The largest set of stations whose every place is held by someone who waits only for places of the set, and for nothing else. */
  protected locked(): Set<number> {
    const set = new Set<number>();
    this.places.forEach((places, station) => {
      const held = this.held[station];
      const full = held > 0 && held >= places && this.taken(station) === held;
      if (full && !this.network.keepsPlace[station]) set.add(station);
    });
    const stuck = (person: Person): boolean =>
      person.waits &&
      person.reserved < 0 &&
      person.risesDay === Infinity &&
      person.givesUpDay === Infinity &&
      !this.hasMoreToJoin(person) &&
      person.turns.every(({ station }) => set.has(station));
    for (let changed = set.size > 0; changed;) {
      changed = false;
      for (const person of this.here)
        if (set.has(person.held) && !stuck(person)) {
          set.delete(person.held);
          changed = true;
        }
    }
    return set;
  }

  private hasMoreToJoin(person: Person): boolean {
    const { askAltFrom, altFrom, altTargets } = this.network;
    const yet = altTargets.subarray(altFrom[person.nextAlternative], altFrom[askAltFrom[person.ask + 1]]);
    return yet.some((to) => !person.turns.some(({ station }) => station === to));
  }

  /** People outside who wait for a station they asked for first, and are not getting ready for a place. */
  protected outside(first: number): Person[] {
    return [...this.here].filter((one) => one.held < 0 && one.waits && one.reserved < 0 && one.first === first);
  }

  // ---- adding up ----

  protected addUp(from: number, to: number): void {
    const days = to - from;
    if (!(days > 0)) return;
    const { seen, network } = this;
    const S = network.stationIds.length;
    const K = network.kinds;
    const year = seen.years[from < firstAnniversary(network.startDayNumber) ? 0 : 1];
    for (const person of this.here) {
      const { held, team, kind, first } = person;
      if (held >= 0) {
        seen.occupancy[held * K + kind] += days;
        year.people[held] += days;
        if (person.isReady) {
          seen.delayed[held * K + kind] += days;
          year.delayed[held] += days;
        }
      }
      if (team >= 0) {
        seen.occupancy[team * K + kind] += days;
        year.people[team] += days;
      }
      if (person.waits) seen.waiting[first * K + kind] += days;
      if (!person.waits && team < 0) continue;
      const to = team >= 0 ? team : first;
      const cause = team >= 0 || network.keepsPlace[first] ? 0 : person.reserved >= 0 ? 1 : this.causeAt(first, from);
      seen.causes[(cause * (S + 1) + held + 1) * S + to] += days;
    }
    this.places.forEach((places, station) => {
      const taken = this.taken(station);
      const open = Math.max(places, this.held[station]);
      seen.open[station] += open * days;
      year.places[station] += open * days;
      if (taken < places) {
        seen.free[station] += (places - taken) * days;
        year.free[station] += (places - taken) * days;
      } else seen.full[station] += days;
    });
  }

  protected causeAt(station: number, day: number): number {
    if (!this.hasPlace(station)) return 2;
    if (!this.hasStarts(station, day)) return 3;
    return this.visitsLeft(station, day, null) < -1e-9 ? 4 : 5;
  }
}

const months = new Map<number, string>();

function monthOf(day: number): string {
  const whole = Math.floor(day);
  let found = months.get(whole);
  if (!found) months.set(whole, (found = new Date(Date.UTC(2024, 0, 1 + whole)).toISOString().slice(0, 7)));
  return found;
}
