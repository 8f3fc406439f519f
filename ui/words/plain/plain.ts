// Words for everybody: a name set apart from the sentence round it, and numbers as people say them. Read at the age of ten.
import { inSentence } from '../../model/values.ts';
import { counted, PEOPLE } from '../numbers/quantity.ts';
import { sayLevel } from '../numbers/difference.ts';
import { sayCount } from '../numbers/count.ts';

/** Whose story it is. Nobody is meant, and the story says so. */
export const WHO = 'Joan';

/** A name that the document gives, kept apart from our words: it may run from right to left, and is no word of ours to be read with ease. */
export const named = (label: string): string => `\u2068${label}\u2069`;

/** A service in the middle of a sentence. */
export const placeNamed = (label: string): string => named(inSentence(label));

export const capital = (text: string): string =>
  text.replace(/^(\u2068?)(\p{Ll})/u, (_, mark: string, letter: string) => mark + letter.toUpperCase());

/** "less than a day", "1 day", "9 days". */
export function sayDays(days: number): string {
  const whole = Math.round(days);
  if (whole === 0) return 'less than a day';
  return `${sayCount(whole)} ${whole === 1 ? 'day' : 'days'}`;
}

/** "12 people", "less than 1 person": as exact as the range of it allows, and no finer than people are. */
export function sayPeopleRound(mean: number, low: number, high: number): string {
  if (mean < 0.5) return mean < 0.05 ? 'nobody' : 'less than 1 person';
  const size = mean < 1.5 ? String(Math.round(mean)) : sayLevel(Math.round(mean), low, high, { ...PEOPLE, least: 1 });
  return counted(size, PEOPLE);
}

export const many = (n: number, one: string, more: string): string => `${sayCount(n)} ${n === 1 ? one : more}`;
