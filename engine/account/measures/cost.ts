// Cost a year by station and by what is paid for, where a source for the price is given.
import { COSTED } from '../costs.ts';
import type { Ledger } from '../ledger.ts';
import type { StationCosts } from '../../network/network.ts';
import { known, workedOut } from '../source.ts';
import type { Measure } from './measure.ts';

const DAYS_IN_A_YEAR = 365.25;

/** What is paid for, as rows name it; all but the last add up to the cost. */
const PARTS = ['open places', 'days of care', 'visits', 'starts', 'delayed days', 'empty places'] as const;
const ADDED = PARTS.slice(0, -1).map((_, part) => part);

/** £ over the run. */
type Pounds = (ledger: Ledger) => number;

export const cost: Measure = {
  id: 'cost',
  label: 'Cost',
  unit: '£ a year',
  betterWhen: 'less',
  rows({ network, days, features }, put) {
    if (!features.costs) return;
    const said = PARTS.filter((part) => part !== 'visits' || features.visits);
    const everywhere = new Map<string, Pounds[]>(['mean', ...said].map((statistic) => [statistic, []]));
    const aYear = (pounds: readonly Pounds[]) =>
      pounds.length === 0
        ? known(NaN)
        : workedOut((ledger) => (pounds.reduce((sum, one) => sum + one(ledger), 0) * DAYS_IN_A_YEAR) / days);
    network.stationIds.forEach((station, s) => {
      if (network.isExit[s]) return;
      const prices = network.costs[s];
      const add = (statistic: string, isKnown: boolean, parts: readonly number[]) => {
        const pounds = isKnown ? [poundsOf(prices, s, parts)] : [];
        put(station, statistic, 'all', aYear(pounds));
        everywhere.get(statistic)!.push(...pounds);
      };
      add('mean', prices.known, ADDED);
      for (const part of said) {
        const at = PARTS.indexOf(part);
        // Empty places are paid for as open ones.
        add(part, prices.known && !prices.unsourced[part === 'empty places' ? 0 : at], [at]);
      }
    });
    for (const [statistic, pounds] of everywhere) put('all', statistic, 'all', aYear(pounds));
  },
};

/** Some of the parts: what was counted between one anniversary and the next, at that year's prices. */
function poundsOf(
  { placeDay, personDay, visit, start, delayedDay, growthPerYear }: StationCosts,
  station: number,
  parts: readonly number[],
): Pounds {
  const prices = [placeDay, personDay, visit, start, delayedDay, placeDay];
  return ({ anniversaries }) => {
    let [pounds, level] = [0, 1];
    anniversaries.forEach((rows, year) => {
      let paid = 0;
      for (const part of parts) {
        const at = station * COSTED + part;
        paid += prices[part] * (rows[at] - (year === 0 ? 0 : anniversaries[year - 1][at]));
      }
      pounds += level * paid;
      level *= 1 + growthPerYear;
    });
    return pounds;
  };
}
