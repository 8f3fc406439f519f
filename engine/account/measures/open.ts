// Places in force, or people there if more.
import { mayBeFull } from '../../network/network.ts';
import { cells, known, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const open: Measure = {
  id: 'open',
  label: 'Places in force',
  unit: 'places',
  betterWhen: null,
  rows({ ledger, network, days, hasLimit }, put) {
    network.stationIds.forEach((station, s) => {
      if (mayBeFull(network, s))
        put(station, 'mean', 'all', hasLimit(s) ? quotient(cells(ledger.places.openArea, s), days) : known(NaN));
    });
  },
};
