// Occupancy: people who hold places here, delayed ones included. Over the places in force, this is the field's utilisation.
import { totalOf } from '../../network/groups.ts';
import { putAskedByWho, putLevel } from '../levels.ts';
import type { Measure } from './measure.ts';

export const occupancy: Measure = {
  id: 'occupancy',
  label: 'People in places',
  unit: 'people',
  definition: 'People holding places here, delayed ones included.',
  betterWhen: null,
  read({ ledger, network, days, asked, looks, needs, attributes }, put) {
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putLevel(ledger.occupancy[s], days, asked, (statistic, value) => put(station, statistic, 'all', value));
      for (const group of [...needs, ...attributes])
        put(station, 'mean', group.who, totalOf(ledger.occupancyArea, network, s, group) / days);
      putAskedByWho(ledger.byWho, 'occupancy', s, days, asked, (who, statistic, value) =>
        put(station, statistic, who, value),
      );
      for (const look of looks) put(station, 'value', 'all', look.levels[s], look.day);
    });
  },
};
