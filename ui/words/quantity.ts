// What a measure counts, in words: the noun, its plural, and how less and more of it are said.

export interface Quantity {
  readonly one: string;
  readonly many: string;
  readonly less: string;
  readonly more: string;
  /** A share is kept as 0.91 and said as 91 %. */
  readonly times: number;
  /** The finest step worth saying, after multiplying. */
  readonly least?: number;
}

export const PEOPLE: Quantity = { one: 'person', many: 'people', less: 'fewer', more: 'more', times: 1 };
export const DAYS: Quantity = { one: 'day', many: 'days', less: 'shorter', more: 'longer', times: 1, least: 0.1 };
export const POINTS: Quantity = { one: 'point', many: 'points', less: 'lower', more: 'higher', times: 100, least: 1 };
export const PERCENT: Quantity = { one: '%', many: '%', less: 'lower', more: 'higher', times: 100, least: 1 };

/** 1 person, 0 people, 1.0 days: only a plain "1" is one. */
export const counted = (shown: string, quantity: Quantity): string =>
  `${shown} ${shown === '1' || shown === '-1' ? quantity.one : quantity.many}`;
