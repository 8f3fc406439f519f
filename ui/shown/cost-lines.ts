// What the costs view shows of a model: which services have a price with a source, and the rows with their cost.
import { coveringEvidence, type Evidence, type Model } from '../../engine/index.ts';
import type { Line } from './line.ts';
import { rowOf } from './numbers.ts';
import type { Shown } from '../model/shown.ts';
import { EMPTY, prices, type PriceKey } from '../words/costs.ts';
import { POUNDS_A_YEAR } from '../words/numbers/quantity.ts';

export interface Price {
  readonly station: string;
  readonly key: PriceKey;
  readonly per: string;
  readonly pounds: number;
  /** Undefined: no source is given, so it does not count. */
  readonly evidence: Evidence | undefined;
}

/** Every price above zero in the document, in its order. */
export function pricesOf({ stations, evidence }: Model): Price[] {
  return Object.entries(stations).flatMap(([station, { costs = {} }]) =>
    prices.flatMap(({ key, per }): Price[] => {
      const pounds = costs[key];
      if (!pounds) return [];
      const line = coveringEvidence(`stations.${station}.costs.${key}`, evidence);
      return [{ station, key, per, pounds, evidence: line === null ? undefined : evidence?.[line] }];
    }),
  );
}

const cost = (label: string, station: string, statistic = 'mean'): Line => ({
  label,
  station,
  measure: 'cost',
  statistic,
  quantity: POUNDS_A_YEAR,
});

/** The services that have a sourced price, by the results alone. */
export const serviceLines = ({ stations }: Model, shown: Shown): Line[] =>
  Object.entries(stations)
    .map(([id, { label }]) => cost(label, id))
    .filter(({ station }) => typeof rowOf(shown.option, station, 'cost')?.value === 'number');

export const totalLine: Line = cost('All services with a price', 'all');

/** The same pounds by what they are paid for; empty places are among the open ones. */
export function partLines(model: Model): Line[] {
  const priced = new Set(pricesOf(model).map(({ key }) => key));
  return prices
    .filter(({ key }) => priced.has(key))
    .flatMap(({ part }) => [
      cost(capital(part), 'all', part),
      ...(part === 'open places' ? [cost('of these, empty', 'all', EMPTY)] : []),
    ]);
}

/** What one bar is made of: open places that are in use, those that are empty, then the rest. */
export function stretchesOf(shown: Shown, { station }: Line, of: 'option' | 'today') {
  const value = (part: string) => rowOf(shown[of], station, 'cost', part)?.value ?? 0;
  return prices
    .flatMap(({ part }) => (part === 'open places' ? [part, EMPTY] : [part]))
    .map((part) => ({ of: part, value: part === 'open places' ? value(part) - value(EMPTY) : value(part) }))
    .filter((one) => one.value > 0);
}

/** Services that people use and that have no price with a source. */
export const unpriced = ({ stations }: Model, lines: readonly Line[]): string[] =>
  Object.entries(stations)
    .filter(([id, { kind }]) => kind !== 'exit' && !lines.some(({ station }) => station === id))
    .map(([, { label }]) => label);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
