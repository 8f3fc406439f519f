// First come, first served: ranks people by the moment they joined this list.
import type { Discipline } from './discipline.ts';

/** Whoever joined this list first goes first. */
export const firstCome: Discipline = {
  order: 'first-come',
  rankDay: (joinedDay) => joinedDay,
};
