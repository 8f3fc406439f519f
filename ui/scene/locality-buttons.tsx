// The way into a locality and back: a button for the whole county and one for each part of it.
import { useStore } from 'zustand';
import { locality, openLocality } from '../state/locality.ts';
import type { SceneMap } from '../shown/map.ts';

export function Localities({ map }: { readonly map: SceneMap }) {
  const open = useStore(locality, (state) => state.open);
  const localities = map.localities ?? [];
  if (localities.length === 0) return null;
  return (
    <nav className="scene-localities" aria-label="Part of the map">
      {[{ id: undefined, label: 'Whole area' }, ...localities].map(({ id, label }) => (
        <button key={id ?? ''} type="button" aria-pressed={id === open} onClick={() => openLocality(id)}>
          {label}
        </button>
      ))}
    </nav>
  );
}
