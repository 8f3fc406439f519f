// What a place that keeps good records counts each day: people in places, people waiting and admissions, of every service.
import { dayNumber, type Matched, type Model } from '../../engine/index.ts';

/** Over the days of the model's own run; the values are of no account. */
export function everythingCounted(model: Model): Matched[] {
  const first = dayNumber(model.calendar.startDate);
  const days = Array.from({ length: Math.floor(model.calendar.runDays) }, (_, day) => first + day);
  const series = { name: '', spacing: 'day', days, values: days.map(() => 0) } as const;
  return Object.entries(model.stations).flatMap(([station, { kind, beds, places }]): Matched[] => {
    if (kind === 'exit') return [];
    const isLimited = (beds ?? places ?? 'unlimited') !== 'unlimited';
    return [
      { series, row: { station, measure: 'occupancy' } },
      ...(isLimited ? [{ series, row: { station, measure: 'waiting' } } as const] : []),
      { series, row: { station, measure: 'starts' } },
    ];
  });
}
