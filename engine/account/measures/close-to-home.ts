// Of people placed at a station with a locality, the share who live in that locality.
import { cells, cellsOf, quotient, type Cells } from '../source.ts';
import type { Measure } from './measure.ts';

export const closeToHome: Measure = {
  id: 'closeToHome',
  label: 'Close to home',
  unit: 'share',
  betterWhen: 'more',
  rows({ ledger, network, attributes }, put) {
    const { startsByKind } = ledger.flow;
    const { sites } = network;
    if (sites.length === 0) return;
    const groupsThere = attributes.filter(({ who }) => who.split(':')[0] === sites[0].closeTo.split(':')[0]);
    const starts = (station: number, group: (typeof attributes)[number]) =>
      cellsOf(startsByKind, network, station, group);
    const together = (all: readonly Cells[]) => cells(startsByKind, ...all.flatMap(({ at }) => at));
    const share = (of: typeof sites, groups: typeof groupsThere) =>
      quotient(
        together(
          of.flatMap(({ station, closeTo }) =>
            groups.filter(({ who }) => who === closeTo).map((g) => starts(station, g)),
          ),
        ),
        together(of.flatMap(({ station }) => groups.map((g) => starts(station, g)))),
      );
    put('all', 'mean', 'all', share(sites, groupsThere));
    for (const group of groupsThere) put('all', 'mean', group.who, share(sites, [group]));
    for (const site of sites) put(network.stationIds[site.station], 'mean', 'all', share([site], groupsThere));
  },
};
