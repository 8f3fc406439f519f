// A plan of demand and capacity by month in a document: the run has its months, a stream its demand, and an option its capacity.
import { dateAt, nextMonthStart } from '../../ground/dates.ts';
import { error, listWords, type Problem } from '../../ground/problem.ts';
import type { Model } from '../../model/document.ts';
import { movedToDates } from '../match/move-dates.ts';
import { withCapacity } from './capacity.ts';
import { withDemand } from './demand.ts';
import { PLAN, PLAN_MIX, type PlanAsks, type PlannedModel } from './plan.ts';

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
      ...leftOutside(model, moved),
      ...demand.said,
      ...capacity.said,
    ],
  };
}

/** What of a document has dates of its own that the months of the plan do not have. */
function leftOutside(before: Model, after: Model): string[] {
  const all = after.conditions ?? [];
  // Those of an earlier plan come again with this one.
  const gone = (before.conditions ?? []).filter(({ id }) => id !== PLAN_MIX && !all.some((one) => one.id === id));
  const shorter = (before.options ?? []).filter(
    ({ id, changes = [] }, at) => id !== PLAN && (after.options?.[at].changes ?? []).length < changes.length,
  );
  const titles = (of: readonly { readonly title: string }[]) => listWords(of.map(({ title }) => `“${title}”`));
  return [
    ...(gone.length > 0
      ? [
          `${titles(gone)} ${gone.length === 1 ? 'is left out, because its dates lie' : 'are left out, because their dates lie'} outside these months`,
        ]
      : []),
    ...(shorter.length > 0 ? [`changes dated outside these months are left out of ${titles(shorter)}`] : []),
  ];
}
