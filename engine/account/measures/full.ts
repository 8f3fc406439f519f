// Share of time with no free place.
import { mayBeFull } from '../../network/network.ts';
import type { Measure } from './measure.ts';

export const full: Measure = {
  id: 'full',
  label: 'Full',
  unit: 'share',
  definition: 'Share of the time with no place free.',
  betterWhen: 'less',
  read({ ledger, network, days }, put) {
    network.stationIds.forEach((station, s) => {
      if (mayBeFull(network, s)) put(station, 'mean', 'all', ledger.places.fullDays[s] / days);
    });
  },
};
