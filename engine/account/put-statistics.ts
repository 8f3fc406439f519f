// The statistics that rows carry of a level (people over time) or of a recorder (days per person), each as the source of its value.
import type { Asked } from '../model/asked.ts';
import type { ByWho } from './by-who.ts';
import type { Level } from './level.ts';
import type { Recorder } from './recorder.ts';
import { ofDays, ofLevel, type Source } from './source.ts';

type PutStatistic = (statistic: string, source: Source) => void;

/** mean, sd, p50, p90, max of a count over time, weighted by how long each count lasted. */
export function putLevel(level: Level, asked: Asked, put: PutStatistic): void {
  put('mean', ofLevel(level, 'mean'));
  put('sd', ofLevel(level, 'sd'));
  for (const percent of USUAL) put(`p${percent}`, ofLevel(level, 'percentile', percent / 100));
  put('max', ofLevel(level, 'max'));
  putAskedOfLevel(level, asked, put, USUAL);
}

const USUAL: readonly number[] = [50, 90];

/** What is asked for of a count over time, except percentiles that have rows already. */
export function putAskedOfLevel(
  level: Level,
  { percentiles, over }: Asked,
  put: PutStatistic,
  usual: readonly number[] = [],
): void {
  for (const percent of percentiles)
    if (!usual.includes(percent)) put(`p${percent}`, ofLevel(level, 'percentile', percent / 100));
  // More than 2.5 people are 3 or more, which is more than 2.
  for (const people of over) put(`shareOver${people}`, ofLevel(level, 'over', Math.floor(people)));
}

/** mean, sd, percentiles and shares over thresholds of days per person, and what is asked for; NaN where there was nobody. */
export function putDays(
  of: Recorder,
  percentiles: readonly number[],
  asked: Asked,
  put: PutStatistic,
  over: readonly number[] = [],
): void {
  put('mean', ofDays(of, 'mean'));
  put('sd', ofDays(of, 'sd'));
  for (const percent of percentiles) put(`p${percent}`, ofDays(of, 'percentile', percent / 100));
  for (const days of over) put(`shareOver${days}`, ofDays(of, 'over', days));
  putAskedOfDays(of, asked, put, percentiles, over);
}

/** What is asked for of days per person, except what has rows already. */
export function putAskedOfDays(
  of: Recorder,
  asked: Asked,
  put: PutStatistic,
  percentiles: readonly number[] = [],
  over: readonly number[] = [],
): void {
  for (const percent of asked.percentiles)
    if (!percentiles.includes(percent)) put(`p${percent}`, ofDays(of, 'percentile', percent / 100));
  for (const days of asked.over) if (!over.includes(days)) put(`shareOver${days}`, ofDays(of, 'over', days));
}

/** What is asked for of each group of people at one station, where anything is. */
export function putAskedByWho(
  byWho: ByWho | null,
  accounts: readonly (Level | Recorder)[],
  station: number,
  asked: Asked,
  put: (who: string, statistic: string, source: Source) => void,
): void {
  byWho?.groups.forEach(({ who }, at) => {
    const account = accounts[station * byWho.groups.length + at];
    const toThem = (statistic: string, source: Source) => put(who, statistic, source);
    if ('timeAt' in account) putAskedOfLevel(account, asked, toThem);
    else putAskedOfDays(account, asked, toThem);
  });
}
