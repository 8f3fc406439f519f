// What a model costs in words: a year's pounds with their range, the cost of empty places, and the prices.
import type { DifferenceRow, Model, Row } from '../../engine/index.ts';
import { sayDate } from './numbers/date.ts';
import { sayDifference, sayDifferenceRange, sayLevel, sayLevelRange } from './numbers/difference.ts';
import { sayUnaveraged, type Finding } from './headline.ts';
import { POUNDS_A_YEAR } from './numbers/quantity.ts';
import { isKnown, verdictOf } from './numbers/verdict.ts';

export type Station = Model['stations'][string];
type Costs = NonNullable<Station['costs']>;
export type PriceKey = Exclude<keyof Costs, 'growthPerYear'>;

/** Each price, what it is paid for, and the row with its cost. */
export const prices: readonly { readonly key: PriceKey; readonly part: string; readonly per: string }[] = [
  { key: 'placeDayGbp', part: 'open places', per: 'a place for a day, whether or not anybody is in it' },
  { key: 'personDayGbp', part: 'days of care', per: 'a person for a day' },
  { key: 'visitGbp', part: 'visits', per: 'a visit made' },
  { key: 'startGbp', part: 'starts', per: 'a start' },
  {
    key: 'delayedDayGbp',
    part: 'delayed days',
    per: 'a day of somebody who is ready to leave, on top of the day’s care',
  },
];
export const EMPTY = 'empty places';

export const NOT_ENTERED = 'no price has been entered';
/** Stays attached to every finding about money. */
export const MONEY_LIMIT =
  'A lower cost does not mean that money is freed: a bed that is used less costs nearly as much as before.';

/** Today's cost, or what is shown when it is today. */
export function sayCost(what: string, row: Row | undefined): Finding {
  const unaveraged = sayUnaveraged(what, row);
  if (unaveraged) return unaveraged;
  if (!row || !isKnown(row)) return { sentence: `${what}: working out the cost…`, range: '' };
  const range = [row.value!, row.ciLow!, row.ciHigh!] as const;
  return {
    sentence: `${what}: about ${sayLevel(...range, POUNDS_A_YEAR)} a year`,
    range: sayLevelRange(...range, POUNDS_A_YEAR),
  };
}

/** The same people under the option beside today. */
export function sayCostChange(what: string, row: DifferenceRow | undefined, isFinal = true): Finding {
  const unaveraged = sayUnaveraged(what, row);
  if (unaveraged) return unaveraged;
  if (!row || !isKnown(row)) return { sentence: `${what}: working out the difference in cost…`, range: '' };
  const range = [row.value!, row.ciLow!, row.ciHigh!] as const;
  if (range.every((n) => n === 0))
    return { sentence: `${what}: costs the same as today`, range: 'the same in every simulated year' };
  const said = sayDifferenceRange(...range, POUNDS_A_YEAR);
  const { word } = verdictOf(row, isFinal);
  if (word === 'still sharpening')
    return { sentence: `${what}: still working out the difference in cost`, range: said };
  if (word === 'no clear difference') return { sentence: `${what}: no clear difference in cost`, range: said };
  const amount = sayDifference(...range, POUNDS_A_YEAR);
  return { sentence: `${what}: the model suggests about ${amount} than today`, range: said };
}

/** "Of this, empty places cost about £120,000 a year"; nothing where no open place has a price. */
export function sayEmpty(empty: Row | undefined, open: Row | undefined): string {
  if (!empty || !isKnown(empty) || !open?.value) return '';
  const range = [empty.value!, empty.ciLow!, empty.ciHigh!] as const;
  const share = Math.round((100 * empty.value!) / open.value);
  return `Of this, empty places cost about ${sayLevel(...range, POUNDS_A_YEAR)} a year, ${share} % of what open places cost`;
}

/** When the prices are of, how they rise, and what that does to a year. */
export function sayPrices({ calendar: { startDate, runDays }, stations }: Model): string {
  const rises = Object.values(stations)
    .filter(({ costs }) => costs?.growthPerYear)
    .map(({ label, costs }) => `${label} ${sayPercent(costs!.growthPerYear!)}`);
  const first = `Prices are as entered for the year from ${sayDate(startDate, 0)}`;
  if (rises.length === 0) return `${first}, and stay the same over the run.`;
  const years = runDays > DAYS_IN_A_YEAR ? ' A cost a year is the average over the run, rises included.' : '';
  const within = runDays > DAYS_IN_A_YEAR ? '' : ' The run ends before the first rise.';
  return `${first}. They change once a year from then: ${rises.join(', ')}.${years}${within}`;
}

const DAYS_IN_A_YEAR = 365.25;

const sayPercent = (share: number): string => `${share < 0 ? '−' : '+'}${Number(Math.abs(100 * share).toFixed(2))} %`;

/** A price as written in the document. */
export const sayPrice = (pounds: number): string =>
  `£${pounds.toLocaleString('en-GB', { minimumFractionDigits: Number.isInteger(pounds) ? 0 : 2 })}`;
