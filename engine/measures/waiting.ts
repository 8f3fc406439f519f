// People who asked for this station first and have not moved, wherever they are, each counted once.
import { putLevel } from '../levels.ts';
import type { Measure } from './measure.ts';

export const waiting: Measure = {
  id: 'waiting',
  label: 'People waiting',
  unit: 'people',
  definition: 'People who asked for this station first and have not moved, wherever they are, each counted once.',
  betterWhen: 'less',
  read({ ledger, network, days, looks }, put) {
    const needs = network.needIds.length;
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putLevel(ledger.waiting[s]!, days, (statistic, value) => put(station, statistic, 'all', value));
      network.needIds.forEach((need, n) =>
        put(station, 'mean', `need:${need}`, ledger.waitingArea[s * needs + n]! / days),
      );
      put(station, 'firstEmptyDay', 'all', ledger.firstEmptyDay[s]!);
      for (const look of looks) put(station, 'value', 'all', look.levels[network.stationIds.length + s]!, look.day);
    });
  },
};
