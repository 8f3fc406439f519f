// The words of a presentation: titles and notes of our own steps where a document has none, and what a picture says.
import type { Model } from '../../engine/index.ts';
import { sayOneOf } from './numbers/runs.ts';

export const NOW = 'How people leave hospital now';
export const BAD_WEEK = 'A bad week, as things are today';
export const YEAR = 'Through a whole year';
export const UNKNOWN = 'What we do not know';

export const BAD_WEEK_NOTES =
  'A bad year: in nine of ten simulated years fewer people wait. This is the week of that year in which most people wait. Go back a week to see how it began.';
export const SAME_WEEK_NOTES =
  'The same week, the same people, with the same needs and the same recoveries. Only the places differ.';
export const YEAR_NOTES =
  'Each line is the average over all simulated years, week by week. The band is how sure the model is of that average; it covers chance, not wrong inputs.';
export const UNKNOWN_NOTES =
  'Say which figures were measured, which were estimated and which are there only to show how the model works. Ask who in the room has better ones.';

/** An option's title may be a sentence of its own. */
export const sayOption = (title: string): string => `The option: ${lowered(title)}`;
export const saySameWeek = (title: string): string => `The same week: ${lowered(title)}`;

const lowered = (title: string): string => title.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());

export const years = { bad: 'Bad year', typical: 'Typical year', good: 'Good year' } as const;

/** What "a bad year" means; `of` is how many years were simulated. */
export const yearMeans = {
  bad: 'in 9 of 10 years fewer people wait',
  typical: 'in half of the years fewer people wait',
  good: 'in 1 of 10 years fewer people wait',
} as const;

/** "One of 100 simulated years (number 38: a bad year)". Years are numbered from 1 for people. */
export function sayYear(replication: number, of: number, runDays: number, kind?: keyof typeof years): string {
  const one = sayOneOf(of, runDays);
  const which = kind === undefined ? '' : `: a ${kind} year`;
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} (number ${replication + 1}${which})`;
}

/** The same without its number, for a hall: "One day of one of 100 simulated years: a bad year". The title may be an average, which no day is. */
export const sayYearInShort = (...said: Parameters<typeof sayYear>): string =>
  `One day of ${lowered(sayYear(...said))}`.replace(/ \(number \d+(: [^)]*)?\)$/, '$1');

/** While the map is of the settings before. */
export const BEHIND = 'This is still the map from before. The new one is being simulated…';

export const waits = (people: number): string => (people === 1 ? 'person waits' : 'people wait');

/** "14 January. Today 13 waiting, Option B 7." */
export function sayDay(date: string, maps: readonly { readonly name: string; readonly waiting: number }[]): string {
  const said = maps.map(({ name, waiting }, i) => `${name} ${waiting}${i === 0 ? ' waiting' : ''}`);
  return `${date}. ${said.join(', ')}.`;
}

/** How many figures of a document were measured, estimated, or only illustrate. */
export function evidenceOf(model: Model): readonly { readonly status: string; readonly figures: number }[] {
  const lines = Object.values(model.evidence ?? {});
  return ['measured', 'estimated', 'illustrative'].map((status) => ({
    status,
    figures: lines.filter((line) => line.status === status).length,
  }));
}
