// People holding places here, delayed ones included.
import { putLevel } from '../levels.ts';
import type { Measure } from './measure.ts';

export const occupancy: Measure = {
  id: 'occupancy',
  label: 'People in places',
  unit: 'people',
  definition: 'People holding places here, delayed ones included.',
  betterWhen: null,
  read({ ledger, network, days, looks }, put) {
    const needs = network.needIds.length;
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putLevel(ledger.occupancy[s]!, days, (statistic, value) => put(station, statistic, 'all', value));
      network.needIds.forEach((need, n) =>
        put(station, 'mean', `need:${need}`, ledger.occupancyArea[s * needs + n]! / days),
      );
      for (const look of looks) put(station, 'value', 'all', look.levels[s]!, look.day);
    });
  },
};
