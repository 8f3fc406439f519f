// Days from admission to leaving, delay included.
import { putAskedByWho, putDays } from '../put-statistics.ts';
import type { Measure } from './measure.ts';

export const stayDays: Measure = {
  id: 'stayDays',
  label: 'Length of stay',
  unit: 'days',
  betterWhen: null,
  rows({ ledger, network, asked }, put) {
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      putDays(ledger.days.stays[s], [50, 90], asked, (statistic, source) => put(station, statistic, 'all', source));
      putAskedByWho(ledger.byWho, ledger.days.staysByWho, s, asked, (who, statistic, source) =>
        put(station, statistic, who, source),
      );
    });
  },
};
