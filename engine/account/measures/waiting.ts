// People who asked for this station first and have not moved, wherever they are, each counted once.
import { totalOf } from '../../network/groups.ts';
import { putAskedByWho, putLevel } from '../levels.ts';
import type { Measure } from './measure.ts';

export const waiting: Measure = {
  id: 'waiting',
  label: 'People waiting',
  unit: 'people',
  definition: 'People who asked for this station first and have not moved, wherever they are, each counted once.',
  betterWhen: 'less',
  read({ ledger, network, days, asked, looks, needs, attributes, features }, put) {
    // Everyone leaves by an exit at once, unless hours or a preparation keep them.
    const exitsToo = features.hours || features.preparation;
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s] && !exitsToo) return;
      putLevel(ledger.waiting[s], days, asked, (statistic, value) => put(station, statistic, 'all', value));
      for (const group of [...needs, ...attributes])
        put(station, 'mean', group.who, totalOf(ledger.waitingArea, network, s, group) / days);
      putAskedByWho(ledger.byWho, 'waiting', s, days, asked, (who, statistic, value) =>
        put(station, statistic, who, value),
      );
      put(station, 'firstEmptyDay', 'all', ledger.firstEmptyDay[s]);
      for (const look of looks) put(station, 'value', 'all', look.levels[network.stationIds.length + s], look.day);
    });
  },
};
