// Days from being ready (or arriving) to moving or giving up, per person; zero for those who move at once.
import { totalOf } from '../../network/groups.ts';
import { putDays } from '../levels.ts';
import { meanOf, percentileOf } from '../recorder.ts';
import type { Measure } from './measure.ts';

export const delayDays: Measure = {
  id: 'delayDays',
  label: 'Days waited',
  unit: 'days',
  definition:
    'Days from being ready (or arriving) to moving or giving up, per person, when the wait ends, counted where they went; zero when at once.',
  betterWhen: 'less',
  read({ ledger, network, comesFrom, attributes }, put) {
    const stations = network.stationIds.length;
    const needs = network.needIds.length;
    network.stationIds.forEach((station, s) => {
      const all = ledger.delays[s];
      putDays(all, [50, 90, 95], (statistic, value) => put(station, statistic, 'all', value));
      put(station, 'shareOver1', 'all', all.above1 / all.people);
      put(station, 'shareOver7', 'all', all.above7 / all.people);
      put(station, 'shareOver14', 'all', all.above14 / all.people);
      network.needIds.forEach((need, n) => {
        put(station, 'mean', `need:${need}`, meanOf(ledger.delaysByNeed[s * needs + n]));
        put(station, 'p90', `need:${need}`, percentileOf(ledger.delaysByNeed[s * needs + n], 0.9));
      });
      for (const group of attributes) {
        const people = totalOf(ledger.delaysByKind, network, s, group);
        put(station, 'mean', group.who, totalOf(ledger.delayDaysByKind, network, s, group) / people);
      }
      for (let from = 0; from <= stations; from++) {
        if (!comesFrom[from * stations + s]) continue;
        const who = from === 0 ? 'from:outside' : `from:${network.stationIds[from - 1]}`;
        put(station, 'mean', who, meanOf(ledger.delaysByFrom[s * (stations + 1) + from]));
        put(station, 'p90', who, percentileOf(ledger.delaysByFrom[s * (stations + 1) + from], 0.9));
      }
    });
  },
};
