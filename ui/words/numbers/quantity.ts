// What a measure counts, in words: the noun, its plural, and the words for less and more of it.

import { show } from './rounding.ts';

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
  one: 'person',
  many: 'people',
  less: 'fewer',
  more: 'more',
  times: 1,
};
export const PLACES: Quantity = { ...PEOPLE, one: 'place', many: 'places' };
export const DAYS: Quantity = {
  one: 'day',
  many: 'days',
  less: 'shorter',
  more: 'longer',
  times: 1,
  least: 0.1,
};
/** In a straight line. */
export const KM: Quantity = { one: 'km', many: 'km', less: 'nearer', more: 'further', times: 1, least: 0.1 };
export const POINTS: Quantity = {
  one: 'point',
  many: 'points',
  less: 'lower',
  more: 'higher',
  times: 100,
  least: 1,
};
export const PERCENT: Quantity = {
  one: '%',
  many: '%',
  less: 'lower',
  more: 'higher',
  times: 100,
  least: 1,
};

/** Money to three figures: prices are no better known. */
export const POUNDS_A_YEAR: Quantity = {
  one: 'a year',
  many: 'a year',
  less: 'less',
  more: 'more',
  times: 1,
  least: (value) => 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value) || 1)) - 2),
  show: (value, step) => `${value < 0 ? '−' : ''}£${show(Math.abs(value), step)}`,
};
/** A mean number of delayed people, as the days they come to. */
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
