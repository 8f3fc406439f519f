// Admissions a day; at an exit, people who left by it.
import { totalOf } from '../../network/groups.ts';
import type { Measure } from './measure.ts';

export const starts: Measure = {
  id: 'starts',
  label: 'Starts',
  unit: 'patients a day',
  definition: 'Admissions a day; at an exit, the people who left by it.',
  betterWhen: null,
  read({ ledger, network, days, comeFrom, needs, attributes }, put) {
    const stations = network.stationIds.length;
    const streams = network.streamIds.length + 1;
    network.stationIds.forEach((station, s) => {
      let all = 0;
      for (const group of needs) all += totalOf(ledger.flow.startsByKind, network, s, group);
      put(station, 'mean', 'all', all / days);
      for (const group of [...needs, ...attributes])
        put(station, 'mean', group.who, totalOf(ledger.flow.startsByKind, network, s, group) / days);
      for (const { who, from } of comeFrom[s])
        put(station, 'mean', who, ledger.flow.startsByFrom[s * (stations + 1) + from] / days);
      network.streamIds.forEach((stream, t) =>
        put(station, 'mean', `stream:${stream}`, ledger.flow.startsByStream[s * streams + t] / days),
      );
    });
  },
};
