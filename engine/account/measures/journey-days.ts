// Days from arriving to leaving the model.
import { putDays } from '../levels.ts';
import type { Measure } from './measure.ts';

export const journeyDays: Measure = {
  id: 'journeyDays',
  label: 'Whole journey',
  unit: 'days',
  definition: 'Days from arriving to leaving the model, per person, at the exit they took.',
  betterWhen: 'less',
  read({ ledger, network }, put) {
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s])
        putDays(ledger.journeys[s], [50, 90], (statistic, value) => put(station, statistic, 'all', value));
    });
  },
};
