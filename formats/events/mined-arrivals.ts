// Who came to a log and when: a rate with its factors for weekdays, months and hours of the day, as far as the log bears them out.
import { type Counted, dayNumber, fitArrivals, type FittedNumber, shareWithin } from '../../engine/index.ts';
import type { Journey } from './journeys.ts';
import type { LogCalendar } from './log.ts';
import { CLEARLY, type Evidence, measured } from './measured.ts';
import type { Seen } from './seen.ts';

export interface MinedStream {
  readonly piece: object;
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly people: number;
  /** Variance over mean of the counts of a day; undefined: too few days. */
  readonly dispersion: FittedNumber | undefined;
  readonly follows: { readonly weekdays: boolean; readonly hours: boolean; readonly months: boolean };
}

const [WEEK, HOURS, DAYS_IN_YEAR] = [7, 24, 365.25];
/** Fewer days than this say nothing of weekdays; then all the time counts, and not whole days alone. */
const ENOUGH_DAYS = 28;

export function mineArrivals(
  people: readonly Journey[],
  { begins, arrivalsUntil, isCutOff, runOf }: Seen,
  calendar: LogCalendar,
  file: string,
): MinedStream {
  const counts = new Float64Array(HOURS);
  const zero = dayNumber(calendar.startDate);
  const wholeDays = Math.min(...Array.from(arrivalsUntil, (until, run) => Math.floor(until) - Math.ceil(begins[run])));
  const isByDay = wholeDays >= ENOUGH_DAYS;
  const counted = Array.from(begins, (begin, run): Counted[] => {
    const until = arrivalsUntil[run];
    if (!isByDay) return [{ day: zero + Math.floor(begin), days: until - begin, count: 0 }];
    const [from, to] = [Math.ceil(begin), Math.floor(until)];
    return Array.from({ length: to - from }, (_one, day) => ({ day: zero + from + day, days: 1, count: 0 }));
  });
  let n = 0;
  for (const { person, arrived } of people) {
    const run = runOf[person];
    // Where the end is an arrival, that one only says when it came.
    const isEnd = arrived > arrivalsUntil[run] || (isCutOff[run] === 1 && arrived === arrivalsUntil[run]);
    const at = isByDay ? Math.floor(arrived) - Math.ceil(begins[run]) : 0;
    const period = counted[run][at];
    if (isEnd || period === undefined) continue;
    counted[run][at] = { ...period, count: period.count + 1 };
    counts[Math.floor((arrived - Math.floor(arrived)) * HOURS)]++;
    n++;
  }
  if (n === 0)
    return {
      piece: { arrivalsPerDay: 0 },
      evidence: { arrivalsPerDay: measured(file, 0) },
      people: 0,
      dispersion: undefined,
      follows: { weekdays: false, hours: false, months: false },
    };
  const fit = fitArrivals(counted.flat());
  const { weekdayFactors, monthFactors } = fit.rates;
  const byHour = isByDay && differs(counts, n) ? Array.from(counts, (count) => (count * HOURS) / n) : undefined;
  // The rate is given for the end of the log; the model begins with it.
  const growth = fit.growthPerYear;
  const back = growth === null ? 1 : (1 + growth.value) ** (-(fit.referenceDay - zero) / DAYS_IN_YEAR);
  const rate = scaled(fit.perDay, back);
  const factors = byHour
    ? Array.from(
        { length: WEEK * HOURS },
        (_one, at) => (weekdayFactors?.[Math.floor(at / HOURS)] ?? 1) * byHour[at % HOURS],
      )
    : weekdayFactors;
  return {
    piece: {
      arrivalsPerDay: inShort(rate.value),
      ...(factors && { weekdayFactors: factors.map(inShort) }),
      ...(monthFactors && { monthFactors: monthFactors.map(inShort) }),
      ...(growth && { growthPerYear: inShort(growth.value) }),
    },
    evidence: {
      arrivalsPerDay: measured(file, n, rate),
      ...(factors && ofWeek(byHour !== undefined, counted.flat(), n, file)),
      ...(monthFactors && { monthFactors: measured(file, n) }),
      ...(growth && { growthPerYear: measured(file, n, growth) }),
    },
    people: n,
    dispersion: isByDay ? fit.dispersion : undefined,
    follows: { weekdays: weekdayFactors !== null, hours: byHour !== undefined, months: monthFactors !== null },
  };
}

/** Of weekdays, each factor lies in its own interval; of hours, each is a product of two. */
function ofWeek(isByHour: boolean, counted: readonly Counted[], n: number, file: string): Record<string, Evidence> {
  if (isByHour)
    return {
      weekdayFactors: {
        ...measured(file, n),
        note: 'By hour of the week: the factor of the weekday times that of the hour.',
      },
    };
  const counts = new Float64Array(WEEK);
  const days = new Float64Array(WEEK);
  for (const { day, count } of counted) {
    // 1 January 1970 was a Thursday.
    const weekday = (((day + 3) % WEEK) + WEEK) % WEEK;
    counts[weekday] += count;
    days[weekday]++;
  }
  return Object.fromEntries(
    Array.from(counts, (count, weekday) => {
      const times = counted.length / days[weekday];
      return [`weekdayFactors.${weekday}`, measured(file, count, scaled(shareWithin(count, n), times))];
    }),
  );
}

/** By Akaike's criterion: twice what the hours gain, less what 23 numbers would gain anyway. */
function differs(counts: Float64Array, n: number): boolean {
  let gain = 0;
  for (const count of counts) if (count > 0) gain += 2 * count * Math.log((count * HOURS) / n);
  return gain > 2 * (HOURS - 1) + CLEARLY;
}

const scaled = ({ value, low, high }: FittedNumber, times: number): FittedNumber => ({
  value: value * times,
  low: low === null ? null : low * times,
  high: high === null ? null : high * times,
});
const inShort = (value: number): number => Number(value.toPrecision(6));
