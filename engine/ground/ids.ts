// The order of ids, and the addresses that ids give to random numbers.
import { hashId } from './random.ts';

/** Where people go who give up waiting and keep the place they hold: no station has this id. */
export const HERE = 'here';

/** The order of ids wherever one is needed and the model gives none: never that of the file. */
export const sortedIds = (record: object): string[] => Object.keys(record).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/** Signed, for the engine's hot lines are quickest with 32-bit integers. Counters keep their lowest ten bits for "how many-th", so an id's address has them empty. */
export const addressOf = (name: string): number => hashId(name) & ~1023;
