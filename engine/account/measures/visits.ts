// Visits made, put off and missed, a day.
import type { Measure } from './measure.ts';

export const visits: Measure = {
  id: 'visits',
  label: 'Visits',
  unit: 'visits a day',
  definition:
    'Visits a day, whole days only: delivered; deferred, each time one is put off to the next day; missed, when one has been put off as often as it may be.',
  betterWhen: null,
  read({ ledger, network, days, features }, put) {
    if (!features.visits) return;
    const wholeDays = Math.floor(days);
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s] || network.keepsPlace[s]) return;
      const counts = network.visitsPerDay[s * 7] >= 0;
      const put1 = (statistic: string, count: number) =>
        put(station, statistic, 'all', counts ? count / wholeDays : NaN);
      put1('delivered', ledger.flow.visitsDelivered[s]);
      put1('deferred', ledger.flow.visitsDeferred[s]);
      put1('missed', ledger.flow.visitsMissed[s]);
    });
  },
};
