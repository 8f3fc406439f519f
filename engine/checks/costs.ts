// Costs: a count whose mean is known from theory, times its price; prices rise in whole steps at each anniversary.
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { visitsOfAStay } from './visits.ts';
import { meanToOpening, workingHours } from './week.ts';

const daysInAYear = 365.25;
/** From 1 January 2024: a leap year, and another. */
const [leapYear, year] = [366, 365];
const growthPerYear = 0.1;
/** The first year's price, then one step up. */
const meanPrice = (leapYear + year * (1 + growthPerYear)) / (leapYear + year);

const perDay = { ward: 1, held: 1 };
const [beds, stay] = [3, 1];
const visits = { first: 2, last: 1 };
const prices = {
  ward: { placeDayGbp: 300, personDayGbp: 150, startGbp: 400, growthPerYear },
  care: { visitGbp: 40, startGbp: 60 },
  held: { personDayGbp: 200, delayedDayGbp: 150 },
};

export function costs(): Check[] {
  const { said, week } = workingHours(9, 17);
  const delayed = perDay.held * meanToOpening(week);
  const { ward: w, care, held } = prices;
  const aYear = {
    ward: (beds * w.placeDayGbp + perDay.ward * stay * w.personDayGbp + perDay.ward * w.startGbp) * meanPrice,
    care: perDay.ward * (visitsOfAStay(2, visits.first, visits.last) * care.visitGbp + care.startGbp),
    held: (perDay.held * stay + delayed) * held.personDayGbp + delayed * held.delayedDayGbp,
  };
  const figure = (station: 'ward' | 'care' | 'held', words: string, formula: string) => ({
    id: station,
    figure: `${words}, £ a year`,
    formula,
    reads: { station, measure: 'cost' },
    expected: aYear[station] * daysInAYear,
  });
  return checksOf({
    id: 'costs',
    title: 'Costs of beds, of care at home by visits, and of delay',
    source: 'Little, Operations Research 9 (1961) 383-387: mean numbers times their prices',
    setting: {
      calendar: { warmUpDays: 30, runDays: leapYear + year },
      evidence: Object.fromEntries(
        Object.entries(prices).flatMap(([station, each]) =>
          Object.keys(each).map((key) => [
            `stations.${station}.costs.${key}`,
            { status: 'illustrative', source: 'A round number, for a model with a known answer.' },
          ]),
        ),
      ),
      needs: { beds: { label: 'Beds', goesTo: 'ward' }, held: { label: 'Held', goesTo: 'held' } },
      streams: {
        beds: { label: 'Beds', arrivalsPerDay: perDay.ward, shares: { beds: 1, held: 0 } },
        held: { label: 'Held', arrivalsPerDay: perDay.held, shares: { beds: 0, held: 1 } },
      },
      stations: {
        ward: ward(beds, exponential(stay), { next: [{ to: 'care' }], costs: w }),
        care: {
          kind: 'caseload',
          label: 'Home care',
          stay: exponential(2),
          next: [{ to: 'home' }],
          visitsPerDay: 1000,
          visits,
          takesAll: true,
          costs: care,
        },
        held: ward('unlimited', exponential(stay), { releases: said, costs: held }),
        home,
      },
    },
    figures: [
      figure(
        'ward',
        'beds, people in them and starts, prices up by a tenth each year',
        '(beds × 300 + λ m × 150 + λ × 400) × mean price',
      ),
      figure('care', 'visits and starts', 'λ (visits of a stay × 40 + 60)'),
      figure('held', 'people in beds, and delayed days besides', '(λ m + delayed) × 200 + delayed × 150'),
      {
        id: 'all',
        figure: 'everything, £ a year',
        formula: 'the sum',
        reads: { station: 'all', measure: 'cost' },
        expected: (aYear.ward + aYear.care + aYear.held) * daysInAYear,
      },
    ],
  });
}
