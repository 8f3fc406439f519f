// The map as a table: every fact of the picture in words and numbers, for those who do not see it and for those who check.
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { useMedia } from '../../ground/media.ts';
import { useSnapshot, type Counts } from '../../state/counts.ts';
import { watched, type WatchedRun } from '../../state/watched.ts';
import type { MapStation } from '../../shown/map.ts';
import { dayInWords } from '../../words/numbers/day-in-words.ts';
import './map-table.css';
import { sayCount } from '../../words/numbers/count.ts';

/**
 * Each number carries data-station, data-measure and data-value, the value as the engine has it. It lies open where
 * colours are the reader's own, because there the picture has no marks.
 */
export function MapTable() {
  const open = useMedia('(forced-colors: active)');
  const run = useStore(watched, (state) => state.run);
  if (!run) return null;
  const services = run.map.stations.filter((station) => !station.isExit);
  const exits = run.map.stations.filter((station) => station.isExit);
  const localities = run.map.localities ?? [];
  return (
    <details className="map-table" open={open}>
      <summary>The map as a table</summary>
      <DayTable run={run} caption={(day) => dayInWords(run.network.startDate, day)}>
        <ColumnHeads
          of={['Service', ...(localities.length > 0 ? ['Where'] : []), ...columns.map(({ title }) => title)]}
        />
        <tbody>
          {services.map((station) => (
            <tr key={station.id}>
              <th scope="row">{station.label}</th>
              {localities.length > 0 && (
                <td>{localities.find(({ id }) => id === station.locality)?.label ?? 'anywhere'}</td>
              )}
              {columns.map(({ measure, read }) => (
                <Cell key={measure} run={run} station={station} measure={measure} read={read} />
              ))}
            </tr>
          ))}
        </tbody>
      </DayTable>
      <DayTable run={run} caption={() => 'People who have left since the start'}>
        <tbody>
          {exits.map((station) => (
            <tr key={station.id}>
              <th scope="row">{station.label}</th>
              <Cell run={run} station={station} measure="left" read={leftBy} />
            </tr>
          ))}
        </tbody>
      </DayTable>
    </details>
  );
}

interface DayTableProps {
  readonly run: WatchedRun;
  readonly caption: (day: number) => string;
  readonly children: ReactNode;
}

/** Only what is said of the day itself changes in every frame; of the cells, those whose number has changed. */
function DayTable({ run, caption, children }: DayTableProps) {
  const day = useSnapshot(run, (counts) => counts.day)!;
  return (
    <table data-day={day}>
      <caption>{caption(day)}</caption>
      {children}
    </table>
  );
}

/** `null` where there is no limit. */
type Read = (counts: Counts, of: MapStation) => number | null;

const leftBy: Read = (counts, of) => counts.left[of.station];
const columns: readonly { readonly measure: string; readonly title: string; readonly read: Read }[] = [
  { measure: 'inUse', title: 'In use', read: (counts, of) => counts.inUse[of.station] },
  { measure: 'places', title: 'Places', read: (counts, of) => (of.isUnlimited ? null : counts.places[of.station]) },
  {
    measure: 'free',
    title: 'Free',
    read: (counts, of) => (of.isUnlimited ? null : Math.max(0, counts.places[of.station] - counts.inUse[of.station])),
  },
  { measure: 'delayed', title: 'Ready to leave, still here', read: (counts, of) => counts.delayed[of.station] },
  { measure: 'overWeek', title: 'for over 7 days', read: (counts, of) => counts.delayedOverWeek[of.station] },
  { measure: 'waiting', title: 'Waiting for it', read: (counts, of) => counts.waiting[of.station] },
  { measure: 'outside', title: 'of these, outside', read: (counts, of) => counts.outside[of.station] },
];

interface CellProps {
  readonly run: WatchedRun;
  readonly station: MapStation;
  readonly measure: string;
  readonly read: Read;
}

function Cell({ run, station, measure, read }: CellProps) {
  const value = useSnapshot(run, (counts) => read(counts, station));
  return (
    <td data-station={station.id} data-measure={measure} data-value={value ?? 'unlimited'}>
      {value === null ? 'no limit' : sayCount(value)}
    </td>
  );
}
