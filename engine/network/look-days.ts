// Lists the days to look at: those given, or one after another in equal steps, within the run and in order.
import type { Model } from '../model/document.ts';

export function lookDays(model: Model): number[] {
  const { lookAtDays, runDays } = model.calendar;
  if (lookAtDays === undefined) return [];
  if (Array.isArray(lookAtDays))
    return [...lookAtDays].filter((day) => day >= 0 && day < runDays).sort((a, b) => a - b);
  const { everyDays, fromDay = 0 } = lookAtDays;
  const days: number[] = [];
  for (let step = 0; fromDay + step * everyDays < runDays; step++) days.push(fromDay + step * everyDays);
  // Without the dust that adding leaves behind, for rows are named by these days.
  return fromDay === 0 ? days : days.map((day) => Number(day.toFixed(9)));
}
