// Places that are neither held nor reserved.
import { mayBeFull } from '../../network/network.ts';
import { cells, known, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const free: Measure = {
  id: 'free',
  label: 'Free places',
  unit: 'places',
  betterWhen: null,
  rows({ ledger, network, days, hasLimit }, put) {
    network.stationIds.forEach((station, s) => {
      if (mayBeFull(network, s))
        put(station, 'mean', 'all', hasLimit(s) ? quotient(cells(ledger.places.freeArea, s), days) : known(NaN));
    });
  },
};
