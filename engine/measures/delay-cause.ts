// Mean delayed or waiting people by cause, for the station they asked for first.
import { causes } from '../ledger.ts';
import type { Measure } from './measure.ts';

export const delayCause: Measure = {
  id: 'delayCause',
  label: 'Cause of waiting',
  unit: 'people',
  definition:
    'Mean number of delayed or waiting people by cause, at the station they asked for first; the causes add up to everyone waiting.',
  betterWhen: 'less',
  read({ ledger, network, days, comesFrom }, put) {
    const stations = network.stationIds.length;
    const froms = stations + 1;
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      causes.forEach((cause, c) => {
        let all = 0;
        for (let from = 0; from < froms; from++) all += ledger.causeArea[(c * froms + from) * stations + s]!;
        put(station, cause, 'all', all / days);
        for (let from = 0; from < froms; from++)
          if (comesFrom[from * stations + s])
            put(
              station,
              cause,
              from === 0 ? 'from:outside' : `from:${network.stationIds[from - 1]}`,
              ledger.causeArea[(c * froms + from) * stations + s]! / days,
            );
      });
    });
  },
};
