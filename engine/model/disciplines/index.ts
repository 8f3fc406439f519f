// The orders in which a waiting list may be served. A new order is one file and one line here.
import { firstCome } from './first-come.ts';
import { longestDelayed } from './longest-delayed.ts';

export type { Discipline } from './discipline.ts';

export const disciplines = [firstCome, longestDelayed] as const;
