// People: one mark for each person in care, in the shape and colour of their need.
import { IN_CARE } from '../../playback/frame.ts';
import { corner, toCell, type Layer } from '../painting.ts';
import { stamp } from './stamp.ts';

export const people: Layer = (painting) => {
  const { layout, plan, frame } = painting;
  if (layout.cellPx === 0) return;
  for (const [need, look] of painting.looks.entries()) {
    painting.context.fillStyle = look.colour;
    for (let i = 0; i < frame.length; i++) {
      if (frame.need[i] !== need || frame.kind[i] !== IN_CARE || frame.arrived[i] < 1) continue;
      if (toCell(plan, frame.room[i], frame.cell[i])) stamp(painting, look, corner.x, corner.y, plan.mark);
    }
  }
};
