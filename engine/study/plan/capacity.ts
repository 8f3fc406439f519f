// Planned capacity as an option whose places change from month to month: people a month become places by how long one is held.
import { dateAt, nextMonthStart } from '../../ground/dates.ts';
import { error, type Problem } from '../../ground/problem.ts';
import type { Change, Model } from '../../model/document.ts';
import { compile } from '../../network/compile-request.ts';
import { offered } from '../../network/offered.ts';
import { PLAN, type PlanAsks, type PlannedModel } from './plan.ts';

export function withCapacity(model: Model, asks: PlanAsks, days: readonly number[]): PlannedModel | Problem {
  const services = [...new Set(asks.months.flatMap(({ service, capacity }) => (capacity === null ? [] : [service])))];
  const ways = new Map<string, Way>();
  for (const service of services) {
    const way = wayOf(model, service, asks.capacityIn);
    if ('expected' in way) return way;
    ways.set(service, way);
  }
  const byMonth = days.map((month) => {
    const set: Record<string, number> = {};
    for (const one of asks.months)
      if (one.month === month && one.capacity !== null) {
        const { path, inPlaces } = ways.get(one.service)!;
        set[path] = Math.round(inPlaces(one.capacity, nextMonthStart(month) - month));
      }
    return { month, set };
  });
  const [first, ...later] = byMonth;
  const changes: Change[] = [];
  let now = first.set;
  for (const { month, set } of later) {
    const other = Object.fromEntries(Object.entries(set).filter(([path, value]) => now[path] !== value));
    if (Object.keys(other).length > 0) changes.push({ onDate: dateAt(month), set: other });
    now = { ...now, ...set };
  }
  const option = {
    id: PLAN,
    title: 'As planned',
    about: `Capacity month by month as in ${asks.file}; before its first month as in that month.`,
    set: first.set,
    ...(changes.length > 0 && { changes }),
  };
  const options = model.options ?? [];
  const at = options.findIndex(({ id }) => id === PLAN);
  return {
    document: { ...model, options: at < 0 ? [...options, option] : options.with(at, option) },
    said: services.map((service) => {
      const { path, said } = ways.get(service)!;
      const values = byMonth.flatMap(({ set }) => (path in set ? [set[path]] : []));
      const [least, most] = [Math.min(...values), Math.max(...values)];
      return `${model.stations[service].label}: ${least === most ? least : `${least} to ${most}`} ${said}`;
    }),
  };
}

interface Way {
  readonly path: string;
  readonly said: string;
  inPlaces(capacity: number, daysInMonth: number): number;
}

function wayOf(model: Model, service: string, capacityIn: PlanAsks['capacityIn']): Way | Problem {
  const station = model.stations[service];
  const key = (['beds', 'places', 'staff'] as const).find((one) => station[one] !== undefined);
  const path = `stations.${service}`;
  if (capacityIn === 'people' && station.startsPerMonth !== undefined)
    return {
      path: `${path}.startsPerMonth`,
      said: 'starts a month in the option “As planned”',
      inPlaces: (capacity) => capacity,
    };
  if (key === undefined)
    return error(
      path,
      'capacity of a service without places',
      'a service with beds, places or staff',
      'Leave its capacity out of the plan.',
    );
  const said = `${key} in the option “As planned”`;
  if (capacityIn === 'places') return { path: `${path}.${key}`, said, inPlaces: (capacity) => capacity };
  const row = offered(compile(model, { option: 'today' })).find((one) => one.station === service);
  if (!row || !(row.meanStayDays > 0))
    return error(
      path,
      'capacity in people a month, of a service where nobody stays',
      'a mean stay above 0',
      'Give its capacity in places.',
    );
  const meanDays = row.meanStayDays;
  return {
    path: `${path}.${key}`,
    said: `${said}: enough for the people a month in the plan if each stays ${Number(meanDays.toPrecision(3))} days`,
    inPlaces: (capacity, daysInMonth) => (capacity * meanDays) / daysInMonth,
  };
}
