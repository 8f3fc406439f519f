// One sentence about a bad year: what nine in ten simulated periods stay below, with an interval that assumes no shape.
import { type RowKey, orderInterval, placeOfMean } from '../../engine/index.ts';
import { amount } from './table.ts';

/** Empty where nobody is ever delayed, or where so few replications cannot bound it. */
export function badYearText(keys: readonly RowKey[], values: readonly Float64Array[]): string {
  const row = placeOfMean(keys, 'all', 'delayed');
  const { value, low, high } = orderInterval(
    values.map((one) => one[row]),
    0.9,
  );
  if (!(value > 0) || Number.isNaN(low + high)) return '';
  return `In 9 simulated periods of 10, at most ${amount(value)} people delayed on average (95 % interval ${amount(low)} to ${amount(high)}).`;
}
