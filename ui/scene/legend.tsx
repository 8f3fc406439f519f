// The key under the map: which shape is which need, and what the orange edge and the dark corner say.
import type { Model } from '../../engine/index.ts';
import { outlineOf } from './marks.ts';
import { looks, palette, type Look } from './palette.ts';

/** In pixels, so that all look equally large. */
const radius = { square: 5.25, diamond: 7, disc: 6.3, arrow: 6.5 } as const;

export function Legend({ model }: { model: Model }) {
  const needs = Object.entries(model.needs);
  const shown = needs.slice(0, needs.length > looks.length ? looks.length - 1 : looks.length);
  return (
    <ul className="scene-legend" aria-label="Key to the map">
      {shown.map(([id, need], i) => (
        <li key={id}>
          <Mark look={looks[i]} /> needs {need.label}
        </li>
      ))}
      {needs.length > shown.length && (
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
    </ul>
  );
}

function Mark({ look, isDelayed = false, isLong = false }: { look: Look; isDelayed?: boolean; isLong?: boolean }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      {isDelayed && <rect x="-7" y="-7" width="14" height="14" fill="none" stroke={palette.waiting} strokeWidth="2" />}
      <path
        d={outlineOf(look.shape, radius[look.shape])}
        fill={look.colour}
        transform={isDelayed ? 'scale(0.65)' : undefined}
      />
      {isLong && <rect x="3" y="-8" width="5" height="5" fill={palette.ink} />}
    </svg>
  );
}
