// Days from admission to leaving, delay included.
import { putDays } from '../levels.ts';
import type { Measure } from './measure.ts';

export const stayDays: Measure = {
  id: 'stayDays',
  label: 'Length of stay',
  unit: 'days',
  definition: 'Days from admission to leaving, delay included, of people who left.',
  betterWhen: null,
  read({ ledger, network }, put) {
    network.stationIds.forEach((station, s) => {
      if (!network.isExit[s])
        putDays(ledger.stays[s], [50, 90], (statistic, value) => put(station, statistic, 'all', value));
    });
  },
};
