// Prints a plan beside the model, a block a service and a row a month.
import type { Tidy } from '../../engine/index.ts';
import { amount, layTable } from './table.ts';

const shownBy = {
  people: [
    ['plannedDemand', 'demand: plan'],
    ['modelDemand', 'model'],
    ['plannedCapacity', 'capacity: plan'],
    ['modelCapacity', 'model'],
    ['places', 'places'],
    ['daysEach', 'days each'],
    ['waiting', 'waiting at its end'],
  ],
  places: [
    ['plannedDemand', 'demand: plan'],
    ['modelDemand', 'model'],
    ['plannedCapacity', 'places: plan'],
    ['places', 'model'],
    ['modelCapacity', 'people they can take'],
    ['daysEach', 'days each'],
    ['waiting', 'waiting at its end'],
  ],
} as const;

/** `capacityIn`: what the capacity of the plan counts; it stands beside the same of the model. */
export function planTable({ columns, ...table }: Tidy, capacityIn: keyof typeof shownBy): string {
  const shown = shownBy[capacityIn];
  const rows = [...table.rows];
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const number = (cell: unknown) => amount(cell as number | null);
  const services = [...new Set(rows.map((row) => row[at('service')]))];
  return layTable([
    { cells: ['', ...shown.map(([, title]) => title)] },
    ...services.flatMap((service) => [
      { cells: [String(service)] },
      ...rows
        .filter((row) => row[at('service')] === service)
        .map((row) => ({
          cells: [`  ${row[at('month')]}`, ...shown.map(([name]) => number(row[at(name)]))],
        })),
    ]),
  ]);
}
