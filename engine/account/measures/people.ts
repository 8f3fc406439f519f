// What measures of people over time put alike: the level of everyone, means by need and attribute, what is asked for by who, and looks.
import { totalOf } from '../../network/groups.ts';
import type { PeopleOverTime } from '../people-over-time.ts';
import { putAskedByWho, putLevel } from '../put-statistics.ts';
import type { Put, Reading } from './measure.ts';

/** Puts the rows of one station; `between` puts what stands before the days looked at, whose levels begin at row `look`. */
export function putPeople(
  { ledger, network, days, asked, looks, needs, attributes }: Reading,
  of: PeopleOverTime,
  s: number,
  look: number,
  put: Put,
  between?: () => void,
): void {
  const station = network.stationIds[s];
  putLevel(of.levels[s], days, asked, (statistic, value) => put(station, statistic, 'all', value));
  for (const group of [...needs, ...attributes])
    put(station, 'mean', group.who, totalOf(of.area, network, s, group) / days);
  putAskedByWho(ledger.byWho, of.byWho, s, days, asked, (who, statistic, value) => put(station, statistic, who, value));
  between?.();
  for (const { day, levels } of looks) put(station, 'value', 'all', levels[look * network.stationIds.length + s], day);
}
