// The mark of waiting: an orange frame round a smaller mark, and a dark corner once it has lasted more than seven days.
import { corner, toCell, type Painting } from '../painting.ts';
import { stamp } from './stamp.ts';

/** Seven days: from then on a wait counts as long. */
const LONG_DAYS = 7;

/** Paints everybody of one kind that way. Colour by colour, because changing colours is what costs. */
export function paintWaiting(painting: Painting, kind: number): void {
  const { context, palette, frame, plan } = painting;
  if (painting.layout.cellPx === 0) return;
  const side = plan.mark;
  const edge = Math.max(1, Math.round(side * 0.13));
  const white = side >= 9 ? Math.max(1, Math.round(side * 0.07)) : 0;
  const inset = edge + white;
  const isShown = (i: number) =>
    frame.kind[i] === kind && frame.arrived[i] === 1 && toCell(plan, frame.room[i], frame.cell[i]);

  context.fillStyle = palette.waiting;
  for (let i = 0; i < frame.length; i++) if (isShown(i)) context.fillRect(corner.x, corner.y, side, side);
  context.fillStyle = palette.stage;
  for (let i = 0; white > 0 && i < frame.length; i++)
    if (isShown(i)) context.fillRect(corner.x + edge, corner.y + edge, side - 2 * edge, side - 2 * edge);
  for (const [need, look] of painting.looks.entries()) {
    context.fillStyle = look.colour;
    for (let i = 0; i < frame.length; i++)
      if (frame.need[i] === need && isShown(i))
        stamp(painting, look, corner.x + inset, corner.y + inset, Math.max(1, side - 2 * inset));
  }
  if (side < 6) return;
  const flag = Math.max(2, Math.round(side * 0.32));
  context.fillStyle = palette.ink;
  for (let i = 0; i < frame.length; i++)
    if (frame.waitedDays[i] > LONG_DAYS && isShown(i)) context.fillRect(corner.x + side - flag, corner.y, flag, flag);
}
