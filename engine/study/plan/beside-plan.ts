// A plan beside the model, a row a service and month: what was expected and what the model finds.
import { dateAt, nextMonthStart } from '../../ground/dates.ts';
import type { Program } from '../../network/compile.ts';
import type { Cell } from '../csv.ts';
import { monthsOf } from '../months.ts';
import { tidyColumns, type Tidy } from '../tidy.ts';
import { PLAN, type PlanAsks } from './plan.ts';

const columns = tidyColumns([
  ['station', null, 'Which service, by its id in the model.'],
  ['service', null, 'The service, as people call it.'],
  ['month', null, 'Year and month.'],
  ['plannedDemand', 'people a month', 'Who is expected to come for it, by the plan.'],
  ['modelDemand', 'people a month', 'Who asks for it in the model, people from other services among them.'],
  ['plannedCapacity', 'people a month, or places', 'What there is of it, by the plan.'],
  ['modelCapacity', 'people a month', 'How many its places can take in the model.'],
  ['places', 'places', 'In force in the model, on average over the month.'],
  [
    'daysEach',
    'days',
    'How long one person holds a place there in the model, over the whole run: a longer stay after a wait is in it, and waiting there for the next service.',
  ],
  ['waiting', 'people', 'Who waits for it in the model at the end of the month.'],
]);

type Asked = Pick<PlanAsks, 'months'> & { readonly seed: number; readonly replications: number };

/** `program`: of the planned model. Averages over replications. Each `undefined` is a replication simulated. */
export function* besidePlan(program: Program, { months, seed, replications }: Asked): Generator<undefined, Tidy> {
  const found = yield* monthsOf(program, { option: PLAN, seed, replications });
  const at = (name: string) => found.columns.findIndex((column) => column.name === name);
  const all = [...found.rows];
  const names = ['expectedDemand', 'capacity', 'places', 'waiting'].map(at);
  const rows = months.map((one): Cell[] => {
    const month = dateAt(one.month).slice(0, 7);
    const row = all.find((each) => each[at('station')] === one.service && each[at('month')] === month);
    const [demand, capacity, places, waiting] = names.map((column) => row?.[column] ?? null);
    const { label } = program.model.stations[one.service];
    const isKnown = typeof capacity === 'number' && typeof places === 'number' && capacity > 0;
    const daysEach = isKnown ? (places * (nextMonthStart(one.month) - one.month)) / capacity : null;
    return [one.service, label, month, one.demand, demand, one.capacity, capacity, places, daysEach, waiting];
  });
  return { columns, rows };
}
