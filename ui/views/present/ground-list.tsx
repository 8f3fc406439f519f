// Between the maps on the ground: every place by name, those too that have no room for it on a map, with its numbers of the day on the side of its map.
import { homeServicesOf } from '../../scene/on-the-ground/home-services.ts';
import { sayThere, thereAt } from '../../scene/on-the-ground/people-there.ts';
import { snapshotOf, useSnapshot } from '../../state/counts.ts';
import type { Shown } from './maps/shown.ts';

export interface Listed {
  readonly id: string;
  readonly name: string;
  /** Of a locality: its care at home. */
  readonly isArea: boolean;
  readonly stations: readonly string[];
}

interface GroundListProps {
  readonly maps: readonly Shown[];
  readonly spotlight: string | undefined;
  readonly listed: readonly Listed[];
}

export function GroundList({ maps, spotlight = '', listed }: GroundListProps) {
  const [first, second] = maps;
  if (listed.length === 0) return null;
  return (
    <div className="stage-listed">
      <table>
        <thead className="hidden">
          <tr>
            <th scope="col">{first!.name}</th>
            <th scope="col">Place</th>
            {second && <th scope="col">{second.name}</th>}
          </tr>
        </thead>
        <tbody>
          {listed.map((place) => (
            <tr key={place.id} data-listed={place.id} data-lit={place.stations.includes(spotlight) || undefined}>
              <There run={first!.run} place={place} />
              <th scope="row">{place.name}</th>
              {second && <There run={second.run} place={place} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function There({ run, place: { id, isArea, stations: own } }: { readonly run: Shown['run']; readonly place: Listed }) {
  const stations = isArea
    ? homeServicesOf(run, id)
        .filter(({ isUnlimited }) => !isUnlimited)
        .map((one) => one.id)
    : own;
  useSnapshot(run, (now) => JSON.stringify(thereAt(run, now, stations)));
  const there = thereAt(run, snapshotOf(run), stations);
  return (
    <td data-full={there.isFull || undefined}>
      {sayThere(there)
        .replace(/ (FULL|people|person)$/, '')
        .replace(' of ', '/')}
    </td>
  );
}
