// Of the people whose wait ended, those who waited at all.
import { ofDays } from '../source.ts';
import type { Measure } from './measure.ts';

export const delayedShare: Measure = {
  id: 'delayedShare',
  label: 'Share who waited',
  unit: 'share',
  betterWhen: 'less',
  rows({ ledger, network, comeFrom }, put) {
    const stations = network.stationIds.length;
    const needs = network.needIds.length;
    network.stationIds.forEach((station, s) => {
      put(station, 'mean', 'all', ofDays(ledger.days.delays[s], 'aboveZero'));
      network.needIds.forEach((need, n) =>
        put(station, 'mean', `need:${need}`, ofDays(ledger.days.delaysByNeed[s * needs + n], 'aboveZero')),
      );
      for (const { who, from } of comeFrom[s])
        put(station, 'mean', who, ofDays(ledger.days.delaysByFrom[s * (stations + 1) + from], 'aboveZero'));
    });
  },
};
