// First come, first served: ranked by the moment of joining this list.
import type { Discipline } from './discipline.ts';

export const firstCome: Discipline = {
  order: 'first-come',
  meaning: 'Whoever joined this list first goes first.',
  rankDay: (joinedDay) => joinedDay,
};
