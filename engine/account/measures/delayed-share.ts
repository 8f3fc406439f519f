// Of the people whose wait ended, those who waited at all.
import { shareAboveZero } from '../recorder.ts';
import type { Measure } from './measure.ts';

export const delayedShare: Measure = {
  id: 'delayedShare',
  label: 'Share who waited',
  unit: 'share',
  definition: 'Of the people whose wait ended here, the share who waited at all.',
  betterWhen: 'less',
  read({ ledger, network, comeFrom }, put) {
    const stations = network.stationIds.length;
    const needs = network.needIds.length;
    network.stationIds.forEach((station, s) => {
      put(station, 'mean', 'all', shareAboveZero(ledger.days.delays[s]));
      network.needIds.forEach((need, n) =>
        put(station, 'mean', `need:${need}`, shareAboveZero(ledger.days.delaysByNeed[s * needs + n])),
      );
      for (const { who, from } of comeFrom[s])
        put(station, 'mean', who, shareAboveZero(ledger.days.delaysByFrom[s * (stations + 1) + from]));
    });
  },
};
