// Who goes first at one instant: of all who can move, the person who asked first, by rule 20, worked out independently from where everybody is.
import type { Person, Turn } from './person.ts';
import { Settled } from './settled.ts';

/** Somebody who can move now: by a turn on a list, or (null) into the place reserved for them. */
interface Able {
  readonly person: Person;
  readonly turn: Turn | null;
}

export class InTurn extends Settled {
  /** That nobody who can move now goes before this person by this turn; with null, that nobody can move at all. */
  protected judgeTurn(person: Person | null, turn: Turn | null, day: number): void {
    for (const other of this.able(day)) {
      if (person !== null && !this.isBefore(other, { person, turn })) continue;
      const can = other.turn ? `take ${this.name(other.turn.station)}` : 'move, prepared';
      const before = person ? `goes before person ${person.serial}` : 'somebody gives up';
      this.fault(`person ${other.person.serial} can ${can}, and ${before}`);
    }
  }

  /** A person who asked first for the place they hold goes before all; then by who has asked longest, by key, by their own order of choice. */
  private isBefore(a: Able, b: Able): boolean {
    if (a.person === b.person) return a.person.turns.indexOf(a.turn!) < b.person.turns.indexOf(b.turn!);
    const [staysA, staysB] = [asksToStay(a), asksToStay(b)];
    if (staysA || staysB) return staysA && !staysB;
    const [one, two] = [a.person, b.person];
    if (one.askedDay !== two.askedDay) return one.askedDay < two.askedDay;
    return one.keyLow === two.keyLow ? one.keyHigh < two.keyHigh : one.keyLow < two.keyLow;
  }

  private able(day: number): Able[] {
    const able: Able[] = [];
    const heads: (Able & { turn: Turn })[] = [];
    for (const person of this.here) {
      if (person.reserved >= 0) {
        const isOpen = this.mayLeave(person, day) && this.admits[person.reserved].isOpen(day);
        if (person.preparedDay <= day && isOpen) able.push({ person, turn: null });
        continue;
      }
      for (const turn of person.turns) {
        if (turn.station === person.held) able.push({ person, turn });
        else if (this.mayBeGiven(person, turn.station, day) && this.visitsLeft(turn.station, day, person) >= -1e-10) {
          const head = heads[turn.station];
          if (!head || person.goesBefore(turn, head.person, head.turn)) heads[turn.station] = { person, turn };
        }
      }
    }
    return [...able, ...heads.filter((head) => head && this.canTake(head.turn.station, day))];
  }

  private canTake(station: number, day: number): boolean {
    return this.hasPlace(station) && this.admits[station].isOpen(day) && this.hasStarts(station, day);
  }
}

function asksToStay({ person, turn }: Able): boolean {
  return turn !== null && person.first === person.held && turn.station === person.held;
}
