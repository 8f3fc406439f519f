// Longest delayed first: ranks people by the moment they became ready (or arrived), whenever they joined this list.
import type { Discipline } from './discipline.ts';

/** Whoever has been ready longest goes first. */
export const longestDelayed: Discipline = {
  order: 'longest-delayed',
  rankDay: (_joinedDay, askedDay) => askedDay,
};
