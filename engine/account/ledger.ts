// The ledger (statistics collector): what the engine reports to it goes to the accounts that count it.
import { Idle, MOST_NUMBERS_OF_A_LEDGER } from '../ground/kept.ts';
import { NOTHING_ASKED, type Asked } from '../model/asked.ts';
import type { Network } from '../network/network.ts';
import { Books } from './books.ts';
import { byWhoAsked, type ByWho } from './by-who.ts';
import { costRows } from './costs.ts';
import { DaysPerPerson } from './days-per-person.ts';
import { Flow } from './flow.ts';
import { lasted, step, type Level } from './level.ts';
import { PeopleOverTime } from './people-over-time.ts';
import { Places } from './places.ts';
import { Waits } from './waits.ts';

/**
 * Counts from day 0 (by the run's clock, a day in a typed array), with the state already there: `begin` forgets what was counted
 * before it. `held` is the place a person holds, −1 outside. Classes, for the compiler knows their fields and methods where a
 * closure's variables must be looked at each time.
 */
export class Ledger {
  /** Where rows are read from. */
  readonly books = new Books();
  readonly occupancy: PeopleOverTime;
  /** For the station they asked for first. */
  readonly waiting: PeopleOverTime;
  readonly delayed: PeopleOverTime;
  /** Everyone delayed, wherever they are. */
  readonly delayedAnywhere: Level;
  readonly places: Places;
  readonly waits: Waits;
  readonly days: DaysPerPerson;
  readonly flow: Flow;
  /** First day on which nobody waited for the station; NaN if never. */
  readonly firstEmptyDay: Float64Array;
  /** What costs are counted by (`costRows`), as it stood at each anniversary of the start date. */
  readonly anniversaries: Float64Array[] = [];
  /** The groups of accounts by who, where percentiles or thresholds are asked for. */
  readonly byWho: ByWho | null;
  readonly asked: Asked;
  private clock: Float64Array;
  private readonly isExit: Uint8Array;

  constructor(network: Network, clock: Float64Array, asked: Asked = NOTHING_ASKED) {
    this.asked = asked;
    this.clock = clock;
    this.isExit = network.isExit;
    this.byWho = byWhoAsked(network, asked);
    const { books } = this;
    this.occupancy = new PeopleOverTime(network, clock, this.byWho, books);
    this.waiting = new PeopleOverTime(network, clock, this.byWho, books);
    this.delayed = new PeopleOverTime(network, clock, this.byWho, books);
    this.delayedAnywhere = books.openLevels(1)[0];
    this.places = new Places(network.places, this.occupancy.levels, clock, books);
    this.waits = new Waits(network, this.places, this.waiting.levels, clock, books);
    this.days = new DaysPerPerson(network, asked, this.byWho, books);
    this.flow = new Flow(network, books);
    this.firstEmptyDay = books.column(network.stationIds.length, NaN);
  }

  /** As new, by this clock. */
  clear(clock: Float64Array): void {
    this.clock = clock;
    this.anniversaries.length = 0;
    this.books.clear();
    for (const account of [this.occupancy, this.waiting, this.delayed, this.places, this.waits]) account.clear(clock);
  }

  /** Counting begins, at the clock's day. */
  begin(): void {
    this.books.forget();
    this.delayedAnywhere.countedTo = this.clock[0];
    for (const account of [this.occupancy, this.waiting, this.delayed, this.places, this.waits]) account.begin();
    this.waiting.levels.forEach(({ now }, station) => {
      if (now === 0) this.firstEmptyDay[station] = this.clock[0];
    });
  }

  /** Brings every account up to the clock's day; call at the end. */
  settle(): void {
    lasted(this.delayedAnywhere, this.clock[0]);
    // Places first: they read how long each count of people has lasted.
    for (const account of [this.places, this.occupancy, this.waiting, this.delayed, this.waits, this.days])
      account.settle();
  }

  /** An anniversary of the start date, or the end of the run. */
  yearEnds(): void {
    this.anniversaries.push(costRows(this));
  }

  setPlaces(station: number, places: number, startsLeft: boolean): void {
    this.places.set(station, places);
    this.waits.setStarts(station, startsLeft);
    this.waits.look(station);
  }

  /** Whether the first visits of one more person fit into the day. */
  setVisitsFit(station: number, fit: boolean): void {
    this.waits.setVisits(station, fit);
    this.waits.look(station);
  }

  /** Asks for `asked` (first) and has to wait. */
  joined(held: number, asked: number, kind: number): void {
    this.waits.change(held, asked, 1);
    this.changeWaiting(asked, kind, 1);
  }

  gone(held: number, asked: number, kind: number): void {
    this.waits.change(held, asked, -1);
    this.changeWaiting(asked, kind, -1);
  }

  /** A place of `station` is reserved for someone who goes on waiting, now for the preparation. */
  prepares(held: number, asked: number, station: number): void {
    this.waits.change(held, asked, -1);
    this.waits.changePreparing(held, asked, 1);
    this.reserve(station, 1);
  }

  /** Places that nobody holds and nobody can have: reserved, or made ready again. */
  reserve(station: number, by: number): void {
    this.places.reserve(station, by);
    this.waits.look(station);
  }

  /** Prepared, and about to move in. */
  preparesNoMore(held: number, asked: number, station: number, kind: number): void {
    this.waits.changePreparing(held, asked, -1);
    this.changeWaiting(asked, kind, -1);
    this.reserve(station, -1);
  }

  /** A team begins to see someone who asked first for `asked`: waiting no more, but not gone on either. */
  seen(held: number, asked: number, team: number, kind: number): void {
    this.gone(held, asked, kind);
    this.waits.change(held, team, 1);
  }

  seenNoMore(held: number, team: number): void {
    this.waits.change(held, team, -1);
  }

  becameReady(held: number, kind: number): void {
    this.changeDelayed(held, kind, 1);
  }

  /** Ready people who stay in the place they hold: delayed no more. */
  readyNoMore(held: number, kind: number): void {
    this.changeDelayed(held, kind, -1);
  }

  admitted(station: number, kind: number, from: number, stream: number): void {
    this.flow.started(station, kind, from, stream);
    if (!this.isExit[station]) this.changeOccupancy(station, kind, 1);
  }

  left(station: number, kind: number, stayedDays: number): void {
    this.changeOccupancy(station, kind, -1);
    this.flow.leaves[station]++;
    this.days.stayed(station, kind, stayedDays);
  }

  waited(station: number, kind: number, from: number, days: number): void {
    this.days.waited(station, kind, from, days);
  }

  /** A need has risen, and with it the kind of person. */
  rose(held: number, asked: number, before: number, after: number): void {
    this.waiting.rise(asked, before, after);
    if (held < 0) return;
    this.occupancy.rise(held, before, after);
    this.delayed.rise(held, before, after);
  }

  visited(station: number, delivered: number, deferred: number, missed: number): void {
    this.flow.visited(station, delivered, deferred, missed);
  }

  /** A person left the model by an exit, so many days after they arrived. */
  finished(exit: number, kind: number, journeyDays: number): void {
    this.days.finished(exit, kind, journeyDays);
  }

  refused(asked: number): void {
    this.flow.turnedAway[asked]++;
  }

  gaveUp(asked: number): void {
    this.flow.leftWaiting[asked]++;
  }

  placedFor(need: number, right: boolean): void {
    this.flow.placedFor(need, right);
  }

  ring(): void {
    this.flow.ring(this.clock[0]);
  }

  private changeOccupancy(station: number, kind: number, by: number): void {
    this.places.count(station);
    this.occupancy.changeCounted(station, kind, by);
    this.waits.look(station);
  }

  private changeWaiting(asked: number, kind: number, by: number): void {
    this.waiting.change(asked, kind, by);
    if (this.waiting.levels[asked].now === 0 && Number.isNaN(this.firstEmptyDay[asked]))
      this.firstEmptyDay[asked] = this.clock[0];
  }

  private changeDelayed(held: number, kind: number, by: number): void {
    this.delayed.change(held, kind, by);
    step(this.delayedAnywhere, this.clock[0], by);
  }
}

/** Ledgers that nobody reads any more; never one of a run that is still open. */
const idle = new Idle<Network, Ledger>();

/** A ledger as new: one that was handed back if there is one, for its memory is warm and need not be made anew. */
export function openLedger(network: Network, clock: Float64Array, asked: Asked): Ledger {
  const kept = idle.take(network);
  if (kept === undefined || kept.asked !== asked) return new Ledger(network, clock, asked);
  kept.clear(clock);
  return kept;
}

/** To be called by whoever opened the run, once its ledger has been read and will not be read again. */
export function handBackLedger(network: Network, ledger: Ledger): void {
  if (ledger.books.room() <= MOST_NUMBERS_OF_A_LEDGER) idle.leave(network, ledger);
}
