// What antithetic pairs gained over as many independent periods: a sentence for each number requested.
import { type RowKey, gainOfPairs } from '../../engine/index.ts';

/** For people delayed anywhere, and people waiting for each place; numbers that were always 0 are left out. */
export function gainText(keys: readonly RowKey[], options: readonly (readonly Float64Array[])[]): string {
  const rows = keys.flatMap(({ station, measure, statistic, who, day }, row) =>
    statistic === 'mean' &&
    who === 'all' &&
    day === '' &&
    (measure === 'waiting' || `${station} ${measure}` === 'all delayed')
      ? [row]
      : [],
  );
  return rows
    .filter((row) => options[0].some((values) => values[row] > 0))
    .map((row) => {
      const { gain, low, high } = gainOfPairs(options[0].map((values) => values[row]));
      const { station, measure } = keys[row];
      return `A pair is worth ${(2 * gain).toFixed(1)} independent periods (95 % interval ${(2 * low).toFixed(1)} to ${(2 * high).toFixed(1)}) for ${station}.${measure}.mean.`;
    })
    .join('\n');
}
