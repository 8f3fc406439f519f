// What every distribution of a stay defines: its words, its parameters, and its quantile, which turns a uniform number into days.
import type { StayTable } from './stay-table.ts';

/** A stay as written in a model document: a shape, and its parameters with the unit of time in each key. */
export type Stay = { readonly shape: string; readonly [key: string]: unknown };

/** One way of a mixture: what share of people have which stay. */
export type Part = { readonly share: number; readonly stay: Stay };

export type Parameter = {
  /** The key without its unit: `mean` is written meanDays or meanHours; '' is written days or hours. */
  readonly key: string;
  readonly label: string;
  readonly unit: 'time' | 'number' | 'whole number' | 'weights' | 'parts';
  /** The least value allowed, in its unit; with `exclusive`, the value itself is not. */
  readonly least: number;
  readonly exclusive?: boolean;
  /** The document gives a list of these, not one. */
  readonly list?: boolean;
  readonly optional?: boolean;
  /** Exactly one parameter of the same group is given (sd or median). */
  readonly oneOf?: string;
  /** Said instead of "must be above/at least ..." when the value is out of range. */
  readonly hint?: string;
};

/** Parameters by key, times already in days: numbers, lists or parts, as each shape's own list says, and checked before. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Parameters = { readonly [key: string]: any };

/** A distribution as it is defined. All times in days. */
export type Sampler = {
  readonly meanDays: number;
  readonly sdDays: number;
  /**
   * The days that a share u of people stay below, exact except for rounding. u: a multiple of 2^-53 inside (0, 1); larger u never gives
   * fewer days. Where it has to be searched for, `near` says where to begin.
   */
  quantile(u: number, near?: number): number;
  /** Share of people who stay at most this many days. */
  shareWithin(days: number): number;
  /** Share of people who stay longer than this many days, exact far out in the tail. */
  shareBeyond(days: number): number;
  /** Quantile of what is left for someone found in mid-stay, where it is known in closed form. */
  residual?(u: number): number;
  /** Lengths, rising, that a share of people stay to the moment. */
  readonly jumps?: readonly Jump[];
  /** Its quantile is a few operations: it is drawn by that and needs no table. */
  readonly isQuick?: boolean;
  /** It is this one with every time multiplied: the two share a table, so that another mean makes no new one. */
  readonly scaledFrom?: { readonly unit: Sampler; readonly factor: number };
};

export type Jump = { readonly days: number; readonly share: number };

/** What lengths are drawn from. */
export type Drawn = {
  /** What the table is made from, times the factor. Drawn by itself where there is no table. */
  readonly quantile: (u: number) => number;
  readonly table: StayTable | null;
  /** What the values of the table are multiplied by. */
  readonly factorDays: number;
};

export type Distribution = {
  /** The word in the document. */
  readonly shape: string;
  readonly label: string;
  readonly parameters: readonly Parameter[];
  /** What single numbers cannot show to be wrong, in words, or null. */
  problem(given: Parameters): string | null;
  /** Source: parameters that have no problem. `samplerOf` is for distributions made of others. */
  sampler(given: Parameters, samplerOf: (stay: Stay) => Sampler): Sampler;
};

/** A single positive time, the commonest parameter. */
export function timeParameter(key: string, label: string, more: Partial<Parameter> = {}): Parameter {
  return { key, label, unit: 'time', least: 0, exclusive: true, ...more };
}

/** The sd of a stay that must vary. */
export const SPREAD: Parameter = timeParameter('sd', 'standard deviation', {
  hint: 'sd must be above 0; for a stay that never varies use fixed',
});

/** The same distribution with every time multiplied. `unit`: continuous, and itself not scaled. */
export function scaled(unit: Sampler, factor: number): Sampler {
  const { quantile, shareWithin, shareBeyond } = unit;
  return {
    meanDays: unit.meanDays * factor,
    sdDays: unit.sdDays * factor,
    quantile: (u, near) => factor * quantile(u, near === undefined ? near : near / factor),
    shareWithin: (days) => shareWithin(days / factor),
    shareBeyond: (days) => shareBeyond(days / factor),
    scaledFrom: { unit, factor },
  };
}
