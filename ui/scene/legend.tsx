// The key under the map: which shape is which need, and what the orange edge and the dark corner mean.
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Model } from '../../engine/index.ts';
import { outlineOf } from './paint/marks.ts';
import { lookedAt, looks, type Look } from './paint/palette.ts';
import type { SceneLayout } from './layout/scene-layout.ts';

/** In pixels, so that all look equally large. */
const radius = { square: 5.25, diamond: 7, disc: 6.3, peak: 6.5, arrow: 6.5 } as const;

interface LegendProps {
  readonly model: Model;
  /** Null: not laid out yet. */
  readonly layout: SceneLayout | null;
}

/** What the picture shows and no more: no shapes where there are only bars, no bar where there is none. */
export function Legend({ model, layout }: LegendProps) {
  const { hasMarks, hasBars } = shownIn(layout);
  const { own, hasOthers } = lookedAt(model);
  const list = useKeptRoom(layout?.width);
  return (
    <ul className="scene-legend" aria-label="Key to the map" ref={list}>
      {hasMarks && (
        <>
          {own.map((id, i) => (
            <li key={id}>
              <Mark look={looks[i]} /> needs {model.needs[id].label}
            </li>
          ))}
          {hasOthers && (
            <li>
              <Mark look={looks.at(-1)!} /> other needs
            </li>
          )}
          <li>
            <Mark look={looks[0]} isDelayed /> ready to leave, still waiting
          </li>
          <li>
            <Mark look={looks[0]} isDelayed isLong /> for more than 7 days
          </li>
        </>
      )}
      {hasBars && (
        <li>
          <Bar /> many people: in care, then ready to leave
        </li>
      )}
    </ul>
  );
}

/**
 * The key keeps the room it has once taken at a width. What it lists depends on the height left for the map, which depends on the
 * key: a longer key could make the map fall back to bars, the shorter key of bars bring the marks back, and so on for ever.
 */
function useKeptRoom(width: number | undefined): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const kept = useRef({ width, height: 0 });
  useLayoutEffect(() => {
    if (!list.current) return;
    if (kept.current.width !== width) {
      kept.current = { width, height: 0 };
      list.current.style.minHeight = '';
    }
    kept.current.height = Math.max(kept.current.height, list.current.offsetHeight);
    list.current.style.minHeight = `${kept.current.height}px`;
  });
  return list;
}

export const shownIn = (layout: SceneLayout | null) => ({
  hasMarks: !layout || layout.boxes.some((box) => !box.isBar && (box.of.cells > 0 || box.tray)),
  hasBars: layout !== null && layout.boxes.some((box) => box.isBar && box.of.cells > 0),
});

/** As where there are too many people for marks. */
export const Bar = () => (
  <svg width="32" height="16" viewBox="0 0 32 16" aria-hidden="true">
    <rect y="4" width="22" height="8" style={{ fill: 'var(--ink)' }} />
    <rect x="22" y="4" width="10" height="8" style={{ fill: 'var(--worse)' }} />
  </svg>
);

export function Mark({
  look,
  isDelayed = false,
  isLong = false,
}: {
  look: Look;
  isDelayed?: boolean;
  isLong?: boolean;
}) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      {isDelayed && (
        <rect x="-7" y="-7" width="14" height="14" fill="none" style={{ stroke: 'var(--worse)' }} strokeWidth="2" />
      )}
      <path
        d={outlineOf(look.shape, radius[look.shape])}
        style={{ fill: look.css }}
        transform={isDelayed ? 'scale(0.65)' : undefined}
      />
      {isLong && <rect x="3" y="-8" width="5" height="5" style={{ fill: 'var(--ink)' }} />}
    </svg>
  );
}

/** Folded away where the map needs the height; it opens over it. */
export function FoldedLegend(props: LegendProps) {
  return (
    <details className="scene-key">
      <summary>Key</summary>
      <Legend {...props} />
    </details>
  );
}
