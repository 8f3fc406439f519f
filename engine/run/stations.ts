// The stations in a run: for each a row of whole numbers, so that what is asked of one together lies together.

const BITS = 4;
export const A_STATION = 1 << BITS;

/** Where the row of a station begins. */
export const rowOf = (station: number): number => station << BITS;

/** People who hold a place; places that nobody holds and nobody can have, promised to somebody who gets ready or being made ready; places in force. */
export const IN_PLACE = 0;
export const RESERVED_FOR = 1;
export const PLACES = 2;
/** People on the list, alternatives included. */
export const LISTED = 3;
/** 1 while a place or an ask is new, so that a place may be handed out. */
export const IS_DIRTY = 4;
/** 1 while its hours let people in, and let people go. */
export const MAY_ADMIT = 5;
export const MAY_RELEASE = 6;
/** Starts of this month. */
export const STARTS_USED = 7;
/** People delayed in a place of it, and people outside who asked for it first. */
export const READY_HERE = 8;
export const WAITING_OUTSIDE = 9;
/** 1 for exits; 1 for teams, whose people keep the place they hold elsewhere. */
export const IS_EXIT = 10;
export const KEEPS_PLACE = 11;
/** 1 while its surge places are open. */
export const SURGE_OPEN = 12;
/** 1 where whoever joined the list first goes first, as nearly everywhere. */
export const FIRST_COME = 13;
/** 1 where a free place may not be taken now and then: by starts, hours or visits. */
export const HAS_GATES = 14;
/** 1 where nobody watches and people simply move in and stay: no team, no gates but hours to come and go, no hours of progress. */
export const IS_PLAIN = 15;
