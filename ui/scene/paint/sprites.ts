// Sprites: each place with the person in it, and each mark on its own, drawn once at the size in use and then stamped, which is cheap.
import { drawMark, drawOutline } from './draw-mark.ts';
import { fetched } from './fetched.ts';
import type { Look, Palette } from './palette.ts';
import { heightOf, waits, type Shape, type Sprites } from './shape.ts';

export function makeSprites(palette: Palette): Sprites {
  const made = new Map<Look | undefined, Map<number, HTMLCanvasElement>>();
  return (shape, width) => {
    const ofLook = made.get(shape.look) ?? new Map<number, HTMLCanvasElement>();
    made.set(shape.look, ofLook);
    const key = keyOf(shape, width);
    const sprite = ofLook.get(key) ?? draw(shape, width, palette);
    if (fetched.later || !shape.place) ofLook.set(key, sprite);
    return sprite;
  };
}

const kinds = [undefined, 'bed', 'roofed', 'house', 'staff'] as const;
const keyOf = ({ place, wait, isElsewhere = false, isHeld = false, isOutline = false }: Shape, width: number): number =>
  ((width * kinds.length + kinds.indexOf(place)) * waits.length + waits.indexOf(wait)) * 8 +
  4 * Number(isOutline) +
  2 * Number(isElsewhere) +
  Number(isHeld);

function draw(shape: Shape, width: number, palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = heightOf(shape, width);
  const context = canvas.getContext('2d')!;
  if (shape.look && shape.isOutline) drawOutline(context, shape.look, palette);
  else if (shape.place && fetched.later) fetched.later.drawPlace(context, shape.place, shape, palette);
  else if (shape.look) drawMark(context, shape.look, shape.wait, palette);
  else {
    context.strokeStyle = palette.free;
    context.strokeRect(0.5, 0.5, width - 1, canvas.height - 1);
  }
  return canvas;
}
