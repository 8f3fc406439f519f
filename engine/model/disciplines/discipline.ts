// An order of service (queue discipline): the moment that ranks people of one priority on a list.

/**
 * Smaller priority goes first whatever the order; among equals the smaller `rankDay` does.
 * `joinedDay` is the moment of joining this list, `askedDay` of becoming ready (or of arriving); both in days.
 */
export interface Discipline {
  readonly order: string;
  readonly rankDay: (joinedDay: number, askedDay: number) => number;
}
