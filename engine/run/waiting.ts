// Waiting: who is counted as waiting for what, and as delayed where.
import { Gates } from './gates.ts';

export abstract class Waiting extends Gates {
  /** Counted as waiting for the station asked for first, and as delayed in the place held. */
  protected startWaiting(person: number): void {
    const { ledger, people } = this;
    const held = people.held[person];
    const kind = people.kind[person];
    const first = people.first[person];
    if (held < 0) this.waitingOutside[first]++;
    else if (people.isDelayed[person] === 0) {
      people.isDelayed[person] = 1;
      this.readyHere[held]++;
      ledger.becameReady(held, kind);
    }
    people.waits[person] = 1;
    ledger.joined(held, first, kind);
  }

  /** Off every list and no longer counted as waiting. */
  protected leaveLists(person: number): void {
    if (this.people.entry[person] >= 0) this.lists.leaveAll(person);
    this.endWaiting(person);
  }

  protected endWaiting(person: number): void {
    const { people } = this;
    if (people.waits[person] === 0) return;
    people.waits[person] = 0;
    const held = people.held[person];
    if (held < 0) this.waitingOutside[people.first[person]]--;
    this.ledger.gone(held, people.first[person], people.kind[person]);
  }

  /** Delayed no more: about to move, or staying on. Does nothing to those who never had to wait. */
  protected endDelay(person: number): void {
    const { people } = this;
    if (people.isDelayed[person] === 0) return;
    people.isDelayed[person] = 0;
    const held = people.held[person];
    this.readyHere[held]--;
    this.ledger.readyNoMore(held, people.kind[person]);
  }
}
