// The queue at a door in words: how many wait there, and who one of them is.
import { inSentence } from '../model/values.ts';
import { needInSentence } from './elsewhere.ts';
import { sayCount } from './numbers/count.ts';

export function sayQueue(people: number, label: string): string {
  const service = inSentence(label);
  if (people === 0) return `Nobody in a bed elsewhere waits for ${service}`;
  return people === 1
    ? `1 person waits for ${service}`
    : `${sayCount(people)} people wait for ${service}, the longest first`;
}

interface Queuing {
  /** From 0. */
  readonly at: number;
  readonly days: number;
  /** Where they lie meanwhile. */
  readonly place: string;
  readonly need: string;
}

/** "Number 1 in the queue: in the acute hospital, ready for 12 days. Needs Pathway 1: care at home." */
export const sayQueuing = ({ at, days, place, need }: Queuing): string =>
  `Number ${at + 1} in the queue: in ${inSentence(place)}, ready for ${days < 1 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`}. Needs ${needInSentence(need)}.`;
