// People who left their place here, a day.
import { cells, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const leaves: Measure = {
  id: 'leaves',
  label: 'Departures',
  unit: 'patients a day',
  betterWhen: null,
  rows({ ledger, network, days }, put) {
    network.stationIds.forEach((station, s) => {
      if (!network.isExit[s]) put(station, 'mean', 'all', quotient(cells(ledger.flow.leaves, s), days));
    });
  },
};
