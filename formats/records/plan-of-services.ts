// A plan by the services that its pathways are: several pathways of one service are added up.
import type { PlannedMonth } from '../../engine/index.ts';
import type { PlanRow } from './plan.ts';

export function monthsOfServices(rows: readonly (PlanRow & { readonly service: string })[]): PlannedMonth[] {
  const found = new Map<string, PlannedMonth>();
  const both = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : a + b);
  for (const { service, month, demand, capacity } of rows) {
    const key = `${service} ${month}`;
    const before = found.get(key);
    found.set(
      key,
      before
        ? { ...before, demand: both(before.demand, demand), capacity: both(before.capacity, capacity) }
        : { service, month, demand, capacity },
    );
  }
  return [...found.values()];
}
