// Prints the factors of arrivals: weekdays and months beside each other, and how the other sets of factors did.
import type { ArrivalFit } from '../../engine/index.ts';
import { amount, layTable } from './table.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export function arrivalsTable({ rates, perDay, growthPerYear, tried }: ArrivalFit): string {
  const row = (names: readonly string[], factors: readonly number[] | null) =>
    factors === null
      ? ''
      : layTable([{ cells: ['', ...names] }, { cells: ['times', ...factors.map((each) => each.toFixed(3))] }]);
  const named = ({ weekdays, months, growth }: (typeof tried)[number]['terms']) =>
    [weekdays && 'weekdays', months && 'months', growth && 'growth'].filter(Boolean).join(', ') || 'one rate';
  return [
    layTable([
      { cells: ['', 'value', '95 % interval'] },
      { cells: ['people a day', amount(perDay.value), `${amount(perDay.low)} to ${amount(perDay.high)}`] },
      ...(growthPerYear === null
        ? []
        : [
            {
              cells: [
                'growth a year',
                amount(growthPerYear.value, 'share'),
                `${amount(growthPerYear.low, 'share')} to ${amount(growthPerYear.high, 'share')}`,
              ],
            },
          ]),
    ]),
    row(WEEKDAYS, rates.weekdayFactors),
    row(MONTHS, rates.monthFactors),
    layTable([
      { cells: ['factors tried', 'AIC more'] },
      ...tried.map(({ terms, criterion }) => ({ cells: [named(terms), criterion.toFixed(1)] })),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
