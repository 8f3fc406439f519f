// The maps as one table: every service with its numbers of the day, in each of the runs.
import { countsAt } from '../../../state/counts.ts';
import type { Shown } from './shown.ts';
import './maps-table.css';

/** Plain data, so that the private window can show it too. */
export interface DayTable {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly number[] }[];
}

const columns = [
  { measure: 'inUse', title: 'in use' },
  { measure: 'delayed', title: 'ready to leave, still here' },
  { measure: 'waiting', title: 'waiting for it' },
] as const;

export function tableOf(maps: readonly Shown[], day: number): DayTable {
  const counts = maps.map(({ run }) => countsAt(run, day));
  const services = maps[0]?.run.map.stations.filter(({ isExit }) => !isExit) ?? [];
  return {
    heads: maps.flatMap(({ name }) => columns.map(({ title }) => `${name}: ${title}`)),
    rows: services.map(({ label, station }) => ({
      label,
      cells: counts.flatMap((of) => columns.map(({ measure }) => of[measure][station])),
    })),
  };
}

export function MapsTable({ table: { heads, rows } }: { readonly table: DayTable }) {
  return (
    <table className="maps-table">
      <caption>This day, service by service</caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {cells.map((cell, i) => (
              <td key={heads[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
