// Compiles streams: how people arrive, with factors divided by their mean, growth turned into a factor a day, and weekday means of a list of days.
import { samplerOf } from '../distributions/index.ts';
import type { Stream } from '../model/document/people.ts';
import { dayNumber } from '../ground/dates.ts';
import { NO_HOLIDAYS, weekdayLike, type Holidays } from '../ground/holidays.ts';
import type { DayMeans, NetworkStream } from './network.ts';
import { exp, log } from '../ground/portable.ts';

export function networkStream(stream: Stream, hash: number, holidays = NO_HOLIDAYS): NetworkStream {
  const hours = stream.weekdayFactors ? hourFactors(stream.weekdayFactors) : null;
  return {
    kind: stream.everyDays
      ? 'renewal'
      : stream.counts
        ? 'counts'
        : stream.atDays
          ? 'moments'
          : stream.alwaysWaiting
            ? 'always'
            : 'rate',
    hash,
    arrivalsPerDay: stream.arrivalsPerDay ?? 0,
    hourFactors: hours,
    variesWithinDay: stream.weekdayFactors?.length === 168,
    monthFactors: stream.monthFactors ? meanOne(stream.monthFactors) : null,
    growthPerDay: stream.growthPerYear ? exp(log(1 + stream.growthPerYear) / 365.25) : 1,
    means: stream.meansPerDay ? dayMeans(stream.meansPerDay, holidays) : null,
    holidays,
    every: stream.everyDays ? samplerOf(stream.everyDays) : null,
    counts: stream.counts ?? [],
    moments: stream.atDays ? [...stream.atDays].sort((a, b) => a - b) : [],
    alwaysWaiting: stream.alwaysWaiting ?? 0,
  };
}

/** A weekday that the list does not have is as the list is on average. */
function dayMeans({ fromDate, means, times = 1 }: NonNullable<Stream['meansPerDay']>, holidays: Holidays): DayMeans {
  const fromDay = dayNumber(fromDate);
  const ofDay = Float64Array.from(means, (mean) => mean * times);
  const average = (among: Float64Array): number => among.reduce((sum, mean) => sum + mean, 0) / among.length;
  const ofWeekday = Float64Array.from({ length: 7 }, (_, weekday) => {
    const its = ofDay.filter((_mean, at) => weekdayLike(fromDay + at, holidays) === weekday);
    return average(its.length > 0 ? its : ofDay);
  });
  return { fromDay, ofDay, ofWeekday };
}

function meanOne(factors: readonly number[]): Float64Array {
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / factors.length;
  return Float64Array.from(factors, (factor) => factor / mean);
}

function hourFactors(factors: readonly number[]): Float64Array {
  return meanOne(factors.length === 7 ? factors.flatMap((factor) => Array<number>(24).fill(factor)) : factors);
}
