// What the map shows of one locality, by name: its places and its care at home, with the people there now.
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { sitesOf } from '../../model/on-the-ground.ts';
import { snapshotOf, useSnapshot } from '../../state/counts.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { homeServicesOf } from './home-services.ts';
import { sayThere, startsAWeek, thereAt } from './people-there.ts';

interface AreaTableProps {
  readonly run: WatchedRun;
  readonly attribute: string;
  readonly locality: string;
  readonly label: string;
  readonly tint: number;
}

export function AreaTable({ run, attribute, locality, label, tint }: AreaTableProps) {
  const sites = sitesOf(run.model).filter((one) => one.locality === locality);
  const home = homeServicesOf(run, locality);
  return (
    <table className="on-ground-table" data-tint={tint}>
      <caption className="hidden">{label}</caption>
      <ColumnHeads of={[label, 'now', 'delayed', 'local']} />
      <tbody>
        {sites.map(({ name, stations }) => (
          <Line key={stations[0]} run={run} name={name} stations={stations}>
            {sayShare(startsAWeek(run, attribute, stations), locality)}
          </Line>
        ))}
        {home.map(({ id, label: name }) => (
          <Line key={id} run={run} name={name.replace(`, ${label}`, '')} stations={[id]} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly run: WatchedRun;
  readonly name: string;
  readonly stations: readonly string[];
  readonly children?: string;
}

function Line({ run, name, stations, children = '' }: LineProps) {
  useSnapshot(run, (now) => JSON.stringify(thereAt(run, now, stations)));
  const there = thereAt(run, snapshotOf(run), stations);
  return (
    <tr data-full={there.isFull || undefined}>
      <th scope="row">{name}</th>
      <td>{sayThere(there)}</td>
      <td>{there.delayed > 0 ? there.delayed : ''}</td>
      <td>{children}</td>
    </tr>
  );
}

/** Of those who start there in the year on show, the people who live in this locality: "91 %". */
function sayShare(aWeek: ReadonlyMap<string, number>, locality: string): string {
  const everybody = [...aWeek.values()].reduce((people, one) => people + one, 0);
  return everybody === 0 ? '' : `${Math.round((100 * (aWeek.get(locality) ?? 0)) / everybody)} %`;
}
