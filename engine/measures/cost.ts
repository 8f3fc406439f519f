// Cost a year by station, where a source for it is given.
import { COSTED } from '../ledger.ts';
import { hasLimit, type StationCosts } from '../network.ts';
import type { Measure } from './measure.ts';

const DAYS_IN_A_YEAR = 365.25;

export const cost: Measure = {
  id: 'cost',
  label: 'Cost',
  unit: '£ a year',
  definition:
    'Places in force, days of care, visits, starts and delayed days, each at its price and added; prices rise at each anniversary of the start date. Only prices with a source count.',
  betterWhen: 'less',
  read({ ledger, network, days, features }, put) {
    if (!features.costs) return;
    let all = 0;
    let known = false;
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      const prices = network.costs[s]!;
      const pounds = prices.known ? poundsOf(prices, ledger.anniversaries, s, hasLimit(network, s)) : NaN;
      put(station, 'mean', 'all', (pounds * DAYS_IN_A_YEAR) / days);
      if (!prices.known) return;
      known = true;
      all += pounds;
    });
    put('all', 'mean', 'all', known ? (all * DAYS_IN_A_YEAR) / days : NaN);
  },
};

/** £ over the run: what was counted between one anniversary and the next, at that year's prices. */
function poundsOf(
  prices: StationCosts,
  anniversaries: readonly Float64Array[],
  station: number,
  limited: boolean,
): number {
  const { placeDay, personDay, visit, start, delayedDay, growthPerYear } = prices;
  let pounds = 0;
  let level = 1;
  let before = new Float64Array(COSTED);
  for (const rows of anniversaries) {
    const now = rows.slice(station * COSTED, (station + 1) * COSTED);
    const [places, people, visits, starts, delayed] = now.map(
      (count, at) => count - before[at]!,
    ) as unknown as number[];
    pounds +=
      level *
      ((limited ? placeDay * places! : 0) +
        personDay * people! +
        visit * visits! +
        start * starts! +
        delayedDay * delayed!);
    level *= 1 + growthPerYear;
    before = now;
  }
  return pounds;
}
