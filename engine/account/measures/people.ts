// What measures of people over time put alike: the level of everyone, means by need and attribute, what is asked for by who, and looks.
import type { PeopleOverTime } from '../people-over-time.ts';
import { putAskedByWho, putLevel } from '../put-statistics.ts';
import { cellsOf, ofLook, quotient } from '../source.ts';
import type { About, Put } from './measure.ts';

/** Puts the rows of one station; `between` puts what stands before the days looked at, whose levels begin at row `look`. */
export function putPeople(
  { ledger, network, days, asked, lookDates, needs, attributes }: About,
  of: PeopleOverTime,
  s: number,
  look: number,
  put: Put,
  between?: () => void,
): void {
  const station = network.stationIds[s];
  putLevel(of.levels[s], asked, (statistic, source) => put(station, statistic, 'all', source));
  for (const group of [...needs, ...attributes])
    put(station, 'mean', group.who, quotient(cellsOf(of.area, network, s, group), days));
  putAskedByWho(ledger.byWho, of.byWho, s, asked, (who, statistic, source) => put(station, statistic, who, source));
  between?.();
  lookDates.forEach((day, k) => put(station, 'value', 'all', ofLook(k, look * network.stationIds.length + s), day));
}
