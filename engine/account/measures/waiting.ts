// People who asked for this station first and have not moved, wherever they are, each counted once.
import { cells, itself } from '../source.ts';
import type { Measure } from './measure.ts';
import { putPeople } from './people.ts';

export const waiting: Measure = {
  id: 'waiting',
  label: 'People waiting',
  unit: 'people',
  betterWhen: 'less',
  rows(about, put) {
    const { ledger, network, features } = about;
    // Everyone leaves by an exit at once, unless hours or a preparation keep them.
    const exitsToo = features.hours || features.preparation;
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s] && !exitsToo) return;
      putPeople(about, ledger.waiting, s, 1, put, () =>
        put(station, 'firstEmptyDay', 'all', itself(cells(ledger.firstEmptyDay, s))),
      );
    });
  },
};
