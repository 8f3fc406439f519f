// Days from admission to leaving, delay included.
import { putAskedByWho, putDays } from '../put-statistics.ts';
import type { Measure } from './measure.ts';

export const stayDays: Measure = {
  id: 'stayDays',
  label: 'Length of stay',
  unit: 'days',
  definition: 'Days from admission to leaving, delay included, of people who left.',
  betterWhen: null,
  read({ ledger, network, days, asked }, put) {
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putDays(ledger.days.stays[s], [50, 90], asked, (statistic, value) => put(station, statistic, 'all', value));
      putAskedByWho(ledger.byWho, ledger.days.staysByWho, s, days, asked, (who, statistic, value) =>
        put(station, statistic, who, value),
      );
    });
  },
};
