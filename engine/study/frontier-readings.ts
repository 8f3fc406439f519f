// What the frontier reads of one replication: people waiting, empty places of some services, pounds a year.
import { isRowOf, placeOfMean, type RowKey } from './replication.ts';

/** `row`: where people waiting stand among the values. NaN where the model says nothing. */
export function frontierReader(
  keys: readonly RowKey[],
  row: number,
  services: readonly string[],
): (values: Float64Array) => readonly [waiting: number, empty: number, cost: number] {
  const free = services.flatMap((station) => {
    const at = keys.findIndex((key) => isRowOf(key, station, 'free'));
    return at < 0 ? [] : [at];
  });
  const cost = placeOfMean(keys, 'all', 'cost');
  return (values) => [values[row], free.reduce((sum, at) => sum + values[at], 0), cost < 0 ? NaN : values[cost]];
}
