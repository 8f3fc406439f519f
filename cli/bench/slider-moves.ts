// The moves of a slider that are timed, and what is worked out from the replications after each.
import { type Model, type RowKey, differences, summarise } from '../../engine/index.ts';

/** Around the value of the first slider, never the same value twice in a row. */
export function movesOf(model: Model): { path: string; values: number[] } {
  const control = model.controls?.[0];
  if (!control) throw new Error('The Ilkeston model has no slider.');
  const values: number[] = [];
  for (let value = control.least; value <= control.most; value += control.step) values.push(value);
  // The upper half: with next to no places the model only measures how long a waiting list can grow.
  return { path: control.path, values: values.slice(Math.floor(values.length / 2)) };
}

export function summaryAndDifferences(keys: RowKey[], values: Float64Array[], base: Float64Array[]): void {
  summarise('today', keys, values);
  differences('today', 'today', keys, values, base);
}
