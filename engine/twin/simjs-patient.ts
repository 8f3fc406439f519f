// A patient of the second engine: one SimJS entity and its whole story. Long because every turn that a stay can take is here.
import type { Draws } from '../arrivals/draws.ts';
import { afterProgress, isOpenAt, progressBetween } from '../ground/hours.ts';
import type { Step } from '../trace/journeys.ts';
import type { InitialPeople, Network } from '../network/network.ts';
import { turnAfter, type Keeper, type Line, type SimWorld } from './simjs-keeper.ts';
import type { SimEntity, SimPackage, SimRequest } from './simjs-package.ts';

/** Who somebody is: their key, where they come from (−1: there at the start), the need they came with and their trait. */
export interface Person {
  readonly keyHigh: number;
  readonly keyLow: number;
  readonly stream: number;
  readonly need: number;
  readonly trait: number;
}

export interface Patient extends SimEntity {
  /** Holding a place at the start, whose token counts as given. */
  isThere(group: InitialPeople): void;
  /** Asks for what a way (or ~stream, or `FIXED_ASK`) leads to. */
  ask(ask: number, by: number): void;
}

export interface PatientWorld extends SimWorld {
  readonly draws: Draws;
  keeper(): Keeper;
  tell(person: Person, what: Step['what'], where: string): void;
}

/** The ask of somebody there at the start, which no way or stream gave; a rise leaves it as it is. */
export const FIXED_ASK = -2_000_000;
/** Alternatives come after everything asked for in a person's own order of choice. */
const AFTER_ALL_CHOICES = 1000;

export function makePatient({ Entity }: SimPackage, world: PatientWorld): new () => SimEntity & Patient {
  const { draws, wake } = world;
  const { stationIds, needIds, startDayNumber } = world.network();
  /** By station, people from outside who asked for it first and have no place yet. */
  const outside = new Int32Array(stationIds.length);

  return class Story extends Entity implements Patient {
    private who!: Person;
    private need = 0;
    private kind = 0;
    /** Station of the place held, and of the team that is seeing them; −1 none. */
    private held = -1;
    private team = -1;
    /** The ask and what gave it; the station asked for first; the next alternative to fall due. */
    private asking = -1;
    private askedBy = FIXED_ASK;
    private first = -1;
    private nextAlternative = 0;
    /** Since when ready (or arrived); since when they ask for this; since when they are in these queues. */
    private readyDay = 0;
    private askedDay = 0;
    private joinedDay = 0;
    private delayedDays = 0;
    /** Whose care, at which address, and what it was multiplied by as the same care elsewhere. */
    private care = -1;
    private stayAt = -1;
    private stayNumber = 0;
    private stayFactor = NaN;
    private stayEndDay = 0;
    private readonly stays = new Map<number, number>();
    private waits = false;
    /** A token is on its way, so nobody turns them away. */
    private isSure = false;
    private lines: Line[] = [];
    private tokens: Line[] = [];
    /** What will happen by itself: hours opening, an alternative, a rise, giving up; the end of the stay. */
    private due: (SimRequest | null)[] = [];
    private giving: SimRequest | null = null;
    private rising: SimRequest | null = null;
    private ending: SimRequest | null = null;

    start(who: Person): void {
      this.who = who;
      this.need = who.need;
      this.kind = who.need * net().traits + who.trait;
      this.readyDay = this.time();
      this.tell('arrived', needIds[who.need]);
      if (who.stream >= 0) this.ask(net().streamAsk[who.stream * net().kinds + this.kind], ~who.stream);
    }

    isThere({ station, state, remaining }: InitialPeople): void {
      this.held = station;
      this.first = station;
      this.tell('moved in', stationIds[station]);
      if (state === 'delayed') return this.tell('ready', stationIds[station]);
      const { keyHigh, keyLow, trait } = this.who;
      this.care = station;
      this.stayAt = station;
      this.stays.set(station, 1);
      this.awaitEnd(station, draws.remainingDays(net(), remaining[trait], keyHigh, keyLow, station));
    }

    // ---- asking ------------------------------------------------------------------------------------------------------

    ask(ask: number, by: number): void {
      this.askedDay = this.time();
      this.askedBy = by;
      this.askFor(ask);
      if (!this.waits || this.isSure) return;
      this.drawPatience();
      this.drawRise();
    }

    private askFor(ask: number): void {
      const before = this.stopWaiting();
      this.asking = ask;
      this.first = this.choices()[0];
      this.joinedDay = this.time();
      this.nextAlternative = net().askAltFrom[ask];
      this.tell('asked', stationIds[this.first]);
      if (this.held === this.first) this.moveIn(this.held, -1);
      else if (this.held >= 0 && this.choices().includes(this.held)) this.chooseOrStay();
      else this.startWaiting(before);
      for (const line of before) if (!this.lines.includes(line)) world.keeper().stepOut(line);
    }

    /** Stations asked for, in order of choice. */
    private choices(): readonly number[] {
      const { askFrom, targets } = net();
      return Array.from(targets.slice(askFrom[this.asking], askFrom[this.asking + 1]));
    }

    /** What they would rather have, if it has room and they may go; else they stay on, and ask for nothing that comes after. */
    private chooseOrStay(): void {
      const { askClass, releases } = net();
      const rather = this.choices().slice(0, this.choices().indexOf(this.held));
      const mayGo = isOpenAt(releases[this.held], this.time(), startDayNumber);
      const sure = rather.find((to) => (mayGo || this.staysFor(to)) && world.keeper().hasRoom(to));
      if (sure === undefined) return this.moveIn(this.held, -1);
      this.waits = true;
      this.isSure = true;
      this.stand(sure, askClass[this.asking], rather.indexOf(sure), -1, []);
    }

    /** Nobody need leave to get ready or to be seen by a team. */
    private staysFor(station: number): boolean {
      return this.held < 0 || net().keepsPlace[station] === 1 || net().askPrepare[this.asking] !== null;
    }

    private startWaiting(before: readonly Line[]): void {
      this.waits = true;
      this.isSure = false;
      if (this.held < 0) outside[this.first]++;
      this.goOn(before);
      const room = net().waitingRoom[this.first];
      if (!this.waits || this.isSure || this.held >= 0 || room < 0 || outside[this.first] <= room) return;
      for (const line of this.stopWaiting()) world.keeper().stepOut(line);
      this.giving?.cancel();
      this.tell('turned away', '');
    }

    /** Into the lines, once their own station lets them go. */
    private goOn(before: readonly Line[]): void {
      const hours = this.staysFor(this.first) ? null : net().releases[this.held];
      const day = this.time();
      if (!isOpenAt(hours, day, startDayNumber))
        this.due.push(wake(this, turnAfter(hours, day, startDayNumber), () => this.goOn([])));
      else if (net().isExit[this.first]) this.given(this.first, -1);
      else this.standInLines(before);
    }

    /** In the first that has room; if there is none, in all, keeping the turn they had in some. */
    private standInLines(before: readonly Line[]): void {
      const choices = this.choices();
      const sure = choices.find((station) => world.keeper().hasRoom(station));
      this.isSure = sure !== undefined;
      for (const station of sure === undefined ? choices : [sure])
        this.stand(station, net().askClass[this.asking], choices.indexOf(station), -1, before);
      if (!this.isSure) this.joinAlternatives(before);
    }

    private stand(station: number, priority: number, choice: number, alternative: number, before: readonly Line[]) {
      const kept = before.find((line) => line.station === station);
      const line = kept ?? world.keeper().stand(this, station, priority, (one) => this.takeToken(one));
      line.choice = choice;
      line.alternative = alternative;
      this.lines.push(line);
    }

    /** In the lines of the alternatives that have fallen due; back again for the next. */
    private joinAlternatives(before: readonly Line[]): void {
      const { askAltFrom, altAfterDays, altFrom, altTargets, altClass } = net();
      while (this.nextAlternative < askAltFrom[this.asking + 1]) {
        const alternative = this.nextAlternative;
        const dueDay = this.joinedDay + altAfterDays[alternative];
        if (dueDay > this.time()) {
          this.due.push(wake(this, dueDay, () => this.joinAlternatives([])));
          return;
        }
        this.nextAlternative++;
        for (let t = altFrom[alternative]; t < altFrom[alternative + 1]; t++) {
          const station = altTargets[t];
          if (station === this.held) return this.stayOn(alternative);
          if (this.lines.some((line) => line.station === station)) continue;
          this.isSure = world.keeper().hasRoom(station);
          this.stand(station, altClass[alternative], AFTER_ALL_CHOICES + t, alternative, before);
          if (this.isSure) return;
        }
      }
    }

    private stayOn(alternative: number): void {
      this.leaveLines(alternative);
      this.moveIn(this.held, alternative);
    }

    /** The lines they stood in, for the caller to step out of. */
    private stopWaiting(): Line[] {
      if (this.waits && this.held < 0) outside[this.first]--;
      this.waits = false;
      for (const request of this.due) request?.cancel();
      for (const { station } of this.tokens) world.keeper().handBack(station, true);
      this.due = [];
      this.tokens = [];
      return this.lines.splice(0);
    }

    private drawPatience(): void {
      const { keyHigh, keyLow } = this.who;
      const days = draws.patienceDays(net(), keyHigh, keyLow, this.first, this.stays.get(this.first) ?? 0);
      const mayGiveUp = net().patienceExit[this.first] >= 0 || this.held >= 0;
      this.giving?.cancel();
      // Over already, it is over now: SimJS would go back in time.
      this.giving = wake(this, mayGiveUp ? Math.max(this.time(), this.askedDay + days) : Infinity, this.giveUp);
    }

    private drawRise(): void {
      const { keyHigh, keyLow } = this.who;
      const number = this.stays.get(this.first) ?? 0;
      this.rising?.cancel();
      this.rising = wake(
        this,
        this.time() + draws.riseDays(net(), this.need, keyHigh, keyLow, this.first, number),
        this.rise,
      );
    }

    private rise(): void {
      const { kinds, risesTo, streamAsk, traits, wayAsk } = net();
      const { askedBy } = this;
      this.need = risesTo[this.need];
      this.kind = this.need * traits + this.who.trait;
      this.tell('needs more', needIds[this.need]);
      let next = this.asking;
      if (askedBy >= 0) next = wayAsk[askedBy * kinds + this.kind];
      else if (askedBy !== FIXED_ASK) next = streamAsk[~askedBy * kinds + this.kind];
      if (next !== this.asking) {
        this.askFor(next);
        if (!this.waits || this.isSure) return;
        this.drawPatience();
      }
      this.drawRise();
    }

    private giveUp(): void {
      for (const line of this.stopWaiting()) world.keeper().stepOut(line);
      this.rising?.cancel();
      const exit = net().patienceExit[this.first];
      if (exit >= 0) return this.leave('gave up', exit);
      this.first = this.held;
      this.tell('gave up', stationIds[this.held]);
      this.moveIn(this.held, -1);
    }

    // ---- a token is theirs -------------------------------------------------------------------------------------------

    /** A person in several queues looks again before going: two tokens may come at one moment. */
    private takeToken(line: Line): void {
      this.tokens.push(line);
      if (this.lines.length === 1) this.choose();
      else if (this.tokens.length === 1) wake(this, this.time(), this.choose);
    }

    /** The earlier choice; what else has come is handed back. */
    private choose(): void {
      if (this.tokens.length === 0) return;
      const best = this.tokens.reduce((a, b) => (b.choice < a.choice ? b : a));
      this.tokens.splice(this.tokens.indexOf(best), 1);
      if (this.waits) this.given(best.station, best.alternative);
      else this.moveOn(best.station);
    }

    private given(station: number, alternative: number): void {
      this.leaveLines(alternative);
      this.giving?.cancel();
      this.rising?.cancel();
      if (net().keepsPlace[station]) this.beginTask(station);
      else if (net().askPrepare[this.asking] !== null) this.prepare(station, alternative);
      else this.moveIn(station, alternative);
    }

    /** Leaves all lines, except those of the place that is needed where the alternative lets them keep their turn. */
    private leaveLines(alternative: number): void {
      const keepsTurn = alternative >= 0 && net().altMovesOn[alternative] === 1;
      const lines = this.stopWaiting();
      if (keepsTurn) this.lines = lines.filter((line) => line.stands && line.alternative < 0);
      for (const line of lines) if (!this.lines.includes(line)) world.keeper().stepOut(line);
    }

    private beginTask(team: number): void {
      this.team = team;
      this.tell('moved in', stationIds[team]);
      this.beginStay(team, team, 0);
    }

    private prepare(station: number, alternative: number): void {
      const { keyHigh, keyLow } = this.who;
      const number = this.stays.get(this.first) ?? 0;
      const days = draws.prepareDays(net(), this.asking, keyHigh, keyLow, this.first, number);
      this.tell('reserved', stationIds[station]);
      const go = (): void => {
        const hours = [net().admits[station], this.held < 0 ? null : net().releases[this.held]];
        const day = this.time();
        if (hours.every((windows) => isOpenAt(windows, day, startDayNumber))) this.moveIn(station, alternative);
        else wake(this, Math.min(...hours.map((windows) => turnAfter(windows, day, startDayNumber))), go);
      };
      if (days > 0) wake(this, this.time() + days, go);
      else go();
    }

    /** The new token is in hand, so the old one goes back. A further stay in their own place keeps it. */
    private moveIn(station: number, alternative: number): void {
      const waitedDays = this.time() - this.readyDay;
      this.giving?.cancel();
      this.rising?.cancel();
      this.delayedDays += waitedDays;
      if (net().isExit[station]) return this.leave('left', station);
      this.changePlace(station);
      this.stayFactor = alternative < 0 ? NaN : net().altStayFactor[alternative];
      const care = Number.isNaN(this.stayFactor) ? station : this.first;
      this.beginStay(care, station, net().stayDaysPerDelayedDay * waitedDays);
    }

    private changePlace(station: number): void {
      const from = this.held;
      this.held = station;
      this.tell('moved in', stationIds[station]);
      if (from >= 0 && from !== station) this.letGo(from);
    }

    /** Their turn, kept while cared for elsewhere, has come: on with what is left of the stay. */
    private moveOn(station: number): void {
      const leftDays = progressBetween(net().progresses[this.held], this.time(), this.stayEndDay, startDayNumber);
      const factor = this.stayFactor;
      for (const line of this.stopWaiting()) world.keeper().stepOut(line);
      this.ending?.cancel();
      this.changePlace(station);
      if (Number.isNaN(factor)) this.care = station;
      this.stayFactor = NaN;
      this.awaitEnd(station, Number.isNaN(factor) ? leftDays : leftDays / factor);
    }

    // ---- staying and leaving -----------------------------------------------------------------------------------------

    private beginStay(care: number, station: number, longerByDays: number): void {
      const { keyHigh, keyLow } = this.who;
      this.care = care;
      this.stayAt = this.first;
      this.stayNumber = this.stays.get(this.first) ?? 0;
      this.stays.set(this.first, this.stayNumber + 1);
      const drawn = draws.stayDays(net(), care, this.kind, keyHigh, keyLow, this.stayAt, this.stayNumber);
      const days = Math.max(0, drawn + longerByDays);
      this.awaitEnd(station, care === station ? days : days * this.stayFactor);
    }

    private awaitEnd(station: number, days: number): void {
      this.stayEndDay = afterProgress(net().progresses[station], this.time(), days, startDayNumber);
      this.ending = wake(this, this.stayEndDay, this.stayEnds);
    }

    private stayEnds(): void {
      const { care, kind, stayAt, stayNumber, delayedDays, team } = this;
      const { keyHigh, keyLow } = this.who;
      const { kinds, wayAsk, wayFrom, wayTo } = net();
      const row = care * kinds + kind;
      const way = draws.way(net(), wayFrom[row], wayTo[row], keyHigh, keyLow, stayAt, stayNumber, delayedDays);
      for (const line of this.stopWaiting()) world.keeper().stepOut(line);
      this.tell('ready', stationIds[team < 0 ? this.held : team]);
      this.team = -1;
      if (team >= 0) this.letGo(team);
      else this.readyDay = this.time();
      this.ask(wayAsk[way * kinds + kind], way);
    }

    private leave(what: Step['what'], exit: number): void {
      this.tell(what, stationIds[exit]);
      if (this.held >= 0) this.letGo(this.held);
    }

    /** The token goes back once the place has been made ready. */
    private letGo(station: number): void {
      const { turnaround, turnaroundHours } = net();
      const { keyHigh, keyLow } = this.who;
      const days =
        turnaround[station] === null ? 0 : draws.turnaroundDays(net(), station, keyHigh, keyLow, this.stayNumber);
      const until = afterProgress(turnaroundHours[station], this.time(), days, startDayNumber);
      if (until > this.time()) wake(this, until, () => world.keeper().handBack(station));
      else world.keeper().handBack(station);
    }

    private tell(what: Step['what'], where: string): void {
      world.tell(this.who, what, where);
    }
  };

  function net(): Network {
    return world.network();
  }
}
