// The key under the map: which shape is which need, and what the orange edge and the dark corner say.
import { symbol, symbolCircle, symbolDiamond2, symbolSquare, symbolTriangle } from 'd3';
import type { Model } from '../../engine/index.ts';
import { looks, palette, type Look } from './palette.ts';

const shapes = {
  square: symbol(symbolSquare, 110)()!,
  diamond: symbol(symbolDiamond2, 125)()!,
  disc: symbol(symbolCircle, 125)()!,
  arrow: symbol(symbolTriangle, 80)()!,
} as const;

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
        d={shapes[look.shape]}
        fill={look.colour}
        transform={`${look.shape === 'arrow' ? 'rotate(90)' : ''} ${isDelayed ? 'scale(0.65)' : ''}`}
      />
      {isLong && <rect x="3" y="-8" width="5" height="5" fill={palette.ink} />}
    </svg>
  );
}
