// The keeper of the tokens: SimJS's buffers are the queues; the keeper puts in as many tokens as there are places to give now.
import { nextMonthStart } from '../ground/dates.ts';
import { isOpenAt, nextTurn, type Windows } from '../ground/hours.ts';
import { UNLIMITED, type Network } from '../network/network.ts';
import type { SimBuffer, SimEntity, SimPackage, SimRequest } from './simjs-package.ts';

/** The state of the world: the network in force, the day it is, and what is still to come. */
export interface SimWorld {
  network(): Network;
  day(): number;
  /** A call at a known moment; null when that lies beyond the run. */
  wake(entity: SimEntity, day: number, callback: () => void): SimRequest | null;
  /** Whether more is to happen at this very moment. */
  moreNow(): boolean;
}

/** Somebody in a queue. A person who has gone elsewhere passes the token on when it reaches them. */
export interface Line {
  readonly station: number;
  readonly list: number;
  /** Their own order of choice, and the alternative by which they joined (−1: the ask itself). */
  choice: number;
  alternative: number;
  stands: boolean;
}

export interface Keeper extends SimEntity {
  /** Joins the queue of a station with a priority; `given` is called when the token is theirs. */
  stand(patient: SimEntity, station: number, priority: number, given: (line: Line) => void): Line;
  /** Leaves a queue before the token came. */
  stepOut(line: Line): void;
  /** Whether a person who came now would get a token at once. */
  hasRoom(station: number): boolean;
  /** A token comes back: from somebody who has left, or who had no use for it and so has not started there. */
  handBack(station: number, unused?: boolean): void;
  /** The first lines have formed: from now on tokens are given. */
  openDoors(): void;
  /** Places, hours or limits have changed. */
  lookAround(): void;
}

/**
 * A token is a place. The keeper gives one while fewer are out than places in force, the station takes people in and the month has
 * starts left; to the queue of the smallest priority that is not empty. Closed places are tokens that do not go out again.
 */
export function makeKeeper(
  { Entity, Buffer }: SimPackage,
  world: SimWorld,
  heldAtStart: Int32Array,
): new () => SimEntity & Keeper {
  const { stationIds, classes } = world.network();
  const stations = stationIds.length;

  return class TokenKeeper extends Entity implements Keeper {
    private readonly lines: readonly SimBuffer[] = Array.from(
      { length: stations * classes },
      (_, list) => new Buffer(stationIds[Math.floor(list / classes)], UNLIMITED, 0),
    );
    /** By line: people standing there, and tokens on their way to somebody. */
    private readonly standing = new Int32Array(stations * classes);
    private readonly coming = new Int32Array(stations * classes);
    /** By station: tokens out, those given this month, and since when surge places are open (NaN: they are not). */
    private readonly out = Int32Array.from(heldAtStart);
    private readonly started = new Int32Array(stations);
    private readonly surgeSince = new Float64Array(stations).fill(NaN);
    private isShut = true;
    private willLook = false;

    start(): void {
      this.awaitTurn();
      this.awaitMonth();
    }

    stand(patient: SimEntity, station: number, priority: number, given: (line: Line) => void): Line {
      const line: Line = { station, list: station * classes + priority, choice: 0, alternative: -1, stands: true };
      patient.getBuffer(this.lines[line.list], 1).done(() => this.give(line, given));
      this.standing[line.list]++;
      this.settle(station);
      return line;
    }

    stepOut(line: Line): void {
      if (!line.stands) return;
      line.stands = false;
      this.standing[line.list]--;
      this.lookLater();
    }

    private give(line: Line, given: (line: Line) => void): void {
      this.coming[line.list]--;
      if (!line.stands) return this.handBack(line.station, true);
      this.stepOut(line);
      given(line);
    }

    handBack(station: number, unused = false): void {
      this.out[station]--;
      if (unused) this.started[station]--;
      this.settle(station);
    }

    openDoors(): void {
      this.isShut = false;
      this.lookAround();
    }

    lookAround(): void {
      for (let station = 0; station < stations; station++) this.settle(station);
    }

    hasRoom(station: number): boolean {
      return this.mayGive(station) && this.nextLine(station) < 0;
    }

    private mayGive(station: number): boolean {
      const { admits, places, surgePlaces, startDayNumber, startsPerMonth } = world.network();
      const surge = Number.isNaN(this.surgeSince[station]) ? 0 : surgePlaces[station];
      const inForce = places[station] === UNLIMITED ? UNLIMITED : places[station] + surge;
      if (this.isShut || this.out[station] >= inForce) return false;
      if (startsPerMonth[station] >= 0 && this.started[station] >= startsPerMonth[station]) return false;
      return isOpenAt(admits[station], world.day(), startDayNumber);
    }

    /** The first queue, by priority, in which more people wait than tokens are on their way; −1 if none. */
    private nextLine(station: number): number {
      for (let list = station * classes; list < (station + 1) * classes; list++)
        if (this.standing[list] > this.coming[list]) return list;
      return -1;
    }

    private settle(station: number): void {
      for (let list = this.nextLine(station); list >= 0 && this.mayGive(station); list = this.nextLine(station)) {
        this.out[station]++;
        this.started[station]++;
        this.coming[list]++;
        this.putBuffer(this.lines[list], 1);
      }
      this.lookLater();
    }

    // Surge places depend on how long the queues are once everything of a moment has happened.

    private lookLater(): void {
      if (this.willLook || !world.network().surgePlaces.some((places) => places > 0)) return;
      this.willLook = true;
      world.wake(this, world.day(), this.look);
    }

    private look(): void {
      this.willLook = false;
      if (world.moreNow()) return this.lookLater();
      const { surgePlaces, surgeOpenAt, surgeCloseAt, surgeMinDays } = world.network();
      for (let station = 0; station < stations; station++) {
        const since = this.surgeSince[station];
        const length = this.standing.slice(station * classes, (station + 1) * classes).reduce((a, b) => a + b, 0);
        if (Number.isNaN(since)) {
          if (surgePlaces[station] === 0 || length < surgeOpenAt[station]) continue;
          this.surgeSince[station] = world.day();
          if (surgeMinDays[station] > 0) world.wake(this, world.day() + surgeMinDays[station], this.lookLater);
          this.settle(station);
        } else if (length <= surgeCloseAt[station] && world.day() >= since + surgeMinDays[station])
          this.surgeSince[station] = NaN;
      }
    }

    private awaitTurn(): void {
      const { admits, startDayNumber } = world.network();
      const turns = admits.map((windows) => turnAfter(windows, world.day(), startDayNumber));
      const next = Math.min(Infinity, ...turns);
      world.wake(this, next, () => {
        this.lookAround();
        this.awaitTurn();
      });
    }

    private awaitMonth(): void {
      const { startDayNumber, startsPerMonth } = world.network();
      if (!startsPerMonth.some((starts) => starts >= 0)) return;
      world.wake(this, nextMonthStart(startDayNumber + world.day()) - startDayNumber, () => {
        this.started.fill(0);
        this.lookAround();
        this.awaitMonth();
      });
    }
  };
}

/** The next moment at which the windows open or close; Infinity where it is always open. */
export const turnAfter = (windows: Windows | null, day: number, startDayNumber: number): number =>
  windows === null ? Infinity : nextTurn(windows, day, startDayNumber);
