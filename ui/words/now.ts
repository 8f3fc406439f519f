// One moment of the watched run in sentences: who waits where, for how long, and which services are full.
import { inSentence } from '../model/values.ts';

export interface ServiceNow {
  readonly label: string;
  readonly inUse: number;
  /** Null: no limit. */
  readonly places: number | null;
  readonly waiting: number;
  /** Days of the person who has waited longest for it; −1: nobody waits. */
  readonly longestDays: number;
}

/** "less than 1", "12": whole days that have gone by. */
export const sayDays = (days: number): string => (days < 1 ? 'less than 1' : String(Math.floor(days)));
const days = (of: number): string => `${sayDays(of)} ${of < 2 ? 'day' : 'days'}`;
const people = (count: number): string => (count === 1 ? '1 person waits' : `${count} people wait`);

/** At most this many services are named one by one; the table below has them all. */
const MOST_NAMED = 4;

/** The longest list first. */
export function sayNow(date: string, services: readonly ServiceNow[]): string {
  const waited = services.filter(({ waiting }) => waiting > 0).toSorted((a, b) => b.waiting - a.waiting);
  const full = services.filter(({ places, inUse }) => places !== null && places > 0 && inUse >= places);
  const lists = waited
    .slice(0, MOST_NAMED)
    .map(
      ({ label, waiting, longestDays }) =>
        `${people(waiting)} for ${inSentence(label)}, the longest for ${days(longestDays)}`,
    );
  const rest = waited.length - lists.length;
  if (rest > 0) lists.push(rest === 1 ? 'people wait for one more service' : `people wait for ${rest} more services`);
  const named = full.slice(0, MOST_NAMED).map(({ label, places }) => `${label} (${places})`);
  const more = full.length - named.length;
  const fullWords =
    full.length === 0 ? 'No service is full.' : `Full: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
  return `${date}: ${lists.length === 0 ? 'nobody waits' : lists.join('; ')}. ${fullWords}`;
}
