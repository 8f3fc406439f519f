// Days from arriving to leaving the model.
import { putAskedByWho, putDays } from '../put-statistics.ts';
import type { Measure } from './measure.ts';

export const journeyDays: Measure = {
  id: 'journeyDays',
  label: 'Whole journey',
  unit: 'days',
  betterWhen: 'less',
  rows({ ledger, network, asked }, put) {
    network.stationIds.forEach((station, s) => {
      if (!network.isExit[s]) return;
      putDays(ledger.days.journeys[s], [50, 90], asked, (statistic, source) => put(station, statistic, 'all', source));
      putAskedByWho(ledger.byWho, ledger.days.journeysByWho, s, asked, (who, statistic, source) =>
        put(station, statistic, who, source),
      );
    });
  },
};
