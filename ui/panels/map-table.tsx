// The map as a table: every fact of the picture in words and numbers, for those who do not see it and for those who check.
import { useStore } from 'zustand';
import { useMedia } from '../media.ts';
import { useCounts, type Counts } from '../stores/counts.ts';
import { watched } from '../stores/watched.ts';
import type { MapStation } from '../scene/map.ts';
import { dayInWords } from './day-in-words.ts';
import './map-table.css';

const EVERY_MS = 1000;
const grouped = new Intl.NumberFormat('en-GB');

/**
 * Each number carries data-station, data-measure and data-value, the value as the engine has it. It lies open where
 * colours are the reader's own, because there the picture has no marks.
 */
export function MapTable() {
  const open = useMedia('(forced-colors: active)');
  const run = useStore(watched, (state) => state.run);
  const counts = useCounts(EVERY_MS);
  if (!run || !counts) return null;
  const services = run.map.stations.filter((station) => !station.isExit);
  const exits = run.map.stations.filter((station) => station.isExit);
  const localities = run.map.localities ?? [];
  return (
    <details className="map-table" open={open}>
      <summary>The map as a table</summary>
      <table data-day={counts.day}>
        <caption>{dayInWords(run.network.startDate, counts.day)}</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            {localities.length > 0 && <th scope="col">Where</th>}
            {columns.map((column) => (
              <th key={column.measure} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((station) => (
            <tr key={station.id}>
              <th scope="row">{station.label}</th>
              {localities.length > 0 && (
                <td>{localities.find(({ id }) => id === station.locality)?.label ?? 'anywhere'}</td>
              )}
              {columns.map(({ measure, read }) => (
                <Cell key={measure} station={station} measure={measure} value={read(counts, station)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table data-day={counts.day}>
        <caption>People who have left since the start</caption>
        <tbody>
          {exits.map((station) => (
            <tr key={station.id}>
              <th scope="row">{station.label}</th>
              <Cell station={station} measure="left" value={counts.left[station.station]} />
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** `null` where there is no limit. */
const columns: { measure: string; title: string; read: (counts: Counts, of: MapStation) => number | null }[] = [
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

function Cell({ station, measure, value }: { station: MapStation; measure: string; value: number | null }) {
  return (
    <td data-station={station.id} data-measure={measure} data-value={value ?? 'unlimited'}>
      {value === null ? 'no limit' : grouped.format(value)}
    </td>
  );
}
