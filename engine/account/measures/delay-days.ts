// Days from being ready (or arriving) to moving or giving up, per person; zero for those who move at once.
import { totalOf } from '../../network/groups.ts';
import { putAskedByWho, putAskedOfDays, putDays } from '../put-statistics.ts';
import { USUAL_THRESHOLDS, meanOf, percentileOf } from '../recorder.ts';
import type { Measure } from './measure.ts';

export const delayDays: Measure = {
  id: 'delayDays',
  label: 'Days waited',
  unit: 'days',
  definition:
    'Days from being ready (or arriving) to moving or giving up, per person, when the wait ends, counted where they went; zero when at once.',
  betterWhen: 'less',
  read({ ledger, network, days, asked, comeFrom, attributes }, put) {
    const stations = network.stationIds.length;
    const needs = network.needIds.length;
    network.stationIds.forEach((station, s) => {
      const toAll = (statistic: string, value: number) => put(station, statistic, 'all', value);
      putDays(ledger.days.delays[s], [50, 90, 95], asked, toAll, USUAL_THRESHOLDS);
      network.needIds.forEach((need, n) => {
        put(station, 'mean', `need:${need}`, meanOf(ledger.days.delaysByNeed[s * needs + n]));
        put(station, 'p90', `need:${need}`, percentileOf(ledger.days.delaysByNeed[s * needs + n], 0.9));
      });
      for (const group of attributes) {
        const people = totalOf(ledger.days.delaysByKind, network, s, group);
        put(station, 'mean', group.who, totalOf(ledger.days.delayDaysByKind, network, s, group) / people);
      }
      putAskedByWho(ledger.byWho, ledger.days.delaysByWho, s, days, asked, (who, statistic, value) => {
        // A need has this one always.
        if (statistic !== 'p90' || !who.startsWith('need:')) put(station, statistic, who, value);
      });
      for (const { who, from } of comeFrom[s]) {
        const account = ledger.days.delaysByFrom[s * (stations + 1) + from];
        put(station, 'mean', who, meanOf(account));
        put(station, 'p90', who, percentileOf(account, 0.9));
        const toThem = (statistic: string, value: number) => put(station, statistic, who, value);
        putAskedOfDays(account, asked, toThem, [90]);
      }
    });
  },
};
