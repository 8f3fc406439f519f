// One day of one simulated year beside the same day of another map, and beside the average of all years: what points which way.
import type { DifferenceRow, Row } from '../../engine/index.ts';
import type { YearKind } from '../model/year-by-rank.ts';
import { ONE_UNSETTLED, TODAY_UNSETTLED } from './headline.ts';
import { sayRuns } from './numbers/runs.ts';
import { verdictOf } from './numbers/verdict.ts';
import { sayCount } from './numbers/count.ts';

/** Which way all simulated years together point; `unclear` where the range spans zero. */
export type OnAverage = 'fewer' | 'more' | 'unclear';

/** Nothing while it is not known, and where no average can be given. */
export function onAverage(row: Row | DifferenceRow | undefined, isFinal: boolean): OnAverage | undefined {
  if (!row || !('baseline' in row)) return undefined;
  const { word, arrow } = verdictOf(row, isFinal);
  if (word === 'no clear difference') return 'unclear';
  return arrow === '▼' ? 'fewer' : arrow === '▲' ? 'more' : undefined;
}

/** Of two maps the one where fewer people wait that day; alone, or with as many, none is better. */
export const isBetter = (people: number, beside: number | undefined): boolean =>
  beside !== undefined && people < beside;

/** "10 more than today": what the colour of the better number says, in words. */
export const sayBesideToday = (people: number, today: number): string =>
  people === today ? 'as many as today' : `${sayGap(people, today)} than today`;

const sayGap = (people: number, today: number): string =>
  `${sayCount(Math.abs(people - today))} ${people < today ? 'fewer' : 'more'}`;

interface Average {
  readonly range: string;
  /** After "people waiting": "to leave the acute hospital". */
  readonly where: string;
  readonly runs: number;
  readonly runDays: number;
}

/** What is found beside today as the title of a slide, which says that a number is an average: the picture is of one day. Below it stand its range, and that it is simulated. */
export const sayAsTitle = (sentence: string, where: string): string =>
  sentence
    .replace(/: does not settle$/, `: no average of people waiting ${where} can be given`)
    .replace('the model suggests about', 'about')
    .replace('how many people wait', 'people waiting')
    .replace(/(: no clear difference .*) on a typical day$/, '$1')
    .replace(/ on a typical day$/, ' on average');

/** Until it is known, and known whether the run settles: a number that is taken back is worse than none. */
export const AVERAGE_TO_COME = 'The average over all simulated years is being worked out.';

/** The range of the average, with what it is of and over how many years. */
export function sayAverage({ range, where, runs, runDays }: Average): string {
  const over = `average over ${sayRuns(runs, runDays)}`;
  if (range === ONE_UNSETTLED) return `No ${over} of people waiting ${where}: ${range}.`;
  return `On ${over}, people waiting ${where}: ${range}.`;
}

/** The same in the one line below a picture, whose title has said what waits and where: first the words that a small screen can do without. */
export function sayAverageInShort(range: string): readonly [string, string] {
  if (range === ONE_UNSETTLED) return ['', `No average: ${range}.`];
  const said = `${range.replace(TODAY_UNSETTLED, 'today has no average')}.`;
  return said === `${range}.` ? ['People waiting ', `on average: ${said}`] : ['People waiting on average: ', said];
}

interface OneDay {
  readonly runDays: number;
  /** Which of the simulated years it is, where it is one of these. */
  readonly kind?: YearKind | undefined;
  readonly average: OnAverage | undefined;
  readonly people: number;
  readonly today: number;
}

/** Stands behind the average: the picture is not of it, and may show the opposite. About as long each time, so that nothing jumps. */
export function sayOneDay({ runDays, kind, average, people, today }: OneDay): string {
  const [, , year] = sayRuns(1, runDays).split(' ');
  const one = kind === undefined ? `one ${year}` : `a ${kind} year`;
  const direction = people < today ? 'fewer' : people > today ? 'more' : 'unclear';
  if (average === undefined || average === direction) return `One day of ${one}.`;
  const shows =
    direction === 'unclear' ? 'no difference' : average === 'unclear' ? sayGap(people, today) : 'the opposite';
  return `This day of ${one}: ${shows}.`;
}
