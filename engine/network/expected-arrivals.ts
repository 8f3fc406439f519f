// Expected arrivals: how many people each stream brings between two days, and at which hours of the week, from the document alone.
import { nextHoliday, weekdayLike } from '../ground/holidays.ts';
import type { Network, NetworkStream } from './network.ts';
import { rateOf } from './rates.ts';

const HOURS_A_WEEK = 168;
/** Growth over a thousand years overflows every number; such a request is refused anyway. */
const MOST_A_DAY = 1e15;

/** Mean people a day between two days of the run; an endless backlog has none of its own. */
export function meanPerDay(
  stream: NetworkStream,
  network: Network,
  fromDay = 0,
  toDay: number = network.runDays,
): number {
  if (stream.kind === 'renewal') return 1 / stream.every!.meanDays;
  if (stream.kind === 'rate') {
    // Whole weeks of a rate that only the week changes have its own mean, to the bit.
    const { holidays, startDayNumber } = network;
    const isUsual =
      (toDay - fromDay) % 7 === 0 && nextHoliday(holidays, startDayNumber + fromDay) >= startDayNumber + toDay;
    const isEven = stream.means === null && (stream.hourFactors === null || isUsual);
    if (isEven && stream.monthFactors === null && stream.growthPerDay === 1) return stream.arrivalsPerDay;
  }
  const people = peopleByHour(stream, network, fromDay, toDay).reduce((sum, one) => sum + one, 0);
  return Math.min(MOST_A_DAY, people / (toDay - fromDay));
}

/** People who come between two days, by hour of the week (Monday 00:00 first), as the streams lay them out. */
export function peopleByHour(stream: NetworkStream, network: Network, fromDay: number, toDay: number): Float64Array {
  const { startDayNumber, holidays } = network;
  const hours = new Float64Array(HOURS_A_WEEK);
  const firstHourOf = (day: number) => weekdayLike(startDayNumber + day, holidays) * 24;
  if (stream.kind === 'moments') {
    for (const moment of stream.moments) {
      const day = Math.floor(moment);
      if (moment >= fromDay && moment < toDay) hours[firstHourOf(day) + Math.floor((moment - day) * 24)]++;
    }
    return hours;
  }
  if (stream.kind === 'always') return hours;
  const steady = stream.kind === 'renewal' ? 1 / stream.every!.meanDays : 0;
  const allDay = { ...stream, hourFactors: null };
  const onWeekday = new Float64Array(7);
  const factor = (hour: number) => (stream.kind === 'rate' ? (stream.hourFactors?.[hour] ?? 1) : 1) / 24;
  for (let day = Math.floor(fromDay); day < toDay; day++) {
    const first = firstHourOf(day);
    const people =
      stream.kind === 'rate'
        ? rateOf(allDay, day, startDayNumber)
        : stream.kind === 'counts'
          ? ((day < 0 ? 0 : stream.counts[day]) ?? 0)
          : steady;
    if (day >= fromDay && day + 1 <= toDay) onWeekday[first / 24] += people;
    else
      for (let hour = 0; hour < 24; hour++) {
        const part = Math.min(toDay, day + (hour + 1) / 24) - Math.max(fromDay, day + hour / 24);
        if (part > 0) hours[first + hour] += people * factor(first + hour) * part * 24;
      }
  }
  return hours.map((people, hour) => people + onWeekday[Math.floor(hour / 24)] * factor(hour));
}
