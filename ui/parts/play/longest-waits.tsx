// The longest waits of the day on the map, as a list: pick a person to follow by keyboard.
import { useState } from 'react';
import { useStore } from 'zustand';
import { LazyView } from '../../ground/lazy-view.tsx';
import { watched } from '../../state/watched.ts';
import './map-table.css';

const load = () => import('./longest-list.tsx').then(({ LongestList }) => LongestList);

export function LongestWaits() {
  const hasRun = useStore(watched, (state) => state.run !== null);
  const [isOpen, setOpen] = useState(false);
  if (!hasRun) return null;
  return (
    <details className="map-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Follow a person: the longest waits</summary>
      {isOpen && <LazyView load={load} />}
    </details>
  );
}
