// Mean delayed or waiting people by cause, for the station they asked for first.
import { ASSESSMENT, causes, CLOSED_HOURS, NO_PLACE, PREPARATION, STARTS_LIMIT, VISITS } from '../../trace/causes.ts';
import type { Network } from '../../network/network.ts';
import { cells, quotient } from '../source.ts';
import type { About, Measure } from './measure.ts';

export const delayCause: Measure = {
  id: 'delayCause',
  label: 'Cause of waiting',
  unit: 'people',
  betterWhen: 'less',
  rows({ ledger, network, days, comeFrom, features }, put) {
    const stations = network.stationIds.length;
    const froms = stations + 1;
    network.stationIds.forEach((station, s) => {
      for (const c of causesAt(network, s, features)) {
        const cause = causes[c];
        const daysOf = (...from: readonly number[]) =>
          cells(ledger.waits.causeArea, ...from.map((one) => (c * froms + one) * stations + s));
        put(station, cause, 'all', quotient(daysOf(...Array(froms).keys()), days));
        for (const { who, from } of comeFrom[s]) put(station, cause, who, quotient(daysOf(from), days));
      }
    });
  },
};

/** The causes that can keep people from a station at all. */
function causesAt(network: Network, station: number, features: About['features']): number[] {
  if (network.keepsPlace[station]) return [ASSESSMENT];
  const isExit = network.isExit[station] === 1;
  return [
    ...(features.preparation ? [PREPARATION] : []),
    ...(isExit ? [] : [NO_PLACE, STARTS_LIMIT]),
    ...(features.visits && !isExit ? [VISITS] : []),
    ...(features.hours ? [CLOSED_HOURS] : []),
  ];
}
