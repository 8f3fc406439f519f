// Longest delayed first: ranked by the moment of becoming ready (or arriving), whenever they joined this list.
import type { Discipline } from './discipline.ts';

export const longestDelayed: Discipline = {
  order: 'longest-delayed',
  meaning: 'Whoever has been ready longest goes first.',
  rankDay: (_joinedDay, askedDay) => askedDay,
};
