// Sprites: each shape drawn once at the size in use and then stamped; stamping is several times cheaper than drawing.
import { outlineOf } from './marks.ts';
import type { Look } from './palette.ts';

/** The picture of a look at a size in device pixels; stamped one to one, because scaling is dear. */
export type Sprites = (look: Look, side: number) => HTMLCanvasElement;

export function makeSprites(): Sprites {
  const made = new Map<Look, Map<number, HTMLCanvasElement>>();
  return (look, side) => {
    const bySide = made.get(look) ?? new Map<number, HTMLCanvasElement>();
    made.set(look, bySide);
    const sprite = bySide.get(side) ?? draw(look, side);
    bySide.set(side, sprite);
    return sprite;
  };
}

function draw(look: Look, side: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d')!;
  context.translate(side / 2, side / 2);
  context.fillStyle = look.colour;
  context.fill(new Path2D(outlineOf(look.shape, side / 2)));
  return canvas;
}
