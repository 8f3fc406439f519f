// What a plan says of one pathway in one month, with the cells where it stands, from a table of any form.
import type { Table } from '../table-file.ts';
import type { PlanColumns } from './plan-columns.ts';

export interface PlanCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface PlanEntry {
  readonly pathway: PlanCell;
  readonly month: PlanCell;
  /** Undefined where the plan does not have it. */
  readonly demand: PlanCell | undefined;
  readonly capacity: PlanCell | undefined;
}

/** Of a table with a row a pathway and month. */
export function* entriesOfRows(table: Table, columns: PlanColumns): Generator<PlanEntry> {
  for (const { cells, line } of table.rows()) {
    const at = (column: number): PlanCell => ({ text: cells[column] ?? '', line, column });
    const { demand, capacity } = columns;
    yield {
      pathway: at(columns.pathway),
      month: at(columns.month),
      demand: demand === undefined ? undefined : at(demand),
      capacity: capacity === undefined ? undefined : at(capacity),
    };
  }
}
