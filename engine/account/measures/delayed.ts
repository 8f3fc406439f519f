// People who hold a place here, are ready to go on and have not gone.
import { totalOf } from '../../network/groups.ts';
import { putAskedByWho, putLevel } from '../levels.ts';
import type { Measure } from './measure.ts';

export const delayed: Measure = {
  id: 'delayed',
  label: 'Delayed people',
  unit: 'people',
  definition: 'People holding a place here who are ready to go on and have not gone.',
  betterWhen: 'less',
  read({ ledger, network, days, asked, looks, needs, attributes }, put) {
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putLevel(ledger.delayed[s], days, asked, (statistic, value) => put(station, statistic, 'all', value));
      for (const group of [...needs, ...attributes])
        put(station, 'mean', group.who, totalOf(ledger.delayedArea, network, s, group) / days);
      putAskedByWho(ledger.byWho, 'delayed', s, days, asked, (who, statistic, value) =>
        put(station, statistic, who, value),
      );
      for (const look of looks) put(station, 'value', 'all', look.levels[2 * network.stationIds.length + s], look.day);
    });
    putLevel(ledger.delayedAnywhere, days, asked, (statistic, value) => put('all', statistic, 'all', value));
  },
};
