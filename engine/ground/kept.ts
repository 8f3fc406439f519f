// What is kept from one run to the next so that the next begins sooner, and the most that may be: every bound is here.

/** Programs of one document: the options of a comparison take turns, and a slider leaves a new one at each move. */
export const MOST_PROGRAMS = 16;
/** States of runs that are over, each with its program, and as many ledgers. More than are compared with each other at once. */
export const MOST_IDLE = 4;
/** A state with room for more people, or a ledger with room for more numbers, is not kept: nobody may need so much again. */
export const MOST_PEOPLE_OF_A_STATE = 16_384;
export const MOST_NUMBERS_OF_A_LEDGER = 500_000;
/** Longer runs are laid out a block of days at a time and forgotten, so that memory does not grow with the run. */
export const MOST_PEOPLE_IN_A_BOOK = 50_000;
export const MOST_PEOPLE_IN_BOOKS = 400_000;
/** Of worlds, of which each is simulated once: as many replications as one has. */
export const MOST_PASSING_BOOKS = 4;

/** The last few things that nobody uses now, each by what it was made for. */
export class Idle<Of, Thing> {
  private readonly kept: { readonly of: Of; readonly thing: Thing }[] = [];

  /** The one made for this that was left last, which is then in use; undefined where there is none. */
  take(of: Of): Thing | undefined {
    const at = this.kept.findLastIndex((one) => one.of === of);
    return at < 0 ? undefined : this.kept.splice(at, 1)[0].thing;
  }

  /** The one that was left the longest ago goes, where there are too many. */
  leave(of: Of, thing: Thing): void {
    this.kept.push({ of, thing });
    if (this.kept.length > MOST_IDLE) this.kept.shift();
  }
}
