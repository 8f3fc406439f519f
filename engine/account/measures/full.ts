// Share of time with no free place.
import { mayBeFull } from '../../network/network.ts';
import { cells, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const full: Measure = {
  id: 'full',
  label: 'Full',
  unit: 'share',
  betterWhen: 'less',
  rows({ ledger, network, days }, put) {
    network.stationIds.forEach((station, s) => {
      if (mayBeFull(network, s)) put(station, 'mean', 'all', quotient(cells(ledger.places.fullDays, s), days));
    });
  },
};
