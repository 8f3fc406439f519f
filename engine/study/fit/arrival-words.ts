// What a fit of arrivals says, in sentences for the page and the terminal.
import { dateAt } from '../../ground/dates.ts';
import { listWords } from '../../ground/problem.ts';
import type { ArrivalFit } from './arrival-fit.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const NEEDS = {
  weekdays: 'weekdays (which needs four weeks of days)',
  months: 'months (a whole year)',
  growth: 'growth (two years)',
} as const;

/** The rate first, then the factors, then whether a Poisson process fits. */
export function arrivalWords(fit: ArrivalFit): string[] {
  const { rates, perDay, growthPerYear, people, days, notLookedFor, referenceDay } = fit;
  return [
    `${figures(perDay.value)} people a day (95 % interval ${figures(perDay.low!)} to ${figures(perDay.high!)})${growthPerYear ? `, as on ${dateAt(referenceDay)}` : ''}: ${people} in ${days} days.`,
    extremes('Weekdays', rates.weekdayFactors, WEEKDAYS),
    extremes('Months', rates.monthFactors, MONTHS),
    growthPerYear === null
      ? ''
      : `Growth: ${percent(growthPerYear.value)} a year (95 % interval ${percent(growthPerYear.low!)} to ${percent(growthPerYear.high!)}).`,
    isPlain(fit) ? 'The counts show no clear pattern over time.' : '',
    notLookedFor.length === 0
      ? ''
      : `Too short to show ${listWords(
          notLookedFor.map((term) => NEEDS[term]),
          'or',
        )}.`,
    dispersionWords(fit),
  ].filter((sentence) => sentence !== '');
}

const isPlain = ({ rates: { weekdayFactors, monthFactors, growthPerYear } }: ArrivalFit): boolean =>
  weekdayFactors === null && monthFactors === null && growthPerYear === null;

function dispersionWords({ dispersion: { value, low, high } }: ArrivalFit): string {
  const index = `index of dispersion ${value.toFixed(2)}, 95 % interval ${low!.toFixed(2)} to ${high!.toFixed(2)}; it is 1 for independent arrivals`;
  if (low! > 1)
    return `A Poisson process does not fit: counts vary more than independent arrivals would (${index}). The model would have too few busy days; use the observed days themselves.`;
  if (high! < 1)
    return `A Poisson process does not fit: counts vary less than independent arrivals would, as they do where people are booked in (${index}). Use the observed days themselves.`;
  return `A Poisson process fits: counts vary about as much as independent arrivals would (${index}).`;
}

function extremes(what: string, factors: readonly number[] | null, names: readonly string[]): string {
  if (factors === null) return '';
  const [most, least] = [Math.max(...factors), Math.min(...factors)];
  return `${what} differ: ${names[factors.indexOf(most)]} has ${figures(most)} times the mean, ${names[factors.indexOf(least)]} ${figures(least)} times.`;
}

const figures = (each: number): string => String(Number(each.toPrecision(3)));
const percent = (share: number): string => `${(share * 100).toFixed(1).replace('-', '−')} %`;
