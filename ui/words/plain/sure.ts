// How sure anybody can be, in plain words: luck, what the model was told, and what nobody knows.
import type { WorldsSummary } from '../../../engine/index.ts';
import { capital, many, named, WHO } from './plain.ts';
import { sayCount } from '../numbers/count.ts';

/** What the range of the finding is, and what it is not. */
export function sayLuck(runs: number, range: string): string[] {
  const times = runs === 1 ? 'once' : `${sayCount(runs)} times`;
  const lines = [
    `A computer plays through the days of many made-up people like ${WHO}. It tried ${times}, each time with the same people in both futures.`,
  ];
  if (range !== '') {
    const there = range.startsWith('likely close to') ? 'come out close to that' : 'land in there';
    lines.push(`From all of them together it says: ${range}. If we ran it again, it would ${there} nearly each time.`);
  }
  return lines;
}

export interface Counted {
  readonly all: number;
  readonly measured: number;
}

/** The larger doubt: what the model was told. */
export function sayInputs({ all, measured }: Counted): string[] {
  const most =
    measured === 0
      ? 'None of them was measured. They are our best guess, or are there to show how it works.'
      : measured === all
        ? 'All of them were measured.'
        : `${measured === 1 ? 'Only 1 of them was' : `${sayCount(measured)} of them were`} measured. The rest are our best guess, or are there to show how it works.`;
  return [`There is a bigger doubt. The computer was told ${many(all, 'number', 'numbers')}. ${most}`];
}

/** The unsure numbers drawn anew, again and again: in how many of these worlds it comes out the same way. */
export function sayWorldsPlainly({
  worlds,
  count,
  direction,
  leans,
}: Pick<WorldsSummary, 'worlds' | 'count' | 'direction' | 'leans'>): string[] {
  const tries = sayCount(worlds);
  const tried = `So the computer tried ${tries} other worlds, in which those numbers are a bit different.`;
  if (count === 0) return [tried, 'In none of them did the plan change how many people wait.'];
  const how = count === worlds ? `In all ${tries}` : `In ${sayCount(count)} of the ${tries}`;
  const waits = `${how}, ${direction === 'lower' ? 'fewer' : 'more'} people wait with the plan.`;
  const growing = leans[direction];
  if (growing === 0) return [tried, waits];
  const [here, there] = direction === 'lower' ? ['today', 'with the plan'] : ['with the plan', 'today'];
  return [tried, `${waits} In ${sayCount(growing)} of those, a queue keeps growing ${here}, but not ${there}.`];
}

/** What somebody says the plan means may be read in another way, and then it comes out otherwise. */
export const sayTurned = (title: string, happens: string): string =>
  `There is one more doubt. A number of the plan may mean something else: “${named(title)}”. Then ${happens.replace(/, so .*$/, '')}.`;

/** A number that might be another: what it is called, what was used, and between which it may lie. */
export interface Doubt {
  readonly name: string;
  readonly used: string;
  readonly range: string;
}

export const sayDoubt = ({ name, used, range }: Doubt): string =>
  `${capital(named(name))}: we used ${named(inHundred(used))}. It could be ${named(inHundred(range))}.`;

/** "20.64 %" is "21 in 100", and "10 to 30 %" is "10 to 30 in 100"; under one in a hundred it stays as it is. */
function inHundred(share: string): string {
  const numbers = /^([\d.]+)(?: to ([\d.]+))?\s%$/.exec(share)?.slice(1).filter(Boolean).map(Number);
  if (!numbers || numbers.some((percent) => percent > 0 && percent < 1)) return share;
  return `${numbers.map(Math.round).join(' to ')} in 100`;
}

export const DOUBTS = 'Nobody has counted these, and they could change the answer:';
export const ONE_DOUBT = 'Nobody has counted this, and it could change the answer:';

export const ABOUT_YOU = 'The model does not know you. It cannot say what will happen to you.';
export const ABOUT_THE_FUTURE = 'It can only say: if these numbers are right, this is what would come next.';

/** What is laid over both futures: without it another link tells another story of the same plan. */
export function sayConditions(titles: readonly string[]): string {
  const list = titles.map((title) => named(title.replace(/^(An?|The)(?= )/, (article) => article.toLowerCase())));
  return `This story has ${list.join(' and ')} in it, both today and with the plan.`;
}

/** Each story follows somebody whose wait changes by a usual amount. */
export const OTHER_PLANS = `Or read the story of another plan. There ${WHO} may need other care:`;
