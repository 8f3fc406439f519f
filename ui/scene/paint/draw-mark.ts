// A mark on its own: the shape and colour of a need; an amber frame round who waits, and dark corners once the wait is long.
import { outlineOf } from './marks.ts';
import type { Look, Palette } from './palette.ts';
import type { Wait } from './shape.ts';

/** Fills a square canvas. */
export function drawMark(context: CanvasRenderingContext2D, look: Look, wait: Wait, palette: Palette): void {
  const side = context.canvas.width;
  const edge = wait === 'none' ? 0 : Math.max(1, Math.round(side * 0.13));
  const gap = edge > 0 && side >= 9 ? Math.max(1, Math.round(side * 0.07)) : 0;
  context.lineWidth = edge;
  context.strokeStyle = palette.late[wait === 'none' ? 'short' : wait];
  if (edge > 0) context.strokeRect(edge / 2, edge / 2, side - edge, side - edge);
  corners(context, wait, { left: 0, right: side, top: 0 }, Math.max(2, Math.round(side * 0.3)), palette);
  context.globalCompositeOperation = 'destination-over';
  context.translate(side / 2, side / 2);
  context.fillStyle = look.colour;
  context.fill(new Path2D(outlineOf(look.shape, Math.max(0.5, side / 2 - edge - gap))));
}

/** Steps that need no colour: one corner after seven days, two after twenty-one. */
export function corners(
  context: CanvasRenderingContext2D,
  wait: Wait,
  at: { readonly left: number; readonly right: number; readonly top: number },
  side: number,
  palette: Palette,
): void {
  context.fillStyle = palette.ink;
  if (wait === 'long' || wait === 'very long') context.fillRect(at.right - side, at.top, side, side);
  if (wait === 'very long') context.fillRect(at.left, at.top, side, side);
}

/** Hollow, and so thick that its shape and colour can still be seen at a door. */
export function drawOutline(context: CanvasRenderingContext2D, look: Look, palette: Palette): void {
  const side = context.canvas.width;
  const line = Math.max(1.5, side * 0.17);
  context.translate(side / 2, side / 2);
  context.lineWidth = line;
  context.lineJoin = 'round';
  context.strokeStyle = look.colour;
  context.fillStyle = palette.stage;
  const outline = new Path2D(outlineOf(look.shape, side / 2 - line * (look.shape === 'diamond' ? 0.8 : 0.6)));
  context.fill(outline);
  context.stroke(outline);
}
