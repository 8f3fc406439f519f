// People turned away because the waiting room was full, a day.
import { cells, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const turnedAway: Measure = {
  id: 'turnedAway',
  label: 'Turned away',
  unit: 'patients a day',
  betterWhen: 'less',
  rows({ ledger, network, days }, put) {
    network.stationIds.forEach((station, s) => {
      if (!network.isExit[s]) put(station, 'mean', 'all', quotient(cells(ledger.flow.turnedAway, s), days));
    });
  },
};
