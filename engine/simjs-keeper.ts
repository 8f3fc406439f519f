// The keeper of the tokens: SimJS's buffers are lines of first come, first served; the keeper sees to how many tokens lie in each.
import { nextMonthStart } from './dates.ts';
import { isOpenAt, nextTurn, type Windows } from './hours.ts';
import { UNLIMITED, type Network } from './network.ts';
import type { SimBuffer, SimEntity, SimPackage, SimRequest } from './simjs-package.ts';

/** Where the world stands: the network in force, the day it is, and a call at a known moment inside the run. */
export interface SimWorld {
  network(): Network;
  day(): number;
  /** Null when the moment lies beyond the run. */
  wake(entity: SimEntity, day: number, callback: () => void): SimRequest | null;
}

export interface Keeper extends SimEntity {
  box(station: number): SimBuffer;
  /** Someone hands a token back. Whether it goes into the box again is the keeper's business. */
  handBack(station: number): void;
  /** Takes in or puts out tokens of every station, for places, hours or the month have changed. */
  settleAll(): void;
}

/**
 * A token is a place. Those that may not be given now are kept out of the box: while the station takes nobody in, once the month's
 * starts are used up, or because places have closed; then the next ones handed back stay with the keeper.
 */
export function makeKeeper(
  { Entity, Buffer }: SimPackage,
  world: SimWorld,
  heldAtStart: Int32Array,
): new () => SimEntity & Keeper {
  return class TokenKeeper extends Entity implements Keeper {
    private readonly boxes: readonly SimBuffer[] = world.network().stationIds.map((id) => new Buffer(id, UNLIMITED, 0));
    /** Tokens in the box or with people, by station; handed back so far; given before this month began. */
    private readonly about = Float64Array.from(heldAtStart);
    private readonly back = new Float64Array(heldAtStart.length);
    private readonly givenBefore = Float64Array.from(heldAtStart);

    start(): void {
      this.settleAll();
      this.hoursTurn();
      if (world.network().startsPerMonth.some((starts) => starts >= 0)) this.awaitMonth();
    }

    box(station: number): SimBuffer {
      return this.boxes[station]!;
    }

    handBack(station: number): void {
      this.about[station]!--;
      this.back[station]!++;
      this.settle(station);
    }

    settleAll(): void {
      this.boxes.forEach((_, station) => this.settle(station));
    }

    private held(station: number): number {
      return this.about[station]! - this.boxes[station]!.current();
    }

    private mayGive(station: number): number {
      const { admits, places, startDayNumber, startsPerMonth } = world.network();
      if (!isOpenAt(admits[station]!, world.day(), startDayNumber)) return 0;
      const held = this.held(station);
      const starts = held + this.back[station]! - this.givenBefore[station]!;
      const left = startsPerMonth[station]! < 0 ? UNLIMITED : startsPerMonth[station]! - starts;
      return Math.max(0, Math.min(places[station]! - held, left));
    }

    private settle(station: number): void {
      const box = this.boxes[station]!;
      const more = this.mayGive(station) - box.current();
      if (more === 0) return;
      this.about[station]! += more;
      if (more > 0) this.putBuffer(box, more);
      // Nobody waits while there are tokens in the box, so these are had at once.
      else this.getBuffer(box, -more);
    }

    private hoursTurn(): void {
      this.settleAll();
      const { admits, startDayNumber } = world.network();
      const turns = admits.map((windows) => turnAfter(windows, world.day(), startDayNumber));
      world.wake(this, Math.min(Infinity, ...turns), this.hoursTurn);
    }

    private monthTurns(): void {
      for (const station of this.boxes.keys()) this.givenBefore[station] = this.held(station) + this.back[station]!;
      this.settleAll();
      this.awaitMonth();
    }

    private awaitMonth(): void {
      const { startDayNumber } = world.network();
      world.wake(this, nextMonthStart(startDayNumber + world.day()) - startDayNumber, this.monthTurns);
    }
  };
}

/** The next moment at which the windows open or close; Infinity where it is always open. */
export const turnAfter = (windows: Windows | null, day: number, startDayNumber: number): number =>
  windows === null ? Infinity : nextTurn(windows, day, startDayNumber);
