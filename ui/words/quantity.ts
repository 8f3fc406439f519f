// What a measure counts, in words: the noun, its plural, and how less and more of it are said.

import { show } from './rounding.ts';
import { spoken } from './spoken.ts';

const DAYS_IN_A_YEAR = 365.25;

export interface Quantity {
  readonly one: string;
  readonly many: string;
  readonly less: string;
  readonly more: string;
  /** A share is kept as 0.91 and said as 91 %. */
  readonly times: number;
  /** The finest step worth saying, after multiplying, of a value as it is then. */
  readonly least?: number | ((value: number) => number);
  /** Where a number is written otherwise than by itself: £1,200. */
  readonly show?: (value: number, step: number) => string;
}

export const PEOPLE: Quantity = {
  one: spoken('person'),
  many: spoken('people'),
  less: spoken('fewer'),
  more: spoken('more'),
  times: 1,
};
export const PLACES: Quantity = { ...PEOPLE, one: spoken('place'), many: spoken('places') };
export const DAYS: Quantity = {
  one: spoken('day'),
  many: spoken('days'),
  less: spoken('shorter'),
  more: spoken('longer'),
  times: 1,
  least: 0.1,
};
export const POINTS: Quantity = {
  one: spoken('point'),
  many: spoken('points'),
  less: spoken('lower'),
  more: spoken('higher'),
  times: 100,
  least: 1,
};
export const PERCENT: Quantity = {
  one: '%',
  many: '%',
  less: spoken('lower'),
  more: spoken('higher'),
  times: 100,
  least: 1,
};

/** Money to three figures: prices are no better known. */
export const POUNDS_A_YEAR: Quantity = {
  one: spoken('a year'),
  many: spoken('a year'),
  less: spoken('less'),
  more: spoken('more'),
  times: 1,
  least: (value) => 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 2),
  show: (value, step) => `${value < 0 ? '−' : ''}£${show(Math.abs(value), step)}`,
};
/** A mean number of delayed people, told as the days they come to. */
export const DELAYED_DAYS_A_YEAR: Quantity = {
  one: 'day a year',
  many: 'days a year',
  less: PEOPLE.less,
  more: PEOPLE.more,
  times: DAYS_IN_A_YEAR,
  least: 1,
};
export const PEOPLE_A_YEAR: Quantity = { ...DELAYED_DAYS_A_YEAR, one: 'person a year', many: 'people a year' };
/** What comes to so much a year, for every thousand people over 65. */
export const perThousand = (one: string, many: string, over65: number): Quantity => ({
  one,
  many,
  less: PEOPLE.less,
  more: PEOPLE.more,
  times: (DAYS_IN_A_YEAR * 1000) / over65,
  least: 0.1,
});

/** 1 person, 0 people, 1.0 days: only a plain "1" is one. */
export const counted = (shown: string, quantity: Quantity): string =>
  `${shown} ${shown === '1' || shown === '-1' ? quantity.one : quantity.many}`;
