// The maps as one table: every service with its numbers of the day, in each of the runs.
import { useCountsOf } from '../../../state/counts.ts';
import type { Shown } from './shown.ts';

export function MapsTable({ maps }: { readonly maps: readonly Shown[] }) {
  const [first, second] = maps;
  const counts = [useCountsOf(first?.run ?? null), useCountsOf(second?.run ?? null)];
  if (!first || !counts[0]) return null;
  const services = first.run.map.stations.filter(({ isExit }) => !isExit);
  return (
    <table className="stage-table" data-day={counts[0].day}>
      <caption>This day, service by service</caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          {maps.flatMap(({ of, name }) =>
            columns.map(({ measure, title }) => (
              <th key={`${of} ${measure}`} scope="col">
                {name}: {title}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        {services.map(({ id, label, station }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            {maps.flatMap(({ of }, i) =>
              columns.map(({ measure }) => (
                <td key={`${of} ${measure}`} data-of={of} data-station={id} data-measure={measure}>
                  {counts[i]?.[measure][station]}
                </td>
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const columns = [
  { measure: 'inUse', title: 'in use' },
  { measure: 'delayed', title: 'ready to leave, still here' },
  { measure: 'waiting', title: 'waiting for it' },
] as const;
