// People who gave up waiting for this station, a day.
import { cells, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const leftWaiting: Measure = {
  id: 'leftWaiting',
  label: 'Gave up waiting',
  unit: 'patients a day',
  betterWhen: 'less',
  rows({ ledger, network, days }, put) {
    network.stationIds.forEach((station, s) => {
      if (!network.isExit[s]) put(station, 'mean', 'all', quotient(cells(ledger.flow.leftWaiting, s), days));
    });
  },
};
