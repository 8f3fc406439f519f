// What an option comes to for everybody, in plain words: how many wait, for how long, how often it is bad. Nothing here averages what does not settle.
import type { DifferenceRow, Row } from '../../../engine/index.ts';
import { isKnown, verdictOf, type Verdict } from '../numbers/verdict.ts';
import { sayDifferenceRange, sayLevel } from '../numbers/difference.ts';
import { PEOPLE } from '../numbers/quantity.ts';
import { capital, many, sayDaysRound, sayPeopleRound } from './plain.ts';

/** One future: its average, or how its queue goes where it has none. */
export interface Crowd {
  readonly waiting: Row | undefined;
  readonly days: Row | undefined;
  /** People waiting in the first and the last week; undefined where the run settles. */
  readonly growth: { readonly first: number; readonly last: number } | undefined;
}

const sayMean = (row: Row | undefined): string | undefined =>
  row && isKnown(row) ? sayPeopleRound(row.value!, row.ciLow!, row.ciHigh!) : undefined;

const sayGrowth = ({ first, last }: NonNullable<Crowd['growth']>): string => {
  const [from, to] = [sayPeopleRound(first, first, first), sayPeopleRound(last, last, last)];
  if (from === to) return 'the queue does not come to rest. It is still on the move when the run ends';
  return `the queue gets ${last > first ? 'longer' : 'shorter'} all the time. In the first week ${from} ${waits(from)}. In the last week it is ${to}`;
};

const waits = (people: string): string => (/(^|\D)1 |nobody|less than 1/.test(people) ? 'waits' : 'wait');

/** "Today about 12 people wait on a usual day." */
export function sayCrowd(when: string, crowd: Crowd): string {
  if (crowd.growth) return `${when}, ${sayGrowth(crowd.growth)}.`;
  const people = sayMean(crowd.waiting);
  if (people === undefined) return `${when}: we are still working it out…`;
  const about = /^\d/.test(people) ? 'about ' : '';
  return `${when}, ${about}${people} ${waits(people)} on a usual day.`;
}

export function sayEach({ days, growth }: Crowd): string {
  if (growth || !days || !isKnown(days)) return '';
  const each = sayDaysRound(days.value!, days.ciLow!, days.ciHigh!);
  return `Each one waits ${/^\d/.test(each) ? `about ${each}` : each}.`;
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

export function sayPlainFinding(
  now: Crowd,
  then: Crowd | undefined,
  row: DifferenceRow | undefined,
  isFinal: boolean,
): PlainFinding {
  if (!then) return { sentence: sayCrowd('Today', now), range: '', tone: 'plain' };
  if (now.growth || then.growth) return { sentence: sayBothGrow(now, then), range: '', tone: 'plain' };
  if (!row || !isKnown(row))
    return { sentence: 'We are working out what the plan would do…', range: '', tone: 'plain' };
  const numbers = [row.value!, row.ciLow!, row.ciHigh!] as const;
  const { word, tone } = verdictOf(row, isFinal);
  const range = sayDifferenceRange(...numbers, PEOPLE);
  if (numbers.every((n) => n === 0))
    return { sentence: 'With the plan, just as many people wait as today.', range: '', tone };
  if (word === 'still sharpening') return { sentence: 'We are working out what the plan would do…', range, tone };
  if (word === 'no clear difference')
    return { sentence: 'With the plan, about as many people wait as today. We see no clear change.', range, tone };
  const size = sayPeopleRound(Math.abs(row.value!), Math.abs(row.ciLow!), Math.abs(row.ciHigh!));
  const [, n = '', noun = ''] = /^(\d[\d,]*) (\w+)$/.exec(size) ?? [];
  const way = row.value! < 0 ? 'fewer' : 'more';
  const amount = n === '' ? `a little ${way} people` : `about ${n} ${way} ${noun}`;
  return {
    sentence: `With the plan, ${amount.replace('a little fewer', 'slightly fewer').replace('a little more', 'slightly more')} ${n === '1' ? 'waits' : 'wait'} on a usual day.`,
    range,
    tone,
  };
}

function sayBothGrow(now: Crowd, then: Crowd): string {
  const goes = ({ growth }: Crowd) => (growth!.last >= growth!.first ? 'grows' : 'shrinks');
  if (now.growth && then.growth)
    return goes(now) === goes(then)
      ? `The queue ${goes(now)} all the time, today and with the plan.`
      : `Today the queue ${goes(now)} all the time. With the plan it ${goes(then)}.`;
  if (now.growth) return `Today the queue ${goes(now)} all the time. With the plan, ${lower(sayCrowd('', then))}`;
  return `With the plan the queue ${goes(then)} all the time. Today it does not.`;
}

const lower = (text: string): string => text.replace(/^, /, '');

/** Shares of the time with more than so many people waiting, told as days in ten. */
export function sayBadDays(when: string, share: number, over: number): string {
  const tenth = Math.round(share * 10);
  const how =
    share <= 0
      ? 'never'
      : share < 0.05
        ? 'on hardly any day'
        : tenth >= 10
          ? 'on nearly all days'
          : `on ${many(tenth, 'day', 'days')} in 10`;
  return capital(`${when} more than ${many(over, 'person waits', 'people wait')} ${how}.`);
}

export const NO_USUAL_DAY = 'the queue never comes to rest. So no day is a usual day, and we give no number.';
