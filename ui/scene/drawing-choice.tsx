// Diagram or map: one press, where the document says where its services are.
import { useStore } from 'zustand';
import type { Model } from '../../engine/index.ts';
import { canBeOnTheGround } from '../model/drawn-on-ground.ts';
import { draw, drawing, type Drawing } from '../state/drawing.ts';

const names: Readonly<Record<Drawing, string>> = { diagram: 'Diagram', map: 'Map' };

export function DrawingChoice({ model }: { readonly model: Model }) {
  const now = useStore(drawing, (state) => state.drawing);
  if (!canBeOnTheGround(model)) return null;
  return (
    <nav className="scene-localities scene-drawing" aria-label="Drawn as">
      {(Object.keys(names) as Drawing[]).map((one) => (
        <button key={one} type="button" aria-pressed={one === now} onClick={() => draw(one)}>
          {names[one]}
        </button>
      ))}
    </nav>
  );
}
