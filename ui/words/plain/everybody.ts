// What an option comes to for everybody, in plain words: how many wait, how often it is bad. Nothing here averages what does not settle.
import type { DifferenceRow, Row } from '../../../engine/index.ts';
import { isKnown, verdictOf, type Verdict } from '../numbers/verdict.ts';
import { sayDifferenceRange, sayLevel } from '../numbers/difference.ts';
import { PEOPLE } from '../numbers/quantity.ts';
import { many, placeNamed, sayPeopleRound } from './plain.ts';

/** A queue that keeps growing: where it shows most, whether more people come there than it can take, and how many wait in the first and the last week. */
export interface Growth {
  readonly place: string | undefined;
  readonly isShort: boolean;
  readonly first: number;
  readonly last: number;
}

/** One future: its average, or what grows where it has none. */
export interface Crowd {
  readonly waiting: Row | undefined;
  readonly growth: Growth | undefined;
}

/** The two weeks tell of it: half as many more, and not by less than a person. */
export const isSeenToGrow = ({ first, last }: Growth): boolean => last - first >= Math.max(1, first / 4);

const sayMean = (row: Row | undefined): string | undefined =>
  row && isKnown(row) ? sayPeopleRound(row.value!, row.ciLow!, row.ciHigh!) : undefined;

/** As said in the sentence: what is counted in days is counted from the same number. */
export const roundPeople = (row: Row | undefined): number =>
  Number(/^\d[\d,]*/.exec(sayMean(row) ?? '')?.[0].replaceAll(',', '') ?? 0);

function sayGrowth(growth: Growth): string[] {
  const { place, isShort, first, last } = growth;
  const [from, to] = [sayPeopleRound(first, first, first), sayPeopleRound(last, last, last)];
  const where = place === undefined ? 'a queue keeps growing' : `the queue for ${placeNamed(place)} keeps growing`;
  return [
    isShort ? `${where}. More people come than it can take` : where,
    isSeenToGrow(growth)
      ? `In all, ${from} ${waits(from)} in the first week, and ${to} in the last week`
      : `In all, ${to} ${waits(to)} in the last week`,
  ];
}

const waits = (people: string): string => (/(^|\D)1 |nobody|less than 1/.test(people) ? 'waits' : 'wait');

/** "Today, about 12 people wait on a usual day." */
export function sayCrowd(when: string, crowd: Crowd): string {
  if (crowd.growth) return `${when}, ${sayGrowth(crowd.growth).join('. ')}.`;
  const people = sayMean(crowd.waiting);
  if (people === undefined) return `${when}: we are still working it out…`;
  const about = /^\d/.test(people) ? 'about ' : '';
  return `${when}, ${about}${people} ${waits(people)} on a usual day.`;
}

const DAYS_IN_A_YEAR = 365.25;

/** People waiting all year round are as many days in beds that they no longer need. */
export function sayDaysOfAYear(crowd: Crowd): string {
  const { waiting, growth } = crowd;
  if (growth || !waiting || !isKnown(waiting) || waiting.value! < 0.05) return '';
  const year = (value: number) => value * DAYS_IN_A_YEAR;
  const days = sayLevel(year(waiting.value!), year(waiting.ciLow!), year(waiting.ciHigh!), { ...PEOPLE, least: 10 });
  return `In a year that adds up to about ${days} days of waiting.`;
}

/** What stays at the top: one sentence and its range. */
export interface PlainFinding {
  readonly sentence: string;
  readonly range: string;
  readonly tone: Verdict['tone'];
}

const WORKING = 'We are working out what the plan would do…';

export function sayPlainFinding(
  now: Crowd,
  planned: Crowd | undefined,
  row: DifferenceRow | undefined,
  isFinal: boolean,
): PlainFinding {
  const plain = (sentence: string, range = ''): PlainFinding => ({ sentence, range, tone: 'plain' });
  if (!planned) return plain(now.growth ? 'Today a queue keeps growing.' : sayCrowd('Today', now));
  if (now.growth || planned.growth) return plain(sayWhatGrows(now, planned));
  if (!row || !isKnown(row)) return plain(WORKING);
  const numbers = [row.value!, row.ciLow!, row.ciHigh!] as const;
  const { word, tone } = verdictOf(row, isFinal);
  const range = sayDifferenceRange(...numbers, PEOPLE);
  if (numbers.every((n) => n === 0)) return plain('With the plan, just as many people wait as today.');
  if (word === 'still sharpening') return plain(WORKING);
  if (word === 'no clear difference')
    return plain('With the plan, about as many people wait as today. We see no clear change.', range);
  const size = sayPeopleRound(Math.abs(row.value!), Math.abs(row.ciLow!), Math.abs(row.ciHigh!));
  const [, n, noun] = /^(\d[\d,]*) (\w+)$/.exec(size) ?? [];
  const way = row.value! < 0 ? 'fewer' : 'more';
  const amount = n === undefined ? `slightly ${way} people` : `about ${n} ${way} ${noun}`;
  return { sentence: `With the plan, ${amount} ${n === '1' ? 'waits' : 'wait'} on a usual day.`, range, tone };
}

function sayWhatGrows(now: Crowd, planned: Crowd): string {
  if (now.growth && planned.growth) {
    const [most, least] = [now.growth.last, planned.growth.last].toSorted((a, b) => b - a);
    const both = 'A queue keeps growing, today and with the plan.';
    if (most - least < Math.max(1, most / 4)) return both;
    const [today, then] = [now.growth.last, planned.growth.last].map((n) => sayPeopleRound(n, n, n));
    return `${both} In the last week ${today} ${waits(today)} today, and ${then} with the plan.`;
  }
  if (now.growth) return `Today a queue keeps growing. ${sayCrowd('With the plan', planned)}`;
  return 'With the plan a queue keeps growing. Today it does not.';
}

/** Shares of the time with more than so many people waiting, as days in ten. */
export function sayBadDays(when: string, share: number, over: number): string {
  const people = `more than ${many(over, 'person waits', 'people wait')}`;
  const tenth = Math.round(share * 10);
  if (share <= 0) return `${when}, there is no day when ${people}.`;
  if (share < 0.05) return `${when}, there is hardly a day when ${people}.`;
  return `${when}, ${people} on ${tenth >= 10 ? 'nearly all days' : `${many(tenth, 'day', 'days')} in 10`}.`;
}

/** Of what keeps growing no day is usual. */
export const sayNoUsualDay = (whens: readonly string[]): string =>
  `${whens.map((when, at) => (at === 0 ? when : lowered(when))).join(' and ')}, a queue keeps growing. So no day is a usual day, and we give no number.`;

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
