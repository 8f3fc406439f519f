// Cost a year by station and by what is paid for, where a source for the price is given.
import { COSTED } from '../costs.ts';
import { hasLimit, type StationCosts } from '../../network/network.ts';
import type { Measure } from './measure.ts';

const DAYS_IN_A_YEAR = 365.25;

/** What is paid for, as rows name it; all but the last add up to the cost. */
const PARTS = ['open places', 'days of care', 'visits', 'starts', 'delayed days', 'empty places'] as const;

export const cost: Measure = {
  id: 'cost',
  label: 'Cost',
  unit: '£ a year',
  definition:
    'Places in force, days of care, visits, starts and delayed days, each at its price and added; prices rise at each anniversary of the start date. Only prices with a source count. Empty places are those of the places in force that are neither held nor reserved.',
  betterWhen: 'less',
  read({ ledger, network, days, features }, put) {
    if (!features.costs) return;
    const said = PARTS.filter((part) => part !== 'visits' || features.visits);
    const total: Record<string, number> = {};
    const add = (station: string, statistic: string, pounds: number, isKnown: boolean) => {
      put(station, statistic, 'all', (pounds * DAYS_IN_A_YEAR) / days);
      if (isKnown) total[statistic] = (total[statistic] ?? 0) + pounds;
    };
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      const prices = network.costs[s];
      const limited = hasLimit(network, s);
      const { known } = prices;
      add(station, 'mean', known ? poundsOf(prices, ledger.anniversaries, s, limited) : NaN, known);
      const parts = known ? partsOf(prices, ledger.anniversaries, s, limited) : null;
      for (const part of said) {
        const at = PARTS.indexOf(part);
        // Empty places are paid for as open ones.
        const isKnown = parts !== null && !prices.unsourced[part === 'empty places' ? 0 : at];
        add(station, part, isKnown ? parts[at] : NaN, isKnown);
      }
    });
    for (const statistic of ['mean', ...said])
      put('all', statistic, 'all', ((total[statistic] ?? NaN) * DAYS_IN_A_YEAR) / days);
  },
};

/** £ over the run: what was counted between one anniversary and the next, at that year's prices. */
const poundsOf = (...of: Parameters<typeof yearsOf>): number =>
  yearsOf(...of).reduce(
    (pounds, { level, paid: [places, people, visits, starts, delayed] }) =>
      pounds + level * (places! + people! + visits! + starts! + delayed!),
    0,
  );

/** The same by part. */
const partsOf = (...of: Parameters<typeof yearsOf>): number[] =>
  yearsOf(...of).reduce(
    (parts, { level, paid }) => parts.map((pounds, part) => pounds + level * paid[part]),
    PARTS.map(() => 0),
  );

/** Year by year: what prices have risen to, and each part at the prices of the first year. */
function yearsOf(
  { placeDay, personDay, visit, start, delayedDay, growthPerYear }: StationCosts,
  anniversaries: readonly Float64Array[],
  station: number,
  limited: boolean,
): { level: number; paid: number[] }[] {
  const place = limited ? placeDay : 0;
  const prices = [place, personDay, visit, start, delayedDay, place];
  let level = 1;
  let before = new Float64Array(COSTED);
  return anniversaries.map((rows) => {
    const now = rows.slice(station * COSTED, (station + 1) * COSTED);
    const year = { level, paid: prices.map((price, part) => price * (now[part] - before[part])) };
    level *= 1 + growthPerYear;
    before = now;
    return year;
  });
}
