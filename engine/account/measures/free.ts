// Places that are neither held nor reserved.
import { hasLimit, mayBeFull } from '../../network/network.ts';
import type { Measure } from './measure.ts';

export const free: Measure = {
  id: 'free',
  label: 'Free places',
  unit: 'places',
  definition: 'Places that are neither held nor reserved.',
  betterWhen: null,
  read({ ledger, network, days }, put) {
    network.stationIds.forEach((station, s) => {
      if (mayBeFull(network, s))
        put(station, 'mean', 'all', hasLimit(network, s) ? ledger.places.freeArea[s] / days : NaN);
    });
  },
};
