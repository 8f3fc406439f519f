// Movers: marks gliding along a pipe to their next place. Those on the way in are counted there already.
import { corner, toGlide, type Layer } from '../painting.ts';
import { stamp } from './stamp.ts';

export const movers: Layer = (painting) => {
  const { context, palette, frame, layout, plan } = painting;
  if (layout.cellPx === 0) return;
  for (let i = 0; i < frame.length; i++) {
    if (frame.arrived[i] >= 1 || !toGlide(plan, frame, i)) continue;
    const look = painting.looks[frame.need[i]];
    // A white edge keeps a mark apart from the pipe and the others on it.
    context.fillStyle = palette.stage;
    context.fillRect(corner.x - 1, corner.y - 1, plan.mark + 2, plan.mark + 2);
    context.fillStyle = look.colour;
    stamp(painting, look, corner.x, corner.y, plan.mark);
  }
};
