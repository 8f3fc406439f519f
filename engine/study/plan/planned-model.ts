// A plan of demand and capacity by month in a document: the run has its months, a stream its demand, and an option its capacity.
import { dateAt, nextMonthStart } from '../../ground/dates.ts';
import { error, type Problem } from '../../ground/problem.ts';
import type { Model } from '../../model/document.ts';
import { movedToDates } from '../match/move-dates.ts';
import { withCapacity } from './capacity.ts';
import { withDemand } from './demand.ts';
import type { PlanAsks, PlannedModel } from './plan.ts';

export function plannedModel(model: Model, asks: PlanAsks): PlannedModel | Problem {
  const { months } = asks;
  if (months.length === 0)
    return error(
      'the plan',
      'no month of any service',
      'a row a service and month',
      'Say which names of the plan are which service.',
    );
  const days = [...new Set(months.map(({ month }) => month))].sort((a, b) => a - b);
  const series = { name: '', spacing: 'month', days, values: days.map(() => 0) } as const;
  const moved = movedToDates(model, [{ series, row: { station: '', measure: 'waiting' } }]).document;
  const demand = months.some((one) => one.demand !== null)
    ? withDemand(moved, asks, days)
    : { document: moved, said: [] };
  if ('path' in demand) return demand;
  const capacity = months.some((one) => one.capacity !== null)
    ? withCapacity(demand.document, asks, days)
    : { document: demand.document, said: [] };
  if ('path' in capacity) return capacity;
  return {
    document: capacity.document,
    said: [
      `the run is ${dateAt(days[0])} to ${dateAt(nextMonthStart(days[days.length - 1]) - 1)}, after a warm-up of ${moved.calendar.warmUpDays} days`,
      ...demand.said,
      ...capacity.said,
    ],
  };
}
