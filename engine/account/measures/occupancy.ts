// Occupancy: people who hold places here, delayed ones included. Over the places in force, this is the field's utilisation.
import { totalOf } from '../../network/groups.ts';
import { putLevel } from '../levels.ts';
import type { Measure } from './measure.ts';

export const occupancy: Measure = {
  id: 'occupancy',
  label: 'People in places',
  unit: 'people',
  definition: 'People holding places here, delayed ones included.',
  betterWhen: null,
  read({ ledger, network, days, looks, needs, attributes }, put) {
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putLevel(ledger.occupancy[s], days, (statistic, value) => put(station, statistic, 'all', value));
      for (const group of [...needs, ...attributes])
        put(station, 'mean', group.who, totalOf(ledger.occupancyArea, network, s, group) / days);
      for (const look of looks) put(station, 'value', 'all', look.levels[s], look.day);
    });
  },
};
