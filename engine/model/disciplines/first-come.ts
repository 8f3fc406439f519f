// First come, first served: ranks people by the moment they joined this list.
import type { Discipline } from './discipline.ts';

export const firstCome: Discipline = {
  order: 'first-come',
  meaning: 'Whoever joined this list first goes first.',
  rankDay: (joinedDay) => joinedDay,
};
