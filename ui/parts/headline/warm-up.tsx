// Whether the warm-up is long enough, worked out only when opened.
import { useState } from 'react';
import { LazyView } from '../../ground/lazy-view.tsx';
import '../play/map-table.css';

const load = () => import('../chart/warm-up-panel.tsx').then(({ WarmUpPanel }) => WarmUpPanel);

export function WarmUp() {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="map-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Is the warm-up long enough?</summary>
      {isOpen && <LazyView load={load} />}
    </details>
  );
}
