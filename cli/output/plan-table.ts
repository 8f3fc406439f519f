// Prints a plan beside the model, a block a service and a row a month.
import type { Tidy } from '../../engine/index.ts';
import { amount, layTable } from './table.ts';

export function planTable({ columns, ...table }: Tidy): string {
  const rows = [...table.rows];
  const at = (name: string) => columns.findIndex((column) => column.name === name);
  const number = (cell: unknown) => amount(cell as number | null);
  const services = [...new Set(rows.map((row) => row[at('service')]))];
  return layTable([
    { cells: ['', 'demand: plan', 'model', 'capacity: plan', 'model', 'waiting at its end'] },
    ...services.flatMap((service) => [
      { cells: [String(service)] },
      ...rows
        .filter((row) => row[at('service')] === service)
        .map((row) => ({
          cells: [
            `  ${row[at('month')]}`,
            ...['plannedDemand', 'modelDemand', 'plannedCapacity', 'modelCapacity', 'waiting'].map((name) =>
              number(row[at(name)]),
            ),
          ],
        })),
    ]),
  ]);
}
