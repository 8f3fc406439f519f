// Admissions a day; at an exit, people who left by it.
import { cells, cellsOf, quotient } from '../source.ts';
import type { Measure } from './measure.ts';

export const starts: Measure = {
  id: 'starts',
  label: 'Starts',
  unit: 'patients a day',
  betterWhen: null,
  rows({ ledger, network, days, comeFrom, needs, attributes }, put) {
    const stations = network.stationIds.length;
    const streams = network.streamIds.length + 1;
    network.stationIds.forEach((station, s) => {
      const everyKind = Array.from({ length: network.kinds }, (_, kind) => s * network.kinds + kind);
      put(station, 'mean', 'all', quotient(cells(ledger.flow.startsByKind, ...everyKind), days));
      for (const group of [...needs, ...attributes])
        put(station, 'mean', group.who, quotient(cellsOf(ledger.flow.startsByKind, network, s, group), days));
      for (const { who, from } of comeFrom[s])
        put(station, 'mean', who, quotient(cells(ledger.flow.startsByFrom, s * (stations + 1) + from), days));
      network.streamIds.forEach((stream, t) =>
        put(station, 'mean', `stream:${stream}`, quotient(cells(ledger.flow.startsByStream, s * streams + t), days)),
      );
    });
  },
};
