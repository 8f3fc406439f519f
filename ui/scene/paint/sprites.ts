// Sprites: each mark drawn once at the size in use and then stamped; stamping is several times cheaper than drawing.
import { outlineOf } from './marks.ts';
import type { Look, Palette } from './palette.ts';

/** How long somebody has been ready and could not go: not at all, for up to seven days, for more. */
export type Wait = (typeof waits)[number];
const waits = ['none', 'short', 'long'] as const;

/** The picture of a look at a size in device pixels; stamped one to one, because scaling is dear. */
export type Sprites = (look: Look, side: number, wait: Wait) => HTMLCanvasElement;

export function makeSprites(palette: Palette): Sprites {
  const made = new Map<Look, Map<number, HTMLCanvasElement>>();
  return (look, side, wait) => {
    const ofLook = made.get(look) ?? new Map<number, HTMLCanvasElement>();
    made.set(look, ofLook);
    const key = 3 * side + waits.indexOf(wait);
    const sprite = ofLook.get(key) ?? draw(look, side, wait, palette);
    ofLook.set(key, sprite);
    return sprite;
  };
}

/** Who waits has an orange frame round a smaller mark, hollow between the two, and a dark corner once the wait is long. */
function draw(look: Look, side: number, wait: Wait, palette: Palette): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = canvas.getContext('2d')!;
  const edge = wait === 'none' ? 0 : Math.max(1, Math.round(side * 0.13));
  const gap = edge > 0 && side >= 9 ? Math.max(1, Math.round(side * 0.07)) : 0;
  context.lineWidth = edge;
  context.strokeStyle = palette.waiting;
  if (edge > 0) context.strokeRect(edge / 2, edge / 2, side - edge, side - edge);
  if (wait === 'long') {
    const flag = Math.max(2, Math.round(side * 0.32));
    context.fillStyle = palette.ink;
    context.fillRect(side - flag, 0, flag, flag);
  }
  context.globalCompositeOperation = 'destination-over';
  context.translate(side / 2, side / 2);
  context.fillStyle = look.colour;
  context.fill(new Path2D(outlineOf(look.shape, Math.max(0.5, side / 2 - edge - gap))));
  return canvas;
}
