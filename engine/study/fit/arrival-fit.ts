// Arrivals from what was counted: the rate, which factors the counts bear out, and whether people come independently of each other (Poisson).
import { samplerOf } from '../../distributions/index.ts';
import { monthAt, weekdayAt } from '../../ground/dates.ts';
import { exp, log } from '../../ground/portable.ts';
import { type FittedNumber, HALF_CHI_SQUARED_95 } from './family-fit.ts';
import { crossing } from './peak.ts';
import { DAYS_IN_YEAR, fitRates, type Counted, type Rates, type Terms } from './rates.ts';

export interface ArrivalFit {
  readonly people: number;
  readonly periods: number;
  readonly days: number;
  /** The day after the last, for which the rate is given where there is growth. */
  readonly referenceDay: number;
  readonly rates: Rates;
  readonly perDay: FittedNumber;
  readonly growthPerYear: FittedNumber | null;
  /** Variance over mean, the factors allowed for: 1 where people come independently of each other; with its 95 % interval. */
  readonly dispersion: FittedNumber;
  /** What the counts are too short to show. */
  readonly notLookedFor: readonly (keyof Terms)[];
  /** Every set of factors that was tried, best first. */
  readonly tried: readonly { readonly terms: Terms; readonly criterion: number }[];
}

/** Seasons and growth look alike until there are two years of counts. */
const [YEAR, TWO_YEARS] = [365, 730];

export function fitArrivals(counted: readonly Counted[]): ArrivalFit {
  const last = counted[counted.length - 1];
  const referenceDay = last.day + last.days;
  const days = counted.reduce((sum, each) => sum + each.days, 0);
  const span = referenceDay - counted[0].day;
  const isDaily = counted.every((each) => each.days === 1);
  const can: Terms = {
    weekdays: isDaily && new Set(counted.map(({ day }) => weekdayAt(day))).size === 7 && counted.length >= 28,
    months: span >= YEAR && new Set(counted.map(({ day }) => monthAt(day))).size === 12,
    growth: span >= TWO_YEARS,
  };
  const sets = subsetsOf(can).map((terms) => fitRates(counted, terms, referenceDay));
  const fullest = sets.reduce((most, each) => (each.numbers > most.numbers ? each : most));
  const freedom = Math.max(1, counted.length - fullest.numbers);
  const index = pearson(counted, fullest.expected) / freedom;
  // Counts that vary more than chance would make every factor look real: likelihoods are divided by as much.
  const atLeastChance = Math.max(1, index);
  const judged = sets
    .map((rates) => ({ rates, criterion: (-2 * rates.logLikelihood) / atLeastChance + 2 * rates.numbers }))
    .sort((a, b) => a.criterion - b.criterion);
  const { rates } = judged[0];
  const people = counted.reduce((sum, { count }) => sum + count, 0);
  const fall = HALF_CHI_SQUARED_95 * atLeastChance;
  const growthPerYear = rates.growthPerYear === null ? null : growthWithin(counted, rates, referenceDay, fall);
  return {
    people,
    periods: counted.length,
    days,
    referenceDay,
    rates,
    perDay: rateWithin(rates.perDay, people, fall, growthPerYear, span / 2 / DAYS_IN_YEAR),
    growthPerYear,
    dispersion: dispersionWithin(index, freedom),
    notLookedFor: (['weekdays', 'months', 'growth'] as const).filter((term) => !can[term]),
    tried: judged.map(({ rates: { terms }, criterion }) => ({ terms, criterion: criterion - judged[0].criterion })),
  };
}

function subsetsOf({ weekdays, months, growth }: Terms): Terms[] {
  const both = (can: boolean) => (can ? [false, true] : [false]);
  return both(weekdays).flatMap((w) =>
    both(months).flatMap((m) => both(growth).map((g) => ({ weekdays: w, months: m, growth: g }))),
  );
}

function pearson(counted: readonly Counted[], expected: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < expected.length; at++)
    if (expected[at] > 0)
      sum += ((counted[at].count - expected[at]) * (counted[at].count - expected[at])) / expected[at];
  return sum;
}

/**
 * By the likelihood ratio of the whole number of people; with growth also of the growth since the middle of the records, so many years
 * before. The two say nothing of each other there, so that their squares add up.
 */
function rateWithin(
  value: number,
  people: number,
  fall: number,
  growth: FittedNumber | null,
  yearsSince: number,
): FittedNumber {
  const curve = (logTimes: number) => people * (logTimes + 1 - exp(logTimes)) + fall;
  const end = (step: number, growthEnd: number | null) => {
    const ofRate = crossing(curve, 0, step);
    const ofGrowth = growth === null ? 0 : yearsSince * log((1 + growthEnd!) / (1 + growth.value));
    return value * exp((step < 0 ? -1 : 1) * Math.sqrt(ofRate * ofRate + ofGrowth * ofGrowth));
  };
  const step = 1 / Math.sqrt(people);
  return { value, low: end(-step, growth?.low ?? null), high: end(step, growth?.high ?? null) };
}

function growthWithin(counted: readonly Counted[], rates: Rates, referenceDay: number, fall: number): FittedNumber {
  const best = log(1 + rates.growthPerYear!);
  const curve = (logGrowth: number) =>
    fitRates(counted, rates.terms, referenceDay, logGrowth).logLikelihood - rates.logLikelihood + fall;
  const end = (step: number) => exp(crossing(curve, best, step)) - 1;
  return { value: rates.growthPerYear!, low: end(-0.02), high: end(0.02) };
}

/** Pearson's sum over the variance is chi-squared with so many degrees of freedom. */
function dispersionWithin(value: number, freedom: number): FittedNumber {
  const { quantile } = samplerOf({ shape: 'gamma', meanDays: freedom, sdDays: Math.sqrt(2 * freedom) });
  const sum = value * freedom;
  return { value, low: sum / quantile(0.975), high: sum / quantile(0.025) };
}
