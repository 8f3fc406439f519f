// Days from being ready (or arriving) to moving or giving up, per person; zero for those who move at once.
import { putAskedByWho, putAskedOfDays, putDays } from '../put-statistics.ts';
import { USUAL_THRESHOLDS } from '../recorder.ts';
import { cellsOf, ofDays, quotient, type Source } from '../source.ts';
import type { Measure } from './measure.ts';

export const delayDays: Measure = {
  id: 'delayDays',
  label: 'Days waited',
  unit: 'days',
  betterWhen: 'less',
  rows({ ledger, network, asked, comeFrom, attributes }, put) {
    const stations = network.stationIds.length;
    const needs = network.needIds.length;
    network.stationIds.forEach((station, s) => {
      const toAll = (statistic: string, source: Source) => put(station, statistic, 'all', source);
      putDays(ledger.days.delays[s], [50, 90, 95], asked, toAll, USUAL_THRESHOLDS);
      network.needIds.forEach((need, n) => {
        put(station, 'mean', `need:${need}`, ofDays(ledger.days.delaysByNeed[s * needs + n], 'mean'));
        put(station, 'p90', `need:${need}`, ofDays(ledger.days.delaysByNeed[s * needs + n], 'percentile', 0.9));
      });
      for (const group of attributes) {
        const people = cellsOf(ledger.days.delaysByKind, network, s, group);
        put(station, 'mean', group.who, quotient(cellsOf(ledger.days.delayDaysByKind, network, s, group), people));
      }
      putAskedByWho(ledger.byWho, ledger.days.delaysByWho, s, asked, (who, statistic, source) => {
        // A need has this one always.
        if (statistic !== 'p90' || !who.startsWith('need:')) put(station, statistic, who, source);
      });
      for (const { who, from } of comeFrom[s]) {
        const account = ledger.days.delaysByFrom[s * (stations + 1) + from];
        put(station, 'mean', who, ofDays(account, 'mean'));
        put(station, 'p90', who, ofDays(account, 'percentile', 0.9));
        const toThem = (statistic: string, source: Source) => put(station, statistic, who, source);
        putAskedOfDays(account, asked, toThem, [90]);
      }
    });
  },
};
