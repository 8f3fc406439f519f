// A place and who is in it: an outline when free, lit when somebody is cared for, amber when they are ready and cannot leave.
import type { Place } from '../../shown/place.ts';
import { corners } from './draw-mark.ts';
import { glyphOf, type Glyph } from './glyphs.ts';
import { outlineOf } from './marks.ts';
import type { Look, Palette } from './palette.ts';
import type { Shape } from './shape.ts';

/** So much of the room in a place its person takes, by shape, so that all look equally large. */
const FILLS: Readonly<Record<Look['shape'], number>> = {
  square: 0.7,
  diamond: 0.94,
  disc: 0.82,
  peak: 0.86,
  arrow: 0.86,
};

/** Fills a canvas that is taller than wide. */
export function drawPlace(context: CanvasRenderingContext2D, place: Place, shape: Shape, palette: Palette): void {
  const { width, height } = context.canvas;
  const line = Math.max(1, Math.round(width * 0.055));
  const glyph = glyphOf(place, width, height, line);
  const { look, wait, isElsewhere = false, isHeld = false } = shape;
  const isFree = !look && !isHeld;
  if (width < SMALL_PX) return drawSmall(context, shape, palette);
  context.lineWidth = line;
  context.lineJoin = 'round';
  context.strokeStyle = isFree ? palette.free : palette.frame;
  if (!isFree) {
    // Light in the window of a house, a sheet on a bed.
    context.fillStyle = wait === 'none' ? (place === 'house' ? palette.lit : palette.stage) : palette.late[wait];
    context.fill(glyph.body);
  }
  paintTop(context, glyph, place, isFree, isElsewhere, palette);
  context.stroke(glyph.lines);
  if (wait !== 'none') corners(context, wait, glyph.corner, Math.max(2, Math.round(width * 0.24)), palette);
  if (look) paintPerson(context, glyph, look, wait !== 'none' || place === 'house', palette);
}

/** Below this, in device pixels, a frame would leave the person too little room. */
const SMALL_PX = 12;

/** The top of the place as a line or a roof, and under it the person as large as can be; amber fills what they leave. */
function drawSmall(context: CanvasRenderingContext2D, shape: Shape, palette: Palette): void {
  const { look, wait, isElsewhere = false, isHeld = false, place } = shape;
  const { width: w, height: h } = context.canvas;
  const isFree = !look && !isHeld;
  const top = h - w + 1;
  context.fillStyle = isFree ? palette.free : palette.frame;
  if (place === 'house' || place === 'roofed')
    for (let y = 0; y < top; y++) {
      const half = Math.round(((y + 1) * w) / (2 * top));
      context.fillRect(Math.floor(w / 2) - half, y, 2 * half + (w % 2), 1);
    }
  else if (place === 'staff') context.fillRect(Math.round(w / 2) - 1, 0, 2, top - 1);
  else context.fillRect(0, 0, w, 1);
  if (isElsewhere) {
    context.fillStyle = palette.ink;
    for (let x = 0; x < w; x += 2) context.fillRect(x, 0, 1, top);
  }
  if (isFree) {
    context.strokeStyle = palette.free;
    context.lineWidth = 1;
    return context.strokeRect(0.5, top + 0.5, w - 1, h - top - 1);
  }
  context.fillStyle = wait !== 'none' ? palette.late[wait] : place === 'house' ? palette.lit : palette.stage;
  context.fillRect(0, top, w, h - top);
  if (isHeld) {
    context.strokeStyle = palette.frame;
    return context.strokeRect(0.5, top + 0.5, w - 1, h - top - 1);
  }
  const side = h - top;
  const r = (side / 2) * (wait === 'none' && look!.shape !== 'square' ? 0.98 : wait === 'none' ? 0.8 : 0.66);
  context.save();
  context.translate(w / 2, top + side / 2);
  const outline = new Path2D(outlineOf(look!.shape, r));
  if (wait !== 'none') {
    context.strokeStyle = palette.stage;
    context.lineWidth = 1.5;
    context.stroke(outline);
  }
  context.fillStyle = look!.colour;
  context.fill(outline);
  context.restore();
  corners(context, wait, { left: 0, right: w, top }, 2, palette);
}

/** A pillow is pale, a roof is dark, and hatching shows on either. */
function paintTop(
  context: CanvasRenderingContext2D,
  { top }: Glyph,
  place: Place,
  isFree: boolean,
  isElsewhere: boolean,
  palette: Palette,
): void {
  if (isFree) {
    if (place === 'house' || place === 'staff') context.stroke(top);
    return;
  }
  const isPillow = place === 'bed' || place === 'roofed';
  context.fillStyle = isPillow ? palette.pillow : palette.frame;
  if (!isElsewhere) {
    context.fill(top);
    return;
  }
  context.save();
  context.fillStyle = palette.stage;
  context.fill(top);
  context.clip(top);
  const { width, height } = context.canvas;
  const step = Math.max(3, Math.round(width * 0.14));
  context.lineWidth = Math.max(1, step * 0.45);
  context.strokeStyle = palette.ink;
  context.beginPath();
  for (let x = -height; x < width + height; x += step) {
    context.moveTo(x, height);
    context.lineTo(x + height, 0);
  }
  context.stroke();
  context.restore();
  context.save();
  context.strokeStyle = palette.ink;
  context.lineWidth = Math.max(1, context.lineWidth * 0.6);
  context.stroke(top);
  context.restore();
}

/** On light or on amber a mark keeps its contrast by an edge of the ground's colour. */
function paintPerson(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Glyph,
  look: Look,
  hasEdge: boolean,
  palette: Palette,
): void {
  const r = Math.max(1, radius * FILLS[look.shape] * (hasEdge ? 0.86 : 1));
  context.save();
  context.translate(x, y);
  const outline = new Path2D(outlineOf(look.shape, r));
  if (hasEdge) {
    context.strokeStyle = palette.stage;
    context.lineWidth = Math.max(2, radius * 0.3);
    context.stroke(outline);
  }
  context.fillStyle = look.colour;
  context.fill(outline);
  context.restore();
}
