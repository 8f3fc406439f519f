// Turns a level (people over time) or a recorder (days per person) into the statistics that rows carry.
import { levelQuantile } from '../ground/quantiles.ts';
import type { Level } from './ledger.ts';
import { meanOf, percentileOf, sdOf, type Recorder } from './recorder.ts';

type PutStatistic = (statistic: string, value: number) => void;

/** mean, sd, p50, p90, max of a count over time, weighted by how long each count lasted. */
export function putLevel(level: Level, days: number, put: PutStatistic): void {
  let sum = 0;
  let squares = 0;
  let most = 0;
  for (let count = 0; count < level.timeAt.length; count++) {
    const time = level.timeAt[count];
    if (time <= 0) continue;
    sum += count * time;
    squares += count * count * time;
    most = count;
  }
  const mean = sum / days;
  const variance = squares / days - mean * mean;
  put('mean', mean);
  put('sd', variance > 0 ? Math.sqrt(variance) : 0);
  put('p50', levelQuantile(level.timeAt, days, 0.5));
  put('p90', levelQuantile(level.timeAt, days, 0.9));
  put('max', most);
}

/** mean, sd and percentiles of days per person; NaN where there was nobody. */
export function putDays(of: Recorder, percentiles: readonly number[], put: PutStatistic): void {
  put('mean', meanOf(of));
  put('sd', sdOf(of));
  for (const percent of percentiles) put(`p${percent}`, percentileOf(of, percent / 100));
}
