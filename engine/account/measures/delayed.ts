// People who hold a place here, are ready to go on and have not gone.
import { totalOf } from '../../network/groups.ts';
import { putLevel } from '../levels.ts';
import type { Measure } from './measure.ts';

export const delayed: Measure = {
  id: 'delayed',
  label: 'Delayed people',
  unit: 'people',
  definition: 'People holding a place here who are ready to go on and have not gone.',
  betterWhen: 'less',
  read({ ledger, network, days, looks, needs, attributes }, put) {
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putLevel(ledger.delayed[s], days, (statistic, value) => put(station, statistic, 'all', value));
      for (const group of [...needs, ...attributes])
        put(station, 'mean', group.who, totalOf(ledger.delayedArea, network, s, group) / days);
      for (const look of looks) put(station, 'value', 'all', look.levels[2 * network.stationIds.length + s], look.day);
    });
    putLevel(ledger.delayedAnywhere, days, (statistic, value) => put('all', statistic, 'all', value));
  },
};
