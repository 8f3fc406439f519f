// How far people go: in a straight line, from the middle of where the people of their locality live to the place they get.
import { cellsOf, workedOut } from '../source.ts';
import type { Measure } from './measure.ts';

export const distance: Measure = {
  id: 'distance',
  label: 'Distance from home',
  unit: 'km',
  betterWhen: 'less',
  rows({ ledger, network, attributes }, put) {
    const sites = network.sites.filter(({ kmFrom }) => Object.keys(kmFrom).length > 0);
    if (sites.length === 0) return;
    const groupsThere = attributes.filter(({ who }) => who in sites[0].kmFrom);
    const mean = (of: typeof sites, groups: typeof groupsThere) => {
      const legs = of.flatMap(({ station, kmFrom }) =>
        groups.map((group) => ({
          at: cellsOf(ledger.flow.startsByKind, network, station, group).at,
          km: kmFrom[group.who],
        })),
      );
      return workedOut(({ flow }) => {
        let people = 0;
        let km = 0;
        for (const leg of legs)
          for (const at of leg.at) {
            people += flow.startsByKind[at];
            km += flow.startsByKind[at] * leg.km;
          }
        return people === 0 ? NaN : km / people;
      });
    };
    put('all', 'mean', 'all', mean(sites, groupsThere));
    for (const group of groupsThere) put('all', 'mean', group.who, mean(sites, [group]));
    for (const site of sites) put(network.stationIds[site.station], 'mean', 'all', mean([site], groupsThere));
  },
};
