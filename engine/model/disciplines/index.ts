// The orders in which a waiting list may be served. To add one, write one file and add one line here.
import { firstCome } from './first-come.ts';
import { longestDelayed } from './longest-delayed.ts';

export type { Discipline } from './discipline.ts';

export const disciplines = [firstCome, longestDelayed] as const;
