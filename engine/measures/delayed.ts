// People holding a place here who are ready to go on and have not gone.
import { putLevel } from '../levels.ts';
import type { Measure } from './measure.ts';

export const delayed: Measure = {
  id: 'delayed',
  label: 'Delayed people',
  unit: 'people',
  definition: 'People holding a place here who are ready to go on and have not gone.',
  betterWhen: 'less',
  read({ ledger, network, days, looks }, put) {
    const needs = network.needIds.length;
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putLevel(ledger.delayed[s]!, days, (statistic, value) => put(station, statistic, 'all', value));
      network.needIds.forEach((need, n) =>
        put(station, 'mean', `need:${need}`, ledger.delayedArea[s * needs + n]! / days),
      );
      for (const look of looks) put(station, 'value', 'all', look.levels[2 * network.stationIds.length + s]!, look.day);
    });
    putLevel(ledger.delayedAnywhere, days, (statistic, value) => put('all', statistic, 'all', value));
  },
};
