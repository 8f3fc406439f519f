// People who left their place here, a day.
import type { Measure } from './measure.ts';

export const leaves: Measure = {
  id: 'leaves',
  label: 'Departures',
  unit: 'patients a day',
  definition: 'People who left their place here, a day.',
  betterWhen: null,
  read({ ledger, network, days }, put) {
    network.stationIds.forEach((station, s) => {
      if (!network.isExit[s]) put(station, 'mean', 'all', ledger.flow.leaves[s] / days);
    });
  },
};
