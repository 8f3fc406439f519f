// Visits made, put off and missed, a day.
import { cells, known, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const visits: Measure = {
  id: 'visits',
  label: 'Visits',
  unit: 'visits a day',
  betterWhen: null,
  rows({ ledger, network, days, features }, put) {
    if (!features.visits) return;
    const wholeDays = Math.floor(days);
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s] || network.keepsPlace[s]) return;
      const counts = network.visitsPerDay[s * 7] >= 0;
      const put1 = (statistic: string, counted: Float64Array) =>
        put(station, statistic, 'all', counts ? quotient(cells(counted, s), wholeDays) : known(NaN));
      put1('delivered', ledger.flow.visitsDelivered);
      put1('deferred', ledger.flow.visitsDeferred);
      put1('missed', ledger.flow.visitsMissed);
    });
  },
};
