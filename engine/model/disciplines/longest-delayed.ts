// Longest delayed first: ranks people by the moment they became ready (or arrived), whenever they joined this list.
import type { Discipline } from './discipline.ts';

export const longestDelayed: Discipline = {
  order: 'longest-delayed',
  meaning: 'Whoever has been ready longest goes first.',
  rankDay: (_joinedDay, askedDay) => askedDay,
};
