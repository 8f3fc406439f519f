// Turns a level (people over time) or a recorder (days per person) into the statistics that rows carry.
import { levelQuantile } from '../ground/quantiles.ts';
import type { Asked } from '../model/asked.ts';
import type { ByWho } from './by-who.ts';
import { sharesOver, type Level } from './level.ts';
import { meanOf, percentileOf, sdOf, shareAbove, type Recorder } from './recorder.ts';

type PutStatistic = (statistic: string, value: number) => void;

/** mean, sd, p50, p90, max of a count over time, weighted by how long each count lasted. */
export function putLevel(level: Level, days: number, asked: Asked, put: PutStatistic): void {
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
  for (const percent of USUAL) put(`p${percent}`, levelQuantile(level.timeAt, days, percent / 100));
  put('max', most);
  putAskedOfLevel(level, days, asked, put, USUAL);
}

const USUAL: readonly number[] = [50, 90];

/** What is asked for of a count over time, but for percentiles that have rows already. */
export function putAskedOfLevel(
  level: Level,
  days: number,
  { percentiles, over }: Asked,
  put: PutStatistic,
  usual: readonly number[] = [],
): void {
  for (const percent of percentiles)
    if (!usual.includes(percent)) put(`p${percent}`, levelQuantile(level.timeAt, days, percent / 100));
  if (over.length === 0) return;
  const shares = sharesOver(level.timeAt);
  // More than 2.5 people are 3 or more, which is more than 2.
  for (const people of over) put(`shareOver${people}`, shares[Math.floor(people)] ?? 0);
}

/** mean, sd, percentiles and shares over thresholds of days per person, and what is asked for; NaN where there was nobody. */
export function putDays(
  of: Recorder,
  percentiles: readonly number[],
  asked: Asked,
  put: PutStatistic,
  over: readonly number[] = [],
): void {
  put('mean', meanOf(of));
  put('sd', sdOf(of));
  for (const percent of percentiles) put(`p${percent}`, percentileOf(of, percent / 100));
  for (const days of over) put(`shareOver${days}`, shareAbove(of, days));
  putAskedOfDays(of, asked, put, percentiles, over);
}

/** What is asked for of days per person, but for what has rows already. */
export function putAskedOfDays(
  of: Recorder,
  asked: Asked,
  put: PutStatistic,
  percentiles: readonly number[] = [],
  over: readonly number[] = [],
): void {
  for (const percent of asked.percentiles)
    if (!percentiles.includes(percent)) put(`p${percent}`, percentileOf(of, percent / 100));
  for (const days of asked.over) if (!over.includes(days)) put(`shareOver${days}`, shareAbove(of, days));
}

/** What is asked for of each group of people at one station, where anything is. */
export function putAskedByWho(
  byWho: ByWho | null,
  accounts: readonly (Level | Recorder)[],
  station: number,
  days: number,
  asked: Asked,
  put: (who: string, statistic: string, value: number) => void,
): void {
  byWho?.groups.forEach(({ who }, at) => {
    const account = accounts[station * byWho.groups.length + at];
    const toThem = (statistic: string, value: number) => put(who, statistic, value);
    if ('timeAt' in account) putAskedOfLevel(account, days, asked, toThem);
    else putAskedOfDays(account, asked, toThem);
  });
}
